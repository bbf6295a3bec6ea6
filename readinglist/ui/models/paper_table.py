"""The papers of a view as a Qt model: an array of ids, with the rows on screen fetched on demand."""

from __future__ import annotations

import json
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from readinglist.core import dates, tex
from readinglist.core.field import Field
from readinglist.core.fields import BY_NAME, COLUMNS
from readinglist.core.row import Row
from readinglist.core.status import Status
from readinglist.core.text import beginning
from readinglist.i18n import _, plural

Index = QModelIndex | QPersistentModelIndex
MIME = "application/x-readinglist-papers"

_LONGEST = 2_000  # characters of a cell: more has never room, and laying out a million holds the window for seconds
_SPOKEN = ("authors", "date", "priority", "rating", "due")  # of a whole line, beside title and status
_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_DRAGGED = _FLAGS | Qt.ItemFlag.ItemIsDragEnabled

FETCHED_ROWS = 128  # around a missing one: some screens full, one query
SCREEN_ROWS = 48  # fetched for the first picture of a list, which is not to wait for more
KEPT_ROWS = 4096
FEW_PAPERS = 12  # so many are looked for one by one, each of them through the whole list; more in one pass together


class PaperTable(QAbstractTableModel):
    """The model. `fetch(ids)` returns rows by id; ids that are gone are missing from it."""

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], dict[int, Row]],
        statuses: Callable[[], Iterable[Status]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._statuses = statuses
        self._status_by_id: dict[str, Status] = {}
        self.ids: array[int] = array("q")
        self.columns: list[Field] = [field for field in COLUMNS if field.shown]
        self.lingering: frozenset[int] = frozenset()
        self._rows: OrderedDict[int, Row | None] = OrderedDict()
        self._places: dict[int, int | None] = {}  # of papers that were looked for
        self._seen = False  # any of these ids

    # -- what is shown -------------------------------------------------------------------------------------------

    def show(self, ids: array[int], lingering: Iterable[int] = ()) -> None:
        """Show these papers in this order; rows already fetched are kept."""
        self.beginResetModel()
        self.ids = ids
        self.lingering = frozenset(lingering)
        self._places.clear()
        self._seen = False
        self.endResetModel()

    def set_columns(self, columns: Sequence[Field]) -> None:
        """Show these columns."""
        self.beginResetModel()
        self.columns = list(columns)
        self.endResetModel()

    def forget(self, papers: Iterable[int] | None = None) -> None:
        """Fetch these papers' rows anew (all of them for None) when next they are painted."""
        self._status_by_id = {}
        if papers is None:
            self._rows.clear()
        else:
            papers = tuple(papers)
            for paper in papers if len(papers) <= len(self._rows) else set(self._rows).intersection(papers):
                self._rows.pop(paper, None)
        if not self.ids:
            return
        last = len(self.columns) - 1
        if papers is None or len(papers) > FEW_PAPERS:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.ids) - 1, last))
            return
        for line in [line for line in map(self.place, papers) if line is not None]:
            self.dataChanged.emit(self.index(line, 0), self.index(line, last))

    def place(self, paper: int) -> int | None:
        """Return the line on which a paper stands, or None."""
        if paper not in self._places:
            try:
                self._places[paper] = self.ids.index(paper)
            except ValueError:
                self._places[paper] = None
        return self._places[paper]

    def among(self, papers: Sequence[int]) -> list[int]:
        """Return those of `papers` that are here."""
        here = set(self.ids) if len(papers) > FEW_PAPERS else None
        return [paper for paper in papers if (self.place(paper) is not None if here is None else paper in here)]

    def ranges(self, papers: Sequence[int]) -> list[tuple[int, int]]:
        """Return the lines on which papers stand, those that are here, as ranges from top to bottom."""
        if len(papers) <= FEW_PAPERS:
            lines = sorted({line for line in map(self.place, papers) if line is not None})
        elif self.ids.tolist() == papers:  # all of them, as they stand
            return [(0, len(papers))]
        else:
            wanted = set(papers)
            lines = [line for line, paper in enumerate(self.ids) if paper in wanted]
        found: list[tuple[int, int]] = []
        start = 0
        for n, line in enumerate(lines, 1):
            if n == len(lines) or lines[n] != line + 1:
                found.append((lines[start], line + 1))
                start = n
        return found

    def row(self, line: int) -> Row | None:
        """Return the row of a line, fetching it and its neighbours if need be; None for a paper that is gone."""
        paper = self.ids[line]
        if paper not in self._rows:
            self._load(line)
        return self._rows.get(paper)

    def _load(self, line: int) -> None:
        start = max(0, line - FETCHED_ROWS // 4) if self._seen else line
        end = start + (FETCHED_ROWS if self._seen else SCREEN_ROWS)
        self._seen = True
        wanted = [paper for paper in self.ids[start:end] if paper not in self._rows]
        found = self._fetch(wanted)
        for paper in wanted:
            self._rows[paper] = found.get(paper)
        while len(self._rows) > KEPT_ROWS:
            self._rows.popitem(last=False)

    def status(self, name: str) -> Status | None:
        """Return the status of that id."""
        if not self._status_by_id:
            self._status_by_id = {status.id: status for status in self._statuses()}
        return self._status_by_id.get(name)

    # -- Qt's questions ------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.ids):
            return None
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, self.columns[index.column()].name)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            field = self.columns[index.column()]
            return self._row_spoken(row, index.row()) if field.name == "title" else self._spoken(row, field)
        if role == Qt.ItemDataRole.ToolTipRole and self.columns[index.column()].name == "status":
            status = self.status(row.status)
            return _(status.label) if status else row.status
        if role == Qt.ItemDataRole.ToolTipRole and row.news and self.columns[index.column()].name == "title":
            return row.news[0]
        return None

    def text(self, row: Row, field: str) -> str:
        """Return what a cell says in words."""
        if field in ("date", "due", "added", "started", "finished"):
            return dates.shown(getattr(row, field))
        if field == "snoozed_until":
            return dates.shown(str(row.plain.get(field) or "") or None)
        if field == "title":
            return tex.line(row.title)
        if field == "authors":
            names = beginning(row.authors, _LONGEST)
            return names if row.authors_complete or not names else f"{names} et al."
        if field == "tags":
            return ", ".join(tag.name for tag in row.tags)
        if field == "status":
            status = self.status(row.status)
            return _(status.label) if status else row.status
        if field == "rating":
            return "★" * row.rating if row.rating else ""
        if field == "progress":
            return f"{min(100, round(100 * (row.page or 0) / row.pages))} %" if row.pages else ""
        value = row.plain[field] if field in row.plain else getattr(row, field)
        return "" if value is None else beginning(str(value), _LONGEST)

    def _spoken(self, row: Row, field: Field) -> str:
        said = self.text(row, field.name)
        if field.name == "rating" and row.rating:
            said = plural("{n} star", "{n} stars", row.rating)
        return f"{_(field.label)}: {said}" if said else ""

    def _row_spoken(self, row: Row, line: int) -> str:
        """Return what a screen reader says of a whole line: it is told the cell of the title as one moves along."""
        said = [self.text(row, "title") or _("Untitled"), self.text(row, "status")]
        said += [_("has a note")] if row.has_note else []
        said += row.news[:1] if row.news else ()
        said += [self._spoken(row, BY_NAME[name]) for name in _SPOKEN]
        where = _("{n} of {total}").format(n=f"{line + 1:,}", total=f"{len(self.ids):,}")
        return ", ".join(part for part in (*said, where) if part)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical or section >= len(self.columns):
            return None
        field = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if field.name in ("status", "priority") else _(field.label)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return _(field.label)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _DRAGGED if index.isValid() else _FLAGS

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        lines = sorted({index.row() for index in indexes})
        return papers_mime([self.ids[line] for line in lines])

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


def papers_mime(papers: Sequence[int]) -> QMimeData:
    """Return papers as they are dragged."""
    data = QMimeData()
    data.setData(MIME, json.dumps(list(papers)).encode())
    return data


def dragged_papers(data: QMimeData) -> list[int]:
    """Return the papers that are being dragged, [] for anything else."""
    if not data.hasFormat(MIME):
        return []
    return [int(paper) for paper in json.loads(bytes(data.data(MIME).data()).decode())]
