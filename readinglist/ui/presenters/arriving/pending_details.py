"""Details that are still to come: the services are asked for them on a worker, after adding and now and then."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QTimer

from readinglist.core import errors
from readinglist.core.events import Changed
from readinglist.core.ops import Op
from readinglist.flows import finding, network, refreshing
from readinglist.i18n import _, plural
from readinglist.ui import tasks
from readinglist.ui.desk import Desk
from readinglist.ui.presenters.arriving import fetch_arrivals
from readinglist.ui.presenters.dialogs import ask_news, refresh_papers

AFTER_START_MS = 4_000  # the first seconds are the user's
LOOK_MS = 3_600_000  # between two looks whether a week has gone by
AGAIN_MS = 10 * 60_000  # where some are still waiting


class PendingDetails(QObject):
    """One question to the services at a time; what is added while it runs is asked about at its end."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self._running = False
        self._again = False
        self._stopped = False  # by the user, until something is added or they say so
        self._cancelled = threading.Event()
        self._later = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._later.timeout.connect(self.ask)
        desk.bridge.changed.connect(self._heard)
        desk.added.connect(self._ask_again)
        if network.allowed(desk.settings):
            QTimer.singleShot(AFTER_START_MS, self, self.ask)
            QTimer.singleShot(AFTER_START_MS, self, lambda: refresh_papers.offer_the_rest(desk))
            QTimer.singleShot(AFTER_START_MS, self, self._ask_what_is_due)
            self._weekly = QTimer(self, interval=LOOK_MS)
            self._weekly.timeout.connect(self._ask_what_is_due)
            self._weekly.start()

    def _ask_what_is_due(self) -> None:
        """Ask what settings let us ask now and then, one after the other."""
        ask_news.ask_if_due(self.desk)
        fetch_arrivals.ask_if_due(self.desk)

    def _heard(self, changed: Changed) -> None:
        if changed.mine and changed.op in (Op.ADD, Op.IMPORT, Op.SAVE_ARRIVAL):
            self._ask_again()

    def _ask_again(self) -> None:
        """The user added something: what was stopped before goes on."""
        self._stopped = False
        self.ask()

    def go_on(self) -> None:
        """Ask now, because the user says so. Raises Refused where nobody may be asked."""
        if not network.allowed(self.desk.settings):
            raise errors.Refused(_("Services are not asked: the settings or READINGLIST_OFFLINE forbid it."))
        self._stopped = False
        self.desk.say(_("Asking for the details that are pending…"))
        self.ask()

    def stop(self) -> None:
        """Ask no more until something is added or the user says so; what is asked just now is given up."""
        self._stopped = True
        self._again = False
        self._cancelled.set()
        self._later.stop()
        self.desk.say(_("Stopped: details that are pending stay so."))

    def ask(self) -> None:
        """Ask for all that is still to come, where the user lets us."""
        if self._stopped or not network.allowed(self.desk.settings) or self.desk.library.readonly:
            return
        if self._running:
            self._again = True
            return
        self._running = True
        self._cancelled.clear()
        tasks.run(self._work, done=self._done, failed=self._failed, progress=self._came, owner=self, label="details")

    def _came(self, _now: int, _all: int) -> None:
        """Some of them were filled in."""
        self.desk.library.poll()

    def _work(self, report: tasks.Report) -> tuple[int, int]:
        """On the worker: what comes is told of at once."""
        with tasks.waiting_mostly(), self.desk.library.another() as own:
            if not finding.find(own, refreshing.WAITING):
                return 0, 0
            stop = self._cancelled.is_set
            lookup = network.lookup(self.desk.settings, cancelled=stop)
            if lookup is None:
                return 0, 0
            return refreshing.complete(own, lookup, cancelled=stop, took=lambda: report(0, 0))

    def _done(self, counted: tuple[int, int]) -> None:
        done, waiting = counted
        if done:
            self.desk.library.poll()
            self.desk.say(
                plural("Details of {n} paper filled in", "Details of {n} papers filled in", done), undoable=True
            )
        self._end(waiting)

    def _failed(self, problem: BaseException) -> None:
        self._end(1)
        if not isinstance(problem, errors.Refused | errors.Cancelled):
            raise problem

    def _end(self, waiting: int) -> None:
        self._running = False
        if self._again:
            self._again = False
            self.ask()
        elif waiting and not self._stopped:
            self._later.start()
