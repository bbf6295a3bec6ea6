"""Makes a new library of the rows that can still be read of a damaged one; the old file is only read."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from readinglist.core import errors
from readinglist.i18n import _
from readinglist.library.backup.salvage import rows
from readinglist.library.backup.salvage.rows import Found
from readinglist.library.file import backup_folder, rights, schema, totals
from readinglist.library.file.checksum import CHECKSUM, row_sum
from readinglist.library.file.connection import APPLICATION_ID, connect
from readinglist.library.file.damage import columns
from readinglist.library.file.private_copy import PrivateFolder
from readinglist.library.library import Library

# What stands for a row that is lost and that others belong to: table, column that names it, what is put in its place.
_STUBS = {
    "status": "INSERT INTO status (id, label, kind, colour) VALUES (?1, ?1, 'inbox', 'slate')",
    "tag": "INSERT INTO tag (id, uid, name, folded) VALUES (?1, new_uid(), 'lost tag ' || ?1, 'lost tag ' || ?1)",
    "queue": "INSERT INTO queue (id, uid, name) VALUES (?1, new_uid(), 'Queue ' || ?1)",
    "paper": "INSERT INTO paper (id, uid, type, title, status, added, changed) VALUES (?1, new_uid(), 'article', "
    "'(lost paper ' || ?1 || ')', 'inbox', '1970-01-01T00:00:00Z', '1970-01-01T00:00:00Z')",
}


@dataclass(slots=True)
class Salvage:
    """What was found: rows by table, how many of them are damaged, cells that are lost, rows put in for lost ones."""

    rows: dict[str, int] = field(default_factory=dict)
    damaged: int = 0
    unreadable: int = 0
    stubs: int = 0
    refused: int = 0

    @property
    def papers(self) -> int:
        """How many papers can be read."""
        return self.rows.get("paper", 0)


def look(library: Path) -> Salvage:
    """Return what can be read of a damaged library, writing nothing. Raises OSError."""
    return _told(rows.read(_data(library)))


def salvage(library: Path, target: Path) -> Salvage:
    """Make a new library at `target` of what can be read of a damaged one. Raises FileExistsError, OSError, Refused."""
    if target.exists():
        raise FileExistsError(target)
    found = rows.read(_data(library))
    told = _told(found)
    if not told.papers:
        raise errors.Damaged(
            _("There is no paper in {path}, or none that can be read.").format(path=library),
            safe=_("Nothing was written."),
            do=_("'readinglist backup list' shows the backups there are."),
        )
    rights.make_folder(target.parent)
    part = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.part")
    rights.begin(part)
    try:
        _fill(part, found, told)
        Library.open(part, origin="repair").close()  # brings one of an older format up to date, makes the search index
        os.link(part, target)
        backup_folder.sync(target.parent)
    finally:
        part.unlink(missing_ok=True)
        shutil.rmtree(backup_folder.folder_of(part), ignore_errors=True)
    return told


def _told(found: Found) -> Salvage:
    counted = {table: len(part) for table, part in found.rows.items() if part and table != "library"}
    return Salvage(counted, found.damaged, found.unreadable)


def _data(library: Path) -> bytes:
    """Return the file's bytes, once SQLite has settled, in a private copy, a deed that was cut off."""
    private = PrivateFolder()
    try:
        copy = private.path / "library.db"
        shutil.copyfile(library, copy)
        journal = library.with_name(f"{library.name}-journal")
        if journal.exists():
            shutil.copyfile(journal, copy.with_name("library.db-journal"))
            with contextlib.suppress(sqlite3.Error), contextlib.closing(sqlite3.connect(copy)) as db:
                db.execute("BEGIN IMMEDIATE")
                db.execute("ROLLBACK")
        return copy.read_bytes()
    finally:
        private.close()


def _fill(part: Path, found: Found, told: Salvage) -> None:
    db = connect(part, create=True)
    try:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("BEGIN EXCLUSIVE")
        for step in schema.STEPS[: found.version]:
            step(db)
        for table in ("status", "queue"):
            if found.rows[table]:
                db.execute(f"DELETE FROM {table}")
        for table, listed in found.rows.items():
            if table != "library":
                told.refused += _insert(db, table, listed.values())
        told.stubs = _stand_in(db)
        if found.version >= schema.VERSION:
            totals.put(db, dict(totals.counted(db)))
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {found.version}")
        db.execute("COMMIT")
    finally:
        db.close()


def _insert(db: sqlite3.Connection, table: str, listed: Iterable[dict[str, Any]]) -> int:
    """Insert rows with the checksums that they carry. Returns how many the table would not take."""
    refused = 0
    for row in listed:
        marks = ", ".join("?" * len(row))
        try:
            db.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))
        except (sqlite3.IntegrityError, sqlite3.DataError, OverflowError):
            refused += 1
    return refused


def _stand_in(db: sqlite3.Connection) -> int:
    """Put something in the place of rows that are lost and that others belong to. Returns how many."""
    count = 0
    for _turn in range(3):  # a paper that stands in may need a status that is lost, too
        missing = set()
        for table, row, parent, number in db.execute("PRAGMA foreign_key_check").fetchall():
            column = next(key[3] for key in db.execute(f"PRAGMA foreign_key_list({table})") if key[0] == number)
            if parent in _STUBS:
                missing |= _wanted(db, table, column, parent)
            elif row is not None:
                db.execute(f"UPDATE {table} SET {column} = NULL WHERE rowid = ?", (row,))
                db.execute(
                    f"UPDATE {table} SET {CHECKSUM} = {row_sum(table, columns(db, table))} WHERE rowid = ?", (row,)
                )
        for parent, key in missing:
            db.execute(_STUBS[parent], (key,))
            db.execute(f"UPDATE {parent} SET {CHECKSUM} = {row_sum(parent, columns(db, parent))} WHERE id = ?", (key,))
        count += len(missing)
        if not missing:
            break
    return count


def _wanted(db: sqlite3.Connection, table: str, column: str, parent: str) -> set[tuple[str, Any]]:
    sql = f"SELECT DISTINCT {column} FROM {table} WHERE {column} NOT IN (SELECT id FROM {parent})"
    return {(parent, key) for (key,) in db.execute(sql)}
