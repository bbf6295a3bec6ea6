"""Due dates of papers and tags: how they press, what must be read a day, what is at risk."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from readinglist.core import dates
from readinglist.i18n import _, plural

HORIZON_DAYS = 28  # a date further away does not press yet, unless there is much to read
MINUTES_A_DAY = 60  # what can be read in a day where nothing better is known


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which a paper is to be read. `tag` is the tag that sets it, "" for the paper's own date.

    `pages` are those still to read, None where the length is not known; `minutes` the time that takes.
    """

    due: dt.date
    tag: str = ""
    pages: int | None = None
    minutes: int = 0

    def days(self, today: dt.date) -> int:
        """Return the days left: 0 for today, negative when it is past."""
        return (self.due - today).days

    def pages_a_day(self, today: dt.date) -> int | None:
        """Return how many pages a day, today included, must be read; None where the length is not known."""
        if self.pages is None:
            return None
        return -(-self.pages // max(1, self.days(today) + 1))

    def load(self, today: dt.date, minutes_a_day: int = MINUTES_A_DAY) -> float:
        """Return the part of each day, today included, that reading it takes: above 1 it cannot be done in time."""
        return self.minutes / (max(1, minutes_a_day) * max(1, self.days(today) + 1))

    def at_risk(self, today: dt.date, minutes_a_day: int = MINUTES_A_DAY) -> bool:
        """True when it is past, or when there is more to read than the days that are left can hold."""
        return self.days(today) < 0 or self.load(today, minutes_a_day) > 1

    def pressure(self, today: dt.date, minutes_a_day: int = MINUTES_A_DAY) -> float:
        """Return 0..1: how near the day is within HORIZON_DAYS, or how full it makes the days, whichever is more."""
        days = self.days(today)
        if days <= 0 or self.at_risk(today, minutes_a_day):
            return 1.0
        return max(1.0 - days / HORIZON_DAYS, min(1.0, self.load(today, minutes_a_day)), 0.0)

    def words(self, today: dt.date, minutes_a_day: int = MINUTES_A_DAY) -> str:
        """Return it as a reason: "due Friday", "for journal club on Dec 14: 12 pages a day"."""
        if self.tag:
            said = _("for {tag} {day}").format(tag=self.tag, day=dates.on_day(self.due.isoformat(), today))
        else:
            said = dates.due_words(self.due.isoformat(), today)
        rate = self.pages_a_day(today)
        late = self.at_risk(today, minutes_a_day)
        if rate is not None and self.days(today) > 0 and (self.tag or late):
            said += ": " + plural("{n} page a day", "{n} pages a day", rate)
        return _("{due}, at risk").format(due=said) if late and self.days(today) >= 0 else said


def nearest(own: Deadline | None, tagged: Deadline | None) -> Deadline | None:
    """Return the earlier of the two; a paper's own date goes first on the same day."""
    if own is None or tagged is None:
        return own or tagged
    return own if own.due <= tagged.due else tagged
