"""Room on the disk that is kept while a long step goes on, so that it can be taken back when the disk is full."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from readinglist.library.file import rights
from readinglist.library.file.connection import disk_full

LEAST = 2 * 1024 * 1024
# What taking back writes, in parts of what the step has added to the file: SQLite's own journal of the pages, and ours.
SHARE = 2.0

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def place(library: Path) -> Path:
    """Return where the room of a library is kept."""
    return library.with_name(library.name + "-reserve")


def keep(library: Path, added: int) -> None:
    """Keep room for taking back a step that has added so many bytes to the file. Raises DiskFull: there is no more.

    A file system that cannot set room apart, or a folder that takes no file, has none kept.
    """
    if not hasattr(os, "posix_fallocate"):
        return
    path = place(library)
    try:
        rights.begin(path)
        file = os.open(path, os.O_WRONLY)
    except OSError as problem:
        if problem.errno in _FULL:
            raise disk_full(library) from problem
        return
    try:
        os.posix_fallocate(file, 0, LEAST + int(added * SHARE))
    except OSError as problem:
        if problem.errno in _FULL:
            raise disk_full(library) from problem
    finally:
        os.close(file)


def give_up(library: Path) -> None:
    """Let the room be used."""
    with contextlib.suppress(OSError):
        place(library).unlink(missing_ok=True)
