"""What arrived, ranked by the user's taste and by authors they read, with the reasons in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from readinglist.core import dates
from readinglist.core.contract import as_json, from_json
from readinglist.core.paper import Draft, Person
from readinglist.core.ranking.reasons import taste_words
from readinglist.core.text import fold
from readinglist.flows.next_up import Suggester
from readinglist.i18n import _, plural
from readinglist.library.library import Library
from readinglist.library.tables.parts.arrivals import Arrived

_SHOWN_WORDS = 3
_AUTHOR_SHARE = 0.25  # of the score: as much as taste for one who was read often
_OFTEN = 3  # papers by an author, from which on more count no more
_MOST_AUTHORS = 50  # of a paper that are looked at


@dataclass(frozen=True, slots=True)
class Arrival:
    """Something that arrived: its number, the paper that it would be, the feed it is from, when it came (UTC).

    `reasons` are in words, strongest first; `score` is what it is ranked by.
    """

    id: int
    draft: Draft
    feed: str
    arrived: str
    score: float
    reasons: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it as in the contract."""
        paper = as_json(self.draft)
        return {
            "id": self.id, "title": paper["title"], "authors": paper["authors"], "date": paper["date"],
            "venue": paper["venue"], "subject": paper["subject"], "abstract": paper["abstract"], "doi": paper["doi"],
            "arxiv": paper["arxiv"], "url": paper["url"], "feed": self.feed, "arrived": self.arrived,
            "reasons": list(self.reasons), "score": round(self.score, 4),
        }  # fmt: skip


def ranked(library: Library, suggester: Suggester | None = None) -> list[Arrival]:
    """Return what waits to be decided on, best first; of equal ones the latest. Without a taste authors decide."""
    waiting = library.arrivals.waiting()
    feeds = {feed.uid: feed.name for feed in library.arrivals.feeds()}
    known = [(one, draft) for one in waiting if (draft := _draft(one)) is not None]
    if not known:
        return []
    judged = (suggester or Suggester(library)).judged([(draft.title, draft.abstract) for _one, draft in known])
    read = _authors_read(library)
    found = []
    for (one, draft), (verdict, alike) in zip(known, judged, strict=True):
        liked = _best_author(draft, read)
        score = (verdict.value if verdict else 0.5) + (_AUTHOR_SHARE * min(liked[1], _OFTEN) / _OFTEN if liked else 0)
        reasons = [taste_words(verdict, alike) if verdict else "", _by(liked)]
        name = feeds.get(one.feed, "")
        found.append(Arrival(one.id, draft, name, one.arrived, score, tuple(filter(None, reasons))))
    found.sort(key=lambda one: (one.draft.date or "", -one.id), reverse=True)
    return sorted(found, key=lambda one: -one.score)


def _draft(one: Arrived) -> Draft | None:
    try:
        draft = from_json(one.said)
    except ValueError:
        return None
    return draft if draft.title else None


def _name(person: Person) -> tuple[str, str] | None:
    """Return a person's family name and first initial: journals write no more of given names."""
    if person.literal or not person.given:
        return None
    return fold(f"{person.particle} {person.family}".strip()), fold(person.given)[:1]


def _authors_read(library: Library) -> Counter[tuple[str, str]]:
    """Return of how many papers that the user finished somebody is an author."""
    facts = library.ranking_facts
    done = [paper for paper, kind, _rating in facts.opinions() if kind != "dropped"]
    return Counter(
        name
        for paper in library.papers.many(done)
        for name in {_name(person) for person in paper.authors[:_MOST_AUTHORS]}
        if name is not None
    )


def _best_author(draft: Draft, read: Counter[tuple[str, str]]) -> tuple[Person, int] | None:
    counted = [(person, read[name]) for person in draft.authors[:_MOST_AUTHORS] if (name := _name(person))]
    best = max(counted, key=lambda pair: pair[1], default=None)
    return best if best is not None and best[1] else None


def _by(liked: tuple[Person, int] | None) -> str:
    if liked is None:
        return ""
    person, count = liked
    said = plural("by {who}, of whom you finished {n} paper", "by {who}, of whom you finished {n} papers", count)
    return said.replace("{who}", person.display)


def who(arrival: Arrival) -> str:
    """Return who wrote it."""
    first = arrival.draft.authors[0].display if arrival.draft.authors else ""
    several = len(arrival.draft.authors) > 1 or not arrival.draft.authors_complete
    return _("{who} et al.").format(who=first) if first and several else first


def where(arrival: Arrival) -> str:
    """Return from which feed it is and of when, in a line."""
    date = dates.shown(arrival.draft.date) if arrival.draft.date else ""
    return " · ".join(filter(None, (arrival.feed, date)))
