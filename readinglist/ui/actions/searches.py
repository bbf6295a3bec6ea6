"""Searching, and searches that are kept as views."""

from __future__ import annotations

from PySide6.QtWidgets import QInputDialog, QLineEdit

from readinglist.core import views
from readinglist.core.views import View
from readinglist.i18n import _
from readinglist.ui.desk import Desk


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
    name, good = _ask_name(desk, _("Save search"), _("Name of the view:"), text)
    if good:
        desk.attempt(lambda: desk.library.searches.save(name, text))


def edit(desk: Desk, text: str) -> None:
    """Put a saved search into the box, to change it."""
    desk.go(views.ALL_PAPERS)
    desk.panes.search_for(text)
    desk.panes.focus("search")


def rename(desk: Desk, search: int, name: str) -> None:
    """Ask for another name of a saved search."""
    new, good = _ask_name(desk, _("Rename"), _("Name:"), name)
    if good and desk.attempt(lambda: desk.library.searches.rename(search, new)):
        desk.go(View(views.SEARCH, new.strip()))


def delete(desk: Desk, search: int, name: str) -> None:
    """Delete a saved search."""
    if desk.attempt(lambda: desk.library.searches.delete(search)):
        desk.say(_("Saved search {name} deleted").format(name=name), undoable=True)
        if desk.view() == View(views.SEARCH, name):
            desk.go(views.ALL_PAPERS)


def _ask_name(desk: Desk, title: str, label: str, name: str) -> tuple[str, bool]:
    return QInputDialog.getText(desk.window, title, label, QLineEdit.EchoMode.Normal, name)
