"""The real window over a large library: keys, sorting, scrolling, a status change, each from the event to the paint.

`python -m tests.benchmarks.window [papers ...]` (default 10000 100000). One process a size; the window is drawn by Qt's
offscreen platform, its worker runs as it does for a user. `blocked` is the longest time that the window's thread did
not come back to its events.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from readinglist.core.fields import COLUMNS
from readinglist.library.library import Library
from readinglist.settings import Settings, State
from readinglist.ui import tasks
from readinglist.ui.look import theme
from readinglist.ui.widgets.empty import Empty
from readinglist.ui.widgets.papers.view import PaperView
from readinglist.ui.window import Window
from tests.benchmarks import corpus, timing

QUERIES = {
    "one letter": ("l", "s", "t", "n", "d", "a", "m", "c"),
    "three letters": ("lea", "tra", "dee", "net", "pol", "gra", "spa", "for"),
    "a whole word": ("learning", "attention", "networks", "policies"),
    "two words": ("sparse graphs", "deep attention", "causal priors", "robust memory"),
    "a field": ("author:smith", "tag:rl", "status:reading", "year:2015..2018", "venue:nature"),
    "mixed": ("deep author:smith", "learning -tag:rl", "year:2020 attention", "-learning"),
    "no match": ("zzzqq", "qqqxx yy", "xkcdq"),
}
ROUNDS = 3
PATIENCE = 10.0
RESTING = QEventLoop.ProcessEventsFlag.WaitForMoreEvents  # as `exec` does: a loop that asks on would starve the worker


class Desk(QObject):
    """A window with someone before it: does something and says how long the first and the last paint of it took."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.painted = self.first_paint = 0.0
        for widget in (PaperView, Empty):
            self._watch(widget)  # before there is one: later Qt would not notice
        self.window = Window(library, Settings(), State())
        self.table = self.window.table
        self.blocked = 0.0
        self._beat = time.perf_counter()
        self.window.resize(1440, 860)
        self.window.show()
        self.pulse = QTimer(self, interval=1)
        self.pulse.timeout.connect(self._pulse)
        self.pulse.start()
        self.rest()
        tasks.share_the_time()  # as `app` does

    def beat(self) -> None:
        """Forget how long it was blocked before."""
        self.blocked, self._beat = 0.0, time.perf_counter()

    def _pulse(self) -> None:
        now = time.perf_counter()
        self.blocked = max(self.blocked, now - self._beat)
        self._beat = now

    def _watch(self, widget: type[QWidget]) -> None:
        """Note when a paint is over."""
        plain = widget.paintEvent

        def painted(one: QWidget, event: QPaintEvent) -> None:
            plain(one, event)
            self.painted = time.perf_counter()
            self.first_paint = self.first_paint or self.painted

        widget.paintEvent = painted  # type: ignore[method-assign]

    def rest(self) -> None:
        """Let everything that was begun come to its end."""
        end = time.perf_counter() + PATIENCE
        quiet = time.perf_counter()
        while time.perf_counter() - quiet < 0.02 and time.perf_counter() < end:
            QApplication.processEvents()
            if not self.window.browser.whole or self.window.panes.counting.reader.busy:
                quiet = time.perf_counter()
            time.sleep(0.0005)

    def time(self, deed: Callable[[], object]) -> tuple[float, float]:
        """Return the milliseconds to the first paint after a deed, and to the last, when the whole list stands."""
        self.painted = self.first_paint = 0.0
        self._beat = begin = time.perf_counter()
        deed()
        while not self.painted and not self.window.browser.whole and time.perf_counter() - begin < PATIENCE:
            QApplication.processEvents(RESTING)
        for _turn in range(3):
            QApplication.processEvents()
        first = self.first_paint or time.perf_counter()  # the same papers as before: there is nothing to paint
        while not self.window.browser.whole and time.perf_counter() - begin < PATIENCE:
            QApplication.processEvents(RESTING)
        for _turn in range(3):
            QApplication.processEvents()
        return (first - begin) * 1e3, (max(self.painted, first) - begin) * 1e3


