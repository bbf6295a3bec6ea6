"""Dates of BibTeX records: `date`, `year`, `month` and `day` as people write them; of a range the first counts."""

from __future__ import annotations

import re

from readinglist.core.dates import month_number, partial_date
from readinglist.core.tex.decode import decode

_ISO = re.compile(r"[^\d]*?(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)")
_WORD = re.compile(r"[^\W\d_]{3,}")
_DAY = re.compile(r"(?<![\d/.-])(\d{1,2})(?:st|nd|rd|th)?(?![\d/.])")
_NOT_PRINTED = re.compile(r"\\(?:noopsort|noop|switchargs?)\b")
# Month names that BibTeX files hold beside the English ones, by their first letters.
_FOREIGN = {
    "mär": 3, "mrz": 3, "mai": 5, "maj": 5, "mag": 5, "okt": 10, "ott": 10, "dez": 12, "déc": 12, "dic": 12, "ene": 1,
    "gen": 1, "fév": 2, "fev": 2, "avr": 4, "abr": 4, "juin": 6, "jui": 7, "giu": 6, "lug": 7, "aoû": 8, "ago": 8,
    "set": 9, "out": 10, "janv": 1,
}  # fmt: skip


def read_date(rest: dict[str, str]) -> str | None:
    """Take the date out of the fields and return it as a partial ISO date, or None where there is no year.

    A field whose words say more than the date holds ("in press", "2003/2004", a season) stays in `rest`.
    """
    raw = rest.get("date")
    if raw:
        date = _from_date(raw)
        if date:
            if date == raw:
                del rest["date"]
            if rest.get("year", "").strip() == date[:4]:
                del rest["year"]
            return date
    raw = rest.get("year")
    if raw is None:
        return None
    if len(raw) == 4 and raw.isdecimal() and raw.isascii():
        year: int | None = int(raw)
        month_in_year = None
    else:
        date = _from_date(raw)
        if date is None:
            return None
        year, month_in_year = int(date[:4]), date if len(date) > 4 else None
    if month_in_year:
        return month_in_year
    month, day, whole = _month(rest) if "month" in rest else (None, None, True)
    found = partial_date(year, month, day)
    if found is not None:
        if len(raw) == 4:
            del rest["year"]
        if month is not None and whole:
            del rest["month"]
            if day is not None:
                rest.pop("day", None)
    return found


def _month(rest: dict[str, str]) -> tuple[int | None, int | None, bool]:
    """Return month, day and whether that is all that the month's field says."""
    raw = rest["month"]
    month = month_number(raw)
    if month is not None:
        day = rest.get("day", "").strip()
        return month, int(day) if day.isdecimal() and len(day) <= 2 else None, True
    text = decode(raw)
    month = _named_month(text)
    found = _DAY.search(text)
    if month is None:
        number = text.strip()
        return (int(number) if number.isdecimal() and len(number) <= 2 else None), None, False
    if "/" in text or "-" in text or "–" in text:
        return month, int(found[1]) if found else None, False
    return month, int(found[1]) if found else None, found is None


def _named_month(text: str) -> int | None:
    """Return the number of the first month that `text` names."""
    for word in _WORD.findall(text):
        low = word.lower()
        number = _FOREIGN.get(low[:4]) or _FOREIGN.get(low[:3]) or month_number(low)
        if number:
            return number
    return None


def _from_date(raw: str) -> str | None:
    """Read one date out of a field: ISO and its ranges, `12 Nov 2003`, `11/12/2003`, `c1998`, `[2001]`, `2003-07`."""
    text = decode(raw) if not raw[:4].isdecimal() or "\\" in raw or "{" in raw else raw
    if _NOT_PRINTED.search(raw):
        text = decode(raw)
    text = text.strip()
    text = text.removeprefix("/")  # an open range: its end is all that is known
    if text[:1] == "-":  # before the common era
        return None
    found = _ISO.match(text)
    if found and (found[2] or text[:4].isdecimal()):
        named = _named_month(text) if not found[2] else None
        month = int(found[2]) if found[2] else named
        if month is not None and month > 12:  # a season (21 spring ... 24 winter) or the end of a span of years
            month = None
        return partial_date(int(found[1]), month, int(found[3]) if found[3] else None)
    numeric = _DAY_FIRST.search(text)
    if numeric:
        first, second, year = int(numeric[1]), int(numeric[2]), int(numeric[3])
        # Which of the two is the day shows only where one is above twelve; else the month is in doubt.
        if first > 12 >= second:
            return partial_date(year, second, first)
        if second > 12 >= first:
            return partial_date(year, first, second)
        return partial_date(year)
    year_found = _YEAR.search(text)
    if not year_found:
        return None
    month = _named_month(text)
    day = _DAY.search(text) if month else None
    return partial_date(int(year_found[1]), month, int(day[1]) if day else None)
