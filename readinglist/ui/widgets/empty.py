"""What stands where there are no papers: why, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from readinglist.ui.look import icons, theme
from readinglist.ui.widgets.key_hints import KeyHints

# The heights, at normal text size, below which the picture gives way, and the keys.
_LOW, _LOWEST = 340, 190


class Empty(QWidget):
    """A picture, a heading, a line, buttons, and keys worth knowing; `asked(action id)` when a button is pressed."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = QLabel(self)
        self.heading = QLabel(self)
        self.words = QLabel(self)
        for label in (self.picture, self.heading, self.words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setWordWrap(True)
        self.words.setProperty("role", "second")
        self.heading.setProperty("role", "title")
        self.heading.setWordWrap(True)
        self.row = QHBoxLayout()
        self.column = layout = QVBoxLayout(self)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # it does not make the window higher
        layout.setSpacing(10)
        layout.addStretch(2)
        for label in (self.picture, self.heading, self.words):
            layout.addWidget(label)
        layout.addSpacing(8)
        layout.addLayout(self.row)
        self.keys = KeyHints(self)
        layout.addSpacing(14)
        layout.addWidget(self.keys)
        layout.addStretch(3)

    def minimumSizeHint(self) -> QSize:
        """Room for the words and the buttons."""
        return QSize(theme.now().px(200), theme.now().px(130))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the picture and the margins give way to the words."""
        super().resizeEvent(event)
        low = self.height() < theme.now().px(_LOW)
        self.picture.setVisible(not low)
        self.keys.setVisible(self.height() >= theme.now().px(_LOWEST))
        margin = theme.now().px(8 if low else 40)
        self.column.setContentsMargins(margin, margin, margin, margin)

    def focus(self) -> None:
        """Give the focus to the first button."""
        for button in self.buttons()[:1]:
            button.setFocus()

    def buttons(self) -> list[QPushButton]:
        """Return the buttons that are shown."""
        return [button for button in self.findChildren(QPushButton) if not button.isHidden()]

    def say(self, icon: str, heading: str, words: str, buttons: Sequence[tuple[str, str]] = ()) -> None:
        """Show this; `buttons` are (label, action id), the first one the likeliest."""
        self.picture.setPixmap(icons.pixmap(icon, theme.now().colour("third"), 40, self.devicePixelRatioF()))
        self.heading.setText(heading)
        self.words.setText(words)
        while self.row.count():
            item = self.row.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()  # without a parent it would be a window of its own for a moment, and take the focus
                widget.deleteLater()
        self.row.addStretch(1)
        for place, (label, action) in enumerate(buttons):
            button = QPushButton(label, self)
            button.setProperty("primary", "true" if place == 0 else "false")
            button.clicked.connect(lambda _checked=False, action=action: self.asked.emit(action))
            self.row.addWidget(button)
        self.row.addStretch(1)
