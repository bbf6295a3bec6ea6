"""Listening for browsers costs nothing while it is off, and next to nothing while nobody calls."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.waiting import HANGS

ROOT = Path(__file__).parents[2]
MOST = 1024  # KB
IDLE = 0.02  # seconds of work in a second, by a window that nobody uses
_WINDOW = """
import gc, json, os, socket as _probe, sys, threading, time
from pathlib import Path
sys.path.insert(0, {root!r})
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from readinglist.library.library import Library
from readinglist.settings import Settings, State
from readinglist.ui.window import Window

def turn(seconds):
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()

def kilobytes():
    gc.collect()
    try:
        lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith(("Private_Dirty", "Private_Clean")))

def ours():
    heads = ("h11", "readinglist.listener", "readinglist.flows.browser")
    return sorted(name for name in sys.modules if name.startswith(heads))

app = QApplication([])
library = Library.open(Path({library!r}), create=True)
settings = Settings()
window = Window(library, settings, State())
window.show()
turn({wait})
said = {{"off": ours(), "threads": threading.active_count()}}
with _probe.create_server(("127.0.0.1", 0)) as free:
    port = free.getsockname()[1]
before = kilobytes()
settings.set("listen_port", port)
settings.set("listen", True)
while not window.desk.listening.addresses():
    turn(0.02)
turn({wait})
said |= {{"on": ours(), "more": threading.active_count() - said["threads"], "kilobytes": kilobytes() - before}}
begun = time.process_time()
turn({idle})
said["work"] = time.process_time() - begun
window.close()
library.close()
print(json.dumps(said))
"""


def window(tmp_path: Path, wait: float, idle: float) -> dict[str, object]:
    """Open a window in a process of its own, switch it on, and return what that cost."""
    code = _WINDOW.format(root=str(ROOT), library=str(tmp_path / "library.db"), wait=wait, idle=idle)
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=HANGS, check=False)
    assert ran.returncode == 0, ran.stderr
    return dict(json.loads(ran.stdout.splitlines()[-1]))


def test_nothing_is_loaded_while_it_is_off_and_no_http_before_somebody_calls(tmp_path: Path) -> None:
    said = window(tmp_path, 0, 0)
    assert said["off"] == []
    on = said["on"]
    assert isinstance(on, list)
    assert "readinglist.listener.server" in on
    assert not [name for name in on if name.startswith("h11") or name.endswith((".saves", ".saving", ".serving"))]
    assert said["more"] == 1, "one thread, which waits"


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="memory is read as Linux tells it")
def test_it_costs_less_than_a_megabyte_and_no_work(tmp_path: Path) -> None:
    said = window(tmp_path, 3, 10)
    assert int(str(said["kilobytes"])) < MOST
    assert float(str(said["work"])) < 10 * IDLE
