"""What became of papers since they were read: asked for beside the window, on request or weekly."""

from __future__ import annotations

import datetime as dt

from readinglist.core import views
from readinglist.flows import finding, network
from readinglist.flows.refreshing import since_read
from readinglist.i18n import _, plural
from readinglist.ui import tasks
from readinglist.ui.desk import Desk
from readinglist.ui.service_run import Ended, Stopped

ASKED = "news_asked"  # in the window's state: when the services were asked last


def ask(desk: Desk, *, quiet: bool = False) -> None:
    """Ask the services what became of all papers, with progress and a way to stop; `quiet`: say only what there is."""
    if not network.allowed(desk.settings):
        if not quiet:
            desk.refused(network.forbidden())
        return

    def work(report: tasks.Report, stopped: Stopped) -> since_read.Asked:
        lookup = network.lookup(desk.settings, fresh=True, cancelled=stopped)
        if lookup is None:
            raise network.forbidden()
        with desk.library.another() as own:
            return since_read.ask(own, list(finding.find(own, "")), lookup, progress=report, cancelled=stopped)

    words = _("Asking what became of your papers…")
    if not desk.asking.run("news", words, work, lambda how: _ended(desk, how, quiet=quiet), quiet=quiet) and not quiet:
        desk.say(_("Services are being asked already."))


def _ended(desk: Desk, how: Ended, *, quiet: bool) -> None:
    desk.library.poll()
    if how.problem is not None:
        if not quiet:
            desk.refused(how.problem)
        return
    found: since_read.Asked = how.result
    if not found.stopped:
        desk.state.set(ASKED, dt.datetime.now(dt.UTC).isoformat(timespec="seconds"))
    left = plural("{n} paper was not asked about", "{n} papers were not asked about", found.left)
    said = [left] if found.stopped and found.left else []
    if found.count:
        said.insert(0, plural("Something became of {n} paper", "Something became of {n} papers", found.count))
        desk.offer(". ".join(said), _("Show"), lambda: show(desk))
    elif not quiet:
        said = said or [found.problem or _("Nothing new became of your papers")]
        desk.offer(". ".join(said), _("Show all"), lambda: show(desk))


def show(desk: Desk) -> None:
    """Show the papers that something became of."""
    desk.go(views.ALL_PAPERS)
    desk.panes.search_for(since_read.KEPT)


def ask_if_due(desk: Desk, now: dt.datetime | None = None) -> None:
    """Ask where the user lets us do so weekly, and a week has gone by. `now` is the present time."""
    if desk.settings.get("news_weekly") and since_read.due(desk.state.get(ASKED), now or dt.datetime.now(dt.UTC)):
        ask(desk, quiet=True)
