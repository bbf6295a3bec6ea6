"""Tells whether the file at the library's path is still the one that was opened, and still goes on from what was read.

SQLite notices by itself only that a file was moved, and only when it writes. A file that was overwritten in place it
takes for its own: the next change would go into a wrong paper. See docs/decisions/0073-right-file.md.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from readinglist.core.errors import WrongFile
from readinglist.i18n import _

_TRANSIENT = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM)


class _Outside(NamedTuple):
    """What the file system says of a file: any writing changes some of it, reading none."""

    device: int
    inode: int
    size: int
    written: int
    changed: int


class _Mark(NamedTuple):
    """The newest change that was read, and the totals of the tables then: no two libraries have them alike."""

    change: int
    checksum: int
    op: str
    at: str | None  # None where the step may still get another
    totals: str


class RightFile:
    """Of one connection. `check` before what depends on it, `follow` after what was read or written."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self.db = db
        self.path = path
        self._seen = _look(path)
        self._uid = self._library()[0]
        self.mark: _Mark | None = None

    def follow(self) -> None:
        """What the file holds now is known: later it must go on from there."""
        row = self.db.execute(
            "SELECT c.id, c.checksum, s.op, CASE WHEN s.joined_key IS NULL AND s.stack <> 'open' THEN s.at END, "
            "(SELECT totals FROM library) FROM change c LEFT JOIN step s ON s.id = c.step ORDER BY c.id DESC LIMIT 1"
        ).fetchone()
        self.mark = _Mark(*row) if row else None

    def wrote(self) -> None:
        """The last that was written into the file was ours."""
        self._seen = _look(self.path) or self._seen

    def size(self) -> int:
        """Return how large the file was when it was last looked at, in bytes."""
        return self._seen.size if self._seen else 0

    def changed_outside(self) -> bool:
        """Say whether the file was written since, by anybody else. Raises WrongFile where another one is there."""
        now = _look(self.path)
        if now == self._seen:
            return False
        if now is None:
            raise _gone(self.path, self._seen)
        if self._seen and now[:2] != self._seen[:2]:
            raise _replaced(self.path)
        # Whoever overwrites a file may leave it the number by which SQLite knows that its pages in memory are stale.
        self.db.execute("PRAGMA shrink_memory")
        return True

    def check(self) -> None:
        """Raise WrongFile where the file no longer holds this library, or not what it held. Wants a transaction."""
        now = _look(self.path)
        with self.unreadable_is_wrong():
            uid, last, totals = self._library()
            if uid != self._uid:
                raise _overwritten(self.path, _("it now holds another library"))
            if self.mark and not self._holds(self.mark, last, totals):
                raise _overwritten(self.path, _("it now holds this library as it was at another time"))
        self._seen = now or self._seen

    def check_twin(self, other: RightFile) -> None:
        """Raise WrongFile where another connection, just opened by the same path, has something else open."""
        if self._seen and other._seen and other._seen[:2] != self._seen[:2]:
            raise _replaced(self.path)
        other._uid, other.mark = self._uid, self.mark
        other.check()

    def _library(self) -> tuple[str | None, int, str]:
        row = self.db.execute("SELECT uid, change, totals FROM library").fetchone()
        return row or (None, 0, "")  # the row may be lost: `check` of the whole library tells

    def _holds(self, mark: _Mark, last: int, totals: str) -> bool:
        row = self.db.execute(
            "SELECT c.checksum, s.op, s.at FROM change c LEFT JOIN step s ON s.id = c.step WHERE c.id = ?",
            (mark.change,),
        ).fetchone()
        # It may have been forgotten; the number of the last one that there ever was stays.
        if last < mark.change or (row and (row[:2] != (mark.checksum, mark.op) or mark.at not in (None, row[2]))):
            return False
        return last > mark.change or totals == mark.totals or _of_tables(totals) == _of_tables(mark.totals)

    @contextlib.contextmanager
    def unreadable_is_wrong(self) -> Iterator[None]:
        """Turn what SQLite says inside this block of a file that was spoiled since into WrongFile."""
        try:
            yield
        except sqlite3.DatabaseError as problem:
            now = _look(self.path)
            if problem.sqlite_errorcode & 0xFF in _TRANSIENT:
                raise
            if now and self._seen and now.size < self._seen.size:
                raise _cut_short(self.path) from problem
            if problem.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR):
                raise _overwritten(self.path, _("it no longer holds a library")) from problem
            raise


def _of_tables(totals: str) -> object:
    """Return totals without those of the journal, which may be shortened and is no less of the same library then."""
    try:
        found = json.loads(totals)
    except ValueError:
        return None
    return {table: total for table, total in found.items() if table not in ("step", "change")}


def _look(path: Path) -> _Outside | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return _Outside(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _gone(path: Path, seen: _Outside | None) -> WrongFile:
    now = _where_now(seen)
    do = _("Save a copy from the window that has it open, or put the file back.")
    if now is None:
        what = _("The library file {path} was deleted while it was open, or cannot be reached any more.")
    else:
        what = _("The library file {path} was moved while it was open; it is {now} now.").replace("{now}", now)
        do = _("Put it back, or close the library and open it where it is.")
    return WrongFile(what.format(path=path), kept=True, safe=_nothing_more(), do=do)


def _where_now(seen: _Outside | None) -> str | None:
    """Return where a file is that this process has open; None where it is nowhere, or the system does not say."""
    with contextlib.suppress(OSError):
        for number in os.listdir("/proc/self/fd"):  # noqa: PTH208 - links, of which some go while they are read
            with contextlib.suppress(OSError):
                link = f"/proc/self/fd/{number}"
                found = os.stat(link)  # noqa: PTH116
                if seen and (found.st_dev, found.st_ino) == seen[:2]:
                    return os.readlink(link) if found.st_nlink else None  # noqa: PTH115
    return None


def _replaced(path: Path) -> WrongFile:
    return WrongFile(
        _("Another file was put in the place of {path} while it was open.").format(path=path),
        kept=True,
        safe=_nothing_more(),
        do=_("Save a copy of what is shown if you need it, or close the library and open it anew."),
    )


def _overwritten(path: Path, how: str) -> WrongFile:
    return WrongFile(
        _("The library file {path} was overwritten while it was open: {how}.").format(path=path, how=how),
        kept=False,
        safe=_("Nothing is written into it."),
        do=_("Put the right file back, or close the library and open it anew."),
    )


def _cut_short(path: Path) -> WrongFile:
    return WrongFile(
        _("The library file {path} was cut short while it was open.").format(path=path),
        kept=False,
        safe=_("Nothing is written into it."),
        do=_("Put a copy of it back, then open it anew."),
    )


def _nothing_more() -> str:
    return _("Everything saved before is in the file that was opened; nothing more is written.")
