"""Opens the file with the settings that keep it safe, and turns SQLite's errors into words; knows no tables."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from readinglist.core import errors, text
from readinglist.i18n import _

APPLICATION_ID = 0x524C4942  # "RLIB"
BUSY_SECONDS = 5.0
MINIMUM_SQLITE = (3, 37, 0)  # STRICT tables

# Why these: docs/decisions/0002-journal-mode.md. Each is read back, since SQLite ignores what it cannot do.
PRAGMAS: tuple[tuple[str, str | int, str | int], ...] = (
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", 3),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("cache_size", -16000, -16000),
)
# Spilling a half-done step into the file would lock readers out until it ends; see docs/decisions/0002.
SPILL_OFF = "PRAGMA cache_spill = OFF"


def connect(path: Path, *, create: bool = False, readonly: bool = False) -> sqlite3.Connection:
    """Open the file at `path` in autocommit mode with every pragma set and checked.

    A missing file is refused unless `create`. Raises the errors of `core.errors` in plain words.
    """
    if sqlite3.sqlite_version_info < MINIMUM_SQLITE:
        raise errors.Refused(
            _("This Python comes with SQLite {found}; Reading List needs 3.37 or newer.").format(
                found=sqlite3.sqlite_version
            )
        )
    _check_place(path, create)
    mode = "ro" if readonly else ("rwc" if create else "rw")
    uri = f"file:{quote(str(path))}?mode={mode}"
    with translated(path):
        db = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False)
        try:
            _check_header(db, path)
            _set_pragmas(db, readonly)
            _add_functions(db)
        except BaseException:
            db.close()
            raise
    return db


def _check_place(path: Path, create: bool) -> None:
    if path.is_dir():
        raise errors.Damaged(_("{path} is a folder, not a library.").format(path=path), do=_("Name a file."))
    if path.exists():
        if path.stat().st_size and not _has_sqlite_header(path):
            raise errors.Damaged(
                _("{path} is not a Reading List library.").format(path=path),
                safe=_("Nothing was changed."),
                do=_("Name another file, or import this one."),
            )
        return
    if not create:
        raise errors.NoLibrary(
            _("There is no library at {path}.").format(path=path),
            safe=_("Nothing was created."),
            do=_("Open the window, or run 'readinglist add' or 'readinglist import' to start one."),
        )
    if not path.parent.exists():
        try:
            path.parent.mkdir(parents=True)
        except OSError as problem:
            raise unwritable(path, problem) from problem


def _has_sqlite_header(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\x00"
    except OSError as problem:
        raise errors.Refused(
            _("{path} cannot be read: {why}.").format(path=path, why=problem.strerror),
            safe=_("Nothing was changed."),
            do=_("Check the file's permissions."),
        ) from problem


def unwritable(path: Path, problem: OSError | None = None) -> errors.Refused:
    """Return the error for a place that cannot be written."""
    why = f" ({problem.strerror})" if problem and problem.strerror else ""
    return errors.ReadOnly(
        _("The library at {path} cannot be written{why}.").format(path=path, why=why),
        safe=_("Nothing was changed; what is in it can still be read."),
        do=_("Check the permissions of the file and its folder, or name another library with --library."),
    )


def _check_header(db: sqlite3.Connection, path: Path) -> None:
    """Refuse a foreign SQLite file before anything is written to it."""
    application = db.execute("PRAGMA application_id").fetchone()[0]
    if application == APPLICATION_ID:
        return
    if db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise errors.Damaged(
            _("{path} is an SQLite file of another program, not a Reading List library.").format(path=path),
            safe=_("Nothing was changed."),
            do=_("Name another file, or import this one."),
        )


def _set_pragmas(db: sqlite3.Connection, readonly: bool) -> None:
    for name, value, wanted in PRAGMAS:
        if readonly and name == "journal_mode":
            continue
        db.execute(f"PRAGMA {name} = {value}")
        found = db.execute(f"PRAGMA {name}").fetchone()[0]
        if found != wanted:
            raise errors.Refused(
                _("SQLite would not set {name} to {value} (it says {found}).").format(
                    name=name, value=value, found=found
                ),
                safe=_("Nothing was changed."),
            )
    db.execute(SPILL_OFF)


def row_sum(*values: object) -> int:
    """Return the CRC-32 of a row's values, told apart by type, as kept in its `checksum` column."""
    return zlib.crc32(repr(values).encode("utf-8", "surrogatepass"))


def _add_functions(db: sqlite3.Connection) -> None:
    db.create_function("row_sum", -1, row_sum, deterministic=True)
    db.create_function("fold", 1, lambda value: text.fold(value) if value else "", deterministic=True)
    db.create_function("segment", 1, text.segment, deterministic=True)


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors inside the block into `core.errors`, in plain words; anything unknown stays a bug."""
    try:
        yield
    except sqlite3.DatabaseError as problem:
        said = _in_words(problem, path)
        if said is None:
            raise
        raise said from problem


def _in_words(problem: sqlite3.DatabaseError, path: Path) -> errors.Refused | None:
    code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return errors.Locked(
            _("Another program is writing to {path} and did not finish within {n} seconds.").format(
                path=path.name, n=int(BUSY_SECONDS)
            ),
            safe=_("Nothing was changed."),
            do=_("Wait for it to finish, then try again."),
        )
    if code == sqlite3.SQLITE_FULL:
        return disk_full(path)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return errors.Damaged(
            _("The library at {path} is damaged.").format(path=path),
            safe=_("It was left as it is."),
            do=_("Make a copy of the file, then run 'readinglist check'."),
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return unwritable(path)
    if code == sqlite3.SQLITE_IOERR:
        if not _room_left(path):
            return disk_full(path)
        return errors.Refused(
            _("The disk reported an error while {path} was in use.").format(path=path),
            safe=_("Everything saved before is kept."),
            do=_("Check the disk, then start again."),
        )
    return None


def _room_left(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free > 64 * 1024
    except OSError:
        return True


def disk_full(path: Path) -> errors.DiskFull:
    """Return the error for a full disk, with what room there is."""
    try:
        free = shutil.disk_usage(path.parent).free / 1e6
    except OSError:
        free = 0.0
    return errors.DiskFull(
        _("Disk full: {free:.1f} MB free where the library is.").format(free=free),
        safe=_("Everything saved before is kept; the last change was not made."),
        do=_("Make room, then try again."),
    )


def writable_folder(path: Path) -> bool:
    """True when SQLite can put its journal beside the file."""
    return os.access(path.parent, os.W_OK)
