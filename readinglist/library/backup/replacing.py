"""Puts a copy in the place of a library: the file that was there is kept beside, a journal that is not its own goes."""

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
from readinglist.library.file import rights
from readinglist.library.file.backup_folder import sync

_WAIT = 5.0  # seconds for a writer to finish


def replace(library: Path, source: Path) -> Path | None:
    """Put a copy of `source`, which is sound, in the place of `library`. Returns where the old file is kept, or None.

    At every moment there is a whole file at the path, the old one or the new one. Raises Locked, OSError.
    """
    target = Path(os.path.realpath(library))
    rights.make_folder(target.parent)
    part = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.part")
    try:
        rights.begin(part)
        shutil.copyfile(source, part)
        sync(part)
        kept = _name_beside(target)
        journal = _journal(kept)
        if _journal(target).exists():
            _second_name(_journal(target), journal)  # before SQLite looks at it, which may remove it
        with _held(target) as settled:
            if settled:
                journal.unlink(missing_ok=True)
            there = target.exists()
            if there:
                _second_name(target, kept)
                sync(target.parent)
            _journal(target).unlink(missing_ok=True)
            part.replace(target)
            sync(target.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return kept if there else None


def _journal(file: Path) -> Path:
    return file.with_name(f"{file.name}-journal")


@contextlib.contextmanager
def _held(target: Path) -> Iterator[bool]:
    """Keep everybody from writing the old file inside this block; yields whether a deed that was cut off is settled."""
    if not target.exists() or not target.stat().st_size:
        yield False
        return
    db = sqlite3.connect(target, isolation_level=None, timeout=_WAIT)
    try:
        yield _exclusively(db, target)
    finally:
        db.close()


def _exclusively(db: sqlite3.Connection, target: Path) -> bool:
    """Lock the file; False where SQLite cannot read it, and so nobody can write it. Raises Locked."""
    try:
        db.execute("BEGIN EXCLUSIVE")
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as problem:
        if problem.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise errors.Locked(
                _("Another program is writing to {path}.").format(path=target.name),
                safe=_("Nothing was changed."),
                do=_("Close it, then try again."),
            ) from problem
        return False
    return True


def _name_beside(target: Path) -> Path:
    stamp = f"{dt.datetime.now():%Y%m%d-%H%M%S}"
    number, kept = 1, target.with_name(f"{target.stem}.before-restore-{stamp}{target.suffix}")
    while kept.exists() or _journal(kept).exists():
        number += 1
        kept = target.with_name(f"{target.stem}.before-restore-{stamp}.{number}{target.suffix}")
    return kept


def _second_name(file: Path, name: Path) -> None:
    try:
        os.link(file, name)
    except OSError:  # a disk without links
        part = name.with_name(f".{name.name}.part")
        shutil.copyfile(file, part)
        sync(part)
        part.replace(name)
