"""A refresh of many papers against a server on this machine: what it costs itself, what is asked, stopped and gone on.

`python -m tests.benchmarks.refresh [papers ...]` (default 20000). Half of the papers have a DOI, half an arXiv number.
How often services may be asked is left out of the times, and counted from the questions: that is what a user waits for.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from readinglist.core.ops import Op
from readinglist.core.paper import Draft, Person
from readinglist.flows import network, refreshing
from readinglist.flows.refreshing.run import Run
from readinglist.library.library import Library
from readinglist.settings import Settings
from readinglist.sources.services import BY_ID
from tests.benchmarks import timing
from tests.benchmarks.adding import Services
from tests.loopback import Answer

WHO = [Person(family="Vaswani", given="Ashish")]


def papers(count: int) -> Iterator[Draft]:
    """Yield papers that the services say something else of."""
    for n in range(count // 2):
        yield Draft(title=f"Paper {n}", authors=WHO, date="2015", doi=f"10.1000/refresh.{n}")
        yield Draft(title=f"The paper 24{n // 10_000 + 1:02d}.{n % 10_000:05d}", authors=WHO, type="article",
                    date="2017-06-12", arxiv=f"24{n // 10_000 + 1:02d}.{n % 10_000:05d}")  # fmt: skip


def measure(count: int) -> Iterator[tuple[str, list[float], str]]:
    """Yield every figure of a refresh of so many papers."""
    services = Services()
    services.server.answers["/openalex/works"] = Answer(body=b'{"results": []}')
    services.server.answers["/arxiv/query"] = services._feed
    with tempfile.TemporaryDirectory() as name:
        os.environ["READINGLIST_CONFIG_DIR"] = os.environ["READINGLIST_CACHE_DIR"] = name
        os.environ.pop("READINGLIST_OFFLINE", None)
        with Library.open(Path(name) / "library.db", create=True) as library:
            with library.step(Op.IMPORT, count):
                library.papers.add_many(list(papers(count)))
            lookup = network.lookup(Settings(), fresh=True)
            assert lookup is not None
            run = Run(library.path)
            run.begin(list(library.search.ids()))
            begin, cpu, longest = time.perf_counter(), time.process_time(), 0.0
            while run.left:
                part = time.perf_counter()
                run.part(library, lookup)
                longest = max(longest, time.perf_counter() - part)
                if run.left <= count // 2 < run.left + refreshing.AT_ONCE:
                    run = Run(library.path)  # as after a restart
            yield "all asked about", [time.perf_counter() - begin], "s"
            yield "all asked about, CPU (of the server too)", [time.process_time() - cpu], "s"
            yield "longest part, after which it can be stopped", [longest], "s"
            asked = Counter(urlsplit(path).path.split("/")[1] for path in services.server.asked)
            for service, questions in sorted(asked.items()):
                yield f"questions to {service}", [questions], ""
                waits = questions * BY_ID[service].seconds / 60
                yield f"what {service} lets us wait for that", [waits], "min"
            begin = time.perf_counter()
            found = [one for one in run.found(library) if one.differences]
            yield f"differences of {len(found):,} papers read", [time.perf_counter() - begin], "s"
            begin = time.perf_counter()
            taken = refreshing.take(library, found)
            yield f"taken over into {taken:,} papers", [time.perf_counter() - begin], "s"
    services.server.close()


def main(sizes: list[int]) -> None:
    """Measure and print."""
    for size in sizes:
        for name, taken, unit in measure(size):
            print(timing.line(f"{size:>9,} {name}", taken, unit), flush=True)


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [20_000])
