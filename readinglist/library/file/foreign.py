"""A private copy of another program's SQLite file, open for reading.

SQLite never opens the file itself, since its program may be running: it is copied with its journal, and the copy is
opened. Whoever made the file may mean harm: only real tables are read, with no function that their schema could call,
and within a time that goes by the file's size.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import time
from pathlib import Path
from typing import Any, BinaryIO

from readinglist.core import errors
from readinglist.i18n import _
from readinglist.library.file.private_copy import PrivateFolder

HEADER = b"SQLite format 3\x00"
SECONDS = 1.0  # of CPU that all questions to a database may take, and one more for every two megabytes of it
SECONDS_A_BYTE = 0.5 / 1_000_000
ROWS = 1_000_000  # that one question may give
CHARACTERS = 100_000_000  # in them
_TRIES = 4
_BESIDE = ("-journal", "-wal")
_LOOK = 1_000  # steps of SQLite's machine from one look at the clock to the next
# A message of SQLite's about a damaged file may hold its bytes, which Python then fails to decode.
_DAMAGE = (sqlite3.DatabaseError, UnicodeDecodeError)
# What a question of ours calls; all other functions are taken away, or a CHECK of theirs could call them for ever.
_FUNCTIONS = frozenset({"coalesce", "count", "length", "substr"})
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 64_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 1_000_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 200,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 4,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 100_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 20,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 100,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_READS = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION})


class ForeignDatabase:
    """The copy: its `tables` by name, and `rows` of them. Usable as a context manager."""

    def __init__(self, given: Path | BinaryIO, *, name: str = "", repair: str = "") -> None:
        """Copy and open a file or stream, called `name` in what is said of it; `repair` says what to do about damage.

        Raises Locked where it is being written all the time, Refused where it is damaged or no database.
        """
        self.name = name or (given.name if isinstance(given, Path) else "")
        self.repair = repair
        self._own = PrivateFolder()
        self._db: sqlite3.Connection | None = None
        self.tables: frozenset[str] = frozenset()
        try:
            copy = _copied(given, self._own.path)
            self._left = SECONDS + SECONDS_A_BYTE * copy.stat().st_size
            self._open(copy)
        except BaseException:
            self.close()
            raise

    def _open(self, copy: Path) -> None:
        try:
            # For writing: a journal left beside it has to be played back first. It is ours alone.
            db = sqlite3.connect(f"{copy.as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False)
            self._db = db
            for limit, value in _LIMITS.items():
                db.setlimit(limit, value)
            db.text_factory = lambda value: value.decode("utf-8", "replace")
            for setting in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
                db.execute(f"PRAGMA {setting}")
            _take_functions_away(db)
            # Real tables alone: a view, or what a module makes up, can go on for ever.
            tables = "type = 'table' AND rootpage > 0 AND substr(name, 1, 7) <> 'sqlite_'"
            self.tables = frozenset(row[0] for row in self.rows(f"SELECT name FROM sqlite_master WHERE {tables}"))
            sound = self.rows("PRAGMA quick_check(1)")
            if sound != [("ok",)]:
                raise self._broken(str(sound[0][0])[:200] if sound else "")
            db.execute("PRAGMA query_only = ON")
            db.set_authorizer(self._may)
        except _DAMAGE as problem:
            raise self._broken(problem) from problem

    def _may(self, action: int, table: str | None, name: str | None, _db: str | None, inside: str | None) -> int:
        """Tell SQLite whether a statement may do this: read real tables with functions of ours, from no view."""
        reads = action != sqlite3.SQLITE_READ or table in self.tables
        calls = action != sqlite3.SQLITE_FUNCTION or name in _FUNCTIONS
        return sqlite3.SQLITE_OK if action in _READS and reads and calls and not inside else sqlite3.SQLITE_DENY

    def rows(self, sql: str, *values: Any) -> list[Any]:
        """Return the rows that `sql` finds, `values` bound to its marks.

        Raises Refused where the file is damaged, gives more than it can hold, or takes too long.
        """
        assert self._db is not None
        begun = time.thread_time()
        end = begun + self._left
        self._db.set_progress_handler(lambda: time.thread_time() > end, _LOOK)
        try:
            return self._fetched(self._db.execute(sql, values))
        except _DAMAGE as problem:
            if getattr(problem, "sqlite_errorcode", 0) == sqlite3.SQLITE_INTERRUPT:
                raise self._endless() from problem
            raise self._broken(problem) from problem
        finally:
            self._left -= time.thread_time() - begun
            self._db.set_progress_handler(None, 0)

    def _fetched(self, found: sqlite3.Cursor) -> list[Any]:
        rows: list[Any] = []
        characters = 0
        while part := found.fetchmany(1_000):
            rows += part
            characters += sum(len(value) for row in part for value in row if isinstance(value, str | bytes))
            if len(rows) > ROWS or characters > CHARACTERS:
                raise self._endless()
        return rows

    def _endless(self) -> errors.Refused:
        return errors.Refused(
            _("{name} says more than a file of its size can hold; it was given up.").format(name=self.name),
            safe=_("Nothing was imported; the file was not touched."),
            do=self.repair,
        )

    def _broken(self, problem: Exception | str) -> errors.Refused:
        return errors.Refused(
            _("{name} is damaged, or not a database that can be read ({why}).").format(name=self.name, why=problem),
            safe=_("Nothing was imported; the file was not touched."),
            do=self.repair,
        )

    def close(self) -> None:
        """Close and remove the copy. Safe to call twice."""
        if self._db is not None:
            self._db.close()
            self._db = None
        self._own.close()

    def __enter__(self) -> ForeignDatabase:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()


def _take_functions_away(db: sqlite3.Connection) -> None:
    """Put a function that only fails in the place of every other one: a schema that is not trusted may not call it."""
    for name, args in db.execute("SELECT DISTINCT name, narg FROM pragma_function_list").fetchall():
        if name not in _FUNCTIONS and name.isidentifier():
            with contextlib.suppress(sqlite3.Error):  # those that cannot be replaced are no functions of one row
                db.create_function(name, args, _no_function)


def _no_function(*_values: Any) -> None:
    raise ValueError("this function is not called here")


def _copied(given: Path | BinaryIO, folder: Path) -> Path:
    """Copy the database with its journal, again where its program wrote meanwhile. Returns the copy."""
    target = folder / "copy.sqlite"
    if not isinstance(given, Path):
        with target.open("wb") as out:
            shutil.copyfileobj(given, out)
        return target
    path = given
    before = _state(path)
    for _try in range(_TRIES):
        for ending in ("", *_BESIDE):
            Path(f"{target}{ending}").unlink(missing_ok=True)
            with contextlib.suppress(FileNotFoundError) if ending else contextlib.nullcontext():
                shutil.copyfile(f"{path}{ending}", f"{target}{ending}")
        after = _state(path)
        if before == after:
            return target
        before = after
    raise errors.Locked(
        _("Another program is writing to {name} all the time; it could not be copied whole.").format(name=path.name),
        safe=_("Nothing was imported."),
        do=_("Wait until it has finished, or quit it, then try again."),
    )


def _state(path: Path) -> list[tuple[int, int] | None]:
    """Return size and time of the file and of the journals beside it, None for one that is not there."""
    found: list[tuple[int, int] | None] = []
    for ending in ("", *_BESIDE):
        try:
            stat = Path(f"{path}{ending}").stat()
            found.append((stat.st_size, stat.st_mtime_ns))
        except FileNotFoundError:
            found.append(None)
    return found
