"""The sidebar's lines as data: views, headings, counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from readinglist.core.views import View
from readinglist.i18n import _, plural
from readinglist.ui.models.paper_table import MIME, dragged_papers

Index = QModelIndex | QPersistentModelIndex
LINE = 31  # pixels that a line is high at the normal text size
ENTRY = Qt.ItemDataRole.UserRole + 1


class Entry(NamedTuple):
    """A line: a heading (`view` None), a view, or the fold of a long group (`fold` names the group).

    A tag below another stands `depth` steps in; `branch` is "open" or "shut" for one with tags below it.
    `glyph` is a kind of status, an icon's name behind `icon:`, or `dot`; `colour` a palette name or #rrggbb.
    """

    label: str
    view: View | None = None
    count: int | None = None  # type: ignore[assignment]  # hides the method of tuples
    glyph: str = ""
    colour: str | None = None
    fold: str = ""
    droppable: bool = False
    depth: int = 0
    branch: str = ""

    @property
    def height(self) -> int:
        """The pixels that it is high at the normal text size."""
        if not self.heading:
            return LINE
        return 36 if self.label else 12

    @property
    def heading(self) -> bool:
        """True for the title of a group."""
        return self.view is None and not self.fold


def _line(entry: Entry) -> tuple[object, ...]:
    """What makes a line another one; a count does not."""
    return entry.view, entry.label, entry.fold, entry.depth


class SidebarModel(QAbstractListModel):
    """The lines. `dropped(view, papers)` says that papers were dragged onto a view."""

    dropped = Signal(object, list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these lines; where only counts differ the lines stay and are repainted."""
        new = list(entries)
        same = [_line(entry) for entry in new] == [_line(entry) for entry in self.entries]
        if same:
            self.entries = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self.entries = new
        self.endResetModel()

    def line(self, view: View) -> int | None:
        """Return the line of a view, or None."""
        return next((n for n, entry in enumerate(self.entries) if entry.view == view), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.label
        if role == Qt.ItemDataRole.AccessibleTextRole and entry.count is not None:
            name = entry.view.arg if entry.depth and entry.view is not None else entry.label
            folded = {"open": ", " + _("unfolded"), "shut": ", " + _("folded")}.get(entry.branch, "")
            return f"{name}, " + plural("{n} paper", "{n} papers", entry.count) + folded
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        entry = self.entries[index.row()]
        if entry.heading:
            return Qt.ItemFlag.NoItemFlags
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return base | Qt.ItemFlag.ItemIsDropEnabled if entry.droppable else base

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def canDropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        return parent.isValid() and self.entries[parent.row()].droppable and data.hasFormat(MIME)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        self.dropped.emit(self.entries[parent.row()].view, dragged_papers(data))
        return False  # the papers stay where they came from: nothing is to be removed there
