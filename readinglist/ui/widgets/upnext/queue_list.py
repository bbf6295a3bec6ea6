"""The hand-ordered list of Up next: numbers, glyphs, a second line, dragged into order; leaves moving to the window."""

from __future__ import annotations

import datetime as dt
from array import array

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from readinglist.core import dates
from readinglist.core.row import Row
from readinglist.core.status import Status
from readinglist.i18n import _, plural
from readinglist.ui.look import glyphs, theme
from readinglist.ui.models.paper_table import MIME, PaperTable, dragged_papers
from readinglist.ui.widgets.text import one_line

Index = QModelIndex | QPersistentModelIndex
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def standing(row: Row, today: dt.date) -> str:
    """Return the second line of a queued paper: when it is due, how far it is read, or that it was put there."""
    parts = []
    if row.due:
        parts.append(due_words(row.due, today))
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
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def due_words(due: str, today: dt.date) -> str:
    """Return "due Friday", "due Dec 14", "3 days overdue" for an ISO date."""
    days = (dt.date.fromisoformat(due) - today).days
    if days < 0:
        return plural("{n} day overdue", "{n} days overdue", -days)
    if days == 0:
        return _("due today")
    if days == 1:
        return _("due tomorrow")
    if days < 7:
        names = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
        return _("due {day}").format(day=names[dt.date.fromisoformat(due).weekday()])
    return _("due {day}").format(day=dates.shown(due))


class _Painter(QStyledItemDelegate):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words: dict[int, tuple[str, str]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, theme.now().px(46))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now = theme.now()
        box: QRect = option.rect
        if option.state & option.state.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.colour("selected"))
            painter.drawRoundedRect(QRectF(box.adjusted(0, 1, 0, -1)), now.px(6), now.px(6))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), now.colour("faint_line"))
        model = index.model()
        assert isinstance(model, PaperTable)
        row = model.row(index.row())
        if row is not None:
            self._line(painter, box, row, model.status(row.status), index)

    def _line(self, painter: QPainter, box: QRect, row: Row, status: Status | None, index: Index) -> None:
        now = theme.now()
        painter.setPen(now.colour("second"))
        painter.setFont(theme.font(-0.5))
        number = QRect(box.left(), box.top(), now.px(26), box.height())
        painter.drawText(number, int(Qt.AlignmentFlag.AlignCenter), str(index.row() + 1))
        if status is not None:
            size = now.px(16)
            spot = QRectF(box.left() + now.px(35), box.center().y() - size / 2 + 0.5, size, size)
            share = row.page / row.pages if row.page and row.pages else None
            glyphs.paint_status(painter, spot, status.kind, now.colour(status.colour), share)
        said = self.words.get(row.id)
        side = said[1] if said else plural("{n} page", "{n} pages", row.pages) if row.pages else ""
        font = theme.font(-0.5)
        width = QFontMetrics(font).horizontalAdvance(side)
        painter.setFont(font)
        painter.setPen(now.colour("second"))
        painter.drawText(box.adjusted(0, 0, -now.px(6), 0), int(_MIDDLE | Qt.AlignmentFlag.AlignRight), side)
        room = QRect(box.left() + now.px(62), box.top() + now.px(4), 0, (box.height() - now.px(8)) // 2)
        room.setWidth(box.right() - room.left() - width - now.px(18))
        title = theme.font(weight=QFont.Weight.Medium)
        one_line.draw(painter, room, str(index.data()), title, "text")
        room.translate(0, room.height())
        late = bool(row.due and row.due < dates.today().isoformat())
        second = (said[0] if said else "") or standing(row, dates.today())
        one_line.draw(painter, room, second, theme.font(-0.8), "alarm" if late else "second")


class QueueList(QListView):
    """The queue. `moved(papers, to)` when papers were dropped at place `to` (from 1) among the others."""

    moved = Signal(list, int)
    selected = Signal(object)  # a list, which Qt would copy
    opened = Signal(int)
    peeked = Signal(int)

    def __init__(self, model: PaperTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False  # Qt asks before the constructor is done
        self.papers = model
        self.setObjectName("queueList")
        self.setAccessibleName(_("Your queue"))
        self.setModel(model)
        self.setModelColumn(next(n for n, field in enumerate(model.columns) if field.id == "title"))
        self._painter = _Painter(self)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.papers.ids[index.row()]))
        self._drop_line: int | None = None

    def set_words(self, words: dict[int, tuple[str, str]]) -> None:
        """Say of each paper its second line and, at the right, how long it takes; "" leaves it to the row."""
        self._painter.words = dict(words)
        self.viewport().update()

    def selected_ids(self) -> list[int]:
        """Return the selected papers in their order."""
        lines = sorted({index.row() for index in self.selectionModel().selectedIndexes()})  # of all columns
        return [self.papers.ids[line] for line in lines if line < len(self.papers.ids)]

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

    def forget_selection(self) -> None:
        """Select nothing, without saying so."""
        self._quiet = True
        self.clearSelection()
        self._quiet = False

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._quiet:
            self.selected.emit(self.selected_ids())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.currentIndex().row()
        here = 0 <= line < len(self.papers.ids) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if here and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.papers.ids[line])
        elif here and event.key() == Qt.Key.Key_Space:
            self.peeked.emit(self.papers.ids[line])
        else:
            super().keyPressEvent(event)

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
