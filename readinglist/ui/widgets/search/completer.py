"""The list of offers below a line in which a search is typed.

A child of the window and no window of its own: the line keeps the focus, every key goes on searching, the first click
elsewhere is a click, and the window's shortcuts go on working. Nothing is chosen until Down or Tab chooses it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from readinglist.i18n import _
from readinglist.ui.look import theme
from readinglist.ui.widgets.plain import elided
from readinglist.ui.widgets.spoken import tell

_ROWS = 10
_DOC = Qt.ItemDataRole.UserRole
_GAP = 20
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _ROWS, Qt.Key.Key_PageUp: -_ROWS}


@dataclass(frozen=True, slots=True)
class Offer:
    """A line to choose: its `label` and what it means; the `text` it makes of the search and where the cursor then is.

    With `more` the next offers are asked for at once. A `deed` changes no text: it is handed on by its name.
    """

    label: str
    doc: str = ""
    text: str = ""
    cursor: int = 0
    more: bool = False
    deed: str = ""


class _Painter(QStyledItemDelegate):
    """The label, and what it means in the second colour, one below the other."""

    column = 0  # pixels from the label's left edge

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.data(_DOC):
            wide = self.column - theme.now().px(_GAP) // 2
            option.text = elided(option.fontMetrics, index.data(), wide)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        doc = index.data(_DOC)
        if not doc:
            return
        ready = QStyleOptionViewItem(option)
        self.initStyleOption(ready, index)
        style = ready.widget.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, ready, ready.widget)
        room.setLeft(room.left() + self.column)
        metrics = ready.fontMetrics
        painter.save()
        painter.setFont(ready.font)
        painter.setPen(QColor(theme.now().colours.second))
        shown = elided(metrics, doc, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()


class QueryCompleter(QObject):
    """`asked(text, cursor, wanted)` at every key of the user's; `wanted` where the list was called for with Down.

    Answer with `offer`. `deed_asked(name)` when an offer that is a deed was chosen.
    """

    asked = Signal(str, int, bool)
    deed_asked = Signal(str)

    def __init__(self, box: QLineEdit) -> None:
        super().__init__(box)
        self.box = box
        self.offers: list[Offer] = []
        self._putting = False
        self._typed = ""
        self.list = QListWidget(box.window())
        self.list.hide()
        self.list.setObjectName("searchOffers")
        self.list.setAccessibleName(_("Completions and earlier searches"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self._painter = _Painter(self.list)
        self.list.setItemDelegate(self._painter)
        self.list.itemClicked.connect(lambda item: self.take(self.list.row(item)))
        box.textEdited.connect(self._edited)
        box.textChanged.connect(self._changed)
        box.installEventFilter(self)

    # -- the list ------------------------------------------------------------------------------------------------

    @property
    def showing(self) -> bool:
        """True while offers are on screen."""
        return self.list.isVisible()

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show these below the line, none of them chosen; none takes the list away."""
        self.offers = list(offers)
        self.list.clear()
        if not self.offers:
            self.list.hide()
            return
        for one in self.offers:
            row = QListWidgetItem(one.label)
            row.setData(_DOC, one.doc)
            row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.label}, {one.doc}" if one.doc else one.label)
            self.list.addItem(row)
        self.list.setCurrentRow(-1)
        self._place()
        self.list.show()
        self.list.raise_()

    def close(self) -> None:
        """Take the list away."""
        self.offers = []
        self.list.hide()

    def take(self, line: int) -> None:
        """Choose a line: put it into the box, or hand its deed on."""
        one = self.offers[line]
        self.close()
        if one.deed:
            self.deed_asked.emit(one.deed)
            return
        self._putting = True
        try:
            self.box.selectAll()
            self.box.insert(one.text)  # not setText: Ctrl+Z brings back what was typed
            self.box.setCursorPosition(one.cursor)
        finally:
            self._putting = False
        if one.more:
            self.asked.emit(self.box.text(), one.cursor, False)

    def _place(self) -> None:
        px, window = theme.now().px, self.box.window()
        metrics = self.list.fontMetrics()
        wide = max((metrics.horizontalAdvance(one.label) for one in self.offers), default=0)
        docs = max((metrics.horizontalAdvance(one.doc) for one in self.offers), default=0)
        most = max(px(200), self.box.width())
        if docs:
            self._painter.column = min(wide, round(most * 0.55)) + px(_GAP)
        wide = min((self._painter.column + docs if docs else wide) + px(40), most)
        high = min(len(self.offers), _ROWS) * self.list.sizeHintForRow(0) + px(10)
        at = self.box.mapTo(window, QPoint(0, self.box.height() + px(2)))
        self.list.setGeometry(at.x(), at.y(), max(wide, min(px(220), most)), min(high, window.height() - at.y()))

    # -- keys ----------------------------------------------------------------------------------------------------

    def _changed(self, text: str) -> None:
        """Take the list away where the program and not the user changes the text."""
        if text != self._typed:
            self.close()

    def _edited(self, text: str) -> None:
        self._typed = text
        if not self._putting:
            self.asked.emit(text, self.box.cursorPosition(), False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.close()
        elif kind in (QEvent.Type.Resize, QEvent.Type.Move) and self.showing:
            self._place()
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return self._pressed(event)
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.ShortcutOverride and _alt_down(event):
            event.accept()
            return True
        return False

    def _pressed(self, event: QKeyEvent) -> bool:
        """Return True for a key that is the list's; all others are the line's."""
        key, bare = (
            event.key(),
            event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier),
        )
        if not self.showing:
            if _alt_down(event) or (bare and key == Qt.Key.Key_Down and not self.box.text().strip()):
                self.asked.emit(self.box.text(), self.box.cursorPosition(), True)
                return self.showing or _alt_down(event)
            return False
        chosen = self.list.currentRow()
        if _alt_down(event) or (bare and key in _STEPS):
            self._walk(_STEPS[Qt.Key(key)])
            return True
        if bare and (key == Qt.Key.Key_Tab or (key in _ENTER and chosen >= 0)):
            self.take(max(chosen, 0))
            return True
        if bare and key == Qt.Key.Key_Escape:
            self.close()
            return True
        if key in _ENTER or key in _SIDEWAYS:
            self.close()
        return False

    def _walk(self, by: int) -> None:
        """Go through the lines; before the first and after the last one is back in the box."""
        row, last = self.list.currentRow(), self.list.count() - 1
        around = (row + 1 + by) % (last + 2) - 1
        row = around if abs(by) == 1 else max(0, min(row + by, last))
        self.list.setCurrentRow(row)
        if row < 0:
            self.list.clearSelection()
        else:  # the focus stays in the box: say what is chosen
            tell(self.box, self.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole))


def _alt_down(event: QKeyEvent) -> bool:
    wanted = Qt.KeyboardModifier.AltModifier
    return event.key() == Qt.Key.Key_Down and event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == wanted
