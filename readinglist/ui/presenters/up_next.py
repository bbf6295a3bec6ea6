"""Fills the page of Up next: asks on a worker what to read now and why."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from readinglist.core import dates, tex, updates
from readinglist.core.paper import Paper
from readinglist.core.ranking.pace import span
from readinglist.core.text import capital
from readinglist.flows.finding import read_query
from readinglist.flows.next_up import Next, Suggester
from readinglist.flows.next_up.overview import Overview, overview
from readinglist.i18n import _, mark, plural
from readinglist.library.library import Library
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.why import Scored, Why
from readinglist.ui.widgets.upnext.cards import Card
from readinglist.ui.widgets.upnext.continue_card import MORE
from readinglist.ui.widgets.upnext.page import UpNext

SUGGESTED = 30  # more than any screen has room for
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
        self.topic = ""
        self._begun: list[int] = []
        self._left: dict[int, int] = {}
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

    def set_topic(self, query: str, label: str = "") -> None:
        """Show what is about a topic, as a search says it; "" is everything. `label` is a shorter name for it."""
        if not self.desk.attempt(lambda: read_query(query)):
            return
        self.topic = query.strip()
        self.page.set_topic(label or self.topic)
        self.show_reading()
        self.refresh()

    def refresh(self) -> None:
        """Ask anew what to read."""
        minutes, asked, begun = self.minutes, self.topic, list(self._begun)
        self.reader.ask(
            lambda own: overview(self._ranking(own), minutes, SUGGESTED, asked, begun), self.show, self.desk.refused
        )

    def show_reading(self) -> None:
        """Show at once what is being read; how long it still takes follows with the rest."""
        library = self.desk.library
        self._begun, count = library.ranking_facts.begun(dates.today().isoformat(), 1 + MORE)
        papers = {paper.id: paper for paper in library.papers.many(self._begun)}
        self._cards = [self._reading_card(papers[paper]) for paper in self._begun if paper in papers]
        self.page.show_reading(self._cards, count)

    def continued(self) -> int | None:
        """Return the paper that the page says to go on with."""
        return self.page.continued()

    def _reading_card(self, paper: Paper) -> Card:
        """Return what is said of a paper in progress: how far, since when, how long it still takes, when it is due."""
        status = self.desk.library.statuses.get(paper.status or "reading")
        left = self._left.get(paper.id)
        said = [
            *updates.lines(updates.of(paper)[:1], paper.started, paper.finished),
            _("Page {page} of {pages}").format(page=paper.page, pages=paper.pages)
            if paper.page and paper.pages
            else "",
            _("Page {page}").format(page=paper.page) if paper.page and not paper.pages else "",
            plural("{n} page", "{n} pages", paper.pages) if paper.pages and not paper.page else "",
            _("started {day}").format(day=dates.short_day(paper.started)) if paper.started else "",
            _("about {time} left").format(time=span(left)) if left and paper.pages else "",
            dates.due_words(paper.due) if paper.due else "",
            _("why: “{why}”").format(why=paper_why(paper)) if paper_why(paper) else "",
        ]
        return Card(
            paper=paper.id,
            title=tex.line(paper.title),
            who="",
            reasons=tuple(filter(None, said)),
            kind=status.sign,
            colour=status.colour,
            progress=paper.page / paper.pages if paper.page and paper.pages else None,
            page=paper.page,
            pages=paper.pages,
        )

    def _ranking(self, library: Library) -> Suggester:
        """On the worker: return what ranks the papers."""
        if self._suggester is None or self._suggester.library is not library:
            self._suggester = Suggester(library, self.desk.settings)
        return self._suggester

    def show(self, found: Overview) -> None:
        """Put an answer on the page."""
        everything = [*found.queue, *found.suggestions]
        self.found = {one.paper.id: one for one in everything}
        below = [self.card(one) for one in found.suggestions]
        words = {one.paper.id: (_second_line(one), one.estimate.shown) for one in found.queue}
        self.page.list.set_words(words, found.misfits(self.minutes))
        self.page.show_next(below, found.hint)
        if found.left != self._left:
            self._left = found.left
            self.show_reading()
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
            title=tex.line(paper.title),
            who=" · ".join(part for part in (who, str(paper.year or "")) if part),
            reasons=tuple(one.reasons) or (_since(one, _(status.label)),),
            time=one.estimate.shown,
            kind=status.sign,
            colour=status.colour,
            progress=paper.page / paper.pages if paper.page and paper.pages else None,
        )


def paper_why(paper: Paper) -> str:
    """Return why a paper was saved."""
    return str(getattr(paper, "why", None) or "")


def _scored(one: Next) -> Scored:
    reasons = {reason.term: reason.words for reason in one.why}
    shares = [(term, one.score.get(term)) for term in _TERMS]
    terms = [(_(_TERMS[term]), f"{share:+.2f}", capital(reasons.get(term, ""))) for term, share in shares if share]
    terms.append((_("Time"), f"{one.minutes} min", capital(one.estimate.how)))
    return Scored(one.paper.id, tex.line(one.paper.title), f"{one.score['total']:.2f}", one.line, terms)


def _second_line(one: Next) -> str:
    """Return what stands below a queued paper: its reasons without its place, which the number says."""
    return capital(" · ".join(reason.words for reason in one.why if reason.term or reason is not one.why[0]))


def _since(one: Next, status: str) -> str:
    """Return what there is to say of a paper that nothing speaks for."""
    day = dates.local_day(one.paper.added) if one.paper.added else ""
    return _("In {status} since {day}").format(status=status, day=day)
