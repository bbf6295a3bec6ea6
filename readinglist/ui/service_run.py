"""What asks services beside the window: one question at a time, told of, stopped when asked; the library stays free."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from readinglist.core import errors
from readinglist.ui import tasks

Stopped = Callable[[], bool]
Work = Callable[[tasks.Report, Stopped], Any]


class Ended(NamedTuple):
    """How it ended: what the work gave, None where it was stopped or failed, and why it failed (Refused)."""

    result: Any
    stopped: bool
    problem: errors.Refused | None = None


class Asking(QObject):
    """`began(words)`, `moved(now, all)`, `stopping()` once it is to stop, and `ended()` whatever came of it."""

    began = Signal(str)
    moved = Signal(int, int)
    stopping = Signal()
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.running = ""  # what is asked, by its label
        self._stop = threading.Event()

    def run(self, label: str, words: str, work: Work, done: Callable[[Ended], object], *, quiet: bool = False) -> bool:
        """Do `work(report, stopped)` on a worker, then `done`; False where something else is being asked.

        `quiet`: it is not told of. What the work raises but Refused and Cancelled is a bug, and raised.
        """
        if self.running:
            return False
        self.running = label
        self._stop.clear()
        if not quiet:
            self.began.emit(words)
        tasks.run(
            lambda report: self._work(work, report),
            done=lambda result: self._end(Ended(result, self._stop.is_set()), done),
            failed=lambda problem: self._failed(problem, done),
            progress=self.moved.emit,
            owner=self,
            label=label,
        )
        return True

    def stop(self) -> None:
        """Ask no further."""
        if self.running and not self._stop.is_set():
            self._stop.set()
            self.stopping.emit()

    def _work(self, work: Work, report: tasks.Report) -> Any:
        with tasks.waiting_mostly():
            return work(report, self._stop.is_set)

    def _failed(self, problem: BaseException, done: Callable[[Ended], object]) -> None:
        if isinstance(problem, errors.Cancelled):
            self._end(Ended(None, stopped=True), done)
        elif isinstance(problem, errors.Refused):
            self._end(Ended(None, self._stop.is_set(), problem), done)
        else:
            self.running = ""
            self.ended.emit()
            raise problem

    def _end(self, how: Ended, done: Callable[[Ended], object]) -> None:
        self.running = ""
        self.ended.emit()
        done(how)
