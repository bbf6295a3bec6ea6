"""The strip at the foot of the window: a line at the left, a line at the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from readinglist.i18n import _


class Foot(QWidget):
    """Two labels of plain text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.left = QLabel(self)
        self.right = QLabel(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(17, 5, 17, 5)
        line.addWidget(self.left)
        line.addStretch(1)
        line.addWidget(self.right)
        for label in (self.left, self.right):
            label.setTextFormat(Qt.TextFormat.PlainText)

    def say_saved(self, path: Path, *, readonly: bool) -> None:
        """Say at the right that all is saved, and where."""
        self.right.setText(f"{_('Read only') if readonly else _('Saved')} · {path.name}")
        self.right.setToolTip(str(path))
