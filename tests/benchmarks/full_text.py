"""What reading PDFs for the search takes: `python -m tests.benchmarks.full_text FOLDER [COUNT]`, seconds of CPU.

The PDFs below FOLDER are attached to papers of a library in a temporary folder, read into its index, and searched.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from pathlib import Path

from readinglist.core.paper import Draft, File
from readinglist.core.query import language
from readinglist.flows.files import indexing
from readinglist.library.find.question import Question
from readinglist.library.library import Library

QUERIES = ("text:the", "text:a", "text:figure", "text:entropy", 'text:"for example"', "text:zebra text:figure")


def _cpu() -> tuple[float, float]:
    """Return the seconds of CPU of this process and of its children that have ended."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime, children.ru_utime + children.ru_stime


def main(folder: str, count: str = "500") -> None:
    """Measure and print."""
    files = sorted(path for path in Path(folder).rglob("*.pdf") if path.is_file())[: int(count)]
    with tempfile.TemporaryDirectory() as place:
        os.environ["READINGLIST_CACHE_DIR"] = place
        with Library.open(Path(place) / "library.db", create=True) as library:
            drafts = [Draft(title=path.stem, files=[File(path=str(path))]) for path in files]
            library.papers.add_many(drafts)
            began, wall = _cpu(), time.monotonic()
            read = indexing.index_all(library)
            own, child = (after - before for after, before in zip(_cpu(), began, strict=True))
            wall = time.monotonic() - wall
            rows = library.files.all()
            pages = sum(kept.file.pages or 0 for kept in rows)
            size = library.full_text.path.stat().st_size
            print(f"{read} files, {sum(kept.file.size or 0 for kept in rows) / 1e6:.0f} MB, {pages} pages")
            print(f"{own:.1f} s here, {child:.1f} s in the child, {wall:.1f} s by the clock")
            print(f"index {size / 1e6:.1f} MB, {size / max(1, pages) / 1e3:.2f} KB a page")
            print(f"not read: {len(library.full_text.troubles())}")
            for query in QUERIES:
                node = language.parse(query).node
                before = sum(_cpu())
                hits = len(library.search.ids(Question(node=node)))
                print(f"{query:28} {hits:5} papers {1000 * (sum(_cpu()) - before):6.1f} ms")


if __name__ == "__main__":
    main(*sys.argv[1:])
