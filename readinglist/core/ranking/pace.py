"""How long a paper takes: pages and depth at the user's own pace."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from readinglist.i18n import _, plural

MINUTES_A_PAGE = 3.0  # until the user's own readings say otherwise
TYPICAL_PAGES = 12
# A pass of this depth takes so many times as long as plain reading.
DEPTH_FACTOR = {"skimmed": 0.35, "read": 1.0, "studied": 2.5}
# The default weighs as much as a reading of so many pages: one short paper must not overturn it.
PRIOR_PAGES = 15
# Nobody reads a page in less than these seconds or more than these hours: a slip of the hand when logging.
_LEAST, _MOST = 0.05, 120.0


@dataclass(frozen=True, slots=True)
class Logged:
    """One logged reading: its pages, its minutes and its depth (None: plain reading)."""

    pages: int
    minutes: int
    depth: str | None = None


@dataclass(frozen=True, slots=True)
class Pace:
    """Minutes a page of plain reading; `readings` and `pages` say what it was learned from (0: it is the default)."""

    minutes: float = MINUTES_A_PAGE
    readings: int = 0
    pages: int = 0
    typical_pages: int = TYPICAL_PAGES

    @property
    def own(self) -> bool:
        """True when the user's own readings are in it."""
        return self.readings > 0


@dataclass(frozen=True, slots=True)
class Estimate:
    """How long a paper still takes. `known` is False where its pages are a guess; `how` says how it is known."""

    minutes: int
    pages: int
    known: bool
    how: str

    @property
    def shown(self) -> str:
        """The time as one says it: "about 40 min", "about 3 h"."""
        return _("about {time}").format(time=span(self.minutes))


def span(minutes: int) -> str:
    """Return minutes as one says them, rounded to what an estimate can know: "8 min", "40 min", "2 h", "1 h 30 min"."""
    if minutes < 10:
        return _("{n} min").format(n=max(1, minutes))
    rounded = 5 * round(minutes / 5) if minutes < 90 else 30 * round(minutes / 30)
    hours, rest = divmod(rounded, 60)
    if not hours:
        return _("{n} min").format(n=rest)
    return _("{h} h {n} min").format(h=hours, n=rest) if rest else _("{h} h").format(h=hours)


def learn(readings: Iterable[Logged], known_pages: Iterable[int] = ()) -> Pace:
    """Return the user's pace from logged readings, and the typical length from `known_pages` of the library's papers.

    Each page counts by its depth, so that a studied paper does not make plain reading look slow. Readings without pages
    or minutes, and impossible ones, are passed over.
    """
    minutes, weighed, pages, count = MINUTES_A_PAGE * PRIOR_PAGES, float(PRIOR_PAGES), 0, 0
    for reading in readings:
        work = reading.pages * DEPTH_FACTOR.get(reading.depth or "read", 1.0)
        if work <= 0 or not _LEAST <= reading.minutes / work <= _MOST:
            continue
        minutes += reading.minutes
        weighed += work
        pages += reading.pages
        count += 1
    lengths = [length for length in known_pages if length > 0]
    typical = round(median(lengths)) if len(lengths) >= 5 else TYPICAL_PAGES
    return Pace(minutes / weighed, count, pages, typical)


def estimate(pages: int | None, page: int | None = None, pace: Pace | None = None, depth: str = "read") -> Estimate:
    """Return how long the rest of a paper of `pages`, read up to `page`, takes at `pace` and `depth`."""
    pace = pace or Pace()
    known = bool(pages)
    left = max(1, (pages or pace.typical_pages) - (page or 0)) if known else pace.typical_pages
    minutes = max(1, round(left * pace.minutes * DEPTH_FACTOR.get(depth, 1.0)))
    return Estimate(minutes, left, known, _how(left, known, bool(known and page), pace, depth))


def _how(left: int, known: bool, begun: bool, pace: Pace, depth: str) -> str:
    if not known:
        return plural(
            "its length is not known; taken as {n} page, as is usual",
            "its length is not known; taken as {n} pages, as is usual",
            left,
        )
    pages = plural("the {n} page left", "the {n} pages left", left) if begun else plural("{n} page", "{n} pages", left)
    rate = f"{pace.minutes * DEPTH_FACTOR.get(depth, 1.0):.1f}".removesuffix(".0")
    if pace.own:
        return _("from {pages} at your pace of {rate} min a page").format(pages=pages, rate=rate)
    return _("from {pages} at {rate} min a page, until you log readings of your own").format(pages=pages, rate=rate)
