"""How large the library file is beside the .bib file of the same papers, and what takes the room in it.

`python -m tests.benchmarks.file_sizes [papers ...]` (default 10000 100000). The library holds tags, notes and statuses
that the .bib file does not; `bulk` compares a .bib file with the library that it was imported into.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator

from tests.benchmarks import corpus, timing

# The room of tables, of their own indexes, and of the search index, which is tables too.
_ROOM = """
SELECT CASE WHEN s.name LIKE 'find%' THEN 'search index' WHEN m.type = 'index' OR s.name LIKE 'sqlite_autoindex%'
    THEN 'indexes of columns' ELSE 'tables' END AS kind, sum(s.pgsize)
FROM dbstat AS s LEFT JOIN sqlite_master AS m ON m.name = s.name GROUP BY kind ORDER BY 2 DESC
"""
BIB_LIMIT = 100_000  # papers: a larger .bib file is not made only to be weighed


def sizes_of(papers: int) -> Iterator[tuple[str, float, str]]:
    """Yield every figure of a library of that size."""
    path = corpus.library(papers)
    size = path.stat().st_size
    yield "library file", size / 1e6, "MB"
    yield "library file, a paper", size / papers / 1e3, "kB"
    if papers <= BIB_LIMIT:
        bib = corpus.bib(papers).stat().st_size
        yield ".bib file of the same papers", bib / 1e6, "MB"
        yield "library with tags and notes / .bib file", size / bib, "x"
    db = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        for kind, room in db.execute(_ROOM).fetchall():
            yield f"of it {kind}", room / 1e6, "MB"
    except sqlite3.OperationalError as problem:
        print(f"skipped: what takes the room: {problem}")
    finally:
        db.close()


def main(sizes: list[int]) -> None:
    """Measure and print."""
    for papers in sizes:
        for words, value, unit in sizes_of(papers):
            print(timing.line(f"{papers:>9,} {words}", [value], unit), flush=True)


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [10_000, 100_000])
