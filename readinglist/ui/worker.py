"""Reading the library on a worker, over an own connection: one question at a time, a newer one drops the older."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from readinglist.core import errors
from readinglist.library.library import Library
from readinglist.ui import tasks

log = logging.getLogger(__name__)
T = TypeVar("T")


class _Asked(NamedTuple):
    number: int
    question: Callable[[Library], Any]
    done: Callable[[Any], object]
    failed: Callable[[errors.Refused], object]


class _Answer(NamedTuple):
    asked: _Asked
    value: Any
    refused: errors.Refused | None


class Reader(QObject):
    """Answers questions about a library without the window standing still.

    The connection is opened for the first question and kept for the next ones, until `close`. While a question runs,
    `report(now, all)` and `dropped()` may be called from it. With `tasks.serial` (tests) it is answered at once, over
    the window's own connection.
    """

    moved = Signal(int, int)  # how far the question that runs says it is: now, all

    def __init__(self, library: Library, parent: QObject | None = None, label: str = "reading") -> None:
        super().__init__(parent)
        self.library = library
        self.label = label
        self.report: tasks.Report = lambda _now, _all: None
        self._own: Library | None = None
        self._using = threading.Lock()  # held by the worker while it reads
        self._state = threading.Lock()  # held for a moment, to look at what follows and change it
        self._working = False
        self._closing = False
        self._asked = 0
        self._oldest = 0  # the oldest question whose answer is still wanted
        self._current = 0  # the question that runs
        self._next: _Asked | None = None

    @property
    def busy(self) -> bool:
        """True while something is asked that is not answered yet."""
        return self._working

    def ask(
        self,
        question: Callable[[Library], T],
        done: Callable[[T], object],
        failed: Callable[[errors.Refused], object] = lambda _problem: None,
        *,
        late: bool = False,
    ) -> None:
        """Call `question(library)` on the worker; `done(answer)` or `failed(problem)` follow on this thread.

        One that runs goes on to its end first; its answer is dropped, unless `late`: then it is given as well. One
        that has not begun is dropped always. What `question` raises other than Refused is raised here.
        """
        with self._state:
            self._asked += 1
            self._closing = False
            self._next = _Asked(self._asked, question, done, failed)
            if not late:
                self._oldest = self._asked
        self._go_on()

    def stop(self) -> None:
        """Drop what was asked, and interrupt the query that runs."""
        with self._state:
            self._oldest = self._asked + 1
            self._next = None
        own = self._own
        if own is not None:
            own.interrupt()

    def close(self, *, wait: bool = True) -> None:
        """Stop, and close the connection once the worker is done with it; with `wait` that is before this returns.

        It is opened again should anything more be asked.
        """
        self._closing = True
        self.stop()
        self._let_go(wait)

    def _let_go(self, wait: bool) -> None:
        if self._using.acquire(blocking=wait):
            if self._own is not None:
                self._own.close()
                self._own = None
            self._using.release()

    def dropped(self) -> bool:
        """True where the question that runs is not wanted any more (called from it, on the worker)."""
        return self._current < self._oldest

    def _go_on(self) -> None:
        with self._state:
            if self._working or self._next is None:
                return
            self._working = True
        tasks.run(
            self._work,
            done=self._give,
            failed=self._raise,
            progress=self.moved.emit,
            owner=self,
            label=self.label,
        )

    def _work(self, report: tasks.Report) -> _Answer | None:
        """On the worker: answer the newest question until the answer is still wanted when it is there."""
        self.report = report
        try:
            while True:
                with self._state:
                    asked, self._next = self._next, None
                    if asked is None:
                        self._working = False
                        return None
                    self._current = asked.number
                answer = self._answer(asked)
                if self._closing:
                    self._let_go(wait=True)
                with self._state:
                    if answer is not None and not self.dropped():
                        self._working = False
                        return answer
        except BaseException:
            with self._state:
                self._working = False
            raise

    def _answer(self, asked: _Asked) -> _Answer | None:
        with self._using:
            if self.dropped():
                return None
            try:
                return _Answer(asked, asked.question(self._connection()), None)
            except errors.Refused as problem:
                return _Answer(asked, None, problem)
            except Exception:
                if not self.dropped():
                    raise
                log.debug("a question that was dropped ended", exc_info=True)  # most often: it was interrupted
                return None

    def _connection(self) -> Library:
        if tasks.serial:
            return self.library
        if self._own is None:
            self._own = self.library.another(readonly=True)
        self._own.forget()  # what it knows of tags and statuses may be old
        return self._own

    def _give(self, answer: _Answer | None) -> None:
        try:
            if answer is None or answer.asked.number < self._oldest:
                return
            if answer.refused is not None:
                answer.asked.failed(answer.refused)
            else:
                answer.asked.done(answer.value)
        finally:
            self._go_on()

    def _raise(self, problem: BaseException) -> None:
        self._go_on()
        raise problem
