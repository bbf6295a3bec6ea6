"""The page of Up next: what is being read, the hand-ordered queue, and what is suggested below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from readinglist.i18n import _
from readinglist.ui.models.paper_table import PaperTable
from readinglist.ui.widgets.empty import Empty
from readinglist.ui.widgets.flow import Row
from readinglist.ui.widgets.plain import FlatButton, tip
from readinglist.ui.widgets.segments import Segments
from readinglist.ui.widgets.upnext.cards import Card
from readinglist.ui.widgets.upnext.continue_card import Continue
from readinglist.ui.widgets.upnext.queue_list import QueueList
from readinglist.ui.widgets.upnext.room import Room
from readinglist.ui.widgets.upnext.row_deeds import QUEUED, SUGGESTED, RowDeeds
from readinglist.ui.widgets.upnext.suggestion_list import SuggestionList

MINUTES: tuple[int | None, ...] = (None, 15, 45, 120)


class UpNext(QWidget):
    """The page. `asked(action id)` comes from buttons; `selected(papers)` from any of its parts.

    `deed_asked(action id, paper, button)` comes from the buttons over a row.
    """

    asked = Signal(str)
    selected = Signal(object)  # a list, which Qt would copy
    minutes_chosen = Signal(object)
    deed_asked = Signal(str, int, object)

    def __init__(self, model: PaperTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picked: int | None = None  # the paper of the card, when it is the selected one
        self._offered: list[Card] = []
        self.room = Room(self)
        self.list = QueueList(model, self.room)
        self.suggestions = SuggestionList(self.room)
        self.reading = Continue(self)
        self.time = Segments([_("Any time"), _("15 min"), _("45 min"), _("2 h")], _("I have"), self)
        self.time.chosen.connect(self._time_chosen)
        self.topic = FlatButton(self, "calm")
        self.topic.clicked.connect(lambda: self.asked.emit("topic"))
        self.empty = Empty(self)
        self.empty.asked.connect(self.asked)
        self.hint = self._label("", "second")
        self.hint.setWordWrap(True)
        self.why = self._button(_("Why these?"), "explain")
        self.review = self._button(_("Weekly review"), "weekly_review")
        self.row_deeds = [RowDeeds(self.list, QUEUED), RowDeeds(self.suggestions, SUGGESTED)]
        self.parts: tuple[QWidget, ...] = (self.list, self.suggestions, self.reading.card)  # where papers are selected
        self._lay_out()
        self.set_topic("")
        self.room.arranged.connect(self._fill)
        self.list.selected.connect(self._from_queue)
        self.suggestions.selected.connect(self._from_suggestions)
        self.reading.card.picked.connect(self._pick)
        self.suggestions.opened.connect(self.list.opened)
        self.suggestions.peeked.connect(self.list.peeked)
        for deeds in self.row_deeds:
            deeds.asked.connect(self.deed_asked)

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _button(self, words: str, action: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("small", "true")
        button.clicked.connect(lambda: self.asked.emit(action))
        return button

    def _lay_out(self) -> None:
        self.heading = self._label(_("Up next"), "title")
        head = Row(self, [self.heading, self.topic, self.time], pushed=self.time, yielding=self.time)
        head.set_gap(10)
        self._queue = QStackedWidget(self.room)
        self._queue.addWidget(self.list)
        self._queue.addWidget(self.empty)
        first = _strip(self._label(_("YOUR QUEUE"), "heading"), self._label(_("Drag, or Alt+↑ ↓"), "second"))
        self.below = _strip(self._label(_("SUGGESTED FROM YOUR LIBRARY"), "heading"), self.review, self.why)
        self.room.set_parts(first, self._queue, self.below, self.suggestions, self.hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 6)
        layout.setSpacing(12)
        layout.addWidget(head)
        layout.addWidget(self.reading)
        layout.addWidget(self.room, 1)

    # -- showing -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the queue, or what to do where it is empty."""
        self.room.queued = len(self.list.papers.ids)
        if self.room.queued:
            self._queue.setCurrentWidget(self.list)
        else:
            more = self.reading.card.card is not None
            self.empty.say(
                "queue",
                _("Nothing else queued") if more else _("Nothing queued yet"),
                _("Press Ctrl+U on any paper, or drag it onto Up next. What you put here stays in your order."),
                [] if more else [(_("Go to All papers"), "go_all")],
            )
            self._queue.setCurrentWidget(self.empty)
        self.room.arrange()

    def show_minutes(self, minutes: int | None) -> None:
        """Show how much time there is: one of the usual spans, or a number of minutes in place of the last used one."""
        if minutes in MINUTES:
            self.time.set_label(len(MINUTES), "")
            self.time.choose(MINUTES.index(minutes))
        else:
            self.time.set_label(len(MINUTES), _("{n} min").format(n=minutes))
            self.time.choose(len(MINUTES))

    def set_topic(self, label: str) -> None:
        """Show what the page is asked about; "" is everything."""
        words = _("about {topic}").format(topic=label) if label else _("in all papers")
        self.topic.set_words(f"{words} ▾")
        self.topic.set_look("strong" if label else "calm")
        tip(self.topic, _("Ask for a topic: a tag, a saved search, or any search (Ctrl+Shift+F)"))

    def set_name(self, name: str) -> None:
        """Show the queue called `name`; "" is Up next, the only one with suggestions and what is being read."""
        self.room.alone = bool(name)
        self.heading.setText(name or _("Up next"))
        for part in (self.time, self.topic):
            part.setVisible(not name)

    def show_reading(self, cards: Sequence[Card], count: int) -> None:
        """Show what is being read, the paper to go on with first, of `count` in all."""
        self.reading.show_reading(cards, count)
        if self._picked is not None and self._picked != self.continued():
            self._picked = self.continued() if self.reading.card.hasFocus() else None
            self._chosen()

    def continued(self) -> int | None:
        """Return the paper that the card says to go on with."""
        card = self.reading.card.card
        return card.paper if card is not None else None

    def show_next(self, suggestions: Sequence[Card], hint: str = "") -> None:
        """Show what is suggested, as many as fit; `hint` says what the suggestions do not know yet."""
        self._offered = list(suggestions)
        self.room.suggested = len(suggestions)
        self.why.setEnabled(bool(suggestions or self.list.papers.ids))
        self.hint.setText(hint)
        self.room.arrange()

    def _fill(self) -> None:
        """Show as many suggestions as there is room for."""
        self.suggestions.show_cards(self._offered[: self.room.fitting])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.room.arrange()

    def _time_chosen(self, place: int) -> None:
        if place < len(MINUTES):
            self.time.set_label(len(MINUTES), "")
            self.minutes_chosen.emit(MINUTES[place])

    # -- selection -----------------------------------------------------------------------------------------------

    def selected_ids(self) -> list[int]:
        """Return the selected papers, of the queue, of the suggestions, or the one that is being read."""
        if self._picked is not None:
            return [self._picked]
        return self.list.selected_ids() or self.suggestions.selected_ids()

    def focus(self) -> None:
        """Give the focus to the queue, or where it is empty to what stands there instead."""
        for part in (self.list, self.suggestions):
            if part.isVisible() and part.model().rowCount():
                part.setFocus()
                return
        if self.reading.isVisible():
            self.reading.card.setFocus()
        else:
            self.empty.focus()

    def select_ids(self, papers: list[int]) -> None:
        """Select these papers of the queue, or where it has none of them the first of them elsewhere on the page."""
        if papers and not any(self.list.papers.place(paper) is not None for paper in papers):
            self._pick(papers[0])
        else:
            self.list.select_ids(papers)

    def _from_queue(self, papers: list[int]) -> None:
        if papers:
            self.suggestions.forget_selection()
            self._picked = None
        self._chosen()

    def _from_suggestions(self, papers: list[int]) -> None:
        if papers:
            self.list.forget_selection()
            self._picked = None
        self._chosen()

    def _pick(self, paper: int) -> None:
        """Select one paper of the page: the one that is being read, or one of the suggestions."""
        place = next((n for n, card in enumerate(self.suggestions.cards.cards) if card.paper == paper), None)
        if paper == self.continued():
            self.list.forget_selection()
            self.suggestions.forget_selection()
            self._picked = paper
            self._chosen()
        elif place is not None:
            self.suggestions.setCurrentIndex(self.suggestions.cards.index(place))

    def _chosen(self) -> None:
        self.reading.card.set_chosen(self._picked is not None)
        self.selected.emit(self.selected_ids())


def _strip(first: QLabel, *others: QWidget) -> QWidget:
    """Return a line with a heading at its left and the rest at its right."""
    made = Row(others[0].parentWidget() or first, [first, *others], pushed=others[0])
    made.set_gap(8)
    return made
