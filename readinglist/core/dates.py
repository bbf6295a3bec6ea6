"""Partial ISO dates and UTC times: read, checked, and said in words."""

from __future__ import annotations

import datetime as dt
import re

from readinglist.i18n import _, mark

_PARTIAL = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_WEEKDAYS = (
    mark("Monday"), mark("Tuesday"), mark("Wednesday"), mark("Thursday"), mark("Friday"), mark("Saturday"),
    mark("Sunday"),
)  # fmt: skip


def now() -> str:
    """Return the present as `2026-11-19T09:12:03Z`."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def today() -> dt.date:
    """Return the user's local date."""
    return dt.date.today()


def is_partial_date(text: str) -> bool:
    """True for `2016`, `2016-03` and `2016-03-09` that exist in the calendar."""
    if not _PARTIAL.match(text):
        return False
    try:
        dt.date.fromisoformat(f"{text}-01-01"[:10])  # what is missing of a month and a day
    except ValueError:
        return False
    return True


def partial_date(year: int | None, month: int | None = None, day: int | None = None) -> str | None:
    """Return the longest partial ISO date that the parts make, or None when there is no plausible year."""
    if year is None or not 1 <= year <= 9999:
        return None
    if month is None or not 1 <= month <= 12:
        return f"{year:04d}"
    if day is not None:
        full = f"{year:04d}-{month:02d}-{day:02d}"
        if is_partial_date(full):
            return full
    return f"{year:04d}-{month:02d}"


def month_number(text: str) -> int | None:
    """Return 1..12 for a month's number, English name or abbreviation in any case, else None."""
    text = text.strip().strip(".").lower()
    if text.isdigit():
        return int(text) if 1 <= int(text) <= 12 else None
    return MONTHS.index(text[:3]) + 1 if text[:3] in MONTHS and len(text) >= 3 else None


def shown(date: str | None) -> str:
    """Return a partial date or UTC time as the table shows it: "Sep 2, 2024", "Mar 2016", "2016"; "" for None."""
    if not date:
        return ""
    found = _PARTIAL.match(date[:10])
    if not found:
        return date
    year, month, day = found.groups()
    if not month or not 1 <= int(month) <= 12:
        return year
    name = _MONTH_NAMES[int(month) - 1]
    return f"{name} {int(day)}, {year}" if day else f"{name} {year}"


def parse_due(text: str, base: dt.date | None = None) -> str | None:
    """Read a day as a person types it: ISO, `today`, `tomorrow`, a weekday, `+3d`, `+2w`, `+1m`, else None.

    Weekdays mean the next such day after `base` (default: today).
    """
    base = base or today()
    text = text.strip().lower()
    named = {"today": 0, "tomorrow": 1}
    if text in named:
        return (base + dt.timedelta(days=named[text])).isoformat()
    weekdays = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    for number, name in enumerate(weekdays):
        if len(text) >= 3 and name.startswith(text):
            return (base + dt.timedelta(days=(number - base.weekday() - 1) % 7 + 1)).isoformat()
    ahead = re.fullmatch(r"\+?(\d{1,4})\s*([dwm])", text)
    if ahead:
        days = int(ahead[1]) * {"d": 1, "w": 7, "m": 30}[ahead[2]]
        return (base + dt.timedelta(days=days)).isoformat()
    if len(text) == 10 and is_partial_date(text):
        return text
    return None


def day_of(time: str | None) -> dt.date | None:
    """Return the user's own day of a UTC time, the day of a whole date, None for anything less."""
    try:
        if time and "T" in time:
            return dt.datetime.fromisoformat(time).astimezone().date()
        return dt.date.fromisoformat(time) if time and len(time) == 10 else None
    except (ValueError, OverflowError):
        return None


def local_day(time: str) -> str:
    """Return a UTC time (or partial date) as the day it was where the user is, as `shown` shows it."""
    day = day_of(time)
    return shown(day.isoformat() if day else time)


def short_day(time: str, base: dt.date | None = None) -> str:
    """Return the day of a UTC time or partial date as `local_day`, without the year where it is that of `base`."""
    return local_day(time).removesuffix(f", {(base or today()).year}")


def long_day(day: str) -> str:
    """Return a full ISO date with its weekday: "Friday, Dec 4, 2026"."""
    return f"{_weekday(day)}, {shown(day)}"


def _weekday(day: str) -> str:
    return _(_WEEKDAYS[dt.date.fromisoformat(day).weekday()])


def days_until(day: str, base: dt.date | None = None) -> int | None:
    """Return in how many days from `base` (default: today) an ISO date is, negative: past; None for a partial one."""
    return (dt.date.fromisoformat(day) - (base or today())).days if len(day) == 10 else None


def due_words(due: str, base: dt.date | None = None) -> str:
    """Return when something is due: "due today", "due Friday", "due Dec 14", "overdue since Nov 2"."""
    left = days_until(due, base)
    if left is not None and left < 0:
        return _("overdue since {day}").format(day=short_day(due, base))
    if left in (0, 1):
        return _("due tomorrow") if left else _("due today")
    return _("due {day}").format(day=_weekday(due) if left is not None and left < 7 else short_day(due, base))


def on_day(day: str, base: dt.date | None = None) -> str:
    """Return a day as one says it: "today", "tomorrow", "on Friday", "on Dec 14"."""
    left = days_until(day, base)
    if left in (0, 1):
        return _("tomorrow") if left else _("today")
    return _("on {day}").format(day=_weekday(day) if left is not None and 0 < left < 7 else short_day(day, base))


def local_time(time: str) -> str:
    """Return a UTC time as the user's own day and minute: "Nov 19, 2026 10:12"."""
    moment = dt.datetime.fromisoformat(time).astimezone()
    return f"{shown(moment.date().isoformat())} {moment:%H:%M}"
