"""A refresh in the background: part after part on a worker, stopped and gone on with, as long as the window is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from readinglist.core import errors
from readinglist.flows import network
from readinglist.flows.refreshing import Refreshed
from readinglist.flows.refreshing.run import Run
from readinglist.i18n import plural
from readinglist.ui import tasks
from readinglist.ui.desk import Desk


class BackgroundRun(QObject):
    """One for a window, and one in memory for a few papers while that waits to be gone on with.

    `moved(found)` after every part, `ended()` when it is over, was stopped or no service answers. `problem` says in
    words why it ended early, "" where it did not.
    """

    moved = Signal(list)
    ended = Signal()

    def __init__(self, desk: Desk, *, kept: bool = True) -> None:
        super().__init__(desk)
        self.setObjectName("refresh" if kept else "")
        self.desk = desk
        self.run = Run(desk.library.path, kept=kept)
        self.found: list[Refreshed] = list(self.run.found(desk.library))
        self.running = False
        self.problem = ""
        self.afterwards: Callable[[], object] | None = None  # what follows where nobody looks on
        self._stopping = False
        self.closed = False
        desk.at_close.append(self._close)

    def go_on(self) -> None:
        """Ask about what is left."""
        if not self.running and self.run.left:
            self.running, self._stopping, self.problem = True, False, ""
            self.found = [one for one in self.found if not one.problem]
            self._next()

    def stop(self) -> None:
        """Ask no further; what was found stays, over a restart too."""
        self._stopping = True

    def _close(self) -> None:
        self.closed = True
        self.stop()

    def forget(self) -> None:
        """Leave nothing of it behind."""
        self.run.forget()
        self.found = []

    def settle(self) -> None:
        """Forget what was found until now: it was decided about."""
        self.run.settle([one.paper.id for one in self.found])
        self.found = []

    def counted(self) -> tuple[int, int]:
        """Return how many papers were asked about, and how many are to be."""
        whole = len(self.run.papers)
        return whole - self.run.left, whole

    def _next(self) -> None:
        tasks.run(self._work, done=self._done, failed=self._failed, owner=self, label="refresh")

    def _work(self, _report: tasks.Report) -> list[Refreshed]:
        """On a worker."""
        lookup = network.lookup(self.desk.settings, fresh=True, cancelled=lambda: self._stopping)
        if lookup is None:
            raise network.forbidden()
        with tasks.waiting_mostly(), self.desk.library.another(readonly=True) as own:
            return self.run.part(own, lookup, lambda: self._stopping)

    def _done(self, found: list[Refreshed]) -> None:
        self.found += found
        if self.run.silent:
            self.problem = next(one.problem for one in found if one.problem)
        over = self._stopping or self.run.silent or not self.run.left
        if over:
            self.running = False
        self.moved.emit(found)
        if over:
            self._end()
        else:
            self._next()

    def _failed(self, problem: BaseException) -> None:
        self.running = False
        known = isinstance(problem, errors.Refused)
        self.problem = str(problem) if known and not isinstance(problem, errors.Cancelled) else ""
        self._end()
        if not known:
            raise problem

    def _end(self) -> None:
        self.ended.emit()
        if self.afterwards is not None and not self.closed:
            deed, self.afterwards = self.afterwards, None
            deed()


def of(desk: Desk) -> BackgroundRun:
    """Return the window's refresh, with what an earlier one left."""
    found = desk.findChild(BackgroundRun, "refresh")
    return found if isinstance(found, BackgroundRun) else BackgroundRun(desk)


def left_words(left: int) -> str:
    """Return how many papers of a refresh that was stopped are left, in words."""
    return plural("A refresh was stopped; {n} paper is left.", "A refresh was stopped; {n} papers are left.", left)
