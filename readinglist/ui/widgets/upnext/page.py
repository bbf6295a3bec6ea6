"""The page of Up next: what to read now in cards, the hand-ordered queue, and what is suggested below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from readinglist.i18n import _
from readinglist.ui.look import theme
from readinglist.ui.models.paper_table import PaperTable
from readinglist.ui.widgets.empty import Empty
from readinglist.ui.widgets.segments import Segments
from readinglist.ui.widgets.upnext.cards import Card, Cards
from readinglist.ui.widgets.upnext.queue_list import QueueList
from readinglist.ui.widgets.upnext.suggestion_list import SuggestionList

MINUTES: tuple[int | None, ...] = (None, 15, 45, 120)
_ROOM_FOR_CARDS = 560  # the page's height, at normal text size, below which the cards give way to the queue


class UpNext(QWidget):
    """The page. `asked(action id)` comes from buttons; `selected(papers)` from any of its parts."""

    asked = Signal(str)
    selected = Signal(object)  # a list, which Qt would copy
    minutes_chosen = Signal(object)
    started = Signal(int)
    snoozed = Signal(int)

    def __init__(self, model: PaperTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._other = False
        self.list = QueueList(model, self)
        self.suggestions = SuggestionList(self)
        self.cards = Cards(self)
        labels = [_("Any time"), _("15 min"), _("45 min"), _("2 h")]
        self.time = Segments(labels, _("I have"), self)
        self.time.chosen.connect(self._time_chosen)
        self.empty = Empty(self)
        self.empty.asked.connect(self.asked)
        self.hint = self._label("", "second")
        self.why = QPushButton(_("Why these?"), self)
        self.why.setProperty("flat", "true")
        self.why.clicked.connect(lambda: self.asked.emit("explain"))
        self.review = QPushButton(_("Weekly review"), self)
        self.review.setProperty("flat", "true")
        self.review.clicked.connect(lambda: self.asked.emit("weekly_review"))
        self._lay_out()
        self.list.selected.connect(self._from_queue)
        self.suggestions.selected.connect(self._from_suggestions)
        self.cards.started.connect(self.started)
        self.cards.snoozed.connect(self.snoozed)
        self.cards.picked.connect(self._pick)
        self.cards.opened.connect(self.list.opened)
        self.suggestions.opened.connect(self.list.opened)
        self.suggestions.peeked.connect(self.list.peeked)

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        self.heading = self._label(_("Up next"), "title")
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.time)
        line = QHBoxLayout()
        line.addWidget(self._label(_("YOUR QUEUE"), "heading"))
        line.addStretch(1)
        line.addWidget(self._label(_("Drag to order"), "second"))
        self.below = QWidget(self)
        below = QVBoxLayout(self.below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(4)
        second = QHBoxLayout()
        second.addWidget(self._label(_("SUGGESTED FROM YOUR LIBRARY"), "heading"))
        second.addStretch(1)
        second.addWidget(self.review)
        second.addWidget(self.why)
        below.addLayout(second)
        below.addWidget(self.suggestions)
        below.addWidget(self.hint)
        full = QWidget(self)
        inner = QVBoxLayout(full)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addLayout(line)
        self._queue = QStackedLayout()
        self._queue.addWidget(self.list)
        self._queue.addWidget(self.empty)
        inner.addLayout(self._queue, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 16, 22, 8)
        layout.setSpacing(14)
        layout.addLayout(head)
        layout.addWidget(self.cards)
        layout.addWidget(full, 1)
        layout.addWidget(self.below)
        self.below.hide()

    # -- showing -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the queue, or what to do where it is empty."""
        if self.list.papers.ids:
            self._queue.setCurrentWidget(self.list)
            return
        self.empty.say(
            "queue",
            _("Nothing queued yet"),
            _("Press Ctrl+U on any paper, or drag it onto Up next. What you put here stays in your order."),
            [(_("Go to All papers"), "go_all")],
        )
        self._queue.setCurrentWidget(self.empty)

    def show_minutes(self, minutes: int | None) -> None:
        """Show how much time there is: one of the usual spans, or a number of minutes in place of the last used one."""
        if minutes in MINUTES:
            self.time.set_label(len(MINUTES), "")
            self.time.choose(MINUTES.index(minutes))
        else:
            self.time.set_label(len(MINUTES), _("{n} min").format(n=minutes))
            self.time.choose(len(MINUTES))

    def set_name(self, name: str) -> None:
        """Show the queue called `name`; "" is Up next, the only one with cards and suggestions."""
        self._other = bool(name)
        self.heading.setText(name or _("Up next"))
        self.time.setVisible(not name)
        if name:
            self.below.hide()
        self._fit()

    def show_next(self, cards: Sequence[Card], suggestions: Sequence[Card], hint: str = "") -> None:
        """Show what to read now, and what is suggested; `hint` says what the suggestions do not know yet."""
        self.cards.show_cards(cards)
        self.suggestions.show_cards(suggestions)
        self.suggestions.setVisible(bool(suggestions))
        self.why.setVisible(bool(suggestions))
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.below.setVisible(bool(suggestions or hint) and not self._other)
        self._fit()

    def _fit(self) -> None:
        room = self.height() >= theme.now().px(_ROOM_FOR_CARDS)
        self.cards.setVisible(bool(self.cards.cards) and room and not self._other)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _time_chosen(self, place: int) -> None:
        if place < len(MINUTES):
            self.time.set_label(len(MINUTES), "")
            self.minutes_chosen.emit(MINUTES[place])

    # -- selection -----------------------------------------------------------------------------------------------

    def selected_ids(self) -> list[int]:
        """Return the selected papers, of the queue or of the suggestions."""
        return self.list.selected_ids() or self.suggestions.selected_ids()

    def focus(self) -> None:
        """Give the focus to the queue, or where it is empty to what stands there instead."""
        for part in (self.list, self.suggestions):
            if part.isVisible() and part.model().rowCount():
                part.setFocus()
                return
        self.empty.focus()

    def select_ids(self, papers: list[int]) -> None:
        """Select these papers of the queue, or where it has none of them the first of them among the suggestions."""
        if papers and not any(self.list.papers.place(paper) is not None for paper in papers):
            self._pick(papers[0])
        else:
            self.list.select_ids(papers)

    def _from_queue(self, papers: list[int]) -> None:
        if papers:
            self.suggestions.forget_selection()
        self.selected.emit(self.selected_ids())

    def _from_suggestions(self, papers: list[int]) -> None:
        if papers:
            self.list.forget_selection()
        self.selected.emit(self.selected_ids())

    def _pick(self, paper: int) -> None:
        """Show a card's paper in the pane: it is one of the queue or of the suggestions."""
        if self.list.papers.place(paper) is not None:
            self.list.select_ids([paper])
        else:
            place = next((n for n, card in enumerate(self.suggestions.cards.cards) if card.paper == paper), None)
            if place is not None:
                self.suggestions.setCurrentIndex(self.suggestions.cards.index(place))
