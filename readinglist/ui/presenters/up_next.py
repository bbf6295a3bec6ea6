"""Fills the page of Up next: asks on a worker what to read now and why."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from readinglist.core import dates, tex
from readinglist.core.ranking.pace import span
from readinglist.core.text import capital
from readinglist.flows.next_up import Next, Suggester
from readinglist.flows.next_up.overview import Overview, overview
from readinglist.i18n import _, mark
from readinglist.library.library import Library
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.why import Scored, Why
from readinglist.ui.widgets.upnext.cards import MOST, Card
from readinglist.ui.widgets.upnext.page import UpNext

SUGGESTED = 3
_TERMS = {
    "priority": mark("Priority"),
    "deadline": mark("Deadline"),
    "taste": mark("Taste"),
    "time": mark("Fits the time"),
    "unlocks": mark("Unlocks others"),
    "age": mark("Waiting"),
    "skips": mark("Skipped lately"),
}


class NextPresenter(QObject):
    """Between the page and the flow. Answers that come after a newer question are dropped; `answered` after others."""

    answered = Signal()

    def __init__(self, page: UpNext, desk: Desk) -> None:
        super().__init__(desk)
        self.page = page
        self.desk = desk
        self.minutes: int | None = None
        self.found: dict[int, Next] = {}
        self.reader = desk.reader("up next")
        self._suggester: Suggester | None = None  # keeps the words of papers already read: only the first look is long
        self.page.minutes_chosen.connect(self.set_minutes)

    def explain(self, chosen: int | None) -> bool:
        """Show why the papers stand where they do, that paper first. Returns False where nothing was asked yet."""
        if self.found:
            Why(self.desk.window, self.scored(), chosen).open()
        return bool(self.found)

    def set_minutes(self, minutes: int | None) -> None:
        """Show what fits the time I have; None is any time."""
        self.minutes = minutes
        self.page.show_minutes(minutes)
        self.refresh()

    def refresh(self) -> None:
        """Ask anew what to read."""
        minutes = self.minutes
        self.reader.ask(lambda own: overview(self._ranking(own), minutes, SUGGESTED), self.show, self.desk.refused)

    def _ranking(self, library: Library) -> Suggester:
        """On the worker: return what ranks the papers."""
        if self._suggester is None or self._suggester.library is not library:
            self._suggester = Suggester(library, self.desk.settings)
        return self._suggester

    def show(self, found: Overview) -> None:
        """Put an answer on the page."""
        everything = [*found.queue, *found.suggestions]
        self.found = {one.paper.id: one for one in everything}
        now = [self.card(one) for one in found.now(self.minutes, MOST)]
        below = [self.card(one) for one in found.suggestions]
        self.page.list.set_words({one.paper.id: (_second_line(one), span(one.minutes)) for one in found.queue})
        self.page.show_next(now, below, found.hint)
        self.answered.emit()

    def suggested(self) -> list[Card]:
        """Return what is suggested at present, best first."""
        return list(self.page.suggestions.cards.cards)

    def scored(self) -> list[Scored]:
        """Return every paper of the page with its score, term by term."""
        return [_scored(one) for one in self.found.values()]

    def card(self, one: Next) -> Card:
        """Return what a card says of a paper."""
        paper = one.paper
        status = self.desk.library.statuses.get(paper.status or "inbox")
        first = paper.authors[0].display if paper.authors else ""
        who = f"{first} et al." if first and (len(paper.authors) > 1 or not paper.authors_complete) else first
        return Card(
            paper=paper.id,
            title=tex.plain(paper.title),
            who=" · ".join(part for part in (who, str(paper.year or "")) if part),
            reasons=tuple(capital(reason) for reason in one.reasons) or (_since(one, _(status.label)),),
            time=span(one.minutes),
            kind=status.sign,
            colour=status.colour,
            progress=paper.page / paper.pages if paper.page and paper.pages else None,
        )


def _scored(one: Next) -> Scored:
    reasons = {reason.term: reason.words for reason in one.why}
    shares = [(term, one.score.get(term)) for term in _TERMS]
    terms = [(_(_TERMS[term]), f"{share:+.2f}", capital(reasons.get(term, ""))) for term, share in shares if share]
    terms.append((_("Time"), f"{one.minutes} min", capital(one.estimate.how)))
    return Scored(one.paper.id, tex.plain(one.paper.title), f"{one.score['total']:.2f}", one.line, terms)


def _second_line(one: Next) -> str:
    """Return what stands below a queued paper: its reasons without its place, which the number says."""
    return capital(" · ".join(reason.words for reason in one.why if reason.term or reason is not one.why[0]))


def _since(one: Next, status: str) -> str:
    """Return what there is to say of a paper that nothing speaks for."""
    day = dates.local_day(one.paper.added) if one.paper.added else ""
    return _("In {status} since {day}").format(status=status, day=day)
