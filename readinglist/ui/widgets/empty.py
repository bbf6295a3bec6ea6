"""What stands where there are no papers: why, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from readinglist.ui.look import icons, theme


class Empty(QWidget):
    """A picture, a heading, a line, and buttons; `asked(action id)` when one is pressed."""

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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(40, 40, 40, 40)
        layout.setSpacing(10)
        layout.addStretch(2)
        for label in (self.picture, self.heading, self.words):
            layout.addWidget(label)
        layout.addSpacing(8)
        layout.addLayout(self.row)
        layout.addStretch(3)

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
