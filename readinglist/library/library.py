"""The one door to the library file: opens it and holds the tables' modules (`library.papers`, `library.tags` ...).

Leaves changing it, taking back and telling to `library.steps`, and each table's meaning to its own module.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

from readinglist.library import index, schema
from readinglist.library.connection import connect, translated, writable
from readinglist.library.papers import Papers
from readinglist.library.queue import Queue
from readinglist.library.readings import Readings
from readinglist.library.rows import Rows
from readinglist.library.search import Search
from readinglist.library.searches import SavedSearches
from readinglist.library.statuses import Statuses
from readinglist.library.steps import JOIN_SECONDS, KEEP_STEPS, Listener, Steps
from readinglist.library.tags import Tags

__all__ = ["JOIN_SECONDS", "KEEP_STEPS", "Library", "Listener"]


class Library(Steps):
    """An open library. One object a thread: SQLite connections are not shared.

    `origin` names the face in the history (`window`, `cli`). Usable as a context manager.
    """

    def __init__(self, db: sqlite3.Connection, path: Path, origin: str, *, readonly: bool = False) -> None:
        super().__init__(db, path, origin, readonly=readonly)
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

        Raises NoLibrary (missing or empty, and not `create`), Damaged (something else, or broken), Newer, Locked,
        ReadOnly, DiskFull. A file that cannot be written, or whose folder cannot, is opened for reading.
        """
        new = not path.exists()
        if not new and not readonly and not writable(path):
            readonly = True
        db = connect(path, create=create and not readonly, readonly=readonly, newest=schema.VERSION)
        try:
            with translated(path):
                if readonly:
                    schema.check_readable(db)
                else:
                    schema.bring_up_to_date(db, path)
                    index.prepare(db)
                db.execute("PRAGMA query_only = ON")  # until the first step has put the triggers in place
                return cls(db, path, origin, readonly=readonly)
        except BaseException:
            db.close()
            if new:
                _remove_empty(path)
            raise

    def another(self, *, readonly: bool = False) -> Library:
        """Open the same file again, for a worker thread."""
        return Library.open(self.path, readonly=readonly or self.readonly, origin=self.origin)

    def forget(self) -> None:
        """Read tags and statuses anew the next time."""
        self.tags.forget()
        self.statuses.forget()

    def close(self) -> None:
        """Close the file. Safe to call twice."""
        self.db.close()

    def interrupt(self) -> None:
        """Stop the query that runs on this connection (called from another thread)."""
        with contextlib.suppress(sqlite3.ProgrammingError):
            self.db.interrupt()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()


def _remove_empty(path: Path) -> None:
    """Leave no empty file behind where opening a new library failed."""
    with contextlib.suppress(OSError):
        if path.exists() and path.stat().st_size == 0:
            path.unlink()
