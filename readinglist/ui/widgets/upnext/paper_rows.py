"""The rows of Up next, queued or suggested: a delegate that paints them, a list that says what is done with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from readinglist.core import tex
from readinglist.ui.look import glyphs, theme
from readinglist.ui.widgets.dragging import drag_papers
from readinglist.ui.widgets.spoken import tell_current
from readinglist.ui.widgets.text import one_line

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 46  # pixels at normal text size
_NARROW = 660  # pixels at normal text size below which titles have the whole width
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class Line(NamedTuple):
    """What a row says. `number` stands before it, `side` at its right, `second` below the title (in alarm if `late`).

    `kind`, `colour` and `progress` (0..1) are those of its status glyph; without a kind there is none. `dim`: it does
    not fit what is asked for.
    """

    title: str
    second: str = ""
    side: str = ""
    number: str = ""
    kind: str = ""
    colour: str = ""
    progress: float | None = None
    late: bool = False
    dim: bool = False


class _Delegate(QStyledItemDelegate):
    """Paints the `Line` that a list has for an index."""

    def __init__(self, of: PaperRows, line_of: Callable[[Index], Line | None]) -> None:
        super().__init__(of)
        self._of = of
        self._line_of = line_of

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, theme.now().px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now = theme.now()
        box: QRect = option.rect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & option.state.State_Selected)
        if selected or option.state & option.state.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.colour("selected" if selected else "hover"))
            painter.drawRoundedRect(QRectF(box.adjusted(0, 1, 0, -1)), now.px(6), now.px(6))
        if self._of.hasFocus() and index.row() == self._of.currentIndex().row():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.colour("accent"))
            bar = QRectF(box.left(), box.top() + now.px(5), now.px(3), box.height() - now.px(10))
            painter.drawRoundedRect(bar, bar.width() / 2, bar.width() / 2)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), now.colour("faint_line"))
        line = self._line_of(index)
        if line is not None:
            painter.setOpacity(0.55 if line.dim else 1.0)
            self._signs(painter, box, line)
            self._words(painter, box, line, self._of.covered if index.row() == self._of.covered_row else 0)
            painter.setOpacity(1.0)

    def _signs(self, painter: QPainter, box: QRect, line: Line) -> None:
        now = theme.now()
        painter.setPen(now.colour("second"))
        painter.setFont(theme.font(-0.5))
        number = QRect(box.left(), box.top(), now.px(26), box.height())
        painter.drawText(number, int(Qt.AlignmentFlag.AlignCenter), line.number)
        if line.kind:
            size = now.px(16)
            spot = QRectF(box.left() + now.px(35), box.center().y() - size / 2 + 0.5, size, size)
            glyphs.paint_status(painter, spot, line.kind, now.colour(line.colour), line.progress)

    def _words(self, painter: QPainter, box: QRect, line: Line, covered: int) -> None:
        """Write the title over the second line; in a narrow list the side stands in that line, not beside the title."""
        now = theme.now()
        small = theme.font(-0.5)
        width = covered or QFontMetrics(small).horizontalAdvance(line.side)
        room = QRect(box.left() + now.px(self._of.words_at), box.top() + now.px(4), 0, (box.height() - now.px(8)) // 2)
        beside = box.right() - room.left() - width - now.px(18)
        narrow = not covered and box.width() < now.px(_NARROW)
        room.setWidth(box.right() - room.left() - now.px(8) if narrow else beside)
        one_line.draw(painter, room, line.title, theme.font(weight=QFont.Weight.Medium), "text")
        if not covered:
            painter.setFont(small)
            painter.setPen(now.colour("second"))
            side = box.adjusted(0, 0, -now.px(6), 0)
            if narrow:
                side.setTop(room.bottom())
                side.setHeight(room.height())
            painter.drawText(side, int(_RIGHT), line.side)
        room.translate(0, room.height())
        room.setWidth(beside)
        one_line.draw(painter, room, line.second, theme.font(-0.8), "alarm" if line.late else "second")


class PaperRows(QListView):
    """A list of papers. A subclass says what a row shows (`line_of`) and which paper it is (`paper_at`)."""

    words_at = 62  # pixels at normal text size, before which number and glyph stand

    selected = Signal(object)  # a list, which Qt would copy
    opened = Signal(int)
    peeked = Signal(int)

    def __init__(self, model: QAbstractItemModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.covered_row = -1  # of which something lies over the last `covered` pixels
        self.covered = 0
        self.setObjectName("queueList")
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(_Delegate(self, self.line_of))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.paper_at(index.row())))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        tell_current(self)

    def line_of(self, index: Index) -> Line | None:
        """Return what the row shows, or None where it is not known."""
        raise TypeError(f"{type(self).__name__} does not say what its rows show")

    def paper_at(self, row: int) -> int | None:
        """Return the paper of a row, or None beyond the last one."""
        raise TypeError(f"{type(self).__name__} does not say which papers its rows are")

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the selected papers."""
        chosen, line = self.selected_ids(), self.line_of(self.currentIndex())
        if chosen:
            drag_papers(self, chosen, tex.line(line.title) if line is not None else "", actions)

    def selected_ids(self) -> list[int]:
        """Return the selected papers in their order."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})  # of all columns
        return [paper for paper in map(self.paper_at, rows) if paper is not None]

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
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        paper = self.paper_at(self.currentIndex().row()) if plain else None
        if paper is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(paper)
        elif paper is not None and event.key() == Qt.Key.Key_Space:
            self.peeked.emit(paper)
        else:
            super().keyPressEvent(event)
