"""Figures of one's reading, from plain facts: counts a week, month and year, backlog, times, streak, a year's days.

A reading counts where its end is known at least as closely as the figure asks: one of "2019" counts in the year, not in
a month.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from readinglist.core.dates import day_of
from readinglist.core.status import DONE_KINDS, PAUSED, READ, READING

FILLED_YEARS = 30


@dataclass(frozen=True, slots=True)
class PaperFact:
    """A paper: when it was added and last changed (UTC), its status' kind, subject and tags."""

    paper: int
    added: str
    changed: str
    kind: str
    subject: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PassFact:
    """A pass: when it began and ended (UTC times or partial dates, None: not known), pages and minutes of it."""

    paper: int
    started: str | None
    finished: str | None
    ended: str | None
    pages: int | None = None
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Streak:
    """Weeks in a row with a finished paper: the present run (an empty present week does not end it), the longest."""

    present: int
    longest: int


@dataclass(frozen=True, slots=True)
class Backlog:
    """A month: papers added, papers done with, and how many waited at its end."""

    month: str
    added: int
    done: int
    waiting: int


@dataclass(frozen=True, slots=True)
class Stats:
    """All figures. Periods are ISO (`2026-W47`, `2026-11`, `2026`), oldest first, without gaps."""

    weeks: tuple[tuple[str, int], ...]
    months: tuple[tuple[str, int], ...]
    years: tuple[tuple[str, int], ...]
    backlog: tuple[Backlog, ...]
    days: tuple[tuple[str, int], ...]
    subjects: tuple[tuple[str, int], ...]
    tags: tuple[tuple[str, int], ...]
    streak: Streak
    readings: int
    papers_read: int
    in_progress: int
    waiting: int
    pages: int
    pages_by_month: tuple[tuple[str, int], ...]
    minutes: int
    days_to_start: float | None
    days_to_read: float | None
    days_waited: float | None


def month_of(time: str | None) -> str | None:
    """Return the month `2026-11` of a time or partial date, None where it is not known."""
    day = day_of(time)
    if day:
        return day.isoformat()[:7]
    return time if time and len(time) == 7 else None


def year_of(time: str | None) -> str | None:
    """Return the year of a time or partial date, or None."""
    month = month_of(time)
    return month[:4] if month else time or None


def week_of(day: dt.date) -> str:
    """Return the ISO week of a day, such as `2026-W47`."""
    year, week, _day = day.isocalendar()
    return f"{year}-W{week:02d}"


def compute(papers: Sequence[PaperFact], passes: Sequence[PassFact], today: dt.date, year: int | None = None) -> Stats:
    """Return all figures as of `today`; the days are those of `year` (default: the 53 weeks up to today)."""
    by_paper = {one.paper: one for one in papers}
    done = [one for one in passes if one.ended == "finished" and one.paper in by_paper]
    days = [day for one in done if (day := day_of(one.finished))]
    read = [by_paper[paper] for paper in sorted({one.paper for one in done})]
    kinds = Counter(one.kind for one in papers)
    month_now = today.isoformat()[:7]
    return Stats(
        weeks=_filled(Counter(map(week_of, days)), _weeks_between, week_of(today)),
        months=_filled(Counter(_known(month_of, done)), _months_between, month_now),
        years=_filled(Counter(_known(year_of, done)), _years_between, str(today.year)),
        backlog=_backlog(papers, passes, month_now),
        days=_heat(Counter(days), today, year),
        subjects=_counted(one.subject for one in read if one.subject),
        tags=_counted(tag for one in read for tag in one.tags),
        streak=_streak(days, today),
        readings=len(done),
        papers_read=len(read),
        in_progress=kinds[READING],
        waiting=kinds.total() - sum(kinds[kind] for kind in DONE_KINDS | {READING, PAUSED}),
        pages=_sum(one.pages for one in done),
        pages_by_month=_filled(_pages(done), _months_between, month_now),
        minutes=_sum(one.minutes for one in passes if one.paper in by_paper),
        **_times(by_paper, done, today),
    )


def _known(period: Callable[[str | None], str | None], done: Iterable[PassFact]) -> Iterable[str]:
    """Yield the periods in which passes ended, where they are known so closely."""
    return (known for one in done if (known := period(one.finished)))


def _pages(done: Iterable[PassFact]) -> Counter[str]:
    """Return the pages read in each month."""
    pages: Counter[str] = Counter()
    for one in done:
        if (month := month_of(one.finished)) and one.pages:
            pages[month] += one.pages
    return pages


def _sum(values: Iterable[int | None]) -> int:
    return sum(value for value in values if value)


