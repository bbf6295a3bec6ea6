"""Opens the file with the settings that keep it safe, and turns SQLite's errors into words; knows no tables."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from readinglist import atomic
from readinglist.core import errors, text
from readinglist.i18n import _
from readinglist.library.file import missing, rights, second_look

APPLICATION_ID = 0x524C4942  # "RLIB"
BUSY_SECONDS = 5.0
MINIMUM_SQLITE = (3, 37, 0)  # STRICT tables
PLENTY = 100  # megabytes: with so much left it is not the disk that is full

# Why these: docs/decisions/0022-journal-mode.md. Each is read back, since SQLite ignores what it cannot do.
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
# Spilling a half-done step into the file would lock readers out until it ends; see docs/decisions/0022.
SPILL_OFF = "PRAGMA cache_spill = OFF"


# Files this process has opened, by device and inode. Closing a file drops every POSIX lock that the process holds on
# it, SQLite's own included, so `_look_inside` must never open one of these a second time.
_opened = atomic.open_databases


def connect(
    path: Path, *, create: bool = False, readonly: bool = False, newest: int | None = None
) -> sqlite3.Connection:
    """Open the file at `path` in autocommit mode with every pragma set and checked.

    A missing or empty file is refused unless `create`, a file of a format above `newest` (where given) always, and both
    before anything is written. Raises the errors of `core.errors` in plain words.
    """
    if sqlite3.sqlite_version_info < MINIMUM_SQLITE:
        raise errors.Refused(
            _("This Python comes with SQLite {found}; Reading List needs 3.37 or newer.").format(
                found=sqlite3.sqlite_version
            )
        )
    _check_place(path, create)
    _look_inside(path, newest)
    _keep_private(path, create)
    mode = "ro" if readonly else ("rwc" if create else "rw")
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    with translated(path):
        db = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False)
        try:
            _opened.add(_identity(path))
            _check_header(db, path, create, newest)
            _set_pragmas(db, readonly)
            add_functions(db)
        except BaseException:
            db.close()
            raise
    return db


def _keep_private(path: Path, create: bool) -> None:
    """Nobody else may read the library, from its first moment on."""
    try:
        if create:
            rights.begin(path)
    except OSError as problem:
        raise unwritable(path, problem) from problem
    rights.repair(path)


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _check_place(path: Path, create: bool) -> None:
    try:
        if path.is_dir():
            raise errors.Damaged(_("{path} is a folder, not a library.").format(path=path), do=_("Name a file."))
        if path.exists():
            if not path.is_file():
                raise errors.Damaged(
                    _("{path} is a device or a pipe, not a library.").format(path=path), do=_("Name a file.")
                )
            if not path.stat().st_size and not create:
                raise missing.empty(path)
            return
    except OSError as problem:
        raise _unreadable(path, problem) from problem
    if not create:
        raise missing.no_library(path)
    missing.check_new(path)
    if not path.parent.exists():
        try:
            rights.make_folder(path.parent)
        except OSError as problem:
            raise unwritable(path, problem) from problem


def newer(found: int, known: int) -> errors.Newer:
    """Return the error for a library of a format that this program does not know yet."""
    return errors.Newer(
        _("This library was written by a newer Reading List (format {found}; this program knows {known}).").format(
            found=found, known=known
        ),
        safe=_("It was not changed."),
        do=_("Update Reading List, then open it again."),
    )


def _foreign(path: Path) -> errors.Damaged:
    return errors.Damaged(
        _("{path} is an SQLite file of another program, not a Reading List library.").format(path=path),
        safe=_("Nothing was changed."),
        do=_("Name another file, or import this one."),
    )


def _unreadable(path: Path, problem: OSError) -> errors.Refused:
    return errors.Refused(
        _("{path} cannot be read: {why}.").format(path=path, why=problem.strerror),
        safe=_("Nothing was changed."),
        do=_("Check the file's permissions."),
    )


def _look_inside(path: Path, newest: int | None) -> None:
    """Refuse a foreign or newer file by its first bytes: SQLite itself might mend or convert it while opening.

    Offsets from https://www.sqlite.org/fileformat2.html (1.3, 1.6). A file with a journal beside it belongs to a
    writer who was interrupted; only SQLite can tell what it holds.
    """
    try:
        if not path.exists() or _identity(path) in _opened or Path(f"{path}-journal").exists():
            return
        with path.open("rb") as file:
            head = file.read(108)
    except OSError as problem:
        raise _unreadable(path, problem) from problem
    if not head:
        return
    if not head.startswith(b"SQLite format 3\x00"):
        raise _not_ours(path)
    version, application, entries = (int.from_bytes(head[at:end]) for at, end in ((60, 64), (68, 72), (103, 105)))
    in_wal = head[18:20] == b"\x02\x02"  # never ours, and what it holds may stand in another file
    if application != APPLICATION_ID and (entries or in_wal):
        raise _foreign(path)
    if application == APPLICATION_ID and newest is not None and version > newest:
        raise newer(version, newest)


def _not_ours(path: Path) -> errors.Damaged:
    return errors.Damaged(
        _("{path} is not a Reading List library.").format(path=path),
        safe=_("Nothing was changed."),
        do=_("Name another file, or import this one."),
    )


def unwritable(path: Path, problem: OSError | None = None) -> errors.Refused:
    """Return the error for a place that cannot be written."""
    why = f" ({problem.strerror})" if problem and problem.strerror else ""
    return errors.ReadOnly(
        _("The library at {path} cannot be written{why}.").format(path=path, why=why),
        safe=_("Nothing was changed; what is in it can still be read.") if path.exists() else _("Nothing was made."),
        do=_("Check the permissions of the file and its folder, or name another library with --library."),
    )


def _check_header(db: sqlite3.Connection, path: Path, create: bool, newest: int | None) -> None:
    """Refuse what is not ours, or newer than us, before anything is written to it."""
    db.execute("BEGIN")  # one look: another process may be making the library at this moment
    try:
        tables, application, version = (
            int(db.execute(sql).fetchone()[0])
            for sql in ("SELECT count(*) FROM sqlite_master", "PRAGMA application_id", "PRAGMA user_version")
        )
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")
    if application != APPLICATION_ID:
        if tables:
            raise _foreign(path)
        if not create:
            raise missing.no_library(path)
    elif newest is not None and version > newest:
        raise newer(version, newest)


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


@cache
def _has_words_function() -> Callable[..., bool]:
    from readinglist.core.query.contains import has_words  # only where something is sought

    return has_words


def _has_words(words: str, prefix: int, *values: str | None) -> bool:
    return _has_words_function()(words, bool(prefix), *values)


def add_functions(db: sqlite3.Connection) -> None:
    """Give a connection the functions that the schema and the searches call."""
    db.create_function("crc32", 1, zlib.crc32, deterministic=True)
    db.create_function("fold", 1, lambda value: text.fold(value) if value else "", deterministic=True)
    db.create_function("segment", 1, text.segment, deterministic=True)
    db.create_function("has_words", -1, _has_words, deterministic=True)
    db.create_function("new_uid", 0, new_uid)


# The six bits of a random UUID that say that it is one (RFC 9562, 5.4).
_UUID_KEEP, _UUID_SET = ~(0xF << 76 | 0x3 << 62), 4 << 76 | 2 << 62


def new_uid() -> str:
    """Return a random UUID as text; not by `uuid`, which takes three times as long, where 100,000 may be wanted."""
    text = f"{int.from_bytes(os.urandom(16)) & _UUID_KEEP | _UUID_SET:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors inside the block into `core.errors`, in plain words; anything unknown stays a bug."""
    try:
        yield
    except sqlite3.DatabaseError as problem:
        said = in_words(problem, path)
        if said is None:
            raise
        raise said from problem


