"""The hand-ordered list of Up next: its numbered rows, dragged into order."""

from __future__ import annotations

import datetime as dt
from array import array

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from readinglist.core import dates
from readinglist.core.row import Row
from readinglist.core.text import capital
from readinglist.i18n import _, plural
from readinglist.ui.look import theme
from readinglist.ui.models.paper_table import MIME, PaperTable, dragged_papers
from readinglist.ui.widgets.upnext.paper_rows import Index, Line, PaperRows


def snoozed_words(row: Row, today: dt.date) -> str:
    """Return until when a paper is snoozed, "" where it is not."""
    until = row.plain.get("snoozed_until")
    if not isinstance(until, str) or until <= today.isoformat():
        return ""
    return _("Snoozed, back {day}").format(day=dates.on_day(until, today))


def standing(row: Row, today: dt.date) -> str:
    """Return the second line of a queued paper: when it is due, how far it is read, or that it was put there."""
    parts = []
    if row.due:
        parts.append(dates.due_words(row.due, today))
    if row.page and row.pages:
        parts.append(_("Page {page} of {pages}").format(page=row.page, pages=row.pages))
    if row.started and not row.finished:
        days = (today - dt.date.fromisoformat(row.started[:10])).days if len(row.started) >= 10 else 0
        if days > 0:
            parts.append(plural("started {n} day ago", "started {n} days ago", days))
        else:
            parts.append(_("started today"))
    if not parts:
        parts.append(row.authors or _("Put here by you"))
    return capital(", ".join(parts))


class QueueList(PaperRows):
    """The queue. `moved(papers, to)` when papers were dropped at place `to` (from 1) among the others."""

    moved = Signal(list, int)

    def __init__(self, model: PaperTable, parent: QWidget | None = None) -> None:
        self.papers = model
        self._words: dict[int, tuple[str, str]] = {}
        self._dim: frozenset[int] = frozenset()
        self._drop_line: int | None = None
        super().__init__(model, _("Your queue"), parent)
        self.setModelColumn(next(n for n, field in enumerate(model.columns) if field.name == "title"))
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)

    def set_words(self, words: dict[int, tuple[str, str]], dim: frozenset[int] = frozenset()) -> None:
        """Say of each paper its second line and, at the right, how long it takes; "" leaves it to the row.

        Papers of `dim` do not fit what the page is asked for.
        """
        self._words = dict(words)
        self._dim = dim
        self.viewport().update()

    def paper_at(self, row: int) -> int | None:
        """Return the paper of a row."""
        return self.papers.ids[row] if 0 <= row < len(self.papers.ids) else None

    def line_of(self, index: Index) -> Line | None:
        """Return what the row shows."""
        row = self.papers.row(index.row())
        if row is None:
            return None
        status, today = self.papers.status(row.status), dates.today()
        asleep = snoozed_words(row, today)
        second, side = self._words.get(row.id, ("", plural("{n} page", "{n} pages", row.pages) if row.pages else ""))
        return Line(
            title=str(index.data()),
            second=asleep or second or standing(row, today),
            side=side,
            number=str(index.row() + 1),
            kind=status.sign if status else "",
            colour=status.colour if status else "",
            progress=row.page / row.pages if row.page and row.pages else None,
            late=bool(row.due and row.due < today.isoformat() and not asleep),
            dim=bool(asleep) or row.id in self._dim,
        )

    def show_ids(self, ids: array[int]) -> None:
        """Show these papers; those selected stay so, and where all of them have gone their neighbour takes over."""
        chosen, line, at = self.selected_ids(), self.currentIndex().row(), self.verticalScrollBar().value()
        self._quiet = True
        self.papers.show(ids)
        self._quiet = False
        self.verticalScrollBar().setValue(at)
        if chosen and not any(self.papers.place(paper) is not None for paper in chosen):
            chosen = list(ids[max(0, min(line, len(ids) - 1)) :][:1])
        self.select_ids(chosen)

    def select_ids(self, papers: list[int]) -> None:
        """Select these papers, those that are here, and make the first of them the current one."""
        lines = [line for line in (self.papers.place(paper) for paper in papers) if line is not None]
        column = self.modelColumn()
        self._quiet = True
        picked = QItemSelection()
        for line in lines:
            index = self.papers.index(line, column)
            picked.select(index, index)
        model = self.selectionModel()
        if lines:
            model.setCurrentIndex(self.papers.index(lines[0], column), QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False
        self.selected.emit(self.selected_ids())

    # -- dragging ------------------------------------------------------------------------------------------------

    def _line_at(self, spot: QPoint) -> int:
        index = self.indexAt(spot)
        if not index.isValid():
            return len(self.papers.ids)
        return index.row() + (spot.y() > self.visualRect(index).center().y())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event)  # begins the scrolling at the edges
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not event.mimeData().hasFormat(MIME):
            event.ignore()
            return
        super().dragMoveEvent(event)  # scrolls at the edges
        self._drop_line = self._line_at(event.position().toPoint())
        self.viewport().update()
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: object) -> None:
        self._drop_line = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        papers = dragged_papers(event.mimeData())
        line = self._line_at(event.position().toPoint())
        self._drop_line = None
        self.viewport().update()
        if papers:
            before = sum(1 for paper in self.papers.ids[:line] if paper not in set(papers))
            event.setDropAction(Qt.DropAction.CopyAction)  # the model is not to remove anything
            event.accept()
            self.moved.emit(papers, before + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop_line is None:
            return
        count = len(self.papers.ids)
        if count:
            last = self.visualRect(self.papers.index(min(self._drop_line, count - 1), self.modelColumn()))
            y = last.top() if self._drop_line < count else last.bottom()
        else:
            y = 2
        painter = QPainter(self.viewport())
        painter.fillRect(QRect(0, y - 1, self.viewport().width(), 2), theme.now().colour("accent"))
        painter.end()
