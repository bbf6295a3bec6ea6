"""What the real window costs while nobody touches it: CPU time, wake-ups, and the look for what other programs wrote.

`python -m tests.benchmarks.idle [papers ...]` (default 10000 100000). One process a size.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from readinglist.library.library import Library
from readinglist.settings import Settings, State
from readinglist.ui import patience
from readinglist.ui.look import theme
from readinglist.ui.window import Window
from tests.benchmarks import corpus, timing

SETTLE = 5.0  # seconds: what the start leaves for later is done by then
IDLE = 20.0
POLLS = 500


def wait(seconds: float) -> None:
    """Let Qt wait for events as it does for a user. Not with `QApplication.quit`: that would close the window."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def measure(papers: int) -> Iterator[tuple[str, list[float], str]]:
    """Yield every figure of a window over a library of that size."""
    app = QApplication.instance() or QApplication(["benchmark"])
    theme.apply(app, dark=False)  # type: ignore[arg-type]
    with tempfile.TemporaryDirectory() as name:
        os.environ["READINGLIST_CONFIG_DIR"] = name
        with Library.open(corpus.copy(papers, Path(name))) as library:
            window = Window(library, Settings(), State())
            window.resize(1440, 860)
            window.show()
            wait(SETTLE)
            before, cpu, clock = resource.getrusage(resource.RUSAGE_SELF), time.process_time(), time.perf_counter()
            wait(IDLE)
            if not window.isVisible():
                raise RuntimeError("the window was closed: nothing was measured")
            cpu, clock = time.process_time() - cpu, time.perf_counter() - clock
            after = resource.getrusage(resource.RUSAGE_SELF)
            yield f"CPU time of the window, idle for {IDLE:.0f} s", [cpu / clock * 1e3], "ms/s"
            yield "times it woke up, idle", [(after.ru_nvcsw - before.ru_nvcsw) / clock], "/s"
            polls = timing.timed(library.poll, POLLS)
            yield "one look for news of other programs", [value * 1e3 for value in polls], "µs"
            yield "polling", [sum(polls) / POLLS * 1000 / patience.POLL_MS], "ms/s"
            window.close()


def main(sizes: list[int]) -> None:
    """Measure and print."""
    if len(sizes) > 1:
        timing.each("idle", sizes)
        return
    for name, taken, unit in measure(sizes[0]):
        print(timing.line(f"{sizes[0]:>9,} {name}", taken, unit), flush=True)


if __name__ == "__main__":
    main([int(text) for text in sys.argv[1:]] or [10_000, 100_000])
