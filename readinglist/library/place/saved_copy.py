"""Saves a library from the connection that has it open, where its file is gone or another one is in its place."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from readinglist.core import errors
from readinglist.i18n import _
from readinglist.library.file import rights
from readinglist.library.file.connection import translated, unwritable


def save(db: sqlite3.Connection, target: Path) -> None:
    """Write what `db` holds into a new file at `target`, looked over before it gets that name.

    Raises Refused: something is there already, it cannot be written, or what was read is damaged.
    """
    whole = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        _copy(db, whole)
        os.link(whole, target)  # unlike a rename it replaces nothing
    except FileExistsError as problem:
        raise errors.Refused(
            _("There is something at {path} already.").format(path=target),
            safe=_("It was left as it is."),
            do=_("Choose another name."),
        ) from problem
    except OSError as problem:
        raise unwritable(target, problem) from problem
    finally:
        with contextlib.suppress(OSError):
            whole.unlink(missing_ok=True)
    _sync(target.parent)


def _copy(db: sqlite3.Connection, whole: Path) -> None:
    rights.begin(whole)
    with translated(whole), contextlib.closing(sqlite3.connect(whole)) as copy:
        db.backup(copy)
        if copy.execute("PRAGMA quick_check").fetchone()[0] != "ok":
            raise errors.Damaged(
                _("What is open is damaged and was not saved."), safe=_("No file was made."), do=_("Keep this open.")
            )


def _sync(folder: Path) -> None:
    """Make the new name last."""
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
