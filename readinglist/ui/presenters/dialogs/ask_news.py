"""What became of papers since they were read: asked for beside the window, on request or weekly."""

from __future__ import annotations

import datetime as dt
import threading

from PySide6.QtCore import QObject, QThreadPool

from readinglist.core import errors, views
from readinglist.flows import finding, network
from readinglist.flows.refreshing import since_read
from readinglist.i18n import _, plural
from readinglist.ui import tasks
from readinglist.ui.desk import Desk

ASKED = "news_asked"  # in the window's state: when the services were asked last
_OBJECT = "news"


class _News(QObject):
    """One for a window; asks once at a time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName(_OBJECT)
        self.desk = desk
        self.running = False
        self._stop = threading.Event()
        desk.at_close.append(self._stop.set)

    def ask(self, *, quiet: bool) -> None:
        if self.running:
            return
        self.running = True
        if not quiet:
            self.desk.say(_("Asking what became of your papers…"))
        tasks.run(
            self._work,
            done=lambda found: self._done(*found, quiet=quiet),
            failed=lambda problem: self._failed(problem, quiet=quiet),
            owner=self,
            label="news",
        )

    def _work(self, _report: tasks.Report) -> tuple[int, str]:
        """On a worker, beside those that Qt counts: it mostly waits for its turn."""
        pool = QThreadPool.globalInstance()
        pool.releaseThread()
        try:
            lookup = network.lookup(self.desk.settings, fresh=True, cancelled=self._stop.is_set)
            if lookup is None:
                raise network.forbidden()
            with self.desk.library.another() as own:
                return since_read.ask(own, list(finding.find(own, "")), lookup, cancelled=self._stop.is_set)
        finally:
            pool.reserveThread()

    def _done(self, count: int, problem: str, *, quiet: bool) -> None:
        self.running = False
        self.desk.state.set(ASKED, dt.datetime.now(dt.UTC).isoformat(timespec="seconds"))
        self.desk.library.poll()
        if count:
            words = plural("Something became of {n} paper", "Something became of {n} papers", count)
            self.desk.offer(words, _("Show"), lambda: show(self.desk))
        elif not quiet:
            self.desk.offer(problem or _("Nothing new became of your papers"), _("Show all"), lambda: show(self.desk))

    def _failed(self, problem: BaseException, *, quiet: bool) -> None:
        self.running = False
        if not isinstance(problem, errors.Refused):
            raise problem
        if not quiet and not isinstance(problem, errors.Cancelled):
            self.desk.refused(problem)


def ask(desk: Desk, *, quiet: bool = False) -> None:
    """Ask the services what became of all papers; `quiet`: say only that there is something."""
    if not network.allowed(desk.settings):
        if not quiet:
            desk.refused(network.forbidden())
        return
    found = desk.findChild(_News, _OBJECT)
    (found if isinstance(found, _News) else _News(desk)).ask(quiet=quiet)


def show(desk: Desk) -> None:
    """Show the papers that something became of."""
    desk.go(views.ALL_PAPERS)
    desk.panes.search_for(since_read.KEPT)


def ask_if_due(desk: Desk, now: dt.datetime | None = None) -> None:
    """Ask where the user lets us do so weekly, and a week has gone by. `now` is the present time."""
    if desk.settings.get("news_weekly") and since_read.due(desk.state.get(ASKED), now or dt.datetime.now(dt.UTC)):
        ask(desk, quiet=True)
