"""The records of an import as a Qt model, before saving (what was found) and after (what became of each)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from readinglist.core import dates
from readinglist.core.paper import Draft, author_line
from readinglist.core.text import beginning
from readinglist.i18n import _, mark
from readinglist.ui.look import theme

Index = QModelIndex | QPersistentModelIndex
_LONGEST = 500  # characters of a cell: laying out a million holds the window for seconds
LINE = Qt.ItemDataRole.UserRole + 1


@dataclass(slots=True)
class Line:
    """One record on screen. `draft` is the reading chosen for it, None where it cannot be read.

    `verdict` is said in `words`, in a `colour` of the palette; `wrong` is what a person should look at. `asked` is what
    a line that is not recognised is if it is ticked.
    """

    verdict: str
    words: str
    colour: str
    wrong: bool
    title: str
    place: str
    reason: str
    raw: str
    authors: str = ""
    date: str = ""
    draft: Draft | None = None
    readings: Sequence[Draft] = ()
    asked: Draft | None = None

    @property
    def ticked(self) -> bool:
        """True for a line that was not recognised and is said to be a title."""
        return self.asked is not None and self.draft is not None

    def tick(self, on: bool) -> None:
        """Take a line that is asked about for a title, or leave it out."""
        self.draft = self.asked if on else None

    def choose(self, draft: Draft) -> None:
        """Take `draft` as the reading of the record."""
        self.draft = draft
        self.title = draft.title or _("(no title)")
        self.authors = author_line(draft.authors, draft.authors_complete, 6)
        self.date = dates.shown(draft.date)


class FoundModel(QAbstractTableModel):
    """Columns: what it is, title, authors, date, where it stood."""

    ticked = Signal()  # a line that was asked about

    HEADS = (mark("Result"), mark("Title"), mark("Authors"), mark("Date"), mark("Where"))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: list[Line] = []
        self.lines: list[Line] = []
        self.only_wrong = False

    def show(self, lines: Sequence[Line]) -> None:
        """Show these records."""
        self.beginResetModel()
        self.all = list(lines)
        self.lines = [line for line in self.all if line.wrong] if self.only_wrong else self.all
        self.endResetModel()

    def told(self) -> None:
        """Show the same records with what is known of them now."""
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(self.HEADS) - 1))

    def set_only_wrong(self, on: bool) -> None:
        """Show only what a person should look at, or everything."""
        self.only_wrong = on
        self.show(self.all)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(self.HEADS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0 and line.asked:
            return Qt.CheckState.Checked if line.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            words = _("a title") if line.ticked else line.words
            return beginning((words, line.title, line.authors, line.date, line.place)[index.column()], _LONGEST)
        if role == Qt.ItemDataRole.ForegroundRole:
            if index.column() == 0:
                return theme.now().legible("green" if line.ticked else line.colour)
            return theme.now().colour("text" if index.column() == 1 else "second")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        asked = index.isValid() and index.column() == 0 and self.lines[index.row()].asked
        return usual | Qt.ItemFlag.ItemIsUserCheckable if asked else usual

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or not self.lines[index.row()].asked:
            return False
        self.tick([self.lines[index.row()]], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def tick(self, lines: Sequence[Line], on: bool) -> None:
        """Take lines that are asked about for titles, or leave them out."""
        for line in lines:
            line.tick(on)
        self.told()
        self.ticked.emit()
