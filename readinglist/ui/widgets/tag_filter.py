"""The box below the sidebar that narrows the tags as one types."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from readinglist.i18n import _, plural


class TagFilter(QLineEdit):
    """Narrows the tags, where there are many. `taken()` at Enter, `left()` at Escape, which empties it."""

    taken = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tagFilter")
        self.setAccessibleName(_("Filter the tags"))
        self.setMaxLength(100)
        self.setClearButtonEnabled(True)
        self.hide()

    def offer(self, tags: int) -> None:
        """Show it where there are `tags` to narrow; 0 hides it."""
        self.setVisible(bool(tags))
        self.setPlaceholderText(plural("Filter {n} tag", "Filter {n} tags", tags))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)
