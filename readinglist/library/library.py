"""The one door to the library file: opens it, runs steps, takes them back, tells who listens what changed.

Leaves each table's meaning to its own module, reached as an attribute (`library.papers`, `library.tags` ...).
"""

from __future__ import annotations

import contextlib
import datetime as dt
import logging
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

from readinglist.core import dates, errors
from readinglist.core.events import Changed
from readinglist.core.ops import describe
from readinglist.i18n import _
from readinglist.library import index, schema
from readinglist.library.connection import connect, translated, writable_folder
from readinglist.library.journal import Journal, Step
from readinglist.library.papers import Papers
from readinglist.library.queue import Queue
from readinglist.library.readings import Readings
from readinglist.library.rows import Rows
from readinglist.library.search import Search
from readinglist.library.searches import SavedSearches
from readinglist.library.statuses import Statuses
from readinglist.library.tags import Tags

log = logging.getLogger(__name__)

JOIN_SECONDS = 8  # typing within this time of the last key is one step
KEEP_STEPS = 2000

Listener = Callable[[Changed], None]


class Library:
    """An open library. One object a thread: SQLite connections are not shared.

    `origin` names the face in the history (`window`, `cli`). Usable as a context manager.
    """

    def __init__(self, db: sqlite3.Connection, path: Path, origin: str, *, readonly: bool = False) -> None:
        self.db = db
        self.path = path
        self.origin = origin
        self.readonly = readonly
        self.listeners: list[Listener] = []
        self._depth = 0
        self._step: int | None = None
        self._pending: list[Changed] = []
        self._breathed = False
        self.journal = Journal(db)
        if not readonly:
            index.prepare(db)
        db.execute("PRAGMA query_only = ON")  # until the first step has put the triggers in place
        self.statuses = Statuses(self)
        self.tags = Tags(self)
        self.queue = Queue(self)
        self.readings = Readings(self)
        self.papers = Papers(self)
        self.rows = Rows(self)
        self.searches = SavedSearches(self)
        self.search = Search(self)

    @classmethod
    def open(cls, path: Path, *, create: bool = False, readonly: bool = False, origin: str = "window") -> Library:
        """Open the library at `path`, bringing an older one up to date after keeping a copy.

        Raises NoLibrary (missing and not `create`), Damaged (something else, or broken), Newer, Locked, ReadOnly,
        DiskFull. A file whose folder cannot be written is opened for reading.
        """
        new = not path.exists()
        if not new and not readonly and not writable_folder(path):
            readonly = True
        db = connect(path, create=create, readonly=readonly)
        try:
            with translated(path):
                if readonly:
                    _check_version(db)
                else:
                    schema.bring_up_to_date(db, path)
                return cls(db, path, origin, readonly=readonly)
        except BaseException:
            db.close()
            if new:
                _remove_empty(path)
            raise

    def another(self, *, readonly: bool = False) -> Library:
        """Open the same file again, for a worker thread."""
        return Library.open(self.path, readonly=readonly or self.readonly, origin=self.origin)

    def close(self) -> None:
        """Close the file. Safe to call twice."""
        self.db.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    # -- steps ---------------------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def step(self, op: str, count: int = 1, detail: str = "", *, joined_key: str | None = None) -> Iterator[int]:
        """Change the library inside this block, as one undoable deed named by `op`, `count` and `detail`.

        Nested steps join the outer one. An exception leaves nothing behind. Listeners are told after the commit. With
        `joined_key` the step joins the newest one of the same key while that is younger than a few seconds.
        """
        if self._depth:
            with self._nested() as number:
                yield number
            return
        with translated(self.path):
            number = self._begin(op, count, detail, joined_key)
            try:
                yield number
                self._depth = 0
                self._end(number)
            except BaseException:
                self._abort()
                raise
        self._tell()

    @contextlib.contextmanager
    def _nested(self) -> Iterator[int]:
        """A step inside a step: part of the outer one, but taken back alone when it fails and the caller goes on."""
        assert self._step is not None
        name = f"inner_{self._depth}"
        self.db.execute(f"SAVEPOINT {name}")
        self._depth += 1
        try:
            yield self._step
        except BaseException:
            if self.db.in_transaction:
                self.db.execute(f"ROLLBACK TO {name}")
            raise
        finally:
            self._depth -= 1
            if self.db.in_transaction:
                self.db.execute(f"RELEASE {name}")

    def _open_transaction(self) -> None:
        if self.readonly:
            raise errors.ReadOnly(
                _("The library at {path} can only be read.").format(path=self.path),
                safe=_("Nothing was changed."),
                do=_("Check the permissions of the file and its folder."),
            )
        if not self.journal.armed:
            self.db.execute("PRAGMA query_only = OFF")
            self.journal.arm()
            index.add_triggers(self.db)
        self.db.execute("BEGIN IMMEDIATE")
        self._pending += self.journal.news(mine=False)
        self._depth = 1
        self._breathed = False

    def _begin(self, op: str, count: int, detail: str, joined_key: str | None) -> int:
        self._open_transaction()
        try:
            joined = self._joinable(joined_key) if joined_key else None
            if joined is not None:
                self.db.execute("UPDATE step SET at = ? WHERE id = ?", (dates.now(), joined))
                self.journal.enter(joined)
                number = joined
            else:
                number = self.journal.begin(op, count, detail, self.origin, joined_key, dates.now())
        except BaseException:
            self._abort()
            raise
        self._step = number
        return number

    def _joinable(self, key: str) -> int | None:
        newest = self.db.execute("SELECT id, joined_key, at, stack FROM step ORDER BY id DESC LIMIT 1").fetchone()
        if newest is None or newest[1] != key or newest[3] != "undo":
            return None
        age = dt.datetime.now(dt.UTC) - dt.datetime.fromisoformat(newest[2])
        return int(newest[0]) if dt.timedelta(0) <= age <= dt.timedelta(seconds=JOIN_SECONDS) else None

    def _end(self, number: int, *, clears_redo: bool = True) -> None:
        index.flush(self.db)
        self.journal.leave()
        if self.journal.is_empty(number):
            self.journal.drop(number)
        elif (
            clears_redo and self.db.execute("SELECT 1 FROM step WHERE id = ? AND reverts IS NULL", (number,)).fetchone()
        ):
            self.journal.forget_redo()
        self._step = None
        self.db.execute("COMMIT")
        self._pending += self.journal.news(mine=True)

    def _abort(self) -> None:
        """Leave nothing of the present step, what `breathe` has committed of it included."""
        step, self._step, self._depth = self._step, None, 0
        if self.db.in_transaction:
            self.db.execute("ROLLBACK")
        self.db.execute("DELETE FROM temp.now_step")
        if self._breathed and step is not None:
            self._breathed = False
            self._take_back(step)

    def _take_back(self, step: int) -> None:
        self.db.execute("BEGIN IMMEDIATE")
        found = self.journal.get(step)
        number = self.journal.begin(found.op, found.count, found.detail, self.origin, None, dates.now())
        self.journal.revert(step)
        index.flush(self.db)
        self.db.execute("UPDATE step SET stack = 'past', reverts = ? WHERE id IN (?, ?)", (step, step, number))
        self.journal.leave()
        self.db.execute("COMMIT")
        self._pending += self.journal.news(mine=True)

    def breathe(self) -> None:
        """Inside a long step: commit what is done so far, let others read and write, and go on in the same step."""
        if self._step is None:
            raise RuntimeError("breathe() outside a step")
        index.flush(self.db)
        self.db.execute("COMMIT")
        self._breathed = True
        self.db.execute("BEGIN IMMEDIATE")

    def set_count(self, count: int, detail: str | None = None) -> None:
        """Inside a step: say how many things it turned out to touch."""
        self.db.execute(
            "UPDATE step SET count = ?, detail = coalesce(?, detail) WHERE id = ?", (count, detail, self._step)
        )

    def _tell(self) -> None:
        news, self._pending = self._pending, []
        for changed in news:
            if "tag" in changed.tables:
                self.tags.forget()
            if "status" in changed.tables:
                self.statuses.forget()
        for changed in news:
            for listener in list(self.listeners):
                listener(changed)

    def poll(self) -> int:
        """Look for what other connections committed and tell the listeners. Returns how many steps that were.

        Cheap enough for several times a second. A library that is busy at this moment is looked at the next time.
        """
        if self._depth:
            return 0
        try:
            if not self.journal.others_wrote():
                return 0
            news = self.journal.news(mine=False)
        except sqlite3.OperationalError as problem:
            if getattr(problem, "sqlite_errorcode", 0) & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
            self.journal.data_version = -1  # look again, even if nothing more is written
            return 0
        self._pending += news
        self._tell()
        return len(news)

    # -- undo, redo, history -------------------------------------------------------------------------------------

    def undo(self) -> Step:
        """Take back the newest step, whoever made it. Returns that step. Raises NothingToUndo."""
        return self._revert("undo", "redo", _("There is nothing to undo."))

    def redo(self) -> Step:
        """Do again what was undone last. Returns the step. Raises NothingToUndo."""
        return self._revert("redo", "undo", _("There is nothing to redo."))

    def _revert(self, stack: str, becomes: str, none: str) -> Step:
        with translated(self.path):
            if self._depth:
                raise RuntimeError("undo inside a step")
            self._open_transaction()
            try:
                target = self.journal.newest(stack)
                if target is None:
                    raise errors.NothingToUndo(none)
                number = self.journal.begin(target.op, target.count, target.detail, self.origin, None, dates.now())
                self._step = number
                self.db.execute("UPDATE step SET stack = ?, reverts = ? WHERE id = ?", (becomes, target.id, number))
                self.journal.revert(target.id)
                self.db.execute("UPDATE step SET stack = 'past' WHERE id = ?", (target.id,))
                self._depth = 0
                self._end(number, clears_redo=False)
            except BaseException:
                self._abort()
                raise
        self._tell()
        return target

    def undo_name(self) -> str | None:
        """Return what undo would take back, in words, or None."""
        return self._name("undo")

    def redo_name(self) -> str | None:
        """Return what redo would do again, in words, or None."""
        return self._name("redo")

    def _name(self, stack: str) -> str | None:
        step = self.journal.newest(stack)
        return describe(step.op, step.count, step.detail) if step else None

    def history(self, limit: int = 100) -> list[Step]:
        """Return the newest steps, newest first; undone ones have the stack `past` or `redo`."""
        return self.journal.history(limit)

    def prune(self) -> int:
        """Shorten the undo journal to its newest steps (never the readings). Returns how many steps went."""
        with translated(self.path):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                gone = self.journal.prune(KEEP_STEPS)
                self.db.execute("COMMIT")
            except BaseException:
                self._abort()
                raise
        return gone

    def interrupt(self) -> None:
        """Stop the query that runs on this connection (called from another thread)."""
        with contextlib.suppress(sqlite3.ProgrammingError):
            self.db.interrupt()


def _check_version(db: sqlite3.Connection) -> None:
    found = int(db.execute("PRAGMA user_version").fetchone()[0])
    if found > schema.VERSION:
        raise errors.Newer(
            _("This library was written by a newer Reading List (format {found}; this program knows {known}).").format(
                found=found, known=schema.VERSION
            ),
            safe=_("It was not changed."),
            do=_("Update Reading List, then open it again."),
        )


def _remove_empty(path: Path) -> None:
    """Leave no empty file behind where opening a new library failed."""
    with contextlib.suppress(OSError):
        if path.exists() and path.stat().st_size == 0:
            path.unlink()
