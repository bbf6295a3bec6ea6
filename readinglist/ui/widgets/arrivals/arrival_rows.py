"""What arrived, a row each: title, who and when, why it stands where it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from readinglist.core.text import capital
from readinglist.i18n import _, mark
from readinglist.ui.widgets.upnext.paper_rows import Index, Line, PaperRows
from readinglist.ui.widgets.upnext.row_deeds import Deed

ROW = Qt.ItemDataRole.UserRole + 1
DEEDS: tuple[Deed, ...] = (
    ("save", mark("Save"), mark("Make a paper of it (Return)")),
    ("skip", mark("Skip"), mark("Let it go; it never returns (Delete)")),
    ("open", mark("Open"), mark("Open its page in the browser (Ctrl+Return)")),
)


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """Something that arrived: its number, its title, who wrote it and when, why it stands here, what it says."""

    id: int
    title: str
    who: str
    reasons: tuple[str, ...]
    side: str
    abstract: str
    link: str


class _Rows(QAbstractListModel):
    """The rows, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[ArrivalRow] = []

    def show(self, rows: Sequence[ArrivalRow]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            where = _("{n} of {total}").format(n=index.row() + 1, total=len(self.rows))
            return ". ".join(filter(None, [row.title, row.who, *map(capital, row.reasons), where]))
        return None


class ArrivalRows(PaperRows):
    """The list. `saved`, `skipped` and `followed` are given the numbers of rows: by Return, Delete, Ctrl+Return."""

    words_at = 14

    saved = Signal(object)  # a list, which Qt would copy
    skipped = Signal(object)
    followed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows = _Rows()
        super().__init__(self.rows, _("Arrivals"), parent)
        self.rows.setParent(self)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.doubleClicked.disconnect()
        self.doubleClicked.connect(lambda index: self.followed.emit(self.paper_at(index.row())))

    def paper_at(self, row: int) -> int | None:
        """Return the number of a row: it is no paper yet."""
        return self.rows.rows[row].id if 0 <= row < len(self.rows.rows) else None

    def line_of(self, index: Index) -> Line | None:
        """Return what the row shows."""
        row = index.data(ROW)
        if not isinstance(row, ArrivalRow):
            return None
        return Line(row.title, " · ".join(filter(None, (row.who, *row.reasons))), row.side)

    def current(self) -> ArrivalRow | None:
        """Return the current row."""
        found = self.currentIndex().data(ROW)
        return found if isinstance(found, ArrivalRow) else None

    def show_rows(self, rows: Sequence[ArrivalRow]) -> None:
        """Show these. What was current stays so; where it is gone, what stands in its place now is."""
        if list(rows) == self.rows.rows:
            return
        place, before = self.currentIndex().row(), self.current()
        self._quiet = True
        self.rows.show(rows)
        self._quiet = False
        if rows:
            again = next((n for n, row in enumerate(rows) if before is not None and row.id == before.id), place)
            self.setCurrentIndex(self.rows.index(min(max(again, 0), len(rows) - 1)))
        self.selected.emit(self.selected_ids())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self.selected_ids()
        if chosen and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.followed.emit(chosen[0])
            else:
                self.saved.emit(chosen)
        elif chosen and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.skipped.emit(chosen)
        else:
            super().keyPressEvent(event)
