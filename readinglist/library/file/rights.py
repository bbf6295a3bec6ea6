"""Who may read the library: its user alone, the file, its journal and its copies; put right at every opening."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from readinglist import paths

FILE, FOLDER = 0o600, 0o700


def begin(path: Path) -> None:
    """Make an empty file that is private from its first moment, where there is none. Raises OSError."""
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE))


def make_folder(path: Path) -> None:
    """Make a folder for a library, and those around it, private where they are made. Raises OSError."""
    for folder in reversed([path, *path.parents]):
        with contextlib.suppress(FileExistsError):
            folder.mkdir(mode=FOLDER)


def repair(path: Path) -> None:
    """Take a library, and a journal left beside it, from everybody but its user; so the folder, if it is our own.

    A folder that the user chose, such as Documents, holds other things and stays as it is. SQLite gives a journal the
    rights of its file.
    """
    _make_private(path, FILE)
    _make_private(path.with_name(path.name + "-journal"), FILE)
    # Asking the system for our folder costs a reading command more than all else here: by name most are none.
    if path.parent.name == paths.OWN_NAME and path.parent == paths.own_data_folder():
        _make_private(path.parent, FOLDER)


def _make_private(path: Path, mode: int) -> None:
    """What is not ours, or on a disk that knows no rights, cannot be changed: that keeps nobody from the library."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        found = path.lstat()
        real = stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)
        if real and found.st_uid == os.getuid() and stat.S_IMODE(found.st_mode) & 0o077:
            path.chmod(stat.S_IMODE(found.st_mode) & mode)
