"""What to read next, with its reasons in words: the queue in its order, then suggestions.

The laws and terms are in `core.ranking`. A `Suggester` keeps the words of papers it has read, so that asking again is
quick: keep one for a library and thread.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from readinglist.core import dates, updates
from readinglist.core.paper import Paper
from readinglist.core.ranking.deadlines import Deadline, nearest
from readinglist.core.ranking.pace import Estimate, Pace, estimate, learn
from readinglist.core.ranking.reasons import Facts, Reason, explain, line, silence
from readinglist.core.ranking.score import SKIP_DAYS, Candidate, Moment, Scored, Unlocks, Weights, rank
from readinglist.core.ranking.taste import Corpus, Opinion, Taste, Verdict, liking
from readinglist.core.ranking.taste import learn as learn_taste
from readinglist.core.status import DROPPED, READ, READING
from readinglist.i18n import _, plural
from readinglist.library.library import Library
from readinglist.library.tables.feedback import SKIP
from readinglist.library.tables.ranking_facts import MOST, Waiting
from readinglist.settings import Settings

QUEUE, SUGGESTION = "queue", "suggestion"
SIGNIFICANT_WORDS = 24
_SHOWN_WORDS = 3


About = frozenset[int] | None  # the papers of a topic; None: all


@dataclass(frozen=True, slots=True)
class _Skips:
    """How many days ago a paper was skipped each time, and when today last, as a UTC time ("": not today)."""

    days: tuple[float, ...] = ()
    today: str = ""


@dataclass(frozen=True, slots=True)
class Next:
    """A paper to read next: where it comes from (`queue` or `suggestion`) and why.

    `reasons` are in words, strongest first; `score` is the total and the parts that add up to it; `minutes` is the time
    it still takes, `estimate` how that is known, `scored` the score term by term.
    """

    paper: Paper
    source: str
    reasons: tuple[str, ...]
    score: dict[str, float]
    minutes: int
    why: tuple[Reason, ...]
    estimate: Estimate
    scored: Scored

    @property
    def line(self) -> str:
        """All reasons in one line."""
        return line(self.why)


def weights_of(settings: Settings) -> Weights:
    """Return the weights that the user's settings ask for."""
    names = ("priority", "deadline", "taste", "time", "unlocks", "age", "skips")
    return Weights(**{name: settings.get(f"weight_{name}") for name in names})


