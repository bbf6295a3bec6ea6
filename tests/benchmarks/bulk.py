"""Deeds on a whole library: status of all, delete and undo of 10,000, import of a .bib file, undo of that, the window.

`python -m tests.benchmarks.bulk [papers ...]` (default 10000 100000). Once each: they take seconds. Deeds are done part
by part, as the window does them on its worker. CPU time is given beside the clock's: it is what the promises are made
in, and a busy machine changes it less. `window blocked` is how long the window's thread did not come back to its events
while such a deed was done and for a second after it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from readinglist.core.ops import Op
from readinglist.flows import batches, importing
from readinglist.formats import bibtex
from readinglist.library.library import Library
from tests.benchmarks import corpus, timing

Row = tuple[str, float, str]
Deed = Callable[[Library, Sequence[int]], object]

SOME = 10_000
_MEMORY = """
import sys
from pathlib import Path
from readinglist.flows import importing
from readinglist.formats import bibtex
from readinglist.library.library import Library
with Library.open(Path(sys.argv[2]), create=True) as library, open(sys.argv[1], encoding="utf-8") as source:
    importing.commit(library, bibtex.read(source))
# Of this program alone: the figure of getrusage begins with what the one that started it took.
print(next(int(line.split()[1]) / 1024 for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""


def took(deed: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds a deed took by the clock, and of CPU."""
    clock, cpu = time.perf_counter(), time.process_time()
    deed()
    return time.perf_counter() - clock, time.process_time() - cpu


def quiet(_done: int, _whole: int) -> None:
    """Nobody is told how far it is."""


def bulk(papers: int, folder: Path) -> Iterator[Row]:
    """Yield the deeds on a library of that size, and their undo."""
    with Library.open(corpus.copy(papers, folder)) as library:
        every = list(library.search.ids())
        some = every[: min(SOME, papers)]
        for name, chosen, op, deed in (
            ("status of all, to read", every, Op.SET_STATUS, status("to_read")),
            ("status of all, read", every, Op.SET_STATUS, status("read")),
            ("tag all", every, Op.TAG, lambda own, part: own.tags.edit(part, ["wide"])),
            (f"delete {len(some):,}", some, Op.TRASH, lambda own, part: own.papers.trash(part)),
            (f"delete {len(some):,} for good", some, Op.DELETE, lambda own, part: own.papers.delete(part)),
        ):
            yield from both(name, took(partial(batches.change, library, chosen, op, name, deed, quiet)))
            yield from both(f"undo of that: {name}", took(lambda: batches.revert(library, batches.UNDO, quiet)))


def status(name: str) -> Deed:
    """Return the deed of giving papers a status."""
    return lambda library, part: library.readings.set_status(part, name)


def both(name: str, taken: tuple[float, float]) -> Iterator[Row]:
    """Yield a deed's two times."""
    yield name, taken[0], "s"
    yield f"{name}, CPU", taken[1], "s"


def importing_bib(papers: int, folder: Path) -> Iterator[Row]:
    """Yield the import of a .bib file of that many papers into an empty library, and its undo."""
    bib = folder / "corpus.bib"
    with bib.open("w", encoding="utf-8") as out:
        out.writelines(bibtex.write(corpus.drafts(papers)))
    yield "size of the .bib", bib.stat().st_size / 1e6, "MB"
    with bib.open(encoding="utf-8") as source:
        yield (
            "reading of a .bib alone, papers a second of CPU",
            papers / took(lambda: list(bibtex.read(source)))[1],
            "/s",
        )
    path = folder / "imported.db"
    with Library.open(path, create=True) as library, bib.open(encoding="utf-8") as source:
        clock, cpu = took(lambda: importing.commit(library, bibtex.read(source)))
        count = library.search.count()
        if count < papers * 0.99:
            raise RuntimeError(f"only {count} of {papers} came in")
        yield "import of a .bib, searchable", clock, "s"
        yield "import of a .bib, papers a second of CPU", count / cpu, "/s"
        yield "library file / .bib file", path.stat().st_size / bib.stat().st_size, "x"
        undone = took(lambda: batches.revert(library, batches.UNDO, quiet))[0]
        yield "undo of that import", undone, "s"
        yield "undo / import", undone / clock, "x"
    command = [sys.executable, "-c", _MEMORY, str(bib), str(folder / "again.db")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=timing.ROOT, check=True)
    yield "memory of an import at most", float(done.stdout), "MB"


def windowed(papers: int, folder: Path) -> Iterator[Row]:
    """Yield how long the window's thread was blocked by deeds on all papers, and by an import."""
    from PySide6.QtWidgets import QApplication

    from readinglist.ui.actions import adding, marking, trashing, undoing
    from readinglist.ui.dialogs.add import AddDialog
    from readinglist.ui.look import theme
    from tests.benchmarks.window import RESTING, Desk

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application, dark=False)
    with Library.open(corpus.copy(papers, folder)) as library:
        desk = Desk(library)
        given = desk.window.desk
        for name, deed, ended in (
            ("all selected", desk.table.selectAll, lambda: True),
            ("status of all", lambda: marking.set_status(given, "to_read"), lambda: not given.long.running),
            ("undo of it", lambda: undoing.undo(given), lambda: not given.long.running),
            ("all deleted", lambda: trashing.trash(given), lambda: not given.long.running),
            ("undo of the deletion", lambda: undoing.undo(given), lambda: not given.long.running),
        ):
            yield f"window blocked at most: {name}", blocked(desk, deed, ended) * 1e3, "ms"
        bib, over = folder / "more.bib", list[int]()
        bib.write_text("".join(bibtex.write(corpus.drafts(min(SOME, papers), seed=2))), encoding="utf-8")
        adding.offer(given, files=[str(bib)])
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, AddDialog)
        dialog.finished.connect(over.append)
        while not (dialog.model.all and dialog.add_button.isEnabled()):
            QApplication.processEvents(RESTING)
        longest = blocked(desk, dialog.add_button.click, lambda: bool(over))
        yield f"window blocked at most: import of {min(SOME, papers):,}", longest * 1e3, "ms"
        if library.search.count() <= papers:
            raise RuntimeError("nothing came in")
        desk.window.close()
        desk.rest()


def blocked(desk: object, deed: Callable[[], object], ended: Callable[[], bool]) -> float:
    """Do a deed and return the longest time in seconds without a look at events, until a second after its end."""
    from PySide6.QtWidgets import QApplication

    from tests.benchmarks.window import PATIENCE, RESTING, Desk

    assert isinstance(desk, Desk)
    desk.rest()
    desk.beat()
    deed()
    end = time.perf_counter() + PATIENCE * 30
    while not ended():
        QApplication.processEvents(RESTING)
        if time.perf_counter() > end:
            raise RuntimeError("a deed did not come to its end")
    end = time.perf_counter() + 1
    while time.perf_counter() < end:
        QApplication.processEvents(RESTING)
    return desk.blocked


def main(sizes: list[int]) -> None:
    """Measure and print."""
    if len(sizes) > 1:
        timing.each("bulk", sizes)
        return
    with tempfile.TemporaryDirectory() as name:
        for part in (bulk, importing_bib, windowed):
            for words, value, unit in part(sizes[0], Path(name)):
                print(timing.line(f"{sizes[0]:>9,} {words}", [value], unit), flush=True)


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [10_000, 100_000])
