"""Whether a file that SQLite calls malformed really is: a disk that fails to read once makes it say so too."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

LOOKS = 3  # so often a failed look is repeated before its answer counts
_PIECE = 1 << 20

# Never closed: closing a file drops every POSIX lock that the process holds on it, SQLite's own included.
_handles: dict[tuple[int, int], int] = {}


def is_damaged(path: Path, extended: int = sqlite3.SQLITE_CORRUPT) -> bool:
    """Look at the library anew, up to three times; False where the disk cannot read it, or finds it whole.

    An error of the search index (SQLITE_CORRUPT_VTAB) is none of the file, and stays what it is.
    """
    if extended not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return True
    return _readable(path) and not any(_whole(path) for _look in range(LOOKS))


def _readable(path: Path) -> bool:
    """Return whether the disk gives every byte of the file; SQLite calls it malformed where it does not."""
    if not hasattr(os, "pread"):
        return True
    for _look in range(LOOKS):
        with contextlib.suppress(OSError):
            handle, at = _handle(path), 0
            while piece := os.pread(handle, _PIECE, at):
                at += len(piece)
            return True
    return False


def _handle(path: Path) -> int:
    found = path.stat()
    which = found.st_dev, found.st_ino
    if which not in _handles:
        _handles[which] = os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
    return _handles[which]


def _whole(path: Path) -> bool:
    with contextlib.suppress(sqlite3.Error):
        db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            return bool(db.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
        finally:
            db.close()
    return False
