"""Looks every row of the library over once a day, on a worker and while nobody does anything; says what is damaged."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from readinglist.core import dates, errors
from readinglist.i18n import _, plural
from readinglist.ui import patience, tasks
from readinglist.ui.desk import Desk

_INPUT = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel})


class DailyCheck(QObject):
    """Also tells of a paper that is damaged when it is shown (`shown`), once for each.

    `decide_asked` when the user wants to see what is damaged.
    """

    decide_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self._told: set[int] = set()
        self._idle = QTimer(self, singleShot=True, interval=patience.IDLE_MS)
        self._idle.timeout.connect(self._at_rest)
        self._due = QTimer(self, interval=patience.CHECK_DUE_MS)
        self._due.timeout.connect(self._wait)
        if not tasks.serial and not desk.library.readonly:
            self._due.start()

    def shown(self, paper: int) -> None:
        """A paper is on screen alone: look at its rows."""
        if paper not in self._told and self.desk.library.soundness.of([paper]):
            self._told.add(paper)
            words = _("Something else than Reading List has changed what the library holds of this paper.")
            self.desk.offer(words, _("Decide…"), self.decide_asked.emit)

    def _wait(self) -> None:
        """Begin to wait for a pause of the user's, where the library was not looked over today."""
        if self.desk.library.soundness.checked() != dates.today().isoformat() and not self._idle.isActive():
            if (application := QCoreApplication.instance()) is not None:
                application.installEventFilter(self)
            self._idle.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count the pause anew at everything the user does."""
        if event.type() in _INPUT:
            self._idle.start()
        return False

    def _at_rest(self) -> None:
        if (application := QCoreApplication.instance()) is not None:
            application.removeEventFilter(self)
        if not self.desk.long.running:
            self.look()

    def look(self) -> None:
        """Look all rows over on a worker."""
        tasks.run(self._work, done=self._done, failed=self._failed, owner=self, label="daily check")

    def _work(self, _report: tasks.Report) -> int:
        """On the worker."""
        with self.desk.library.another() as own:
            found = own.soundness.all()
            own.soundness.note_checked(dates.today().isoformat())
            return len(found)

    def _done(self, damaged: int) -> None:
        if damaged:
            words = plural("{n} row of the library is damaged.", "{n} rows of the library are damaged.", damaged)
            self.desk.offer(words, _("Decide…"), self.decide_asked.emit)

    def _failed(self, problem: BaseException) -> None:
        if not isinstance(problem, errors.Refused):
            raise problem