def _counted(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Counts of names, most first, then by name."""
    return tuple(sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])))


def _filled(
    counts: Counter[str], between: Callable[[str, str], Iterable[str]], now: str
) -> tuple[tuple[str, int], ...]:
    """Every period that counts, and the empty ones between, FILLED_YEARS back at most: a slip may say 1026."""
    if not counts:
        return ()
    floor = f"{max(1, int(now[:4]) - FILLED_YEARS):04d}{now[4:]}"
    periods = {*counts, *between(max(min(counts), floor), now)}
    return tuple((period, counts[period]) for period in sorted(periods))


def _weeks_between(first: str, last: str) -> Iterable[str]:
    day = dt.date.fromisocalendar(int(first[:4]), min(52, int(first[6:])), 1)  # not every year has a week 53
    while week_of(day) <= last:
        yield week_of(day)
        day += dt.timedelta(days=7)


def _months_between(first: str, last: str) -> Iterable[str]:
    year, month = int(first[:4]), int(first[5:])
    while f"{year:04d}-{month:02d}" <= last:
        yield f"{year:04d}-{month:02d}"
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _years_between(first: str, last: str) -> Iterable[str]:
    return (f"{year:04d}" for year in range(int(first), int(last) + 1))


def _backlog(papers: Sequence[PaperFact], passes: Sequence[PassFact], now: str) -> tuple[Backlog, ...]:
    """A paper waits from the month it was added until its first pass ends; dropped unread, until it was last changed.

    One that was read before it was added never waited.
    """
    ends: dict[int, str] = {}
    for one in passes:
        month = month_of(one.finished)
        if one.ended and month:
            ends[one.paper] = min(month, ends.get(one.paper, month))
    came: Counter[str] = Counter()
    went: Counter[str] = Counter()
    for paper in papers:
        added = month_of(paper.added)
        if added is not None:
            came[added] += 1
            end = ends.get(paper.paper) or _end_unread(paper)
            if end is not None:
                went[max(end, added)] += 1
    waiting, rows = 0, []
    came.update(dict.fromkeys(went, 0))  # a month in which nothing came is one, too
    for month, added_now in _filled(came, _months_between, now):
        waiting += added_now - went[month]
        rows.append(Backlog(month, added_now, went[month], waiting))
    return tuple(rows)


def _end_unread(paper: PaperFact) -> str | None:
    """Return the month in which a paper without a known pass was done with; None while it waits."""
    if paper.kind not in DONE_KINDS:
        return None
    return month_of(paper.added if paper.kind == READ else paper.changed)


def _heat(days: Counter[dt.date], today: dt.date, year: int | None) -> tuple[tuple[str, int], ...]:
    """Every day of a year, or of the 53 weeks (from a Monday) up to today, with how many readings ended on it."""
    if year is not None:
        first, last = dt.date(year, 1, 1), dt.date(year, 12, 31)
    else:
        first, last = today - dt.timedelta(days=today.weekday() + 52 * 7), today
    span = (last - first).days + 1
    return tuple((day.isoformat(), days[day]) for day in (first + dt.timedelta(days=n) for n in range(span)))


def _streak(days: Iterable[dt.date], today: dt.date) -> Streak:
    mondays = sorted({day - dt.timedelta(days=day.weekday()) for day in days})
    week = dt.timedelta(days=7)
    longest = run = 0
    runs: dict[dt.date, int] = {}
    for monday in mondays:
        run = run + 1 if monday - week in runs else 1
        runs[monday] = run
        longest = max(longest, run)
    this = today - dt.timedelta(days=today.weekday())
    return Streak(runs.get(this) or runs.get(this - week, 0), longest)


def _times(papers: dict[int, PaperFact], done: Sequence[PassFact], today: dt.date) -> dict[str, float | None]:
    """Medians in days: from added to begun, from begun to finished, and how long what still waits has waited."""
    starts = [(day_of(papers[one.paper].added), day_of(one.started)) for one in done]
    reads = [(day_of(one.started), day_of(one.finished)) for one in done]
    waits = [(day_of(paper.added), today) for paper in papers.values() if paper.kind not in DONE_KINDS]
    return {"days_to_start": _median(starts), "days_to_read": _median(reads), "days_waited": _median(waits)}


def _median(spans: Iterable[tuple[dt.date | None, dt.date | None]]) -> float | None:
    """Return the median length, in days, of those spans whose ends are known and in order; None for none."""
    found = [(last - first).days for first, last in spans if first and last and first <= last]
    return float(median(found)) if found else None