class Suggester:
    """Ranks the papers of one open library."""

    def __init__(self, library: Library, settings: Settings | None = None) -> None:
        self.library = library
        self.settings = settings or Settings()
        self.facts = library.ranking_facts
        self.links = library.links
        self.corpus = Corpus()
        self._told = Corpus()
        self._taste = Taste(0, self.corpus)
        self._pool: list[int] = []
        self._about: About = None
        self._state: tuple[int, int, str, About] | None = None

    def next(
        self, count: int, minutes: int | None = None, today: dt.date | None = None, *, about: About = None
    ) -> list[Next]:
        """Return what to read next, the queue first and then suggestions, `count` in all; `about`: only among these."""
        queued = self.queue(minutes, today, count, about=about)
        rest = count - len(queued)
        return queued + (self.suggestions(rest, minutes, today, about=about) if rest > 0 else [])

    def queue(
        self, minutes: int | None = None, today: dt.date | None = None, count: int | None = None, *, about: About = None
    ) -> list[Next]:
        """Return the queued papers in their order; those snoozed, or too long for `minutes`, are left out."""
        places = {paper: place for place, paper in enumerate(self.library.queue.ids(), 1)}
        ids = [paper for paper in places if about is None or paper in about]
        return self._ranked(ids, places, minutes, today, count)

    def suggestions(
        self, count: int = 3, minutes: int | None = None, today: dt.date | None = None, *, about: About = None
    ) -> list[Next]:
        """Return the best `count` papers that are not queued."""
        self._about = about
        self._look(today or dates.today())
        return self._ranked(self._pool, {}, minutes, today, count)

    def judged(
        self, texts: Sequence[tuple[str, str | None]], today: dt.date | None = None
    ) -> list[tuple[Verdict | None, list[Opinion]]]:
        """Return what taste says of titles and abstracts that are in no library, and the liked papers they are like."""
        taste = self._look(today or dates.today())
        if not taste.speaks:
            return [(None, [])] * len(texts)
        strangers = {-1 - at: text for at, text in enumerate(texts)}
        for number, (title, abstract) in strangers.items():
            self.corpus.put(number, "", title, abstract)
        found = [(taste.judge(number, _SHOWN_WORDS), taste.like(number)) for number in strangers]
        self.corpus.drop(strangers)
        return found

    def silence(self) -> str:
        """Return in words why taste has no say yet, "" once it has."""
        return silence(self.facts.finished())

    # -- ranking -------------------------------------------------------------------------------------------------

    def _ranked(
        self, papers: Sequence[int], places: Mapping[int, int], minutes: int | None, today: dt.date | None,
        count: int | None,
    ) -> list[Next]:  # fmt: skip
        moment = Moment(today or dates.today(), minutes, self.settings.get("minutes_a_day"))
        taste = self._look(moment.today)
        pace = self.pace()
        unlocks = self._unlocks(papers)
        skipped = self._skips(moment.today)
        noted = self.facts.noted(papers)
        candidates = [
            self._candidate(w, places.get(w.paper), moment, pace, taste, unlocks, skipped, noted)
            for w in self.facts.waiting(papers)
        ]
        chosen = rank(candidates, weights_of(self.settings), moment)[:count]
        return self._explained(chosen, moment, taste)

    def _candidate(
        self, one: Waiting, place: int | None, moment: Moment, pace: Pace, taste: Taste,
        unlocks: Mapping[int, Unlocks], skipped: Mapping[int, _Skips],
        noted: Mapping[int, str],
    ) -> Candidate:  # fmt: skip
        left = estimate(one.pages, one.page, pace)
        skips = skipped.get(one.paper, _Skips())
        return Candidate(
            paper=one.paper,
            rank=one.rank,
            added=one.added,
            waited=(moment.today - _day(one.added, moment.today)).days,
            kind=self.library.statuses.get(one.status).kind,
            deadline=_deadline(one, left),
            taste=taste.judge(one.paper),
            estimate=left,
            unlocks=unlocks.get(one.paper, Unlocks()),
            skipped=skips.days,
            put_back=skips.today,
            why=noted.get(one.paper, ""),
            snoozed_until=one.snoozed_until,
            queued=place,
        )

    def pace(self) -> Pace:
        """Return how fast the user reads, by the readings logged so far."""
        return learn(self.facts.logged(), self.facts.lengths())

    def _skips(self, today: dt.date) -> dict[int, _Skips]:
        since = (today - dt.timedelta(days=SKIP_DAYS + 1)).isoformat()
        return {
            paper: _Skips(
                tuple(float((today - _day(at, today)).days) for at in times),
                times[-1] if _day(times[-1], today) == today else "",
            )
            for paper, times in self.library.feedback.since(SKIP, since).items()
        }

    def _unlocks(self, papers: Iterable[int]) -> dict[int, Unlocks]:
        wanted = set(papers)
        touching = [edge for edge in self.links.edges() if not wanted.isdisjoint(edge)]
        kinds = self.facts.kinds(set(chain.from_iterable(touching))) if touching else {}
        found: dict[int, tuple[list[int], list[int], list[int]]] = {}
        for source, target in sorted(touching):
            if target in wanted and kinds[source] != DROPPED:
                found.setdefault(target, ([], [], []))[0 if kinds[source] == READ else 1].append(source)
            if source in wanted and kinds[target] == READING:
                found.setdefault(source, ([], [], []))[2].append(target)
        return {paper: Unlocks(*map(tuple, parts)) for paper, parts in found.items()}

    # -- taste ---------------------------------------------------------------------------------------------------

    def _opinions(self) -> list[Opinion]:
        return [Opinion(paper, liking(kind, rating), rating) for paper, kind, rating in self.facts.opinions()]

    def _read(self, corpus: Corpus, papers: Iterable[int]) -> None:
        """Bring the words of papers up to date; only what is new or changed is read."""
        stamps = self.facts.stamps(papers)
        corpus.keep(stamps)
        for row in self.facts.texts(corpus.stale(stamps)):
            corpus.put(*row)

    def _significant(self) -> list[str]:
        """Return the words to look for in a library too large to weigh every paper of."""
        if self.library.search.count() <= MOST or self.silence():
            return []
        opinions = self._opinions()
        self._read(self._told, [opinion.paper for opinion in opinions])
        return learn_taste(self._told, opinions, self.facts.finished()).significant_words(SIGNIFICANT_WORDS)

    def _look(self, today: dt.date) -> Taste:
        """Return the taste as of now, and renew it and the pool of papers where anything was written since."""
        state = (*self.facts.state(), today.isoformat(), self._about)
        if state == self._state:
            return self._taste
        linked = (target for _source, target in self.links.edges())
        self._pool = self.facts.pool(today.isoformat(), self._significant(), linked, about=self._about)
        finished = self.facts.finished()
        self._taste = Taste(finished, self.corpus)
        if not silence(finished):
            opinions = self._opinions()
            done = [opinion.paper for opinion in opinions]
            self._read(self.corpus, [*done, *self._pool, *self.library.queue.ids()])
            self._taste = learn_taste(self.corpus, opinions, finished)
        self._state = state
        return self._taste

    # -- saying why ----------------------------------------------------------------------------------------------

    def _explained(self, chosen: Sequence[Scored], moment: Moment, taste: Taste) -> list[Next]:
        follows = [paper for one in chosen for paper in one.candidate.unlocks.follows]
        titles = {paper: name[0] for paper, name in self.links.names(follows).items()}
        longest = {paper: status for status, paper in self.facts.longest().items()}
        papers = {paper.id: paper for paper in self.library.papers.many([one.candidate.paper for one in chosen])}

        def facts(paper: Paper) -> Facts:
            status = longest.get(paper.id)
            label = _(self.library.statuses.get(status).label) if status else ""
            return Facts(taste.like(paper.id) if taste.speaks else (), titles, label, paper.page, paper.pages)

        return [
            _next(papers[one.candidate.paper], one, taste, moment, facts(papers[one.candidate.paper])) for one in chosen
        ]


