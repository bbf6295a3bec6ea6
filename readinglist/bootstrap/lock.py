"""Lets one process at a time make an environment."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from readinglist.bootstrap.stop import say


def _try(file: IO[bytes]) -> bool:
    """Take the lock if it is free. The system frees it when the process ends, however it ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


@contextmanager
def alone(place: str) -> Iterator[None]:
    """Hold the lock of the environment in `place` (a file beside it, for the environment itself may be remade).

    Waits as long as another process holds it, and says so once. Raises OSError where the file cannot be made.
    """
    with open(os.path.join(os.path.dirname(place), f"{os.path.basename(place)}.lock"), "ab") as file:
        if not _try(file):
            say("Another start is preparing the environment: waiting for it.")
            while not _try(file):
                time.sleep(0.2)
        yield
