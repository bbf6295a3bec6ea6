"""The strip at the foot of the window: a line at the left, a line at the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from readinglist.i18n import _
from readinglist.ui.widgets.plain import elided


class _Words(QLabel):
    """A line that ends with an ellipsis where it has not room for all of its words."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = elided(self.fontMetrics(), self.text(), self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        painter.end()


class Foot(QWidget):
    """Two labels of plain text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.left = _Words(self)
        self.right = QLabel(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(17, 5, 17, 5)
        line.addWidget(self.left, 1)
        line.addSpacing(12)
        line.addWidget(self.right)
        for label in (self.left, self.right):
            label.setTextFormat(Qt.TextFormat.PlainText)

    def say_saved(self, path: Path, *, readonly: bool) -> None:
        """Say at the right that all is saved, and where."""
        self.right.setText(f"{_('Read only') if readonly else _('Saved')} · {path.name}")
        self.right.setToolTip(str(path))
