"""Tells listeners what was committed, by this connection or by others."""

from __future__ import annotations

import contextlib
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from readinglist.core import errors
from readinglist.core.events import Changed
from readinglist.library.change.journal import Journal
from readinglist.library.change.writer import Writer
from readinglist.library.file.connection import translated
from readinglist.library.place.right_file import RightFile

Listener = Callable[[Changed], None]


class News(NamedTuple):
    """What was done on one connection, and the numbers of the last changes before and after it."""

    changed: tuple[Changed, ...]
    since: int
    upto: int


class Notifier(ABC):
    """Listeners are told after a commit, never in the middle of a step."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self.db = db
        self.path = path
        self.right = RightFile(db, path)
        self.journal = Journal(db)
        self.right.follow()
        self.writer = Writer(db)
        self.listeners: list[Listener] = []
        self._depth = 0  # of steps inside steps
        self._pending: list[Changed] = []

    @abstractmethod
    def forget(self) -> None:
        """Drop what is kept in memory of the tables; the library knows what that is."""

    def _read_news(self, *, mine: bool) -> None:
        """Take note of what was committed (or, if `mine`, is about to be) since the last time."""
        news = self.journal.news(mine=mine)
        if any(changed.tables & {"tag", "status"} for changed in news):
            self.forget()
        self._pending += news

    def watched(self, work: Callable[[], object]) -> News:
        """Do something on this connection and return what there is to tell of it on another (`take_over`)."""
        since, told = self.journal.seen, list[Changed]()
        self.listeners.append(told.append)
        try:
            work()
        finally:
            self.listeners.remove(told.append)
        return News(tuple(told), since, self.journal.seen)

    def take_over(self, news: News) -> None:
        """Tell what a worker of ours did on its connection as done here, without reading it a second time."""
        if self.journal.seen != news.since or not all(changed.mine for changed in news.changed):
            self.poll()  # others wrote as well
            return
        self.journal.seen = news.upto
        self.forget()
        self._pending += news.changed
        self._notify()

    def _notify(self) -> None:
        """Tell every listener all that is pending. A listener's error reaches the caller, but no other goes without."""
        news, self._pending = self._pending, []
        failed: list[Exception] = []
        for changed in news:
            for listener in list(self.listeners):
                try:
                    listener(changed)
                except Exception as problem:  # noqa: BLE001  # kept, and raised below
                    failed.append(problem)
        if len(failed) == 1:
            raise failed[0]
        if failed:
            raise ExceptionGroup("listeners failed", failed)

    def poll(self) -> int:
        """Look for what other connections committed and tell the listeners. Returns how many changes were told.

        Cheap enough for several times a second, and never waits: a library that is busy at this moment is looked at
        the next time. Raises Refused where the file can no longer be read, WrongFile where it is another one.
        """
        if self._depth:
            return 0
        patience = self.db.execute("PRAGMA busy_timeout").fetchone()[0]
        self.db.execute("PRAGMA busy_timeout = 0")
        try:
            with translated(self.path):
                if self.right.changed_outside() or self.journal.others_wrote():
                    with self._looking():
                        self._read_news(mine=False)
                        self.right.follow()
                    self.journal.others_wrote()
        except errors.Locked:
            self.journal.data_version = -1  # look again, even if nothing more is written
        finally:
            self.db.execute(f"PRAGMA busy_timeout = {patience}")
        told = len(self._pending)
        self._notify()
        return told

    def check_file(self) -> None:
        """Raise WrongFile where the library's file is another one by now; for who reads before they write."""
        if self._depth:
            return
        with translated(self.path):
            self.right.changed_outside()
            with self._looking():
                pass

    @contextlib.contextmanager
    def _looking(self) -> Iterator[None]:
        """Read one state of the file inside this block, once it is known for the right one."""
        self.db.execute("BEGIN")
        try:
            self.right.check()
            yield
        finally:
            if self.db.in_transaction:
                self.db.execute("ROLLBACK")  # a COMMIT would fail on a file that cannot be read