def keys(desk: Desk) -> Iterator[tuple[str, list[float]]]:
    """Type the last letter of every query into the search box."""
    box = desk.window.search_bar.box
    everything: list[float] = []
    for name, texts in QUERIES.items():
        firsts, wholes = [], []
        for text in texts * ROUNDS:
            box.setText(text[:-1])
            desk.rest()
            box.setFocus()
            first, whole = desk.time(lambda text=text: QTest.keyClick(box, text[-1]))
            firsts.append(first)
            wholes.append(whole)
            box.setText("")
            desk.rest()
        everything += firsts
        yield f"key to first hits: {name}", firsts
        yield f"key to all hits: {name}", wholes
    yield "key to first hits: every query", everything


def sorting(desk: Desk) -> Iterator[tuple[str, list[float]]]:
    """Click on every column: the first time, and again with the order still kept.

    The order is painted with the first rows; `sorted` is when all ids stand in it, too.
    """
    columns = COLUMNS
    desk.table.set_columns(columns, {})
    first: dict[str, list[float]] = {"new": [], "kept": []}
    whole: dict[str, list[float]] = {"new": [], "kept": []}
    for section, field in enumerate(columns):
        for n in range(4):
            round_ = "new" if n < 2 else "kept"
            seen, all_ = desk.time(lambda section=section: desk.table.header.sectionClicked.emit(section))
            first[round_].append(seen)
            whole[round_].append(all_)
            desk.rest()
        yield f"click to sorted: {field.name}, new", whole["new"][-2:]
    for round_ in ("new", "kept"):
        yield f"click to painted order: every column, {round_}", first[round_]
        yield f"click to sorted: every column, {round_}", whole[round_]


def scrolling(desk: Desk) -> Iterator[tuple[str, list[float]]]:
    """Page down two hundred times, and jump to two hundred places."""
    desk.window.panes.menus.run("go_all")
    desk.rest()
    desk.table.setFocus()
    bar = desk.table.verticalScrollBar()
    bar.setValue(0)
    yield "scroll by a page", [desk.time(lambda: bar.setValue(bar.value() + bar.pageStep()))[0] for _n in range(200)]
    places = [bar.maximum() * (n * 7919 % 200) // 200 for n in range(1, 200)]
    yield "scroll to anywhere", [desk.time(lambda at=at: bar.setValue(at))[0] for at in places]


def status(desk: Desk) -> Iterator[tuple[str, list[float]]]:
    """Press a digit on a paper: the key's time ends when the change is on the disk and painted."""
    desk.table.verticalScrollBar().setValue(0)
    taken = []
    for n in range(60):
        desk.table.select_ids([desk.window.browser.ids[n % 20]])
        desk.rest()
        desk.table.setFocus()
        row = desk.window.table.papers.row(n % 20)
        key = Qt.Key.Key_2 if row is None or row.status != "to_read" else Qt.Key.Key_4
        taken.append(desk.time(lambda key=key: QTest.keyClick(desk.table, key))[0])
        desk.rest()
    yield "status of one: key to durable and painted", taken


def memory() -> list[float]:
    """Return the private memory of this process in MB."""
    text = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    found = dict(line.split(":") for line in text.splitlines()[1:] if ":" in line)
    return [(int(found["Private_Dirty"].split()[0]) + int(found["Private_Clean"].split()[0])) / 1024]


def measure(papers: int) -> Iterator[tuple[str, list[float], str]]:
    """Yield every figure of a library of that size."""
    app = QApplication.instance() or QApplication(["benchmark"])
    theme.apply(app, dark=False)  # type: ignore[arg-type]
    with tempfile.TemporaryDirectory() as name:
        os.environ["READINGLIST_CONFIG_DIR"] = name
        with Library.open(corpus.copy(papers, Path(name))) as library:
            desk = Desk(library)
            yield "memory of the window, private", memory(), "MB"
            for part in (keys, scrolling, status, sorting):
                desk.blocked = 0.0
                for words, taken in part(desk):
                    yield words, taken, "ms"
                yield f"window blocked at most: {part.__name__}", [desk.blocked * 1e3], "ms"
            yield "memory after all that", memory(), "MB"
            desk.window.close()


def main(sizes: list[int]) -> None:
    """Measure and print."""
    if len(sizes) > 1:
        timing.each("window", sizes)
        return
    for name, taken, unit in measure(sizes[0]):
        print(timing.line(f"{sizes[0]:>9,} {name}", taken, unit), flush=True)


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [10_000, 100_000])
