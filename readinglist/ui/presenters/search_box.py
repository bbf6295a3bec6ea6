"""What the search box offers while a search is typed, and which searches are remembered.

Names of fields, values of fields, earlier searches. Statuses and fields are in memory; tags, authors, venues and
subjects are asked of the library only where their field stands before the cursor.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from readinglist.core.query.language import FIELDS, Place, field_at, put
from readinglist.core.query.search_fields import HAS, IS
from readinglist.core.text import fold
from readinglist.i18n import _
from readinglist.library.find.completion import Completion
from readinglist.ui import patience
from readinglist.ui.desk import Desk
from readinglist.ui.presenters.browser import Browser
from readinglist.ui.presenters.search_history import SearchHistory
from readinglist.ui.widgets.search.bar import SearchBar
from readinglist.ui.widgets.search.completer import Offer, QueryCompleter

EARLIER = 4  # earlier searches offered beside what is typed
CLEAR = "clear_search_history"

_ASKED = {
    "tag": Completion.tags,
    "author": Completion.authors,
    "venue": Completion.venues,
    "subject": Completion.subjects,
}
_WORDY = frozenset({"author", "venue"})  # without a letter there is nothing to offer
_MEANINGS = {"has": HAS, "is": IS}


class QueryPresenter(QObject):
    """Lives as long as the window, whose search box it serves."""

    def __init__(self, bar: SearchBar, browser: Browser, desk: Desk) -> None:
        super().__init__(desk)
        self.box = bar.box
        self.browser = browser
        self.desk = desk
        self.history = SearchHistory(desk.state)
        self.completer = QueryCompleter(self.box)
        self.completer.asked.connect(self._asked)
        self.completer.deed_asked.connect(self._deed)
        self._stands = QTimer(self)
        self._stands.setSingleShot(True)
        self._stands.timeout.connect(self._stood)
        bar.typed.connect(self._typed)
        bar.left.connect(self._used)
        browser.viewed.connect(self._left_view)

    # -- offers --------------------------------------------------------------------------------------------------

    def _asked(self, text: str, cursor: int, wanted: bool) -> None:
        if self.box.hasSelectedText():
            self.completer.close()
        elif not text.strip():
            self.completer.offer(self._earlier() if wanted else [])
        else:
            self.completer.offer(self.offers(text, cursor, wanted=wanted))

    def offers(self, text: str, cursor: int, *, wanted: bool = False) -> list[Offer]:
        """Return what to offer with the cursor at `cursor`; `wanted` offers every field where none is begun."""
        place = field_at(text, cursor)
        found: list[Offer] = []
        if place is not None:
            pairs = self._values(place) if place.field else self._names(place.prefix, wanted)
            found = [self._put(text, place, choice, doc) for choice, doc in pairs]
        known = {one.text.strip() for one in found} | {text.strip()}
        if len(text.strip()) >= 2:
            earlier = (line for line in self.history.like(text, EARLIER) if line not in known)
            found += [Offer(line, _("earlier search"), line, len(line)) for line in earlier]
        return found

    @staticmethod
    def _put(text: str, place: Place, choice: str, doc: str) -> Offer:
        new, cursor = put(text, place, choice)
        bare = place.field is not None and choice in FIELDS[place.field].values
        label = f"{choice}:" if place.field is None else choice.replace("_", "-") if bare else choice
        return Offer(label, doc, new, cursor, more=place.field is None)

    @staticmethod
    def _names(prefix: str, wanted: bool) -> list[tuple[str, str]]:
        # A word with a capital is one of a title; a single letter would offer at every word.
        if not wanted and (len(prefix) < 2 or not prefix.islower()):
            return []
        return [(name, _(info.doc)) for name, info in FIELDS.items() if name.startswith(prefix.lower())]

    def _values(self, place: Place) -> list[tuple[str, str]]:
        """Return the values that go on from what is typed; none where just that one is already there."""
        assert place.field is not None
        begin = fold(place.prefix)
        if place.field in _ASKED:
            if place.field in _WORDY and not begin:
                return []
            pairs = [(name, "") for name in _ASKED[place.field](self.desk.library.completion, place.prefix)]
        elif place.field == "status":
            pairs = self._statuses(begin)
        else:
            meanings = _MEANINGS.get(place.field, {})
            begin = begin.replace("-", "_")
            values = [value for value in FIELDS[place.field].values if value.startswith(begin)]
            pairs = [(value, _(meanings[value]) if value in meanings else "") for value in values]
        if len(pairs) == 1 and fold(pairs[0][0]).replace("-", "_") == begin.replace("-", "_"):
            return []
        return pairs

    def _statuses(self, begin: str) -> list[tuple[str, str]]:
        own = FIELDS["status"].values
        found = []
        for status in self.desk.library.statuses.all():
            label = _(status.label)
            if status.id.startswith(begin.replace("-", "_")) or fold(label).startswith(begin):
                found.append((status.id, label) if status.id in own else (label, ""))
        return found

    def _earlier(self) -> list[Offer]:
        """All earlier searches, and the way to forget them."""
        found = [Offer(line, "", line, len(line)) for line in self.history.lines()]
        return [*found, Offer(_("Clear the search history"), deed=CLEAR)] if found else []

    def _deed(self, name: str) -> None:
        if name == CLEAR:
            self.history.clear()
            self.desk.save_state()  # forgotten on the disk as well, and now

    # -- what is remembered --------------------------------------------------------------------------------------

    def _typed(self, text: str) -> None:
        if text.strip():
            self._stands.start(patience.SEARCH_MEANT_MS)
        else:
            self._stands.stop()

    def _left_view(self, _view: object) -> None:
        self._stands.stop()
        self.completer.close()

    def _asks(self) -> bool:
        """True when the box holds a search that could be read, the one whose papers are on screen."""
        query = self.browser.query
        return query.node is not None and query.text == self.box.text()

    def _used(self) -> None:
        self._stands.stop()
        if self._asks():
            self.history.remember(self.box.text())

    def _stood(self) -> None:
        if self._asks() and not self.browser.query.incomplete and self.browser.ids:
            self.history.remember(self.box.text(), growing=True)
