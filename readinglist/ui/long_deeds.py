"""Deeds that take long, on a worker with a connection of its own: one at a time, told of, stopped when asked.

Meanwhile the window reads and refuses to write, in words. `Desk.change` decides what is a long one.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from readinglist.core import errors
from readinglist.i18n import _
from readinglist.library.change.news import News
from readinglist.library.library import Library
from readinglist.ui import tasks

# A deed over more papers than this, or a step of more changes to take back, is a long one.
MANY = 1000

Work = Callable[[Library, tasks.Report], object]


class LongDeeds(QObject):
    """`began(words)`, `moved(now, all)`, `stopping()` once cancelled, and `ended()` whatever came of it."""

    began = Signal(str)
    moved = Signal(int, int)
    stopping = Signal()
    ended = Signal()

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self.running = False
        self._own: Library | None = None
        self._using = threading.Lock()
        self._cancelled = threading.Event()
        self._afterwards: Callable[[], object] | None = None
        library.before_step.insert(0, self.check)

    def check(self) -> None:
        """Refuse a second deed while one is being done: the window would stand still waiting for the file."""
        if self.running:
            raise errors.Locked(
                _("Something longer is still being done to this library."),
                safe=_("Nothing was changed."),
                do=_("Wait for it to finish or cancel it, then try again."),
            )

    def run(
        self, words: str, work: Work, done: Callable[[], object], failed: Callable[[BaseException], object]
    ) -> None:
        """Do `work(library, report)` on a worker; then `done()`, or `failed(problem)` with everything as it was.

        What `report` raises (Cancelled) is to end the work. Raises Refused where another long deed is being done.
        """
        self.check()
        self.library.poll()  # so that the news at its end are only its own
        self._cancelled.clear()
        self.running = True
        self.began.emit(words)

        def finished(news: News) -> None:
            self.running = False
            try:
                self.library.take_over(news)
            finally:
                self._end()
            done()

        def stopped(problem: BaseException) -> None:
            self.running = False
            if not isinstance(problem, errors.Cancelled):
                self._afterwards = None  # such as closing the window: why it failed is still to be read
            self._end()
            failed(problem)

        tasks.run(
            lambda report: self._work(work, report),
            done=finished,
            failed=stopped,
            progress=self.moved.emit,
            owner=self,
            label="long deed",
        )

    def _work(self, work: Work, report: tasks.Report) -> News:
        """On the worker."""

        def told(now: int, whole: int) -> None:
            if self._cancelled.is_set():
                raise errors.Cancelled
            report(now, whole)

        with self.library.another() as own:
            with self._using:
                self._own = own
            try:
                told(0, 0)
                return own.watched(lambda: work(own, told))
            except BaseException as problem:
                if self._cancelled.is_set():  # SQLite was interrupted
                    raise errors.Cancelled from problem
                raise
            finally:
                with self._using:
                    self._own = None

    def cancel(self) -> None:
        """Stop what is being done and take it back, unless it is just ending."""
        if not self.running or self._cancelled.is_set():
            return
        self._cancelled.set()
        self.stopping.emit()
        with self._using:
            if self._own is not None:
                self._own.interrupt()

    def afterwards(self, deed: Callable[[], object]) -> None:
        """Do something once what is being done has ended, unless it fails."""
        self._afterwards = deed

    def _end(self) -> None:
        self.ended.emit()
        if self._afterwards is not None:
            deed, self._afterwards = self._afterwards, None
            QTimer.singleShot(0, self, deed)

    def close(self) -> None:
        """Let the library be written without asking here."""
        if self.check in self.library.before_step:
            self.library.before_step.remove(self.check)
