"""Opening a paper where it can be read, or its abstract at a glance; going on with one, and where one stopped."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QMenu

from readinglist.core import dates, errors, tex
from readinglist.core.ops import Op
from readinglist.flows import deeds, readings
from readinglist.flows.opening import NowhereToGo
from readinglist.i18n import _
from readinglist.ui.actions import moving
from readinglist.ui.actions.filing import one_file
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.peek import Peek
from readinglist.ui.presenters.dialogs import open_outside
from readinglist.ui.widgets.spot import Spot, pop_up
from readinglist.ui.widgets.upnext.stopped import StoppedPanel

_LONGEST = 60  # characters of a title in a menu


def read(desk: Desk, number: int | None = None) -> None:
    """Open a paper where it can be read; where there is nowhere, go to its note."""
    chosen = desk.first_selected() if number is None else number
    if chosen is None:
        return
    one_file.found_first(desk, desk.library.files.of(chosen), partial(_open, desk, chosen))


def _open(desk: Desk, paper: int) -> None:
    try:
        open_outside.open_paper(desk, desk.library.papers.get(paper))
    except NowhereToGo:
        desk.say(_("This paper has no file and no link yet. Its note is on the right."))
        moving.edit_note(desk)
    except errors.Refused as problem:
        desk.refused(problem)


def peek(desk: Desk, number: int | None = None) -> None:
    """Show the abstract large, over the list."""
    chosen = desk.first_selected() if number is None else number
    if chosen is not None:
        Peek(desk.window, desk.library.papers.get(chosen)).open()


# -- going on --------------------------------------------------------------------------------------------------


def go_on(desk: Desk) -> None:
    """Open the paper that was read last of those in progress."""
    begun, _count = desk.library.ranking_facts.begun(dates.today().isoformat(), 1)
    if begun:
        read(desk, begun[0])
    else:
        desk.say(_("Nothing is being read. Press 3 on a paper to begin it."))


def stopped_at(desk: Desk) -> None:
    """Ask where one stopped in the selected paper."""
    paper = desk.first_selected()
    if paper is not None:
        ask_where(desk, paper, desk.panes.spot("row"))


def ask_where(desk: Desk, paper: int, spot: Spot) -> None:
    """Ask at `spot` where one stopped in a paper."""
    known = desk.library.papers.get(paper)

    def save(page: int | None, pages: int | None) -> None:
        readings.stop_at(desk.library, paper, page, pages)
        if page and page == pages:
            desk.offer(_("Page {page} of {pages}").format(page=page, pages=pages), _("Mark as read"), finish)
        elif page:
            named, stopped = _("You stopped “{paper}” at page {page}"), _("You stopped at page {page}")
            desk.say(deeds.said(desk.library, [paper], named, stopped, page=str(page)), undoable=True)

    def finish() -> None:
        words = deeds.said(desk.library, [paper], _("“{paper}” marked as read"), _("Marked as read"))
        desk.change([paper], Op.SET_STATUS, readings.finish, words)

    StoppedPanel(spot, known.page, known.pages, save, finish)


def put_one_down(desk: Desk, papers: Sequence[int], spot: Spot) -> None:
    """Offer the papers in progress, to pause one of them."""
    menu = QMenu(desk.window)
    for paper in desk.library.papers.many(papers):
        short = deeds.shortened(tex.line(paper.title), _LONGEST)
        action = menu.addAction(short.replace("&", "&&"))
        action.triggered.connect(partial(_pause, desk, paper.id))
    pop_up(menu, spot)


def _pause(desk: Desk, paper: int, _checked: bool = False) -> None:
    words = deeds.said(desk.library, [paper], _("“{paper}” paused"), _("Paused"))
    desk.change([paper], Op.SET_STATUS, readings.pause, words)
