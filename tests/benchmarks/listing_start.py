"""`readinglist list QUERY --limit 20` from start to end, beside a Python that imports sqlite3 and click.

`python -m tests.benchmarks.listing_start [papers ...]` (default 10000 100000). The two take turns.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks import corpus, timing

RUNS = 15
QUERIES = ("learning", "author:smith deep", "tag:rl status:reading", "zzzqq")


def milliseconds(command: list[str], environment: dict[str, str]) -> float:
    """Return how long a process took."""
    begin = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, env=environment, cwd=timing.ROOT, check=True)
    return (time.perf_counter() - begin) * 1e3


def main(sizes: list[int]) -> None:
    """Measure and print."""
    for papers in sizes:
        with tempfile.TemporaryDirectory() as name:
            library = corpus.copy(papers, Path(name))
            environment = timing.installed(Path(name), READINGLIST_LIBRARY=str(library))
            bare = [sys.executable, "-c", "import sqlite3, click"]
            taken: dict[str, list[float]] = {"bare python: import sqlite3, click": []}
            taken |= {f"readinglist list '{query}' --limit 20": [] for query in QUERIES}
            milliseconds([sys.executable, "-m", "readinglist", "list", "--limit", "1"], environment)  # writes byte code
            for _run in range(RUNS):
                taken["bare python: import sqlite3, click"].append(milliseconds(bare, environment))
                for query in QUERIES:
                    ours = [sys.executable, "-m", "readinglist", "list", query, "--limit", "20"]
                    taken[f"readinglist list '{query}' --limit 20"].append(milliseconds(ours, environment))
            for words, times in taken.items():
                print(timing.line(f"{papers:>9,} {words}", times), flush=True)


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [10_000, 100_000])
