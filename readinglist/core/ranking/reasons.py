"""Why a paper is offered, in plain words, strongest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from readinglist.core import dates
from readinglist.core.ranking.pace import span
from readinglist.core.ranking.score import Moment, Scored
from readinglist.core.ranking.taste import LEAST_FINISHED, Opinion, Verdict
from readinglist.core.text import capital
from readinglist.i18n import _, plural

LIKED = 0.6  # from this value on taste is a reason; below 1 minus it, a reason against
_WAITED_DAYS = 60
_SHORT_TITLE = 48
_LONG_WHY = 160


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason in words, and the term it explains ("" for one that is no part of the score)."""

    term: str
    words: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What the reasons need beside the score.

    `alike` are liked papers that this one is like; `titles` those of papers named in reasons; `longest` is the status
    label in which this paper has waited longest of all, or "".
    """

    alike: Sequence[Opinion] = ()
    titles: Mapping[int, str] | None = None
    longest: str = ""
    page: int | None = None
    pages: int | None = None


def explain(scored: Scored, moment: Moment, facts: Facts) -> list[Reason]:
    """Return the reasons for a paper: its place in the queue, what adds most, why it was saved, its length."""
    order = sorted(scored.parts, key=lambda name: -scored.parts[name])
    said = [_queue(scored)]
    for term in order:
        if term in _IN_WORDS and (scored.terms[term] > 0 or term == "taste"):
            said.append(_IN_WORDS[term](scored, moment, facts))
    said.append(_why(scored))
    said.append(_length(scored, moment, facts))
    return [reason for reason in said if reason is not None] or [_added(scored, moment)]


def line(reasons: Sequence[Reason]) -> str:
    """Return reasons in one line: "High priority · like 4 papers you rated 5 stars · 18 pages"."""
    return capital(" · ".join(reason.words for reason in reasons))


def silence(finished: int) -> str:
    """Return in words why taste has no say yet, "" once it has."""
    if finished >= LEAST_FINISHED:
        return ""
    return plural(
        "Taste is silent until you have finished {least} papers; {n} so far.",
        "Taste is silent until you have finished {least} papers; {n} so far.",
        finished,
    ).replace("{least}", str(LEAST_FINISHED))


def _queue(scored: Scored) -> Reason | None:
    place = scored.candidate.queued
    if place is None:
        return None
    return Reason("", _("first in your queue") if place == 1 else _("number {n} in your queue").format(n=place))


def _why(scored: Scored) -> Reason | None:
    """Return what the user noted on why the paper was saved, in their own words."""
    why = scored.candidate.why
    if len(why) > _LONG_WHY:
        why = why[: _LONG_WHY - 1].rstrip() + "…"
    return Reason("", _("why: “{why}”").format(why=why)) if why else None


def _priority(scored: Scored, _moment: Moment, _facts: Facts) -> Reason:
    names = {3: _("high priority"), 2: _("medium priority"), 1: _("low priority")}
    return Reason("priority", names[scored.candidate.rank])


def _deadline(scored: Scored, moment: Moment, _facts: Facts) -> Reason | None:
    deadline = scored.candidate.deadline
    return Reason("deadline", deadline.words(moment.today, moment.minutes_a_day)) if deadline else None


def _taste(scored: Scored, _moment: Moment, facts: Facts) -> Reason | None:
    verdict = scored.candidate.taste
    said = taste_words(verdict, facts.alike) if verdict is not None else ""
    return Reason("taste", said) if said else None


def taste_words(verdict: Verdict, alike: Sequence[Opinion]) -> str:
    """Return in words why taste speaks for a paper that is `alike` to liked ones, "" where it does not."""
    if verdict.value < LIKED or not verdict.words:
        return ""
    words = ", ".join(verdict.words)
    best = [opinion for opinion in alike if opinion.rating == 5]
    high = [opinion for opinion in alike if (opinion.rating or 0) >= 4]
    if best:
        said = plural("like {n} paper you rated 5 stars", "like {n} papers you rated 5 stars", len(best))
    elif high:
        said = plural("like {n} paper you rated 4 stars", "like {n} papers you rated 4 stars", len(high))
    elif alike:
        said = plural("like {n} paper you finished", "like {n} papers you finished", len(alike))
    else:
        said = _("like what you finish")
    return f"{said}: {words}"


def _unlocks(scored: Scored, _moment: Moment, facts: Facts) -> Reason | None:
    found = scored.candidate.unlocks
    said = []
    if found.follows and facts.titles:
        title = short(facts.titles.get(found.follows[0], ""))
        if title:
            said.append(_("follows {title}, which you are reading").format(title=title))
    if found.finished:
        said.append(plural("cited by {n} paper you finished", "cited by {n} papers you finished", len(found.finished)))
    if found.waiting:
        waiting = plural(
            "cited by {n} of your waiting papers", "cited by {n} of your waiting papers", len(found.waiting)
        )
        said.append(_("{cited}: read it first").format(cited=waiting))
    return Reason("unlocks", ", ".join(said)) if said else None


def _age(scored: Scored, moment: Moment, facts: Facts) -> Reason | None:
    if facts.longest:
        return Reason("age", _("waiting longest in {status}").format(status=facts.longest))
    days = int(scored.candidate.waited)
    if days < _WAITED_DAYS:
        return None
    since = moment.today - dt.timedelta(days=days)
    return Reason("age", _("waiting since {month}").format(month=dates.shown(since.isoformat()[:7])))


def _added(scored: Scored, moment: Moment) -> Reason:
    """What can be said of a paper of which nothing else is known."""
    days = int(scored.candidate.waited)
    if days == 0:
        return Reason("age", _("added today"))
    day = dates.shown((moment.today - dt.timedelta(days=days)).isoformat())
    return Reason("age", _("added {day}").format(day=day))


def _skips(scored: Scored, _moment: Moment, _facts: Facts) -> Reason:
    return Reason("skips", plural("skipped {n} time lately", "skipped {n} times lately", _recent(scored)))


def _recent(scored: Scored) -> int:
    return sum(1 for days in scored.candidate.skipped if days < 7)


def _length(scored: Scored, moment: Moment, facts: Facts) -> Reason | None:
    estimate = scored.candidate.estimate
    fits = moment.minutes is not None
    time = span(moment.minutes) if moment.minutes is not None else ""
    if not estimate.known:
        return Reason("time", _("probably fits {time}").format(time=time)) if fits else None
    if facts.page and facts.pages:
        said = _("page {page} of {pages}").format(page=facts.page, pages=facts.pages)
    else:
        said = plural("{n} page", "{n} pages", estimate.pages)
    return Reason("time", _("{pages}: fits {time}").format(pages=said, time=time) if fits else said)


def short(title: str) -> str:
    """Return a title as one speaks of it: up to its colon, or cut."""
    head = title.split(": ", 1)[0].strip()
    return head if len(head) <= _SHORT_TITLE else head[: _SHORT_TITLE - 1].rstrip() + "…"


_IN_WORDS: dict[str, Callable[[Scored, Moment, Facts], Reason | None]] = {
    "priority": _priority,
    "deadline": _deadline,
    "taste": _taste,
    "unlocks": _unlocks,
    "age": _age,
    "skips": _skips,
}
