"""The one door to the library file: opens it and holds the tables' modules (`library.papers`, `library.tags` ...).

Leaves changing it, taking back and telling to `library.steps`, and each table's meaning to its own module.
"""

from __future__ import annotations

import contextlib
import sqlite3
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from readinglist.library.change.news import Listener
from readinglist.library.change.steps import JOIN_SECONDS, KEEP_STEPS, Steps
from readinglist.library.file import schema, search_index
from readinglist.library.file.connection import connect, translated, writable

if TYPE_CHECKING:
    from readinglist.library.find.fast.lists import Lists
    from readinglist.library.find.rows import Rows
    from readinglist.library.find.search import Search
    from readinglist.library.tables.duplicates import Duplicates
    from readinglist.library.tables.papers import Papers
    from readinglist.library.tables.queue import Queue
    from readinglist.library.tables.readings import Readings
    from readinglist.library.tables.saved_searches import SavedSearches
    from readinglist.library.tables.statuses import Statuses
    from readinglist.library.tables.tags import Tags

__all__ = ["JOIN_SECONDS", "KEEP_STEPS", "Library", "Listener"]


class Library(Steps):
    """An open library. One object a thread: SQLite connections are not shared.

    `origin` names the face in the history (`window`, `cli`). Usable as a context manager.
    """

    # Each table's module is loaded when it is first used: a command that lists papers need not wait for the rest.

    @cached_property
    def statuses(self) -> Statuses:
        """The statuses it knows."""
        from readinglist.library.tables.statuses import Statuses

        return Statuses(self)

    @cached_property
    def tags(self) -> Tags:
        """Tags, their colours and papers."""
        from readinglist.library.tables.tags import Tags

        return Tags(self)

    @cached_property
    def queue(self) -> Queue:
        """Up next."""
        from readinglist.library.tables.queue import Queue

        return Queue(self)

    @cached_property
    def readings(self) -> Readings:
        """What was read when; setting a status."""
        from readinglist.library.tables.readings import Readings

        return Readings(self)

    @cached_property
    def papers(self) -> Papers:
        """The papers and what belongs to them."""
        from readinglist.library.tables.papers import Papers

        return Papers(self)

    @cached_property
    def rows(self) -> Rows:
        """What the table shows of a paper."""
        from readinglist.library.find.rows import Rows

        return Rows(self)

    @cached_property
    def duplicates(self) -> Duplicates:
        """What may be twice in it."""
        from readinglist.library.tables.duplicates import Duplicates

        return Duplicates(self)

    @cached_property
    def searches(self) -> SavedSearches:
        """The saved searches."""
        from readinglist.library.tables.saved_searches import SavedSearches

        return SavedSearches(self)

    @cached_property
    def search(self) -> Search:
        """Views and queries as ids."""
        from readinglist.library.find.search import Search

        return Search(self)

    @cached_property
    def lists(self) -> Lists:
        """Long lists, quickly."""
        from readinglist.library.find.fast.lists import Lists

        return Lists(self)

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
                    search_index.prepare(db)
                db.execute("PRAGMA query_only = ON")  # until the first step has put the triggers in place
                return cls(db, path, origin, readonly=readonly)
        except BaseException:
            db.close()
            if new:
                _remove_empty(path)
            raise

    def another(self, *, readonly: bool = False) -> Library:
        """Open the same file again, for a worker thread."""
        opened = Library.open(self.path, readonly=readonly or self.readonly, origin=self.origin)
        opened.key_template = self.key_template
        return opened

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
