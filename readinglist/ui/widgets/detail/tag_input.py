"""The line in which a tag is typed, with the known tags below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QListWidgetItem, QWidget

from readinglist.core.text import fold, one_line
from readinglist.i18n import _
from readinglist.ui.look import glyphs, theme

_SEPARATORS = re.compile(r"[,;\n\r\u2028\u2029]")
_MOST = 8
_LONGEST = 200

Known = tuple[str, str | None]


def matching(typed: str, known: Sequence[Known], without: Sequence[str] = (), most: int = _MOST) -> list[Known]:
    """Return the known tags that `typed` may mean, without case and accents: those that begin with it come first."""
    wanted, taken = fold(one_line(typed)), {name.casefold() for name in without}
    ranked: list[tuple[int, int, Known]] = []
    for order, tag in enumerate(known):
        name = fold(tag[0])
        if tag[0].casefold() in taken or wanted not in name:
            continue
        begins = name.startswith(wanted) or bool(re.search(rf"[\W_]{re.escape(wanted)}", name))
        ranked.append((0 if name.startswith(wanted) else 1 if begins else 2, order, tag))
    return [tag for _rank, _order, tag in sorted(ranked, key=lambda row: row[:2])[:most]]


class TagInput(QLineEdit):
    """Enter and comma take what is typed or chosen, Tab what is chosen or completes best; Escape gives up and leaves.

    Emits `taken(list of names)`, `gave_up()`, and `wants_chip()` for Backspace in an empty line.
    """

    taken = Signal(list)
    gave_up = Signal()
    wants_chip = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tagInput")
        self.setPlaceholderText(_("tag"))
        self.setAccessibleName(_("New tag"))
        self.setMaxLength(2000)
        self._known: Sequence[Known] = ()
        self._without: Sequence[str] = ()
        self._list: QListWidget | None = None
        self.textChanged.connect(self._typed)

    def set_known(self, known: Sequence[Known], without: Sequence[str]) -> None:
        """Offer `known` tags, save those that the paper has."""
        self._known, self._without = known, without

    def sizeHint(self) -> QSize:
        """As wide as the text, with some room to type."""
        px = theme.now().px
        wide = QFontMetrics(self.font()).horizontalAdvance(self.text()[:_LONGEST]) + px(44)
        return QSize(max(px(96), wide), px(23))

    def suggestions(self) -> list[str]:
        """Return the names offered at present."""
        return [self._list.item(row).text() for row in range(self._list.count())] if self._list else []

    def take(self) -> None:
        """Emit what is typed, and empty the line."""
        names = [one_line(part)[:_LONGEST] for part in _SEPARATORS.split(self.text())]
        known = {name.casefold(): name for name, _colour in self._known}
        found = list(dict.fromkeys(known.get(name.casefold(), name) for name in names if name))
        self.clear()
        if found:
            self.taken.emit(found)

    def close_list(self) -> None:
        """Take the suggestions away."""
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
            self._list = None

    def event(self, event: QEvent) -> bool:
        """Tab takes the best completion; in an empty line it goes on as everywhere."""
        tab = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab
        if tab and self.text().strip():
            chosen = self._chosen() or next(iter(self.suggestions()), "")
            if fold(chosen).startswith(fold(self.text().strip())) or self._chosen():
                self.setText(chosen)
            self.take()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys that end a tag or walk through the suggestions."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._chosen():
                self.setText(self._chosen())
            if self.text().strip():
                self.take()
            else:
                self.gave_up.emit()
        elif event.text() in (",", ";"):
            self.take()
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self.gave_up.emit()
            event.ignore()  # the pane around goes back to the papers
        elif key == Qt.Key.Key_Backspace and not self.text():
            self.wants_chip.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving takes what is typed: nothing typed is ever lost."""
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        self.take()
        self.gave_up.emit()

    def hideEvent(self, event: object) -> None:
        """The suggestions go with the line."""
        self.close_list()

    def _chosen(self) -> str:
        row = self._list.currentRow() if self._list else -1
        return self._list.item(row).text() if self._list and row >= 0 else ""

    def _walk(self, by: int) -> None:
        if self._list is None:
            self._offer(self.text())
        if self._list is not None:
            row = self._list.currentRow() + by
            self._list.setCurrentRow(max(-1, min(row, self._list.count() - 1)))

    def _typed(self, text: str) -> None:
        self.updateGeometry()
        if _SEPARATORS.search(text):  # pasted
            self.take()
        elif text.strip() and self.isVisible():
            self._offer(text)
        else:
            self.close_list()

    def _offer(self, text: str) -> None:
        found = matching(text, self._known, self._without)
        if not found:
            self.close_list()
            return
        if self._list is None:
            self._list = self._new_list()
        self._list.clear()
        for name, colour in found:
            row = QListWidgetItem(glyphs.dot_icon(theme.now().colour(colour), theme.now().px(14)), name)
            self._list.addItem(row)
        self._list.setCurrentRow(-1)
        self._place_list(self._list, len(found))

    def _new_list(self) -> QListWidget:
        # A child of the window, not a window: it takes no focus from the line and cannot be left behind.
        made = QListWidget(self.window())
        made.setObjectName("tagSuggestions")
        made.setAccessibleName(_("Known tags"))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.itemPressed.connect(self._picked)
        return made

    def _place_list(self, shown: QListWidget, rows: int) -> None:
        px, window = theme.now().px, self.window()
        high = rows * shown.sizeHintForRow(0) + px(10)
        wide = min(max(px(170), shown.sizeHintForColumn(0) + px(24)), px(280), window.width())
        at = self.mapTo(window, QPoint(0, self.height() + px(2)))
        if at.y() + high > window.height():
            at = self.mapTo(window, QPoint(0, -high - px(2)))
        shown.setGeometry(max(0, min(at.x(), window.width() - wide)), max(0, at.y()), wide, high)
        shown.show()
        shown.raise_()

    def _picked(self, item: QListWidgetItem) -> None:
        self.setText(item.text())
        self.take()
