"""A strip over the foot of the window that says something until it is settled, with a button for each way out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from readinglist.ui.widgets.plain import label


class NoticeStrip(QFrame):
    """Shows one thing at a time, each known by a name; `turned(shown)` when it comes and goes."""

    turned = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("longStrip")
        self.name = ""
        self.label = label(self, wrap=True)
        self.buttons: list[QPushButton] = []
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(17, 6, 12, 6)
        self.line.setSpacing(10)
        self.line.addWidget(self.label, 1)
        self.hide()

    def say(self, name: str, words: str, ways: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Show `words`, with a button for each of `ways` (its label and what it does)."""
        if (name, words, [way[0] for way in ways]) == self._said():
            return
        self._clear()
        self.name = name
        self.label.setText(words)
        self.label.setAccessibleName(words)
        self.setAccessibleName(words)
        for text, deed in ways:
            button = QPushButton(text, self)
            button.clicked.connect(lambda _on=False, deed=deed: deed())
            self.line.addWidget(button)
            self.buttons.append(button)
            button.show()  # the strip may be shown already
        self.show()
        self.turned.emit(True)

    def _said(self) -> tuple[str, str, list[str]]:
        return self.name, self.label.text(), [button.text() for button in self.buttons]

    def settle(self, name: str) -> None:
        """What goes by that name is settled: hide the strip if it is what it shows."""
        if self.name == name:
            self._clear()
            self.name = ""
            self.hide()
            self.turned.emit(False)

    def _clear(self) -> None:
        for button in self.buttons:
            self.line.removeWidget(button)
            button.deleteLater()
        self.buttons = []
