"""A few choices side by side, one of them taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from readinglist.ui.look import theme


class Segments(QWidget):
    """`chosen(place)` when the user takes another one, by mouse or arrow keys."""

    chosen = Signal(int)

    def __init__(self, labels: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels = list(labels)
        self.place = 0
        self.name = name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._say()

    def choose(self, place: int) -> None:
        """Take a choice without saying so."""
        self.place = max(0, min(len(self.labels) - 1, place))
        self._say()
        self.update()

    def set_label(self, place: int, label: str) -> None:
        """Give the choice behind the last one a label, or take it away with ""."""
        del self.labels[place:]
        if label:
            self.labels.append(label)
        self.choose(self.place)
        self.updateGeometry()

    def _say(self) -> None:
        self.setAccessibleName(f"{self.name}: {self.labels[self.place]}")

    def _width(self) -> int:
        metrics = QFontMetrics(theme.font(-0.8, bold=True))
        return max(metrics.horizontalAdvance(label) for label in self.labels) + theme.now().px(22)

    def sizeHint(self) -> QSize:
        return QSize(self._width() * len(self.labels) + theme.now().px(4), theme.now().px(30))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: object) -> None:
        now = theme.now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(now.colour("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(now.colour("track"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), now.px(7), now.px(7))
        width = (self.width() - now.px(4)) / len(self.labels)
        for place, label in enumerate(self.labels):
            box = QRectF(now.px(2) + place * width, now.px(2), width, self.height() - now.px(4))
            taken = place == self.place
            if taken:
                painter.setPen(now.colour("line"))
                painter.setBrush(now.colour("raised"))
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), now.px(5), now.px(5))
            painter.setFont(theme.font(-0.8, bold=taken))
            painter.setPen(now.colour("text" if taken else "second"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), label)
        painter.end()

    def _take(self, place: int) -> None:
        if 0 <= place < len(self.labels) and place != self.place:
            self.choose(place)
            self.chosen.emit(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._take(int(event.position().x() // max(1, self.width() / len(self.labels))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self._take(self.place + step)
        else:
            super().keyPressEvent(event)
