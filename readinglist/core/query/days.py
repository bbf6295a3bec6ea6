"""Days as a search names them: ISO dates, `today`, `last-week`, `30d`."""

from __future__ import annotations

import calendar
import datetime as dt
import re

# A period's first and last day; None is open (past the calendar's end).
Days = tuple[dt.date | None, dt.date | None]

NAMED = ("today", "yesterday", "tomorrow")
PERIODS = tuple(f"{when}-{unit}" for unit in ("week", "month", "year") for when in ("this", "last", "next"))
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WORDS = NAMED + PERIODS + WEEKDAYS

_ISO = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")
_AGE = re.compile(r"(\d{1,6})([dwmy])", re.IGNORECASE)
_UNFINISHED = re.compile(r"\d{1,6}|\d{4}[-/](?:\d{1,2}[-/]?)?")


def period(text: str, today: dt.date, ahead: bool) -> Days | None:
    """Return the days that `text` names, else None. Weekdays lie `ahead` (today included) or behind."""
    text = text.lower().replace("_", "-")
    iso = _ISO.fullmatch(text)
    if iso:
        return _iso(*(None if part is None else int(part) for part in iso.groups()))
    if text in NAMED:
        return _one(today, {"today": 0, "yesterday": -1, "tomorrow": 1}[text])
    if text in WEEKDAYS:
        away = (WEEKDAYS.index(text) - today.weekday()) % 7
        return _one(today, away if ahead or not away else away - 7)
    if text in PERIODS:
        when, unit = text.split("-")
        return _calendar(today, {"this": 0, "last": -1, "next": 1}[when], unit)
    return None


def age(text: str) -> tuple[int, str] | None:
    """Return `30d` as (30, "d"), units d w m y; else None."""
    found = _AGE.fullmatch(text)
    return (int(found[1]), found[2].lower()) if found else None


def moved(day: dt.date, count: int, unit: str) -> dt.date | None:
    """Return the day `count` days, weeks, months or years from `day`; None where the calendar ends.

    Months and years keep the day of the month as far as the target month has it.
    """
    try:
        if unit in "dw":
            return day + dt.timedelta(days=count * (7 if unit == "w" else 1))
        months = day.year * 12 + day.month - 1 + count * (12 if unit == "y" else 1)
        year, month = divmod(months, 12)
        last = calendar.monthrange(year, month + 1)[1]
        return dt.date(year, month + 1, min(day.day, last))
    except (OverflowError, ValueError):
        return None


def unfinished(text: str) -> bool:
    """True for what may become a day with the next key: `20`, `2016-0`, `tom`, an age without its unit."""
    return not text or bool(_UNFINISHED.fullmatch(text)) or any(word.startswith(text.lower()) for word in WORDS)


def _one(today: dt.date, away: int) -> Days:
    day = moved(today, away, "d")
    return day, day


def _iso(year: int | None, month: int | None = None, day: int | None = None) -> Days | None:
    year = year or 0
    try:
        first = dt.date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    if day is not None:
        return first, first
    return first, dt.date(year, 12, 31) if month is None else first.replace(day=calendar.monthrange(year, month)[1])


def _calendar(today: dt.date, away: int, unit: str) -> Days:
    """Weeks begin on Monday (ISO 8601)."""
    starts = {"week": today - dt.timedelta(days=min(today.weekday(), today.toordinal() - 1))}
    starts |= {"month": today.replace(day=1), "year": today.replace(month=1, day=1)}
    first = moved(starts[unit], away, unit[0])
    after = moved(starts[unit], away + 1, unit[0])
    return first, after and moved(after, -1, "d")
