"""Deeds on a whole library: status of all, delete and undo of 10,000, import of a .bib file, undo of that, file sizes.

`python -m tests.benchmarks.bulk [papers ...]` (default 10000 100000). Once each: they take seconds. CPU time is given
beside the clock's where the promise is made in it.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from readinglist.flows import importing
from readinglist.formats import bibtex
from readinglist.library.library import Library
from tests.benchmarks import corpus, timing

Row = tuple[str, float, str]


def took(deed: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds a deed took by the clock, and of CPU."""
    clock, cpu = time.perf_counter(), time.process_time()
    deed()
    return time.perf_counter() - clock, time.process_time() - cpu


def bulk(papers: int, folder: Path) -> Iterator[Row]:
    """Yield the deeds on a library of that size."""
    with Library.open(corpus.copy(papers, folder)) as library:
        every = list(library.search.ids())
        some = every[: min(10_000, papers)]
        for name, deed in (
            ("status of all to read", lambda: library.readings.set_status(every, "to_read")),
            ("undo of that", library.undo),
            (f"delete {len(some):,}", lambda: library.papers.trash(some)),
            ("undo of that deletion", library.undo),
        ):
            yield name, took(deed)[0], "s"


def importing_bib(papers: int, folder: Path) -> Iterator[Row]:
    """Yield the import of a .bib file of that many papers into an empty library, and its undo."""
    bib = folder / "corpus.bib"
    with bib.open("w", encoding="utf-8") as out:
        out.writelines(bibtex.write(corpus.drafts(papers)))
    path = folder / "imported.db"
    with Library.open(path, create=True) as library, bib.open(encoding="utf-8") as source:
        clock, cpu = took(lambda: importing.commit(library, bibtex.read(source)))
        count = library.search.count()
        if count < papers * 0.99:
            raise RuntimeError(f"only {count} of {papers} came in")
        yield "import of a .bib, searchable", clock, "s"
        yield "import of a .bib, papers a second of CPU", count / cpu, "/s"
        yield "library file / .bib file", path.stat().st_size / bib.stat().st_size, "x"
        undone = took(library.undo)[0]
        yield "undo of that import", undone, "s"
        yield "undo / import", undone / clock, "x"


def main(sizes: list[int]) -> None:
    """Measure and print."""
    for papers in sizes:
        with tempfile.TemporaryDirectory() as name:
            for part in (bulk, importing_bib):
                for words, value, unit in part(papers, Path(name)):
                    print(timing.line(f"{papers:>9,} {words}", [value], unit), flush=True)


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [10_000, 100_000])
