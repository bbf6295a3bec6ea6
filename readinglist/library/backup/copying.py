"""Copies the open library into a file, page by page, without keeping anybody from writing."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from readinglist.library.file import rights
from readinglist.library.file.backup_folder import sync

PAGES = 500  # at a time: between two lots everybody else can write
PATIENCE = 20.0  # seconds after which a library that is written all the time is copied in one go


class _TooLong(Exception):
    """Others write so often that the copy begins again and again."""


def copy(db: sqlite3.Connection, target: Path, *, at_once: bool = False) -> None:
    """Copy what is committed in `db` into a new private file and let it reach the disk. Raises OSError, sqlite3.Error.

    By SQLite's own backup and not by VACUUM INTO, which would keep writers waiting all the while. `at_once` is for
    copies that a deed waits for.
    """
    rights.begin(target)
    into = sqlite3.connect(target, isolation_level=None)
    try:
        if at_once:
            db.backup(into)
        else:
            _in_lots(db, into)
    finally:
        into.close()
    sync(target)


def _in_lots(db: sqlite3.Connection, into: sqlite3.Connection) -> None:
    end = time.monotonic() + PATIENCE

    def look(_status: int, left: int, _all: int) -> None:
        if left and time.monotonic() > end:
            raise _TooLong

    try:
        db.backup(into, pages=PAGES, progress=look, sleep=0.002)
    except _TooLong:
        db.backup(into)
