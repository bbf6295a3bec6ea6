"""What a PDF costs on its way in: CPU of both processes, and how long the window is held while a folder comes in.

`python -m tests.benchmarks.pdfs [FOLDER]`: without a folder 200 papers written for it, of twelve pages each.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["READINGLIST_OFFLINE"] = "1"

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from readinglist.flows.pdfs.folders import pdfs_in
from readinglist.flows.pdfs.reading import PdfPapers
from readinglist.library.library import Library
from readinglist.pdf.client import Pdfs
from readinglist.settings import Settings, State
from readinglist.ui.look import theme
from readinglist.ui.presenters.dialogs.add_papers import show_add
from readinglist.ui.window import Window
from tests.pdf import written

MANY = 200
TICK_MS = 2


def written_papers(folder: Path) -> Path:
    """Write papers of twelve pages each into a folder and return it."""
    row = "The rest of this page is of the usual size, and it says nothing that is of any use to anybody at all."
    page = b"".join(written.line(row, 60, 740 - 12 * number) for number in range(55))
    folder.mkdir()
    for number in range(MANY):
        first = written.front(f"Paper number {number} about Nothing", foot=f"doi:10.1016/j.nothing.2012.{number:04}")
        (folder / f"{number:03}.pdf").write_bytes(written.document([first, *[page] * 11]))
    return folder


def cpu() -> float:
    """Return the seconds of CPU that this process and those it has waited for have taken."""
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def reading(folder: Path) -> Iterator[tuple[str, float, str]]:
    """Yield what reading costs, without a window."""
    files = pdfs_in(folder)
    begun, clock = cpu(), time.perf_counter()
    with PdfPapers() as pdfs:
        for file in files:
            pdfs.draft(file)
    took, clock = cpu() - begun, time.perf_counter() - clock
    yield "a PDF to its draft, of many", took / len(files) * 1000, "ms CPU"
    yield "the same by the clock", clock / len(files) * 1000, "ms"
    begun = cpu()
    with PdfPapers() as pdfs:
        pdfs.draft(files[0])
    yield "one alone, with the beginning of the child", (cpu() - begun) * 1000, "ms CPU"
    begun = cpu()
    with Pdfs() as own:
        pages = sum(len(own.texts(file)) for file in files[:20])
    yield f"text of a page ({pages} pages)", (cpu() - begun) / pages * 1000, "ms CPU"


def in_the_window(folder: Path, place: Path) -> Iterator[tuple[str, float, str]]:
    """Yield how long the window's thread did not come back to its events while a folder is read, and stored."""
    app = QApplication.instance() or QApplication(["benchmark"])
    theme.apply(app, dark=False)  # type: ignore[arg-type]
    with Library.open(place / "library.db", create=True) as library:
        window = Window(library, Settings(), State())
        window.show()
        window.finish()
        held = [0.0]
        last = [time.perf_counter()]

        def tick() -> None:
            now = time.perf_counter()
            held.append(now - last[0] - TICK_MS / 1000)
            last[0] = now

        timer = QTimer(interval=TICK_MS)
        timer.timeout.connect(tick)
        begun = time.perf_counter()
        timer.start()
        QTimer.singleShot(3000, lambda: held.append(-1.0))
        _until(lambda: -1.0 in held)
        yield "the window held at most, with nothing to do", max(held) * 1000, "ms"
        dialog = show_add(window.desk, files=[str(folder)])
        _until(lambda: True)
        held.clear()
        last[0] = time.perf_counter()
        _until(dialog.add_button.isEnabled)
        yield f"{dialog.model.rowCount()} PDFs read", time.perf_counter() - begun, "s"
        yield "the window held at most", max(held) * 1000, "ms"
        yield "held for longer than 50 ms", sum(one > 0.05 for one in held), "times"
        held.clear()
        begun = time.perf_counter()
        dialog.add_button.click()
        _until(lambda: not dialog.isVisible())
        yield f"{library.search.count()} papers stored", time.perf_counter() - begun, "s"
        yield "the window held at most", max(held) * 1000, "ms"
        timer.stop()
        window.close()


def _until(holds: object) -> None:
    loop = QEventLoop()
    timer = QTimer(interval=20)
    timer.timeout.connect(lambda: loop.quit() if holds() else None)  # type: ignore[operator]
    timer.start()
    loop.exec()


def main(argv: list[str]) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["READINGLIST_CONFIG_DIR"] = name
        folder = Path(argv[0]) if argv else written_papers(Path(name) / "papers")
        for what, value, unit in chain(reading(folder), in_the_window(folder, Path(name))):
            print(f"{what:46} {value:8.1f} {unit}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
