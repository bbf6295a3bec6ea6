"""Subscriptions are asked what is new, beside the window: on request, or daily by a setting."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from readinglist.core import views
from readinglist.core.views import View
from readinglist.flows import network
from readinglist.flows.refreshing import since_read
from readinglist.i18n import _, plural
from readinglist.ui import tasks
from readinglist.ui.desk import Desk
from readinglist.ui.service_run import Ended, Stopped

if TYPE_CHECKING:  # the services are loaded on the worker, where one is asked
    from readinglist.flows.arrivals.fetching import Fetched

ASKED = "arrivals_asked"  # in the window's state: when they were asked last


def fetch(desk: Desk, *, quiet: bool = False) -> None:
    """Ask every subscription; `quiet`: say only that something came."""
    if not network.allowed(desk.settings):
        if not quiet:
            desk.refused(network.forbidden())
        return

    def work(report: tasks.Report, stopped: Stopped) -> Fetched:
        from readinglist.flows.arrivals import fetching

        lookup = network.lookup(desk.settings, fresh=True, cancelled=stopped)
        if lookup is None:
            raise network.forbidden()
        with desk.library.another() as own:
            return fetching.fetch(own, lookup.client, progress=report, cancelled=stopped)

    began = desk.asking.run(
        "arrivals", _("Asking your subscriptions…"), work, lambda how: _ended(desk, how, quiet=quiet), quiet=quiet
    )
    if not began and not quiet:
        desk.say(_("Services are being asked already."))


def _ended(desk: Desk, how: Ended, *, quiet: bool) -> None:
    desk.library.poll()
    if how.problem is not None:
        if not quiet:
            desk.refused(how.problem)
        return
    if how.result is None:  # it was stopped, and nothing kept
        return
    found: Fetched = how.result
    desk.state.set(ASKED, dt.datetime.now(dt.UTC).isoformat(timespec="seconds"))
    if found.count:
        words = plural("{n} paper arrived", "{n} papers arrived", found.count)
        if desk.view().kind == views.ARRIVALS:
            desk.say(words)
        else:
            desk.offer(words, _("Show"), lambda: desk.go(View(views.ARRIVALS)), undoable=False)
    elif not quiet:
        desk.say(" ".join(found.problems) or _("Nothing new arrived."))


def ask_if_due(desk: Desk, now: dt.datetime | None = None) -> None:
    """Ask where the user lets us do so daily, and a day has gone by. `now` is the present time."""
    due = since_read.due(desk.state.get(ASKED), now or dt.datetime.now(dt.UTC), days=1)
    if due and desk.settings.get("arrivals_daily") and desk.library.arrivals.feeds():
        fetch(desk, quiet=True)
