"""What is asked about the selected papers: their details, their readings, whether they are one."""

from __future__ import annotations

from readinglist.flows.citations import path
from readinglist.i18n import _, plural
from readinglist.ui.desk import Desk
from readinglist.ui.presenters.arriving import arrivals_page
from readinglist.ui.presenters.arriving import fetch_arrivals as fetching
from readinglist.ui.presenters.arriving.arrivals_page import ArrivalsPresenter
from readinglist.ui.presenters.arriving.pending_details import PendingDetails
from readinglist.ui.presenters.dialogs import (
    ask_news,
    look_up_references,
    merge_papers,
    paper_details,
    paper_readings,
    refresh_papers,
)


def details(desk: Desk) -> None:
    """Correct the bibliographic fields of the first selected paper."""
    chosen = desk.first_selected()
    if chosen is not None:
        paper_details.edit_details(desk, chosen)


def readings(desk: Desk) -> None:
    """Show every pass through the first selected paper."""
    chosen = desk.first_selected()
    if chosen is not None:
        paper_readings.show_readings(desk, chosen)


def merge(desk: Desk) -> None:
    """Offer to make the selected papers one."""
    chosen = desk.selected()
    if len(chosen) < 2:
        desk.say(_("Select two or more papers to merge."))
    else:
        merge_papers.merge_papers(desk, chosen)


def refresh(desk: Desk) -> None:
    """Ask the services about the selected papers."""
    refresh_papers.refresh(desk, desk.selected())


def refresh_view(desk: Desk) -> None:
    """Ask the services about every paper of the view, as it is searched."""
    refresh_papers.refresh(desk, desk.panes.listed())


def refresh_go_on(desk: Desk) -> None:
    """Show the refresh that is being done, or go on with one that was stopped."""
    refresh_papers.go_on(desk)


def news(desk: Desk) -> None:
    """Ask the services what became of papers since they were read."""
    ask_news.ask(desk)


def show_news(desk: Desk) -> None:
    """Show what is known to have become of papers."""
    ask_news.show(desk)


def fetch_pending(desk: Desk) -> None:
    """Ask for the details that are pending, now."""
    if (pending := desk.findChild(PendingDetails)) is not None:
        desk.attempt(pending.go_on)


def stop_pending(desk: Desk) -> None:
    """Ask for no more of them."""
    if (pending := desk.findChild(PendingDetails)) is not None:
        desk.attempt(pending.stop)


def look_up(desk: Desk) -> None:
    """Ask the services what the selected papers cite."""
    look_up_references.look_up(desk, desk.selected())


def look_up_view(desk: Desk) -> None:
    """Ask the services what every paper of the view cites, as it is searched."""
    look_up_references.look_up(desk, desk.panes.listed())


def queue_path(desk: Desk) -> None:
    """Put what to read before the first selected paper into Up next, in that order, and the paper behind it."""
    chosen = desk.first_selected()
    if chosen is None:
        return
    found = path.path_to(desk.library, chosen)
    if len(found.papers) == 1:
        desk.say(_("It cites none of your papers that you have still to read."))
    elif desk.attempt(lambda: path.queue(desk.library, found.papers)):
        before = len(found.papers) - 1
        said = plural("{n} paper to read before it is up next", "{n} papers to read before it are up next", before)
        if found.broken:
            said = _("{queued}. Some cite each other: the oldest comes first.").format(queued=said)
        desk.say(said, undoable=True)


def stop(desk: Desk) -> None:
    """Ask services no further; what was found stays."""
    if desk.asking.running:
        desk.asking.stop()
    else:
        desk.say(_("Nothing is being asked just now."))


# -- what arrives ----------------------------------------------------------------------------------------------


def fetch_arrivals(desk: Desk) -> None:
    """Ask every subscription what is new."""
    if desk.library.arrivals.feeds():
        fetching.fetch(desk)
    else:
        subscribe(desk)


def subscribe(desk: Desk) -> None:
    """Ask what to subscribe to."""
    arrivals_page.subscribe(desk)


def save_arrival(desk: Desk) -> None:
    """Make papers of the selected arrivals."""
    found = _arrivals(desk)
    if found is not None:
        found.save(found.selected())


def skip_arrival(desk: Desk) -> None:
    """Let the selected arrivals go."""
    found = _arrivals(desk)
    if found is not None:
        found.skip(found.selected())


def _arrivals(desk: Desk) -> ArrivalsPresenter | None:
    """Return who shows the arrivals, where some of them are selected; else the user is told."""
    found = desk.findChild(ArrivalsPresenter, arrivals_page.NAME)
    if isinstance(found, ArrivalsPresenter) and found.selected():
        return found
    desk.say(_("Select something that arrived first."))
    return None
