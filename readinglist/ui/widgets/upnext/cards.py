"""The cards over Up next: what to read now, why, how long it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from readinglist.i18n import _
from readinglist.ui.look import theme

MOST = 3
_WIDTH = 200  # the least a card needs, in pixels at normal text size


@dataclass(frozen=True, slots=True)
class Card:
    """A paper to read now. `who` is authors and year in a line, `time` such as "40 min", "" where unknown.

    `kind`, `colour` and `progress` are those of its status glyph.
    """

    paper: int
    title: str
    who: str
    reasons: tuple[str, ...] = ()
    time: str = ""
    kind: str = "to_read"
    colour: str = "amber"
    progress: float | None = None


class Lines(QWidget):
    """Text in at most `most` lines, the last one cut short with an ellipsis; QLabel cuts in the middle of nowhere."""

    def __init__(
        self, most: int, parent: QWidget, *, bold: bool = False, colour: str = "text", points: float = 0
    ) -> None:
        super().__init__(parent)
        self.most, self.bold, self.colour, self.points = most, bold, colour, points
        self.text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Show this."""
        self.text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, QFontMetrics(theme.font(self.points, bold=self.bold)).lineSpacing() * self.most)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        font = theme.font(self.points, bold=self.bold)
        painter.setFont(font)
        painter.setPen(theme.now().colour(self.colour))
        metrics = QFontMetrics(font)
        layout = QTextLayout(self.text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0
        for number in range(self.most):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.width())
            start, length = line.textStart(), line.textLength()
            text = self.text[start : start + length].rstrip()
            if number + 1 == self.most and start + length < len(self.text):
                text = metrics.elidedText(self.text[start:], Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(0, y + metrics.ascent(), text)
            y += metrics.lineSpacing()
        layout.endLayout()
        painter.end()


class _Reasons(QWidget):
    """The reasons, a dot before each, wrapped; as many as there is room for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.reasons: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_reasons(self, reasons: Sequence[str]) -> None:
        """Show these."""
        self.reasons = tuple(reasons)
        self.setAccessibleName(". ".join(reasons))
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(40, QFontMetrics(theme.font(-0.6)).lineSpacing() * 3)

    sizeHint = minimumSizeHint  # noqa: N815 - Qt's name

    def paintEvent(self, event: object) -> None:
        now = theme.now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font(-0.6)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        indent, y = now.px(14), 0
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        for reason in self.reasons:
            room = metrics.boundingRect(0, 0, max(20, self.width() - indent), 1000, flags, reason)
            if y + room.height() > self.height() + 2:
                break
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.colour("accent"))
            size = now.px(5)
            painter.drawEllipse(QRectF(now.px(1), y + metrics.lineSpacing() / 2 - size / 2, size, size))
            painter.setPen(now.colour("chip_text"))
            painter.drawText(indent, y, max(20, self.width() - indent), room.height(), flags, reason)
            y += room.height() + now.px(2)
        painter.end()


class CardView(QFrame):
    """One card. A click or Enter picks the paper; its buttons start or snooze it."""

    started = Signal(int)
    snoozed = Signal(int)
    picked = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget, *, first: bool) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # all cards are of one width
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.card: Card | None = None
        self.title = Lines(2, self, bold=True)
        self.who = Lines(1, self, colour="second", points=-0.6)
        self.reasons = _Reasons(self)
        self.start = QPushButton(_("Start"), self)
        self.start.setProperty("primary", "true" if first else "false")
        self.snooze = QPushButton(_("Snooze"), self)
        self.time = QLabel(self)
        self.time.setTextFormat(Qt.TextFormat.PlainText)
        self.time.setProperty("role", "second")
        self.start.clicked.connect(lambda: self._emit(self.started))
        self.snooze.clicked.connect(lambda: self._emit(self.snoozed))
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.start)
        row.addWidget(self.snooze)
        row.addStretch(1)
        row.addWidget(self.time)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 13, 14, 12)
        layout.setSpacing(6)
        layout.addWidget(self.title)
        layout.addWidget(self.who)
        layout.addWidget(self.reasons, 1)
        layout.addLayout(row)

    def _emit(self, signal: object) -> None:
        if self.card is not None:
            signal.emit(self.card.paper)  # type: ignore[attr-defined]  # a signal of this class

    def show_card(self, card: Card) -> None:
        """Show a paper."""
        self.card = card
        self.setAccessibleName(card.title)
        self.setToolTip("")
        self.title.set_text(card.title)
        self.who.set_text(card.who)
        self.reasons.set_reasons(card.reasons)
        short = card.time and len(card.time) <= 6  # a longer one has no room for more words
        self.time.setText(_("about {time}").format(time=card.time) if short else card.time)
        self.start.setAccessibleName(_("Start {title}").format(title=card.title))
        self.snooze.setAccessibleName(_("Snooze {title}").format(title=card.title))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._emit(self.picked)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._emit(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._emit(self.opened)
        elif event.key() == Qt.Key.Key_Space:
            self._emit(self.picked)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]  # the stubs ask for a QFocusEvent
        self._emit(self.picked)

    def paintEvent(self, event: object) -> None:
        now = theme.now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge: QColor = now.colour("accent" if self.hasFocus() else "line")
        painter.setPen(QPen(edge, 1))
        painter.setBrush(now.colour("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), now.px(8), now.px(8))
        painter.end()


class Cards(QWidget):
    """Up to three cards side by side; fewer where the page is narrow."""

    started = Signal(int)
    snoozed = Signal(int)
    picked = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.views = [CardView(self, first=place == 0) for place in range(MOST)]
        self.cards: tuple[Card, ...] = ()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for view in self.views:
            layout.addWidget(view, 1)
            view.started.connect(self.started)
            view.snoozed.connect(self.snoozed)
            view.picked.connect(self.picked)
            view.opened.connect(self.opened)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_cards(())

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show these papers."""
        self.cards = tuple(cards[:MOST])
        for view, card in zip(self.views, self.cards, strict=False):
            view.show_card(card)
        self._fit()

    def _fit(self) -> None:
        room = max(1, (self.width() + 12) // (theme.now().px(_WIDTH) + 12))
        shown = min(len(self.cards), room)
        for place, view in enumerate(self.views):
            view.setVisible(place < shown)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # the stubs ask for a QResizeEvent
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.setFixedHeight(theme.now().px(196))

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]  # the stubs ask for a QShowEvent
        self.setFixedHeight(theme.now().px(196))
        self._fit()
