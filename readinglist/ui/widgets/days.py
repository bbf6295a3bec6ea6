"""Days in the fewest clear words: "today", "Friday", "Nov 19"; leaves reading what is typed to `core.dates`."""

from __future__ import annotations

import datetime as dt

from readinglist.core import dates
from readinglist.i18n import _, mark

_WEEKDAYS = (
    mark("Monday"), mark("Tuesday"), mark("Wednesday"), mark("Thursday"), mark("Friday"), mark("Saturday"),
    mark("Sunday"),
)  # fmt: skip


def local_day(time: str) -> str:
    """Return the local date of a UTC time as ISO; a date that is only a date, or partial, stays as it is."""
    if "T" not in time:
        return time
    try:
        return dt.datetime.fromisoformat(time).astimezone().date().isoformat()
    except (ValueError, OverflowError):
        return time[:10]


def short(time: str, today: dt.date | None = None) -> str:
    """Return the day of a UTC time or partial date, without the year where it is this year's."""
    day, today = local_day(time), today or dates.today()
    words = dates.shown(day)
    return words.removesuffix(f", {today.year}") if len(day) == 10 else words


def days_until(due: str, today: dt.date | None = None) -> int | None:
    """Return in how many days `due` is (negative: overdue), or None for a date that is not a full one."""
    try:
        return (dt.date.fromisoformat(due[:10]) - (today or dates.today())).days
    except ValueError:
        return None


def due_words(due: str, today: dt.date | None = None) -> str:
    """Return when something is due: "Due today", "Due Friday", "Due Dec 14", "Overdue since Nov 2"."""
    left = days_until(due, today)
    if left is not None and left < 0:
        return _("Overdue since {day}").format(day=short(due, today))
    if left is None or left > 6:
        return _("Due {day}").format(day=short(due, today))
    if left < 2:
        return _("Due tomorrow") if left else _("Due today")
    return _("Due {day}").format(day=_(_WEEKDAYS[dt.date.fromisoformat(due[:10]).weekday()]))


def long_day(day: str) -> str:
    """Return a full ISO date with its weekday: "Friday, Dec 4, 2026"."""
    weekday = _(_WEEKDAYS[dt.date.fromisoformat(day).weekday()])
    return f"{weekday}, {dates.shown(day)}"
