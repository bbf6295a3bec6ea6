"""A few choices side by side, one of them taken: radio buttons in a track."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from readinglist.ui.look import theme
from readinglist.ui.widgets.plain import elided

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class _Choice(QRadioButton):
    """One choice; the taken one is raised."""

    def __init__(self, label: str, parent: Segments) -> None:
        super().__init__(label, parent)
        self._segments = parent
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def hitButton(self, pos: QPoint) -> bool:
        """The whole of it can be pressed."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font(-0.8, bold=True))
        return QSize(metrics.horizontalAdvance(self.text()) + theme.now().px(22), theme.now().px(26))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the words."""
        return QSize(self.sizeHint().width() - theme.now().px(16), self.sizeHint().height())

    def paintEvent(self, event: object) -> None:
        now, taken = theme.now(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if taken:
            painter.setPen(now.colour("edge"))
            painter.setBrush(now.colour("raised"))
            painter.drawRoundedRect(box, now.px(5), now.px(5))
        if self.hasFocus():
            painter.setPen(QPen(now.colour("accent"), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, now.px(5), now.px(5))
        painter.setFont(theme.font(-0.8, bold=taken))
        painter.setPen(now.colour("text" if taken or self.underMouse() else "second"))
        words = elided(painter.fontMetrics(), self.text(), self.width() - now.px(4))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), words)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys take the neighbour."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step:
            self._segments.take_neighbour(step)
        else:
            super().keyPressEvent(event)


class Segments(QGroupBox):
    """`chosen(place)` when the user takes another one, by mouse or arrow keys."""

    chosen = Signal(int)

    def __init__(self, labels: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = 0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self.choices: list[_Choice] = []
        self.set_labels(labels)

    @property
    def labels(self) -> list[str]:
        """What stands on the choices."""
        return [choice.text() for choice in self.choices]

    def set_labels(self, labels: Sequence[str]) -> None:
        """Show these choices."""
        for old in self.choices[len(labels) :]:
            old.hide()
            old.deleteLater()
        del self.choices[len(labels) :]
        for place, label in enumerate(labels):
            if place == len(self.choices):
                made = _Choice(label, self)
                made.clicked.connect(lambda _on=False, place=place: self._take(place))
                self._row.addWidget(made, 1)
                self.choices.append(made)
            self.choices[place].setText(label)
        self.choose(self.place)
        self.updateGeometry()

    def choose(self, place: int) -> None:
        """Take a choice without saying so; Tab reaches the taken one."""
        self.place = max(0, min(len(self.choices) - 1, place))
        for at, choice in enumerate(self.choices):
            taken = at == self.place
            choice.setChecked(taken)
            choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus if taken else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.choices[self.place])

    def set_label(self, place: int, label: str) -> None:
        """Give the choice behind the last one a label, or take it away with ""."""
        self.set_labels([*self.labels[:place], *([label] if label else [])])

    def sizeHint(self) -> QSize:
        wide = max(choice.sizeHint().width() for choice in self.choices)
        return QSize(wide * len(self.choices) + theme.now().px(4), theme.now().px(30))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the words; narrower still they are cut, and never stand over others."""
        least = sum(choice.minimumSizeHint().width() for choice in self.choices)
        return QSize(least + theme.now().px(4), theme.now().px(30))

    def paintEvent(self, event: object) -> None:
        now = theme.now()
        self._row.setContentsMargins(*[now.px(2)] * 4)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.colour("track"))
        painter.drawRoundedRect(QRectF(self.rect()), now.px(7), now.px(7))
        painter.end()

    def take_neighbour(self, by: int) -> None:
        """Take the choice beside the taken one, and give it the keys."""
        place = self.place + by
        if 0 <= place < len(self.choices):
            self._take(place)
            self.choices[self.place].setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, place: int) -> None:
        if place != self.place:
            self.choose(place)
            self.chosen.emit(place)
