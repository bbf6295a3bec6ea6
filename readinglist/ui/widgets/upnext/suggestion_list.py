"""The papers suggested below the queue, each with its reasons in a line; leaves ranking and deeds to the window."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from readinglist.i18n import _
from readinglist.ui.look import glyphs, theme
from readinglist.ui.models.paper_table import papers_mime
from readinglist.ui.widgets.text import one_line
from readinglist.ui.widgets.upnext.cards import Card

Index = QModelIndex | QPersistentModelIndex
CARD = Qt.ItemDataRole.UserRole + 1
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class SuggestionModel(QAbstractListModel):
    """The suggestions, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cards: list[Card] = []

    def show(self, cards: Sequence[Card]) -> None:
        """Show these."""
        self.beginResetModel()
        self.cards = list(cards)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.cards):
            return None
        card = self.cards[index.row()]
        if role == CARD:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join([card.title, *card.reasons])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        base = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return base | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else base

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        return papers_mime([self.cards[index.row()].paper for index in indexes])


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, theme.now().px(46))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = index.data(CARD)
        if not isinstance(card, Card):
            return
        now = theme.now()
        box: QRect = option.rect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & option.state.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.colour("selected"))
            painter.drawRoundedRect(QRectF(box.adjusted(0, 1, 0, -1)), now.px(6), now.px(6))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), now.colour("faint_line"))
        size = now.px(16)
        spot = QRectF(box.left() + now.px(35), box.center().y() - size / 2 + 0.5, size, size)
        glyphs.paint_status(painter, spot, card.kind, now.colour(card.colour), card.progress)
        small = theme.font(-0.5)
        painter.setFont(small)
        painter.setPen(now.colour("second"))
        width = QFontMetrics(small).horizontalAdvance(card.time)
        painter.drawText(box.adjusted(0, 0, -now.px(6), 0), int(_MIDDLE | Qt.AlignmentFlag.AlignRight), card.time)
        room = QRect(box.left() + now.px(62), box.top() + now.px(4), 0, (box.height() - now.px(8)) // 2)
        room.setWidth(box.right() - room.left() - width - now.px(18))
        one_line.draw(painter, room, card.title, theme.font(weight=QFont.Weight.Medium), "text")
        room.translate(0, room.height())
        one_line.draw(painter, room, " · ".join(card.reasons), theme.font(-0.8), "second")


class SuggestionList(QListView):
    """The list, as tall as it needs to be."""

    selected = Signal(object)  # a list, which Qt would copy
    opened = Signal(int)
    peeked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = SuggestionModel(self)
        self._quiet = False
        self.setObjectName("queueList")
        self.setAccessibleName(_("Suggested from your library"))
        self.setModel(self.cards)
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.cards.cards[index.row()].paper))

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show these; what was selected stays so where it is still there."""
        chosen = set(self.selected_ids())
        self._quiet = True
        self.cards.show(cards)
        for line, card in enumerate(self.cards.cards):
            if card.paper in chosen:
                index = self.cards.index(line)
                self.selectionModel().select(index, self.selectionModel().SelectionFlag.Select)
        self._quiet = False
        self.setFixedHeight(theme.now().px(46) * min(5, max(1, len(cards))) + 4)

    def selected_ids(self) -> list[int]:
        """Return the selected papers."""
        lines = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.cards.cards[line].paper for line in lines if line < len(self.cards.cards)]

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._quiet:
            self.selected.emit(self.selected_ids())

    def forget_selection(self) -> None:
        """Select nothing, without saying so."""
        self._quiet = True
        self.clearSelection()
        self._quiet = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.currentIndex().row()
        here = 0 <= line < len(self.cards.cards) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if here and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.cards.cards[line].paper)
        elif here and event.key() == Qt.Key.Key_Space:
            self.peeked.emit(self.cards.cards[line].paper)
        else:
            super().keyPressEvent(event)
