"""Bringing an older file up to date: which one needs it, the copy that is kept before, the migrations all or none."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from readinglist.core import errors
from readinglist.i18n import _
from readinglist.library.file import backup_folder, log, rights, schema, totals
from readinglist.library.file.connection import APPLICATION_ID, SPILL_OFF, newer, translated


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def check_readable(db: sqlite3.Connection) -> None:
    """Raise Refused for a file that must be brought up to date first, where nothing may be written."""
    if _version(db) < schema.VERSION:
        raise errors.ReadOnly(
            _("This library was written by an older Reading List and must be brought up to date before it is read."),
            safe=_("It was not changed."),
            do=_("Open it once from a place where it can be written."),
        )


def bring_up_to_date(db: sqlite3.Connection, path: Path) -> Path | None:
    """Run the migrations that `db` still needs, all or none. Returns the copy kept before, or None.

    Raises Newer before anything is written when a newer version of the program made the file.
    """
    if _version(db) == schema.VERSION:
        return None
    with translated(path), _spilling(db):
        while True:
            found = _version(db)
            seen = _data_version(db)
            copy = keep_copy(db, path, found) if found else None
            db.execute("BEGIN EXCLUSIVE")
            if copy is None or _data_version(db) == seen:
                break
            db.execute("ROLLBACK")  # another process has written since: that copy would lack it
            shutil.rmtree(copy.parent)
        _migrate(db)
    return copy


@contextlib.contextmanager
def _spilling(db: sqlite3.Connection) -> Iterator[None]:
    """Let SQLite write into the file what it has no memory for: the file is locked, so nobody is kept waiting by it."""
    db.execute("PRAGMA cache_spill = ON")
    try:
        yield
    finally:
        db.execute(SPILL_OFF)


def _data_version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA data_version").fetchone()[0])


def keep_copy(db: sqlite3.Connection, path: Path, version: int) -> Path:
    """Copy the library among its backups before a migration and return the copy's path.

    The copy is looked over by SQLite at once, and waits there under a name of its own to be verified like every backup.
    By SQLite and not by reading the file: closing the file would drop this process's locks on it.
    """
    folder = backup_folder.folder_of(path)
    copying = folder / f"{backup_folder.COPYING}{os.getpid()}-{os.urandom(4).hex()}"
    rights.make_folder(copying)
    copy = copying / backup_folder.DATABASE
    try:
        rights.begin(copy)
        with contextlib.closing(sqlite3.connect(copy)) as target:
            db.backup(target)
            if target.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                log.warning("the library was damaged before it was brought up to date: %s", path)
        backup_folder.sync(copy)
        stamp = f"{dt.datetime.now(dt.UTC):%Y%m%d-%H%M%S}"
        waiting = folder / f"{backup_folder.PENDING}{stamp}-before-format-{schema.VERSION}-from-{version}"
        return backup_folder.named(copying, waiting) / backup_folder.DATABASE
    except BaseException:
        shutil.rmtree(copying, ignore_errors=True)
        raise


def _migrate(db: sqlite3.Connection) -> None:
    """Run what is missing inside the transaction that is open, and end it."""
    try:
        found = _version(db)
        if found > schema.VERSION:  # another process may have been quicker, and newer
            raise newer(found, schema.VERSION)
        if found < schema.VERSION:
            import sqlite_utils.migrations  # heavy: only where there is something to migrate

            migrations = sqlite_utils.migrations.Migrations("readinglist")
            for step in schema.STEPS:
                migrations(name=step.__name__)(step)
            with totals.carried(db):
                migrations.apply(sqlite_utils.Database(db, execute_plugins=False))
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {schema.VERSION}")
        db.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            db.execute("ROLLBACK")
        raise
