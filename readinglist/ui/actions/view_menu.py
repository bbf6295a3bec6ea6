"""What can be done with a view of the sidebar: its context menu, and papers that are dropped on it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from readinglist.core import views
from readinglist.core.views import View
from readinglist.i18n import _
from readinglist.ui.actions import marking, queueing, searches, tagging, trashing
from readinglist.ui.actions.menus import popup
from readinglist.ui.desk import Desk
from readinglist.ui.look import glyphs, theme


def show(desk: Desk, view: View, spot: QPoint) -> None:
    """Show the menu of a view at a place on screen, where it has one."""
    menu = QMenu(desk.window)
    if view.kind == views.TAG:
        _tag_menu(desk, menu, view.arg)
    elif view.kind == views.SEARCH:
        _search_menu(desk, menu, view.arg)
    elif view.kind == views.QUEUE:
        menu.addAction(_("Rename…"), lambda: queueing.rename_queue(desk, view.arg))
        menu.addAction(_("Delete queue"), lambda: queueing.delete_queue(desk, view.arg))
    elif view.kind == views.UP_NEXT:
        menu.addAction(_("New queue…"), lambda: queueing.new_queue(desk))
    elif view.kind == views.TRASH:
        menu.addAction(_("Empty the Trash"), lambda: trashing.empty_trash(desk))
    if menu.isEmpty():
        menu.deleteLater()
        return
    popup(menu, spot)


def _tag_menu(desk: Desk, menu: QMenu, name: str) -> None:
    tag = desk.library.tags.by_name(name)
    if tag is None:
        return
    colours = menu.addMenu(_("Colour"))
    for colour in theme.TAG_COLOURS:
        action = colours.addAction(colour.capitalize())
        action.triggered.connect(partial(tagging.recolour, desk, tag.id, colour))
        action.setIcon(glyphs.dot_icon(theme.now().colour(colour)))
    menu.addAction(_("Rename…"), lambda: tagging.rename(desk, tag.id, name))
    menu.addAction(_("Due date…"), lambda: tagging.set_due(desk, name))
    menu.addAction(_("Delete tag"), lambda: tagging.delete(desk, tag.id, name))


def _search_menu(desk: Desk, menu: QMenu, name: str) -> None:
    saved = next((search for search in desk.library.searches.all() if search.name == name), None)
    if saved is None:
        return
    menu.addAction(_("Edit search"), lambda: searches.edit(desk, saved.query))
    menu.addAction(_("Rename…"), lambda: searches.rename(desk, saved.id, name))
    menu.addAction(_("Delete saved search"), lambda: searches.delete(desk, saved.id, name))


def dropped(desk: Desk, view: View, papers: list[int]) -> None:
    """Give papers that were dragged onto a view its status or tag, or put them into its queue or the Trash."""
    if view.kind == views.STATUS:
        marking.set_status(desk, view.arg, papers)
    elif view.kind == views.TAG:
        tagging.edit_tags(desk, [view.arg], (), papers)
    elif view.kind == views.UP_NEXT:
        queueing.add(desk, papers)
    elif view.kind == views.QUEUE:
        desk.attempt(lambda: queueing.add(desk, papers, desk.library.queues.find(view.arg).id))
    elif view.kind == views.TRASH:
        trashing.trash(desk, papers)
