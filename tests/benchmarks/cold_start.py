"""Process start to first painted rows, side by side with a bare QMainWindow and QTableView; and private memory.

`python -m tests.benchmarks.cold_start [papers ...]` (default 22 10000). All runs take turns in one go, so that a noisy
machine hurts every row alike. The window is drawn by Qt's offscreen platform.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from readinglist.flows.importing import samples
from readinglist.library.library import Library
from tests.benchmarks import corpus, timing

RUNS = 11
_BARE = """
import sys, time
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
class Model(QAbstractTableModel):
    def rowCount(self, parent=None): return 100
    def columnCount(self, parent=None): return 7
    def data(self, index, role=0):
        return f"row {index.row()} {index.column()}" if role == Qt.ItemDataRole.DisplayRole else None
class View(QTableView):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.time(), flush=True)
        QApplication.exit(0)
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
# The view is changed as soon as it is loaded, and not loaded for that: in what order the program imports what is part
# of its start.
_OURS = """
import importlib.util, os, sys, time
VIEW = "readinglist.ui.widgets.papers.view"
class Watched:
    def find_spec(self, name, path=None, target=None):
        if name != VIEW:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        load = spec.loader.exec_module
        def loaded(module):
            load(module)
            watch(module.PaperView)
        spec.loader.exec_module = loaded
        return spec
def watch(view):
    paint = view.paintEvent
    def painted(self, event):
        paint(self, event)
        if self.papers.ids:
            print(time.time(), flush=True)
            if len(sys.argv) > 2:
                memory = open("/proc/self/smaps_rollup").read().split("Private_Dirty:")[1].split()[0]
                print("private", memory, file=sys.stderr)
            from PySide6.QtWidgets import QApplication
            QApplication.exit(0)
    view.paintEvent = painted
sys.meta_path.insert(0, Watched())
os.environ["READINGLIST_LIBRARY"] = sys.argv[1]
from readinglist import app
app.main([])
"""


def _environment(folder: Path) -> dict[str, str]:
    return timing.installed(
        folder, QT_QPA_PLATFORM="offscreen", READINGLIST_CONFIG_DIR=str(folder), QT_LOGGING_RULES="*=false"
    )


def main(sizes: list[int]) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        libraries: dict[str, Path] = {}
        for size in sizes:
            path = folder / f"{size}.db"
            if size == 22:
                with Library.open(path, create=True) as made:
                    samples.add_seeds(made)
            else:
                shutil.copy(corpus.library(size), path)
            libraries[f"window with {size:,} papers"] = path
        environment = _environment(folder)
        taken: dict[str, list[float]] = {"bare QMainWindow + QTableView": []} | {name: [] for name in libraries}
        timing.process(_BARE, environment=environment)  # writes the byte code
        for path in libraries.values():
            timing.process(_OURS, str(path), environment=environment)
        for _run in range(RUNS):
            taken["bare QMainWindow + QTableView"].append(timing.process(_BARE, environment=environment))
            for name, path in libraries.items():
                taken[name].append(timing.process(_OURS, str(path), environment=environment))
        bare = statistics.median(taken["bare QMainWindow + QTableView"])
        for name, values in taken.items():
            print(timing.line(name, values), f" {statistics.median(values) / bare:5.2f}x bare")


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [22, 10_000])
