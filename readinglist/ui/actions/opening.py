"""What is opened for papers: the paper itself, its abstract, details and readings; merging; why these are next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QInputDialog

from readinglist.core.views import UP_NEXT, View
from readinglist.i18n import _
from readinglist.ui.actions import moving
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.peek import Peek
from readinglist.ui.presenters.dialogs import merge_papers, paper_details, paper_readings
from readinglist.ui.web_links import best_link, link_of


def read(desk: Desk, number: int | None = None) -> None:
    """Open a paper where it can be read; where there is nowhere, go to its note."""
    chosen = _first(desk) if number is None else number
    if chosen is None:
        return
    paper = desk.library.papers.get(chosen)
    there = next((file.path for file in paper.files if Path(file.path).exists()), None)
    link = best_link(paper)
    url = QUrl.fromLocalFile(there) if there is not None else link_of(link) if link else None
    if url is not None:
        QDesktopServices.openUrl(url)
        return
    if paper.files:
        desk.say(_("{file} is not there any more.").format(file=paper.files[0].path))
    else:
        desk.say(_("This paper has no file and no link yet. Its note is on the right."))
    moving.edit_note(desk)


def peek(desk: Desk, number: int | None = None) -> None:
    """Show the abstract large, over the list."""
    chosen = _first(desk) if number is None else number
    if chosen is not None:
        Peek(desk.window, desk.library.papers.get(chosen)).open()


def details(desk: Desk) -> None:
    """Correct the bibliographic fields of the first selected paper."""
    chosen = _first(desk)
    if chosen is not None:
        paper_details.edit_details(desk, chosen)


def show_readings(desk: Desk) -> None:
    """Show every pass through the first selected paper."""
    chosen = _first(desk)
    if chosen is not None:
        paper_readings.show_readings(desk, chosen)


def _first(desk: Desk) -> int | None:
    return next(iter(desk.selected()), None)


def merge(desk: Desk) -> None:
    """Offer to make the selected papers one."""
    chosen = desk.selected()
    if len(chosen) < 2:
        desk.say(_("Select the papers that are one: two or more."))
    else:
        merge_papers.merge_papers(desk, chosen)


# -- what to read ----------------------------------------------------------------------------------------------------


def explain(desk: Desk) -> None:
    """Show why the papers of Up next stand where they do."""
    if not desk.panes.next.explain(_first(desk)):
        desk.go(View(UP_NEXT))


def time_at_hand(desk: Desk) -> None:
    """Ask how many minutes there are, and show what fits."""
    known = desk.panes.next.minutes or 45
    minutes, good = QInputDialog.getInt(desk.window, _("Time at hand"), _("Minutes:"), known, 1, 6000, 5)
    if good:
        desk.go(View(UP_NEXT))
        desk.panes.next.set_minutes(minutes)
