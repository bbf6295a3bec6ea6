"""What is due and what has waited too long: dates of papers and tags, their calendar file, the weekly review."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from readinglist.core import dates, errors
from readinglist.core.calendar import Event, calendar
from readinglist.core.ops import Op
from readinglist.core.paper import Paper, author_line
from readinglist.core.ranking.deadlines import Deadline, nearest
from readinglist.core.ranking.pace import estimate, learn
from readinglist.core.status import DROPPED
from readinglist.flows.next_up import suggestions
from readinglist.i18n import _, plural
from readinglist.library.library import Library
from readinglist.library.tables import feedback
from readinglist.settings import Settings

REVIEWED = 5
REVIEW_DAYS = 7
REVIEW_SNOOZE = 30


@dataclass(frozen=True, slots=True)
class Due:
    """A paper that is to be read by a day, and whether that is at risk. `words` says it."""

    paper: Paper
    deadline: Deadline
    at_risk: bool
    words: str


def set_tag_due(library: Library, name: str, day: str | None) -> str:
    """Give a tag a due date as a person types it, or none, as one step. Returns the tag's name. Raises WrongUsage."""
    tag = library.tags.by_name(name)
    if tag is None:
        raise errors.WrongUsage(_("There is no tag called {name}.").format(name=name))
    found = None
    if day is not None:
        found = dates.parse_due(day)
        if found is None:
            raise errors.WrongUsage(
                _("{value} is not a day.").format(value=day), do=_("Write 2026-12-01, tomorrow, friday, +3d or +2w.")
            )
    library.feedback.set_tag_due(tag.id, found)
    return tag.name


def due(library: Library, settings: Settings | None = None, today: dt.date | None = None) -> list[Due]:
    """Return all unread papers with a due date of their own or of a tag, soonest first; snoozed ones too."""
    day = today or dates.today()
    minutes_a_day = (settings or Settings()).get("minutes_a_day")
    facts = library.ranking_facts
    pace = learn(facts.logged(), facts.lengths())
    found = []
    rows = {row.paper: row for row in facts.waiting(facts.with_dates())}
    for paper in library.papers.many(rows):
        row = rows[paper.id]
        left = estimate(row.pages, row.page, pace)
        pages = left.pages if left.known else None
        own = Deadline(dt.date.fromisoformat(row.due), "", pages, left.minutes) if row.due else None
        tagged = None
        if row.due_tag:
            tagged = Deadline(dt.date.fromisoformat(row.due_tag[0]), row.due_tag[1], pages, left.minutes)
        deadline = nearest(own, tagged)
        if deadline is not None:
            risk = deadline.at_risk(day, minutes_a_day)
            found.append(Due(paper, deadline, risk, deadline.words(day, minutes_a_day)))
    return sorted(found, key=lambda one: (one.deadline.due, one.paper.id))


def _pages(left: int | None) -> str:
    return plural("{n} page to read", "{n} pages to read", left) if left else ""


def calendar_of(library: Library, now: dt.datetime | None = None) -> str:
    """Return the due dates of unread papers, and of tags, as an iCalendar file."""
    moment = now or dt.datetime.now(dt.UTC)
    events = []
    dated = due(library, today=moment.astimezone().date())
    for one in dated:
        if not one.deadline.tag:
            paper = one.paper
            authors = author_line(paper.authors, paper.authors_complete, 3)
            pages = _pages(one.deadline.pages)
            title = _("Read: {title}").format(title=paper.title or _("Untitled"))
            about = "\n".join(filter(None, [authors, pages]))
            events.append(Event(f"{paper.uid}@readinglist", one.deadline.due, title, about, _link(paper)))
    for number, name, day in library.feedback.due_tags():
        titles = "\n".join(one.paper.title for one in dated if one.deadline.tag == name)
        events.append(Event(f"tag-{number}@readinglist", dt.date.fromisoformat(day), name, titles))
    return calendar(sorted(events, key=lambda event: (event.day, event.uid)), moment)


def _link(paper: Paper) -> str:
    if paper.doi:
        return f"https://doi.org/{paper.doi}"
    return f"https://arxiv.org/abs/{paper.arxiv}" if paper.arxiv else paper.url or ""


# -- the weekly review -----------------------------------------------------------------------------------------------


def review(library: Library, count: int = REVIEWED, today: dt.date | None = None) -> list[Paper]:
    """Return the `count` papers that have waited longest and were not kept in a review within a week."""
    day = today or dates.today()
    after = (day - dt.timedelta(days=REVIEW_DAYS)).isoformat()
    return list(library.papers.many(library.ranking_facts.longest_waiting(count, day.isoformat(), after)))


def keep(library: Library, papers: Sequence[int]) -> None:
    """Keep papers as they are, as one step; the review leaves them alone for a week."""
    library.feedback.say(papers, feedback.KEEP, Op.REVIEW)


def snooze(library: Library, papers: Sequence[int], days: int = REVIEW_SNOOZE) -> str:
    """Put papers out of the way for `days`, as one step. Returns the day on which they come back."""
    return suggestions.snooze(library, papers, days)


def let_go(library: Library, papers: Sequence[int]) -> None:
    """Decide not to read papers, as one step: they become Dropped, and taste learns from it."""
    library.readings.set_status(papers, library.statuses.of_kind(DROPPED).id)
