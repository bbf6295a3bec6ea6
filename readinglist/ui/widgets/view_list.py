"""The list of views in the sidebar: painted by hand, with a tree of tags, taking what is dropped on it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from readinglist.core.status import KINDS, SHAPES
from readinglist.core.views import TAG, View
from readinglist.ui.look import glyphs, icons, theme
from readinglist.ui.models.sidebar_lines import ENTRY, LINE, Entry
from readinglist.ui.widgets.plain import elided
from readinglist.ui.widgets.spoken import tell_current

Index = QModelIndex | QPersistentModelIndex
_GLYPH, _LABEL = 9, 34  # pixels at normal text size: from the left of a line to these
_NARROW = 140  # a line that has to be sparing with its blanks
_STEP, _ARROW = 15, 18  # pixels at normal text size: a step into the tree, the arrow of a parent
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Painter(QStyledItemDelegate):
    """Paints the lines of one list of views."""

    def __init__(self, of: ViewList) -> None:
        super().__init__(of)
        self._list = of

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = index.data(ENTRY)
        return QSize(100, theme.now().px(entry.height if isinstance(entry, Entry) else LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            return
        box: QRect = option.rect
        if entry.heading:
            self._heading(painter, box, entry)
            return
        now = theme.now()
        # `option.state` is asked only where it must be: it costs a start all that PySide6 knows of styles.
        selected = self._list.selectionModel().isSelected(index) or entry.view in self._list.also
        hovered = self._list.underMouse() and bool(option.state & option.state.State_MouseOver)
        pill = QRectF(box.adjusted(now.px(10), 1, -now.px(10), -1))
        if selected or hovered:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.colour("selected" if selected else "hover"))
            painter.drawRoundedRect(pill, now.px(7), now.px(7))
        if self._list.hasFocus() and index == self._list.currentIndex():
            self._focus(painter, pill)
        if index.row() == self._list.over:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(now.colour("accent"), 2))
            painter.setBrush(now.colour("selected"))
            painter.drawRoundedRect(pill.adjusted(1, 0, -1, 0), now.px(7), now.px(7))
        inside = pill.adjusted(now.px(_STEP) * entry.depth, 0, 0, 0)
        self._glyph(painter, inside, entry, selected)
        self._words(painter, inside, entry, selected)

    @staticmethod
    def _focus(painter: QPainter, pill: QRectF) -> None:
        """Ring the line that the next key is for."""
        now = theme.now()
        width = max(1.5, now.px(15) / 10)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.colour("accent"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = pill.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(inner, now.px(7), now.px(7))

    def _heading(self, painter: QPainter, box: QRect, entry: Entry) -> None:
        now = theme.now()
        font = theme.font(-2.0, weight=QFont.Weight.DemiBold)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.8)
        painter.setFont(font)
        painter.setPen(now.colour("second"))
        room = box.adjusted(now.px(21), 0, -now.px(10), -now.px(5))
        words = elided(QFontMetrics(font), entry.label.upper(), room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), words)

    def _glyph(self, painter: QPainter, pill: QRectF, entry: Entry, selected: bool) -> None:
        now = theme.now()
        size = now.px(16)
        spot = QRectF(pill.left() + now.px(_GLYPH - _tight(pill)), pill.center().y() - size / 2, size, size)
        tint: QColor = now.colour(entry.colour, "slate")
        if entry.glyph in (*KINDS, *SHAPES):
            glyphs.paint_status(painter, spot, entry.glyph, tint)
        elif entry.glyph == "dot":
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.colour("accent") if selected and not entry.colour else tint)
            painter.drawEllipse(spot.center(), now.px(4), now.px(4))
        elif entry.glyph.startswith("icon:"):
            colour = now.colour("accent") if selected or entry.colour == "accent" else now.colour("second")
            picture = icons.pixmap(entry.glyph[5:], colour, size, painter.device().devicePixelRatioF())
            painter.drawPixmap(spot.topLeft(), picture)

    def _words(self, painter: QPainter, pill: QRectF, entry: Entry, selected: bool) -> None:
        now = theme.now()
        count = f"{entry.count:,}" if entry.count is not None else ""
        small = theme.font(-0.5)
        width = QFontMetrics(small).horizontalAdvance(count)
        if pill.width() - now.px(34 + 14 + 30) < width:  # the label is worth more than the count
            count, width = "", 0
        painter.setFont(small)
        painter.setPen(now.colour("second"))
        right = pill.adjusted(0, 0, -now.px(9), 0)
        painter.drawText(right, int(_MIDDLE | Qt.AlignmentFlag.AlignRight), count)
        font = theme.font(bold=True) if selected else theme.font()
        painter.setFont(font)
        painter.setPen(now.colour("accent" if selected else "second" if entry.fold else "text"))
        tight = _tight(pill)
        beside = now.px(14 - tight) + width + (now.px(_ARROW) if entry.branch else 0)
        room = pill.adjusted(now.px(_LABEL - 2 * tight), 0, -beside, 0)
        metrics = QFontMetrics(font)
        shown = elided(metrics, entry.label, room.width())
        painter.drawText(room, int(_MIDDLE | Qt.AlignmentFlag.AlignLeft), shown)
        if entry.branch:
            size = now.px(12)
            left = room.left() + metrics.horizontalAdvance(shown) + now.px(6)
            name = "chevron-right" if entry.branch == "shut" else "chevron-down"
            picture = icons.pixmap(name, now.colour("second"), size, painter.device().devicePixelRatioF())
            painter.drawPixmap(int(left), int(pill.center().y() - size / 2 + 1), picture)
            self._list.arrows[entry.view] = (int(left - now.px(5)), int(left + size + now.px(5)))


def _tight(pill: QRectF) -> int:
    """Return by how many pixels at normal text size each blank of a line is narrower, for the sake of its label."""
    return 6 if pill.width() < theme.now().px(_NARROW) else 0


class ViewList(QListView):
    """The list; the arrow keys pass over headings, Enter and Escape leave it: `left()`.

    `branch_asked(tag, to be folded)`: a click on its arrow, Left and Right. `also_asked(view)` is Ctrl
    and a click, or Ctrl+Enter, on a tag.
    """

    left = Signal()
    branch_asked = Signal(str, bool)
    also_asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.also: frozenset[View] = frozenset()  # tags that are asked for beside the chosen one
        self.arrows: dict[View | None, tuple[int, int]] = {}  # from where to where each was painted
        self.over = -1  # the line that what is being dragged would be dropped on

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls at the edges
        index = self._taker(event)
        if index.isValid():
            event.acceptProposedAction()
        else:
            event.ignore()
        self._drag_over(index.row())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._drag_over(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        index = self._taker(event)
        self.setState(QAbstractItemView.State.NoState)  # no more scrolling
        self._drag_over(-1)
        if index.isValid():
            event.setDropAction(Qt.DropAction.CopyAction)  # the papers stay where they came from
            event.accept()
            self.model().dropMimeData(event.mimeData(), event.dropAction(), -1, -1, index)

    def _taker(self, event: QDropEvent) -> QModelIndex:
        """Return the line that takes what is dragged over it, or an invalid index."""
        index = self.indexAt(event.position().toPoint())
        takes = self.model().canDropMimeData(event.mimeData(), event.dropAction(), -1, -1, index)
        return index if takes else QModelIndex()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        tell_current(self)

    def _drag_over(self, line: int) -> None:
        if line != self.over:
            self.over = line
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        entry = self.indexAt(spot).data(ENTRY)
        if not isinstance(entry, Entry) or entry.view is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        first, last = self.arrows.get(entry.view, (0, -1))
        if entry.branch and first <= spot.x() <= last:
            self.branch_asked.emit(entry.view.arg, entry.branch == "open")
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and entry.view.kind == TAG:
            self.also_asked.emit(entry.view)
        else:
            super().mousePressEvent(event)

    def _step_in_tree(self, key: int) -> bool:
        """Left folds a parent or goes up to one, Right unfolds it. Returns whether there was anything to do."""
        entry = self.currentIndex().data(ENTRY)
        if not isinstance(entry, Entry) or entry.view is None:
            return False
        if entry.branch == ("open" if key == Qt.Key.Key_Left else "shut"):
            self.branch_asked.emit(entry.view.arg, entry.branch == "open")
            return True
        if key == Qt.Key.Key_Left and entry.depth:
            above = self.currentIndex()
            while isinstance(above.data(ENTRY), Entry) and above.data(ENTRY).depth >= entry.depth:
                above = above.siblingAtRow(above.row() - 1)
            self.setCurrentIndex(above)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry, control = self.currentIndex().data(ENTRY), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._step_in_tree(event.key()):
            return
        if control and event.key() == Qt.Key.Key_Return and isinstance(entry, Entry) and entry.view is not None:
            self.also_asked.emit(entry.view)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
            return
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if not step or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        line = self.currentIndex().row() + step
        while 0 <= line < self.model().rowCount():
            index = self.model().index(line, 0)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                self.setCurrentIndex(index)
                return
            line += step
