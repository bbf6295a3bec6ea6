"""Opening a paper: where it can be read, or its abstract at a glance."""

from __future__ import annotations

from readinglist.core import errors
from readinglist.flows.opening import NowhereToGo
from readinglist.i18n import _
from readinglist.ui.actions import moving
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.peek import Peek
from readinglist.ui.presenters.dialogs import open_outside


def read(desk: Desk, number: int | None = None) -> None:
    """Open a paper where it can be read; where there is nowhere, go to its note."""
    chosen = desk.first_selected() if number is None else number
    if chosen is None:
        return
    try:
        open_outside.open_paper(desk, desk.library.papers.get(chosen))
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
