"""The first thing on Up next: the paper that is being read, how far, and a way to say where one stopped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from readinglist.i18n import _, plural
from readinglist.ui.look import glyphs, theme
from readinglist.ui.widgets.plain import FlatButton, label, tip
from readinglist.ui.widgets.upnext.cards import Card, Lines

_NARROW = 620  # pixels at normal text size
MORE = 2  # of the others in progress, by name


class _Sign(QWidget):
    """The status glyph, large."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.card: Card | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.now().px(28), theme.now().px(28))

    def paintEvent(self, event: object) -> None:
        if self.card is None:
            return
        painter = QPainter(self)
        glyphs.paint_status(
            painter, QRectF(self.rect()), self.card.kind, theme.now().colour(self.card.colour), self.card.progress
        )
        painter.end()


class ContinueCard(QFrame):
    """The paper to go on with. A click picks it, Enter or the button opens it."""

    opened = Signal(int)
    picked = Signal(int)
    stop_asked = Signal(int)
    menu_asked = Signal(int, QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.card: Card | None = None
        self.chosen = False
        self.sign = _Sign(self)
        self.heading = label(self, "heading")
        self.heading.setText(_("CONTINUE"))
        self.title = Lines(3, self, bold=True, points=1.0, sparing=True)
        self.words = Lines(2, self, colour="second", points=-0.5, sparing=True)
        self.stop = QPushButton(_("I stopped at page…"), self)
        self.open = QPushButton(_("Continue"), self)
        self.open.setProperty("primary", "true")
        self.stop.clicked.connect(lambda: self._emit(self.stop_asked))
        self.open.clicked.connect(lambda: self._emit(self.opened))
        tip(self.stop, _("Say where you stopped (Ctrl+G)"))
        tip(self.open, _("Open it where it can be read (F6)"))
        column = QVBoxLayout()
        column.setSpacing(3)
        for part in (self.heading, self.title, self.words):
            column.addWidget(part)
        self.buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.buttons.setSpacing(8)
        self.buttons.addWidget(self.stop)
        self.buttons.addWidget(self.open)
        row = QHBoxLayout(self)
        row.setContentsMargins(15, 10, 14, 11)
        row.setSpacing(14)
        row.addWidget(self.sign)
        row.addLayout(column, 1)
        row.addLayout(self.buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the buttons stand one below the other, and leave the title its room."""
        super().resizeEvent(event)
        narrow = self.width() < theme.now().px(_NARROW)
        way = QBoxLayout.Direction.BottomToTop if narrow else QBoxLayout.Direction.LeftToRight
        if self.buttons.direction() != way:
            self.buttons.setDirection(way)

    def _emit(self, signal: object) -> None:
        if self.card is not None:
            signal.emit(self.card.paper)  # type: ignore[attr-defined]  # a signal of this class

    def show_card(self, card: Card) -> None:
        """Show a paper; `card.reasons` are what there is to say of it."""
        self.card = self.sign.card = card
        self.setAccessibleName(", ".join([_("Continue: {title}").format(title=card.title), *card.reasons]))
        self.title.set_text(card.title)
        self.words.set_text(" · ".join(card.reasons))
        self.sign.update()
        self.open.setAccessibleName(_("Continue {title}").format(title=card.title))
        self.stop.setAccessibleName(_("I stopped at page… of {title}").format(title=card.title))

    def set_chosen(self, chosen: bool) -> None:
        """Mark it as the selected one, or not."""
        if chosen != self.chosen:
            self.chosen = chosen
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._emit(self.picked)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._emit(self.opened)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._emit(self.picked)
        if self.card is not None:
            self.menu_asked.emit(self.card.paper, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._emit(self.opened)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]  # the stubs ask for a QFocusEvent
        self._emit(self.picked)

    def paintEvent(self, event: object) -> None:
        now, ring = theme.now(), self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.colour("accent" if ring else "line"), 2 if ring else 1))
        painter.setBrush(now.colour("selected" if self.chosen else "panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), now.px(8), now.px(8))
        painter.end()


class Continue(QWidget):
    """The card, and below it the others in progress by name. Hidden where nothing is being read."""

    named = Signal(int)  # one of the others was pressed
    all_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.card = ContinueCard(self)
        self.line = QWidget(self)
        self.more = label(self.line, "second")
        self.names = [FlatButton(self.line, "link") for _place in range(MORE)]
        self.rest = FlatButton(self.line, "link")
        self.rest.clicked.connect(self.all_asked)
        self.rest.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # the names give way to it
        self._papers: list[int] = []
        for place, button in enumerate(self.names):
            button.clicked.connect(lambda _on=False, place=place: self.named.emit(self._papers[place]))
        row = QHBoxLayout(self.line)
        row.setContentsMargins(2, 0, 0, 0)
        row.setSpacing(10)
        for widget in (self.more, *self.names, self.rest):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.card)
        column.addWidget(self.line)
        self.hide()

    def show_reading(self, cards: Sequence[Card], count: int) -> None:
        """Show the papers in progress, the one to go on with first; `count` is how many they are in all."""
        self.setVisible(bool(cards))
        if not cards:
            self.card.card = None
            return
        self.card.show_card(cards[0])
        others = count - 1
        self.line.setVisible(others > 0)
        self.more.setText(plural("{n} more in progress:", "{n} more in progress:", others))
        named = cards[1 : 1 + MORE]
        self._papers = [card.paper for card in named]
        for place, button in enumerate(self.names):
            button.setVisible(place < len(named))
            if place < len(named):
                button.set_words(_short(named[place]))
                button.setAccessibleName(named[place].title)  # whole, for who hears it
        self.rest.setVisible(others > len(named))
        self.rest.set_words(_("all of them"))


def _short(card: Card) -> str:
    title = card.title.split(": ", 1)[0]
    title = title if len(title) <= 32 else title[:31].rstrip() + "…"
    return _("{title}, page {page}").format(title=title, page=card.page) if card.page else title
