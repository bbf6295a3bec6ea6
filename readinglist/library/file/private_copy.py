"""A private folder for a copy of somebody else's file: removed when done with, or by the next one after a kill."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import IO

if sys.platform != "win32":  # there, what was left behind goes by its age
    import fcntl

PREFIX = "readinglist-foreign-"
_LOCK = "in-use"
_OLD = 24 * 3600  # seconds after which a folder without a lock is nobody's


class PrivateFolder:
    """A folder that only the user can look into, locked as long as this object is open."""

    def __init__(self) -> None:
        sweep()
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX))
        # Locked before it has its name: whoever sweeps meanwhile sees no lock that is free.
        waiting = self.path / "locking"
        self._lock = waiting.open("wb")
        _is_locked(self._lock)
        waiting.rename(self.path / _LOCK)

    def close(self) -> None:
        """Remove the folder and what is in it. Safe to call twice."""
        shutil.rmtree(self.path, ignore_errors=True)
        self._lock.close()


def sweep() -> None:
    """Remove the folders that programs left behind which were killed: their locks went with them."""
    with contextlib.suppress(OSError):
        for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
            with contextlib.suppress(OSError):
                if folder.is_dir() and not folder.is_symlink() and _is_mine(folder) and _left_behind(folder):
                    shutil.rmtree(folder, ignore_errors=True)


def _is_mine(folder: Path) -> bool:
    return not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()


def _left_behind(folder: Path) -> bool:
    if sys.platform == "win32" or not (folder / _LOCK).exists():
        return time.time() - folder.stat().st_mtime > _OLD
    with (folder / _LOCK).open("rb") as lock:
        return _is_locked(lock)


def _is_locked(file: IO[bytes]) -> bool:
    """Lock a file as long as it is open. Returns False where another program has it."""
    if sys.platform != "win32":
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
    return True
