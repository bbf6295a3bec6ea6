"""The records of an import as a Qt model, before saving (what was found) and after (what became of each)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from readinglist.core import dates
from readinglist.core.paper import Draft, author_line
from readinglist.flows.importing import DOUBTFUL, KNOWN, NEW, UNREADABLE, Found
from readinglist.flows.importing.report import ADDED, MERGED, REJECTED, SKIPPED, Record
from readinglist.i18n import _, mark
from readinglist.ui.look import theme

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole + 1

WORDS = {
    NEW: mark("new"),
    KNOWN: mark("already in your library"),
    DOUBTFUL: mark("please check"),
    UNREADABLE: mark("cannot be read"),
    ADDED: mark("added"),
    MERGED: mark("completed"),
    SKIPPED: mark("already there"),
    REJECTED: mark("not added"),
}
_COLOURS = {UNREADABLE: "alarm", REJECTED: "alarm", DOUBTFUL: "amber", KNOWN: "third", SKIPPED: "third"}


@dataclass(slots=True)
class Line:
    """One record on screen. `draft` is the reading chosen for it, None where it cannot be read."""

    verdict: str
    title: str
    authors: str
    date: str
    place: str
    reason: str
    raw: str
    draft: Draft | None = None
    readings: Sequence[Draft] = ()

    @property
    def wrong(self) -> bool:
        """True for what a person should look at."""
        return self.verdict in (UNREADABLE, REJECTED, DOUBTFUL)


def line_of(found: Found) -> Line:
    """Return a found record as a line."""
    draft = found.draft
    if draft is None:
        title = found.record.title or found.record.key or _("(no title)")
        return Line(found.verdict, title, "", "", found.record.place or "", found.reason, found.record.raw or "")
    line = Line(found.verdict, "", "", "", draft.place or "", found.reason, draft.raw or "", draft)
    line.readings = [draft, *found.alternatives] if found.alternatives else []
    choose(line, draft)
    return line


def choose(line: Line, draft: Draft) -> None:
    """Take `draft` as the reading of a record."""
    line.draft = draft
    line.title = draft.title or _("(no title)")
    line.authors = author_line(draft.authors, draft.authors_complete, 6)
    line.date = dates.shown(draft.date)


def line_of_record(record: Record, title: str = "") -> Line:
    """Return a record of the report as a line."""
    name = record.title or title or record.key or _("(no title)")
    return Line(record.result, name, "", "", record.place or "", record.reason or "", record.raw or "")


class FoundModel(QAbstractTableModel):
    """Columns: what it is, title, authors, date, where it stood."""

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
        if role == Qt.ItemDataRole.DisplayRole:
            words = _(WORDS.get(line.verdict, line.verdict))
            return (words, line.title, line.authors, line.date, line.place)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole:
            if index.column() == 0:
                return theme.now().colour(_COLOURS.get(line.verdict, "green"))
            return theme.now().colour("text" if index.column() == 1 else "second")
        return None