def _next(paper: Paper, one: Scored, taste: Taste, moment: Moment, facts: Facts) -> Next:
    scored = _with_words(one, taste.judge(paper.id, _SHOWN_WORDS))
    why = tuple(_with_notice(explain(scored, moment, facts), paper, queued=bool(one.candidate.queued)))
    source = QUEUE if one.candidate.queued else SUGGESTION
    left = one.candidate.estimate
    return Next(paper, source, tuple(reason.words for reason in why), one.score, left.minutes, why, left, scored)


def _with_notice(why: list[Reason], paper: Paper, *, queued: bool) -> list[Reason]:
    """Return the reasons with what became of the paper before all but its place: nobody should miss a retraction."""
    said = [Reason("notice", words) for words in updates.lines(updates.of(paper)[:1], paper.started, paper.finished)]
    at = int(queued)
    return [*why[:at], *said, *why[at:]]


def _with_words(one: Scored, verdict: Verdict | None) -> Scored:
    """Return a score whose taste has its deciding words: only those that are shown need them."""
    if verdict is None:
        return one
    return replace(one, candidate=replace(one.candidate, taste=verdict))


def _deadline(one: Waiting, left: Estimate) -> Deadline | None:
    pages = left.pages if left.known else None
    own = Deadline(dt.date.fromisoformat(one.due), "", pages, left.minutes) if one.due else None
    tagged = None
    if one.due_tag:
        tagged = Deadline(dt.date.fromisoformat(one.due_tag[0]), one.due_tag[1], pages, left.minutes)
    return nearest(own, tagged)


def _day(time: str, default: dt.date) -> dt.date:
    """Return the user's own day of a UTC time or (partial) date; a day to come counts as `default`."""
    found = dates.day_of(time if len(time) >= 10 else (time + "-01-01")[:10])
    return min(found, default) if found else default


def in_progress_words(reading: int, limit: int) -> str:
    """Return how full one's hands are: "2 of 3 in progress"; past the limit also what that means. 0 is no limit."""
    if not limit:
        return plural("{n} in progress", "{n} in progress", reading)
    said = _("{n} of {limit} in progress").format(n=reading, limit=limit)
    if reading > limit:
        return _("{count}: more than you meant to read at a time").format(count=said)
    if reading == limit:
        return _("{count}: finish or put one down before you start another").format(count=said)
    return said
