"""The page of what arrived: the subscriptions, the list, and what the current row says."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from readinglist.i18n import _
from readinglist.ui.widgets.arrivals.arrival_rows import DEEDS, ArrivalRow, ArrivalRows
from readinglist.ui.widgets.detail.tag_chips import Chip
from readinglist.ui.widgets.empty import Empty
from readinglist.ui.widgets.flow import Flow, Row
from readinglist.ui.widgets.plain import label, tip
from readinglist.ui.widgets.text.pieces import Piece, from_tex
from readinglist.ui.widgets.text.reading_text import ReadingText
from readinglist.ui.widgets.upnext.row_deeds import RowDeeds

_MOST_CHIPS = 40


class _Feeds(Flow):
    """The subscriptions as chips; `ended(name)` when one is taken off."""

    ended = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chips: list[Chip] = []

    def show_feeds(self, names: Sequence[str]) -> None:
        """Show a chip for each."""
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for name in names[:_MOST_CHIPS]:
            chip = Chip(self)
            chip.show_tag(name, None)
            chip.setAccessibleName(_("Subscription to {name}").format(name=name))
            chip.setAccessibleDescription(_("Delete ends it"))
            tip(chip, _("{name}: × ends the subscription").format(name=name))
            chip.taken_off.connect(self.ended)
            chip.show()
            self.chips.append(chip)
        self.setVisible(bool(self.chips))
        self.arrange()
        self.updateGeometry()

    def members(self) -> list[QWidget]:
        return list(self.chips)


class ArrivalsPage(QWidget):
    """`asked(action id)` by a button; `saved`, `skipped`, `followed` as in the list; `ended(name)`: a subscription."""

    asked = Signal(str)
    saved = Signal(object)
    skipped = Signal(object)
    followed = Signal(int)
    ended = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("arrivals")
        self.heading = label(self, "title")
        self.heading.setText(_("Arrivals"))
        self.fetch = self._button(_("Ask what arrived"), "arrivals_fetch", _("Ask every subscription (Ctrl+Alt+A)"))
        self.more = self._button(_("Subscribe…"), "arrivals_subscribe", _("A category of arXiv, a search, a feed"))
        self.feeds = _Feeds(self)
        self.hint = label(self, "second", wrap=True)
        self.list = ArrivalRows(self)
        self.empty = Empty(self)
        self.said = ReadingText(self, points=0.0)
        self.said.setObjectName("abstract")
        self.said.setAccessibleName(_("What it says"))
        self.deeds = RowDeeds(self.list, DEEDS)
        self._lay_out()
        self.list.selected.connect(lambda _chosen: self._say())
        self.list.saved.connect(self.saved)
        self.list.skipped.connect(self.skipped)
        self.list.followed.connect(self.followed)
        self.feeds.ended.connect(self.ended)
        self.empty.asked.connect(self.asked)
        self.deeds.asked.connect(self._deed)
        self.setFocusProxy(self.list)

    def _button(self, words: str, action: str, said: str) -> QPushButton:
        made = QPushButton(words, self)
        made.setProperty("small", "true")
        tip(made, said)
        made.clicked.connect(lambda: self.asked.emit(action))
        return made

    def _lay_out(self) -> None:
        head = Row(self, [self.heading, self.more, self.fetch], pushed=self.more)
        head.set_gap(8)
        self.parts = QSplitter(Qt.Orientation.Vertical, self)
        self.parts.setChildrenCollapsible(False)
        self.parts.setHandleWidth(1)
        self.parts.addWidget(self.list)
        self.parts.addWidget(self.said)
        self.parts.setStretchFactor(0, 3)
        self.parts.setStretchFactor(1, 2)
        self.parts.setSizes([600, 400])
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.parts)
        self.pages.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 6)
        layout.setSpacing(10)
        layout.addWidget(head)
        layout.addWidget(self.feeds)
        layout.addWidget(self.hint)
        layout.addWidget(self.pages, 1)
        self.hint.hide()

    def show_arrivals(self, rows: Sequence[ArrivalRow], feeds: Sequence[str], hint: str = "") -> None:
        """Show what waits, best first; `hint` says what the order does not know yet."""
        focus = self.window().focusWidget()
        held = focus in (self.fetch, self.more) or (focus is not None and self.pages.isAncestorOf(focus))
        self.feeds.show_feeds(feeds)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint and rows))
        self.list.show_rows(rows)
        self.fetch.setEnabled(bool(feeds))
        if rows:
            self.pages.setCurrentWidget(self.parts)
            self.setFocusProxy(self.list)
        else:
            self._say_empty(bool(feeds))
        if held:
            self.setFocus()
        self._say()

    def _say_empty(self, subscribed: bool) -> None:
        if subscribed:
            words = _(
                "What your subscriptions have is asked for when you say so, and shown here until you save or skip it."
            )
            self.empty.say("import", _("Nothing waits"), words, [(_("Ask what arrived"), "arrivals_fetch")])
        else:
            words = _("A category of arXiv, a search there, a saved search of yours, or a journal's feed.")
            self.empty.say("import", _("Subscribed to nothing yet"), words, [(_("Subscribe…"), "arrivals_subscribe")])
        self.pages.setCurrentWidget(self.empty)
        self.setFocusProxy(self.fetch if subscribed else self.more)

    def _say(self) -> None:
        """Show what the current row says."""
        row = self.list.current()
        if row is None:
            self.said.show_paragraphs([])
            return
        below = " · ".join(filter(None, (row.who, row.side)))
        head = [[Piece(row.title, bold=True)], [Piece(below, colour="second")]]
        text = from_tex(row.abstract) if row.abstract else [[Piece(_("It says no more of itself."), colour="second")]]
        self.said.show_paragraphs([*head, *text])

    def _deed(self, name: str, number: int, _button: QWidget) -> None:
        if name == "open":
            self.followed.emit(number)
        else:
            (self.saved if name == "save" else self.skipped).emit([number])