def in_words(problem: BaseException, path: Path) -> errors.Refused | None:
    """Return what an error of SQLite means to the user of the library at `path`; None for a bug, or no such error.

    For the last hooks of both faces: reading happens outside any step, where nothing is translated.
    """
    if not isinstance(problem, sqlite3.DatabaseError):
        return None
    extended = getattr(problem, "sqlite_errorcode", 0)
    code = extended & 0xFF
    if extended == sqlite3.SQLITE_READONLY_DBMOVED:
        return errors.Refused(
            _("The library file {path} was moved, deleted or replaced while it was open.").format(path=path),
            safe=_("Everything saved before is in the file that was moved; the last change was not made."),
            do=_("Put the file back, or close the library and open it anew."),
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return errors.Locked(
            _("Another program is writing to {path} and did not finish within {n} seconds.").format(
                path=path.name, n=f"{BUSY_SECONDS:g}"
            ),
            safe=_("Nothing was changed."),
            do=_("Wait for it to finish, then try again."),
        )
    if code == sqlite3.SQLITE_FULL:
        return disk_full(path)
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT) and not second_look.is_damaged(path, extended):
        return _disk_failed(path)
    if code == sqlite3.SQLITE_NOTADB:
        return _not_ours(path)
    if code == sqlite3.SQLITE_CORRUPT:
        return _damaged(path)
    if code == sqlite3.SQLITE_CANTOPEN and path.exists() and not os.access(path, os.R_OK):
        return _unreadable(path, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return unwritable(path)
    if code == sqlite3.SQLITE_IOERR:
        return disk_full(path) if not _room_left(path) else _disk_failed(path)
    return None


def _damaged(path: Path) -> errors.Damaged:
    return errors.Damaged(
        _("The library at {path} is damaged.").format(path=path),
        safe=_("It was left as it is."),
        do=_("Make a copy of the file, then run 'readinglist check'."),
    )


def _disk_failed(path: Path) -> errors.Refused:
    return errors.Refused(
        _("The disk reported an error while {path} was in use.").format(path=path),
        safe=_("Nothing was changed; everything saved before is kept."),
        do=_("Check the disk, then start again."),
    )


def uncertain(*, stored: bool) -> errors.Uncertain:
    """Return the error for a disk that failed while a change was saved: too late to stop it, or nobody can say."""
    if stored:
        return errors.Uncertain(
            _("The disk reported an error right after the change was saved."),
            safe=_("The change is in the library; whether it would outlast a power failure is not known."),
            do=_("Check the disk, and keep a copy of the library in another place."),
        )
    return errors.Uncertain(
        _("The disk reported an error while the change was being saved."),
        safe=_("Whether it was saved is not known; everything saved before is kept."),
        do=_("Check the disk, then open the library again and look."),
    )


def _free_bytes(path: Path) -> int | None:
    """Return what room there is beside a file, None where that cannot be known."""
    import shutil  # only where something went wrong: it loads much

    try:
        return shutil.disk_usage(path.parent).free
    except OSError:
        return None


def _room_left(path: Path) -> bool:
    free = _free_bytes(path)
    return free is None or free > 64 * 1024


def free_room(path: Path) -> str:
    """Return in words how much room there is beside a file that did not fit: never that there is plenty."""
    free = (_free_bytes(path) or 0) / 1e6
    if free < PLENTY:
        return _("{free:.1f} MB free").format(free=free)
    return _("the system allows no more here, as by a quota")


def disk_full(path: Path) -> errors.DiskFull:
    """Return the error for a full disk, with what room there is."""
    return errors.DiskFull(
        _("Disk full: {room} where the library is.").format(room=free_room(path)),
        safe=_("Everything saved before is kept; the last change was not made."),
        do=_("Make room, then try again."),
    )


def writable(path: Path) -> bool:
    """True when SQLite can write the file and put its journal beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
