"""A second start of the program, in a process of its own as it is in use, that calls for the window that is open."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

from tests.waiting import HANGS

# Not a thread: a socket that waits keeps Python's lock, so that a window of the same process could never answer.
_SECOND = """
import sys
from PySide6.QtCore import QCoreApplication
from readinglist.ui import one_window
app = QCoreApplication([])
one_window.patience.OTHER_WINDOW_MS = int(sys.argv[2])
print(one_window.raise_other(sys.argv[1], sys.argv[3]))
"""


def answered(key: str, until: Callable[[Callable[[], bool]], object], address: str = "") -> bool:
    """Return whether a window listening at `key` answers a second start, which may have an address to be added.

    `until` turns the event loop meanwhile.
    """
    command = [sys.executable, "-c", _SECOND, key, str(HANGS * 1000), address]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as second:
        assert second.stdout is not None
        until(lambda: second.poll() is not None)
        return second.stdout.read() == "True\n"
