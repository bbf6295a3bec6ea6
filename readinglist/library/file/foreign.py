"""A private copy of another program's SQLite file, open for reading.

SQLite never opens the file itself, since its program may be running: it is copied with its journal, and the copy is
opened.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from pathlib import Path
from typing import Any

from readinglist.core import errors
from readinglist.i18n import _

HEADER = b"SQLite format 3\x00"
_TRIES = 4
_BESIDE = ("-journal", "-wal")
# A message of SQLite's about a damaged file may hold its bytes, which Python then fails to decode.
_DAMAGE = (sqlite3.DatabaseError, UnicodeDecodeError)


class ForeignDatabase:
    """The copy: its `tables` by name, and `rows` of them. Usable as a context manager."""

    def __init__(self, path: Path, *, name: str = "", repair: str = "") -> None:
        """Copy and open `path`, called `name` in what is said of it; `repair` says what a person does about damage.

        Raises Locked where it is being written all the time, Refused where it is damaged or no database.
        """
        self.name = name or path.name
        self.repair = repair
        self._own = tempfile.TemporaryDirectory(prefix="readinglist-foreign-")
        self._db: sqlite3.Connection | None = None
        try:
            self.tables = self._open(_copied(path, Path(self._own.name)))
        except BaseException:
            self.close()
            raise

    def _open(self, copy: Path) -> frozenset[str]:
        try:
            # For writing: a journal left beside it has to be played back first. It is ours alone.
            db = sqlite3.connect(f"{copy.as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False)
            self._db = db
            db.text_factory = lambda value: value.decode("utf-8", "replace")
            db.execute("PRAGMA trusted_schema = OFF")
            db.execute("PRAGMA cell_size_check = ON")
            tables = db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
            db.execute("PRAGMA query_only = ON")
        except _DAMAGE as problem:
            raise self._broken(problem) from problem
        return frozenset(row[0] for row in tables)

    def rows(self, sql: str, *values: Any) -> list[Any]:
        """Return the rows that `sql` finds, `values` bound to its marks. Raises Refused where the file is damaged."""
        assert self._db is not None
        try:
            return self._db.execute(sql, values).fetchall()
        except _DAMAGE as problem:
            raise self._broken(problem) from problem

    def _broken(self, problem: Exception) -> errors.Refused:
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
        self._own.cleanup()

    def __enter__(self) -> ForeignDatabase:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()


def _copied(path: Path, folder: Path) -> Path:
    """Copy the database with its journal, again where its program wrote meanwhile. Returns the copy."""
    target = folder / "copy.sqlite"
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
