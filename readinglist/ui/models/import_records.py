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
    a line that is not recognised is if it is ticked; `offered` are the papers that services know by such a title, each
    with what tells it from the others. `told` says in short where all of it is from.
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
    offered: Sequence[tuple[Draft, str]] = ()
    told: str = ""
    looking: bool = False

    @property
    def ticked(self) -> bool:
        """True for a line that was not recognised and is said to be a title, or one of the papers offered."""
        return self.asked is not None and self.draft is not None

    def tick(self, on: bool) -> None:
        """Take a line that is asked about for a title, or leave it out."""
        self.take(self.asked if on else None)

    def take(self, draft: Draft | None) -> None:
        """Take a line that is asked about for this paper; with None it is left out."""
        self.draft = draft
        self.title, self.authors, self.date = self.raw, "", ""
        if draft is not None and draft is not self.asked:
            self.choose(draft)

    def shown_words(self) -> tuple[str, str]:
        """Return what is said of it as it stands now, and the colour of that."""
        if self.ticked:
            return (_("a title") if self.draft is self.asked else _("found")), "green"
        return (_("which one?"), "amber") if self.offered else (self.words, self.colour)

    def choose(self, draft: Draft) -> None:
        """Take `draft` as the reading of the record."""
        self.draft = draft
        self.title = draft.title or _("(no title)")
        self.authors = author_line(draft.authors, draft.authors_complete, 6)
        self.date = dates.shown(draft.date)


def _look(line: Line, column: int, role: int) -> object:
    now = theme.now()
    if role == Qt.ItemDataRole.FontRole:
        return theme.font(bold=True) if column == 0 else None
    if role == Qt.ItemDataRole.ForegroundRole:
        if column == 0:
            return now.legible(line.shown_words()[1])
        return now.colour("text" if column == 1 else "second")
    return None


class FoundModel(QAbstractTableModel):
    """Columns: what it is, title, authors, date, where all that is from."""

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
            words = line.shown_words()[0]
            cells = (words, line.title, line.authors, line.date, line.told or line.place)
            return beginning(cells[index.column()], _LONGEST)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 1:
            return beginning(", ".join(part for part in (line.title, line.authors, line.date) if part), _LONGEST)
        return _look(line, index.column(), role)

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

    def take(self, line: Line, draft: Draft | None) -> None:
        """Take a line that is asked about for one of the papers offered; with None it is left out."""
        line.take(draft)
        self.told()
        self.ticked.emit()
