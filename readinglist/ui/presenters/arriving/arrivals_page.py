"""Fills the page of what arrived, and carries out what is done there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject

from readinglist.core import tex
from readinglist.core.events import Changed
from readinglist.flows.arrivals import deciding, ranked, subscribing
from readinglist.flows.arrivals.ranked import Arrival
from readinglist.flows.importing.report import ADDED
from readinglist.flows.next_up import Suggester
from readinglist.i18n import _, plural
from readinglist.library.library import Library
from readinglist.ui.desk import Desk
from readinglist.ui.presenters.arriving import fetch_arrivals
from readinglist.ui.presenters.dialogs import open_outside
from readinglist.ui.widgets.arrivals.arrival_rows import ArrivalRow
from readinglist.ui.widgets.arrivals.arrivals_pane import ArrivalsPage
from readinglist.ui.widgets.panel import ask_line

NAME = "arrivals"
_TABLES = frozenset(("arrival", "feed"))


class _Answer(NamedTuple):
    rows: list[Arrival]
    feeds: list[str]
    hint: str


class ArrivalsPresenter(QObject):
    """Between the page and the flows; what is ranked is ranked on a worker."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName(NAME)
        self.desk = desk
        self.page = ArrivalsPage(desk.window)
        self.reader = desk.reader(NAME)
        self._suggester: Suggester | None = None
        self._stale = True
        self.page.saved.connect(self.save)
        self.page.skipped.connect(self.skip)
        self.page.followed.connect(self._open)
        self.page.ended.connect(self._unsubscribe)
        self.page.asked.connect(self._asked)

    def heard(self, changed: Changed) -> None:
        """Take over a step that was committed."""
        self._stale = self._stale or not changed.tables.isdisjoint(_TABLES)

    def show(self) -> None:
        """The page is on screen: rank anew where something changed."""
        if self._stale:
            self._stale = False
            self.reader.ask(self._read, self._shown, self.desk.refused)

    def _read(self, library: Library) -> _Answer:
        """On the worker."""
        if self._suggester is None or self._suggester.library is not library:
            self._suggester = Suggester(library, self.desk.settings)
        feeds = [feed.name for feed in library.arrivals.feeds()]
        return _Answer(ranked.ranked(library, self._suggester), feeds, self._suggester.silence())

    def _shown(self, found: _Answer) -> None:
        self.page.show_arrivals([_row(one) for one in found.rows], found.feeds, found.hint)

    # -- what is done --------------------------------------------------------------------------------------------

    def selected(self) -> list[int]:
        """Return the numbers of the selected arrivals."""
        return self.page.list.selected_ids()

    def save(self, numbers: Sequence[int]) -> None:
        """Make papers of these."""

        def deed() -> None:
            report = deciding.save(self.desk.library, numbers)
            added = [one.paper for one in report.records if one.paper is not None]
            words = plural("{n} arrival saved", "{n} arrivals saved", len(report.records))
            if not all(one.result == ADDED for one in report.records):
                words = _("Saved; some of it was in your library already")
            self.desk.offer(words, _("Show"), lambda: self.desk.panes.reveal(added))

        self.desk.attempt(deed)

    def skip(self, numbers: Sequence[int]) -> None:
        """Let these go."""
        if self.desk.attempt(lambda: deciding.skip(self.desk.library, numbers)):
            self.desk.say(plural("{n} arrival skipped", "{n} arrivals skipped", len(numbers)), undoable=True)

    def _open(self, number: int) -> None:
        row = next((one for one in self.page.list.rows.rows if one.id == number), None)
        if row is None or not row.link:
            self.desk.say(_("It names no page."))
        else:
            open_outside.open_link(self.desk, row.link)

    def _unsubscribe(self, name: str) -> None:
        library = self.desk.library
        if self.desk.attempt(lambda: library.arrivals.unsubscribe(subscribing.find(library, name))):
            self.desk.say(_("Unsubscribed from {name}").format(name=name), undoable=True)

    def _asked(self, action: str) -> None:
        {"arrivals_fetch": fetch_arrivals.fetch, "arrivals_subscribe": subscribe}[action](self.desk)


def subscribe(desk: Desk) -> None:
    """Ask what to subscribe to, and subscribe to it; then it is asked what it has."""

    def deed(text: str) -> None:
        name, new = subscribing.subscribe(desk.library, text)
        desk.say((_("Subscribed to {name}") if new else _("You are subscribed to {name} already")).format(name=name))
        fetch_arrivals.fetch(desk)

    ask_line(
        desk.panes.spot("row"),
        _("Subscribe"),
        "",
        _("Subscribe"),
        deed,
        hint=_("A category of arXiv (cs.LG), words or author:name to search there, the name of a saved search, "
               "or the address of a journal's feed."),
    )  # fmt: skip


def _row(one: Arrival) -> ArrivalRow:
    draft = one.draft
    return ArrivalRow(
        id=one.id,
        title=tex.line(draft.title),
        who=ranked.who(one),
        reasons=one.reasons,
        side=ranked.where(one),
        abstract=draft.abstract or "",
        link=draft.url or draft.doi or draft.arxiv or "",
    )
