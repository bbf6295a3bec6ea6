"""`[[links]]` while a note is typed: titles offered after `[[`, a way to go there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit

from readinglist.core.wiki_links import links
from readinglist.i18n import _
from readinglist.ui.look import theme

_OPEN = re.compile(r"\[\[([^\[\]|\n]{0,120})$")
_TAKEN_BY_POPUP = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)


class NoteLinks(QObject):
    """Emits `asked(begin)` for titles to offer, `followed(target)` for Ctrl+click or Ctrl+Return on a link."""

    asked = Signal(str)
    followed = Signal(str)

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field)
        self.field = field
        self.model = QStringListModel(self)
        self.completer = QCompleter(self.model, self)
        self.completer.setWidget(field)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.activated.connect(self.take)
        self.popup = QListView()
        self.popup.setObjectName("linkOffers")
        self.completer.setPopup(self.popup)  # which is the completer's from now on
        self.popup.setAccessibleName(_("Papers to link to"))
        field.installEventFilter(self)
        field.viewport().installEventFilter(self)
        field.textChanged.connect(self._typed)

    def takes(self, event: QKeyEvent) -> bool:
        """True for a key that is for the titles offered, not for the note."""
        return self.popup.isVisible() and event.key() in _TAKEN_BY_POPUP

    def begun(self) -> str | None:
        """Return what stands after an open `[[` before the cursor, or None."""
        cursor = self.field.textCursor()
        if cursor.hasSelection():
            return None
        found = _OPEN.search(cursor.block().text()[: cursor.positionInBlock()])
        return found[1] if found else None

    def _typed(self) -> None:
        begin = self.begun() if self.field.hasFocus() else None
        if begin is None:
            self.popup.hide()
        else:
            self.asked.emit(begin)

    def offer(self, titles: Sequence[str]) -> None:
        """Offer these titles below the cursor."""
        if not titles or self.begun() is None:
            self.popup.hide()
            return
        self.model.setStringList(list(titles))
        spot = self.field.cursorRect().translated(self.field.viewport().pos())
        spot.setWidth(min(theme.now().px(420), max(theme.now().px(220), self.field.width() - spot.left())))
        self.completer.complete(spot)
        self.popup.setCurrentIndex(self.completer.completionModel().index(0, 0))

    def take(self, title: str) -> None:
        """Put a title in the place of what was begun, and close the brackets."""
        begin = self.begun()
        if begin is None:
            return
        cursor = self.field.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(begin))
        after = cursor.block().text()[self.field.textCursor().positionInBlock() :]
        cursor.insertText(title + ("" if after.startswith("]]") else "]]"))
        if after.startswith("]]"):
            cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.MoveAnchor, 2)
        self.field.setTextCursor(cursor)

    def link_at(self, cursor: QTextCursor) -> str | None:
        """Return the target of the link that a cursor stands in, or None."""
        place = cursor.positionInBlock()
        return next((link.target for link in links(cursor.block().text()) if link.start <= place <= link.end), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            return self._clicked(event)
        if isinstance(event, QKeyEvent) and watched is self.field:
            return self._pressed(event)
        return False

    def _clicked(self, event: QMouseEvent) -> bool:
        if event.type() != QEvent.Type.MouseButtonRelease or event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            return False
        spot: QPoint = event.position().toPoint()
        return self._follow(self.field.cursorForPosition(spot))

    def _pressed(self, event: QKeyEvent) -> bool:
        go = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not go or event.modifiers() != Qt.KeyboardModifier.ControlModifier:
            return False
        if event.type() == QEvent.Type.ShortcutOverride and self.link_at(self.field.textCursor()) is not None:
            event.accept()
            return True
        return event.type() == QEvent.Type.KeyPress and self._follow(self.field.textCursor())

    def _follow(self, cursor: QTextCursor) -> bool:
        target = self.link_at(cursor)
        if target is None:
            return False
        self.followed.emit(target)
        return True
