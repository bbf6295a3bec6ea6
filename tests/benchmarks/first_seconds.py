"""The first two seconds: until a key does what it is for, until all is built, and what blocks the event loop meanwhile.

`python -m tests.benchmarks.first_seconds [papers ...]` (default 22 10000). Beside a bare QMainWindow and QTableView, in
turns. CPU time of the process, and for blocks of its first thread, so that other programs on the machine count little;
blocks are the pauses between two turns of the event loop, in each of which a timer of no length fires.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from readinglist.flows.importing import samples
from readinglist.library.library import Library
from tests.benchmarks import corpus, timing

RUNS = 9
# Prints JSON: what was reached at which CPU milliseconds of the process, and the blocks in CPU and clock milliseconds.
_WATCH = """
import json, os, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
said, blocks = {}, []
def reached(what):
    said.setdefault(what, time.process_time() * 1e3)
def watch(look):
    reached("first paint")
    begun = last = (time.thread_time(), time.perf_counter())
    def turn():
        nonlocal last
        now = (time.thread_time(), time.perf_counter())
        blocks.append(((now[0] - last[0]) * 1e3, (now[1] - last[1]) * 1e3))
        last = now
        look()
        if now[1] - begun[1] > 2.0:
            print(json.dumps([said, max(cpu for cpu, _ in blocks), max(wall for _, wall in blocks)]), flush=True)
            os._exit(0)
    watch.timer = QTimer(interval=0)
    watch.timer.timeout.connect(turn)
    watch.timer.start()
"""
_BARE = (
    _WATCH
    + """
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QMainWindow, QTableView
class Model(QAbstractTableModel):
    def rowCount(self, parent=None): return 100
    def columnCount(self, parent=None): return 7
    def data(self, index, role=0):
        return f"row {index.row()} {index.column()}" if role == Qt.ItemDataRole.DisplayRole else None
class View(QTableView):
    def paintEvent(self, event):
        super().paintEvent(event)
        if not said:
            reached("able to act")
            reached("all built")
            watch(lambda: None)
app = QApplication(["bare"])
window = QMainWindow()
view = View()
model = Model()
view.setModel(model)
window.setCentralWidget(view)
window.resize(1440, 860)
window.show()
app.exec()
"""
)
# The window is watched from its first paint on; what watches is loaded only then.
_OURS = """
import os, sys
from readinglist import app
from readinglist.ui.look import after_paint
plain = after_paint.AfterPaint.eventFilter
def painted(self, watched, event):
    answer = plain(self, watched, event)
    window = self._widget
    if event.type() == event.Type.Paint and hasattr(window, "slices") and "watch" not in globals():
        exec(WATCH, globals())
        def look():
            if window.acting:
                reached("able to act")
            if window.finished:
                reached("all built")
        watch(look)
    return answer
after_paint.AfterPaint.eventFilter = painted
os.environ["READINGLIST_LIBRARY"] = sys.argv[1]
app.main([])
"""
BARE = "bare QMainWindow + QTableView"


def run(code: str, environment: dict[str, str], *arguments: str) -> dict[str, float]:
    """Run a program and return what it found, by name."""
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=timing.ROOT, check=True)
    said, cpu, clock = json.loads(done.stdout.strip().splitlines()[-1])
    return {**said, "longest block, CPU": cpu, "longest block, clock": clock}


def libraries(sizes: list[int], folder: Path) -> dict[str, Path]:
    """Return libraries of these sizes; one of 22 papers is of the samples."""
    made: dict[str, Path] = {}
    for size in sizes:
        path = folder / f"{size}.db"
        if size == 22:
            with Library.open(path, create=True) as library:
                samples.add_seeds(library)
        else:
            shutil.copy(corpus.library(size), path)
        made[f"window with {size:,} papers"] = path
    return made


def main(sizes: list[int]) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours = f"WATCH = {_WATCH!r}\n{_OURS}"
        programs: dict[str, tuple[str, tuple[str, ...]]] = {BARE: (_BARE, ())}
        programs |= {what: (ours, (str(path),)) for what, path in libraries(sizes, folder).items()}
        environment = timing.installed(
            folder, QT_QPA_PLATFORM="offscreen", READINGLIST_CONFIG_DIR=str(folder), QT_LOGGING_RULES="*=false"
        )
        environment |= {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
        taken: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        for turn in range(RUNS + 1):  # the first of each only writes the byte code
            for what, (code, arguments) in programs.items():
                for figure, value in run(code, environment, *arguments).items():
                    if turn:
                        taken[what][figure].append(value)
        bare = statistics.median(taken[BARE]["able to act"])
        for what, figures in taken.items():
            for figure, values in figures.items():
                times = "" if "block" in figure else f" {statistics.median(values) / bare:5.2f}x bare"
                print(timing.line(f"{figure}: {what}", values), times, flush=True)


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [22, 10_000])
