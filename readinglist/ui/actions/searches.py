"""Searching, and searches that are kept as views."""

from __future__ import annotations

from readinglist.core import views
from readinglist.core.views import View
from readinglist.i18n import _
from readinglist.ui.desk import Desk
from readinglist.ui.widgets.panel import ask_line


def find(desk: Desk) -> None:
    """Put the cursor into the search box."""
    desk.panes.focus("search")


def clear(desk: Desk) -> None:
    """Empty the search box and go back to the papers."""
    desk.panes.search_for("")
    desk.panes.focus("papers")


def save(desk: Desk) -> None:
    """Ask for a name and keep the search as a view."""
    text = desk.panes.search_text()
    ask_line(
        desk.panes.spot("search"),
        _("Save search as a view"),
        text,
        _("Save"),
        lambda name: desk.library.searches.save(name, text),
        hint=_("It stands in the sidebar under this name, with a live count."),
    )


def edit(desk: Desk, text: str) -> None:
    """Put a saved search into the box, to change it."""
    desk.go(views.ALL_PAPERS)
    desk.panes.search_for(text)
    desk.panes.focus("search")


def rename(desk: Desk, search: int, name: str) -> None:
    """Ask for another name of a saved search."""

    def give(new: str) -> None:
        desk.library.searches.rename(search, new)
        desk.go(View(views.SEARCH, new.strip()))

    ask_line(desk.panes.spot(View(views.SEARCH, name)), _("Rename saved search"), name, _("Rename"), give)


def delete(desk: Desk, search: int, name: str) -> None:
    """Delete a saved search."""
    if desk.attempt(lambda: desk.library.searches.delete(search)):
        desk.say(_("Saved search {name} deleted").format(name=name), undoable=True)
        if desk.view() == View(views.SEARCH, name):
            desk.go(views.ALL_PAPERS)
