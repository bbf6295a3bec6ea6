"""Going about in the window: from view to view, and from pane to pane."""

from __future__ import annotations

from readinglist.core import views
from readinglist.core.views import View
from readinglist.ui.desk import Desk, Part


def go_upnext(desk: Desk) -> None:
    """Show Up next."""
    desk.go(View(views.UP_NEXT))


def go_all(desk: Desk) -> None:
    """Show all papers."""
    desk.go(views.ALL_PAPERS)


def go_snoozed(desk: Desk) -> None:
    """Show what is snoozed."""
    desk.go(View(views.SNOOZED))


def go_arrivals(desk: Desk) -> None:
    """Show what arrived."""
    desk.go(View(views.ARRIVALS))


def go_statistics(desk: Desk) -> None:
    """Show the statistics."""
    desk.go(View(views.STATISTICS))


def go_next_view(desk: Desk) -> None:
    """Show the view below the present one in the sidebar."""
    desk.panes.step_view(1)


def go_previous_view(desk: Desk) -> None:
    """Show the view above the present one in the sidebar."""
    desk.panes.step_view(-1)


def focus_sidebar(desk: Desk) -> None:
    """Give the sidebar the keys."""
    desk.panes.show_pane("sidebar")
    desk.panes.focus("sidebar")


def focus_papers(desk: Desk) -> None:
    """Give the list on screen the keys."""
    desk.panes.focus("papers")


def select_all(desk: Desk) -> None:
    """Select every paper of the list on screen."""
    desk.panes.select_all()


def edit_note(desk: Desk) -> None:
    """Put the cursor into the note."""
    _in_detail(desk, "note")


def turn_note(desk: Desk) -> None:
    """Show the note rendered, or its source."""
    _show_detail(desk)
    desk.panes.turn_note()


def turn_note_page(desk: Desk) -> None:
    """Write the note on a page of its own, or go back."""
    desk.panes.turn_note_page()


def edit_tags(desk: Desk) -> None:
    """Put the cursor into the tags."""
    _in_detail(desk, "tags")


def edit_due(desk: Desk) -> None:
    """Open the due date."""
    _in_detail(desk, "due")


def _in_detail(desk: Desk, part: Part) -> None:
    _show_detail(desk)
    desk.panes.focus(part)


def _show_detail(desk: Desk) -> None:
    desk.panes.show_pane("detail")
