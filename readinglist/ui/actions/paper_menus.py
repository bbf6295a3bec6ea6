"""The menus of papers: all that a right click offers, and the small ones of a status, a priority, stars or a day.

Each entry shows the key that does the same in a list of papers. All of them are for the selected papers.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu

from readinglist.core import views
from readinglist.core.status import PRIORITIES
from readinglist.i18n import _
from readinglist.ui.actions import marking
from readinglist.ui.actions.menus import STATUS, Menus, popup
from readinglist.ui.look import glyphs
from readinglist.ui.widgets.due_panel import DuePanel
from readinglist.ui.widgets.spot import Spot

LINE = None  # between two groups

_RATINGS = ("rate_5", "rate_4", "rate_3", "rate_2", "rate_1", "rate_none")
_COPIES = (
    "copy_bibtex", "copy_keys", "copy_markdown", "copy_latex", LINE, "copy_apa", "copy_chicago", "copy_harvard",
    "copy_ieee", "copy_mla", "copy_nature", "copy_own_style",
)  # fmt: skip
_PRIORITIES = ("priority_high", "priority_medium", "priority_low", "priority_none")


def show(menus: Menus, spot: QPoint) -> None:
    """Show all that can be done with the selected papers, at a place on screen."""
    if not menus.desk.selected():
        return
    menu = QMenu(menus.desk.window)
    add(menus, menu, _rows(menus))
    popup(menu, spot)


def _rows(menus: Menus) -> list[str | None]:
    """Return the ids of the actions that fit the view, with lines between their groups."""
    view = menus.desk.view()
    if view.kind == views.TRASH:
        return ["restore", "delete_for_good"]
    queued = menus.actions["queue_remove"].isEnabled()
    queue: list[str | None] = [
        "queue_first",
        "queue_add",
        *(["queue_remove"] if queued else []),
        "snooze",
        "snooze_until",
    ]
    if view.kind == views.SNOOZED:
        queue += ["wake"]
    if view.kind in views.QUEUES:
        queue += ["skip"] if queued else ["skip", "reject"]  # a suggestion
    return [
        *status_actions(menus), LINE,
        "open_paper", "peek", "stopped_at", "edit_details", "attach_file", LINE,
        *queue, LINE,
        "edit_tags", "edit_note", "edit_due", "priority", "rating", LINE,
        "copy_papers", "copy_as", "export_papers", "trash",
    ]  # fmt: skip


def add(menus: Menus, menu: QMenu, rows: Iterable[str | None]) -> None:
    """Add actions by their ids to a menu, and lines; `priority`, `rating` and `copy_as` are menus of their own."""
    for row in rows:
        if row is LINE:
            menu.addSeparator()
        elif row == "priority":
            _priorities(menus, menu.addMenu(_("Priority")))
        elif row == "copy_as":
            add(menus, menu.addMenu(_("Copy as")), _COPIES)
        elif row == "rating":
            add(menus, menu.addMenu(_("Rating")), _RATINGS)
        else:
            entry(menus, menu, row)


def entry(menus: Menus, menu: QMenu, name: str, label: str = "", icon: QIcon | None = None) -> QAction:
    """Add an action to a menu, with its key beside it; `label` and `icon` are said instead of its own."""
    action = menus.actions[name]
    key = str(action.data() or "").split(", ")[0]
    made = menu.addAction(action.icon() if icon is None else icon, f"{label or action.text()}\t{key}".rstrip())
    made.setObjectName(name)
    made.setEnabled(action.isEnabled())
    made.triggered.connect(lambda _checked=False: menus.run(name))
    return made


def status_actions(menus: Menus) -> list[str]:
    """Return the ids of the actions that set a status, in the library's order."""
    return [name for name in menus.actions if name.startswith(STATUS)]


# -- the small ones, beside what they change ---------------------------------------------------------------------------


def show_small(menus: Menus, field: str, cell: QRect) -> None:
    """Show what a cell of the table can be changed to: `status`, `priority`, `rating` or `due`; `cell` is on screen."""
    chosen = menus.desk.selected()
    row = menus.desk.library.search.rows(chosen[:1]).get(chosen[0]) if chosen else None
    if row is None or row.trashed:
        return
    if field == "due":
        _show_due(menus, row.due, cell)
        return
    menu = QMenu(menus.desk.window)
    if field == "status":
        for name in status_actions(menus):
            entry(menus, menu, name, _(menus.desk.library.statuses.get(name.removeprefix(STATUS)).label))
        now = f"{STATUS}{row.status}"
    elif field == "priority":
        _priorities(menus, menu)
        now = f"priority_{row.priority or 'none'}"
    else:
        add(menus, menu, _RATINGS)
        now = f"rate_{row.rating or 'none'}"
    _mark(menu, now)
    popup(menu, cell.bottomLeft() + QPoint(2, 1))


def _priorities(menus: Menus, menu: QMenu) -> None:
    for name, level in zip(_PRIORITIES, (*PRIORITIES, None), strict=True):
        entry(menus, menu, name, icon=glyphs.priority_icon(level))


def _mark(menu: QMenu, name: str) -> None:
    """Mark the entry of what is set at present; the arrow keys start there."""
    for action in menu.actions():
        if action.objectName() == name:
            menu.setActiveAction(action)


def _show_due(menus: Menus, due: str | None, cell: QRect) -> None:
    window = menus.desk.window
    spot = Spot(window, QRect(window.mapFromGlobal(cell.topLeft()), cell.size()))
    DuePanel(spot, due, lambda day: marking.set_due(menus.desk, day) if day != due else None)
