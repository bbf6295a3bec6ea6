"""The menu at the head of the table: which columns there are, and by which the list is ordered."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from readinglist.core.fields import COLUMNS
from readinglist.i18n import _
from readinglist.ui.widgets.papers.view import PaperView


def show_menu(table: PaperView, spot: QPoint | None = None) -> None:
    """Show which columns there are, at a place on screen or below the table's head."""
    menu = QMenu(table)
    shown = table.room.names()
    for field in COLUMNS:
        action = menu.addAction(_(field.label))
        action.setCheckable(True)
        action.setChecked(field.name in shown)
        action.setEnabled(field.name != "title")
        action.triggered.connect(lambda on, field=field.name: _switch(table, field, on))
    menu.addSeparator()
    order = menu.addMenu(_("Sort by"))  # also by what has no head: authors below the title, columns that are not shown
    for field in COLUMNS:
        order.addAction(_(field.label)).triggered.connect(
            lambda _on, name=field.name: table.header.sort_asked.emit(name, False)
        )
    menu.addAction(_("Reset the columns"), lambda: _lay_out(table, {}))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(spot or table.header.mapToGlobal(QPoint(8, table.header.height())))


def _switch(table: PaperView, name: str, on: bool) -> None:
    names = [column for column in table.room.names() if column != name]
    if on:  # a new column stands where the table of fields has it
        order = [field.name for field in COLUMNS]
        place = next((n for n, c in enumerate(names) if order.index(c) > order.index(name)), len(names))
        names.insert(place, name)
    _lay_out(table, {"columns": names, "widths": table.layout_state()["widths"]})


def _lay_out(table: PaperView, state: dict[str, object]) -> None:
    table.set_layout_state(state)
    table.layout_changed.emit()
