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
_NO_TEX = re.compile(r"\d{4}[^\\{]*$")
_RANGE = re.compile(r"[/\-–]")
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
    return (_whole_date(rest) if "date" in rest else None) or (_by_year(rest) if "year" in rest else None)


def _whole_date(rest: dict[str, str]) -> str | None:
    raw = rest["date"]
    date = _from_date(raw)
    if date is None:
        return None
    if date == raw:
        del rest["date"]
    if rest.get("year", "").strip() == date[:4]:
        del rest["year"]
    return date


def _by_year(rest: dict[str, str]) -> str | None:
    raw = rest["year"]
    date = raw if len(raw) == 4 and raw.isdecimal() and raw.isascii() else _from_date(raw)
    if date is None or len(date) > 4:
        return date
    month, day, used = _month(rest) if "month" in rest else (None, None, ())
    found = partial_date(int(date), month, day)
    if found is not None:
        for name in (*used, "year") if len(raw) == 4 else used:
            del rest[name]
    return found


def _month(rest: dict[str, str]) -> tuple[int | None, int | None, tuple[str, ...]]:
    """Return month, day and the fields that say nothing else."""
    raw = rest["month"]
    month = month_number(raw)
    if month is not None:
        day = _small_number(rest.get("day", "").strip())
        return month, day, ("month",) if day is None else ("month", "day")
    text = decode(raw)
    month = _named_month(text)
    if month is None:
        return _small_number(text.strip()), None, ()
    found = _DAY.search(text)
    return month, int(found[1]) if found else None, () if found or _RANGE.search(text) else ("month",)


def _small_number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) <= 2 else None


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
    text = raw if _NO_TEX.match(raw) else decode(raw)
    text = text.strip().removeprefix("/")  # an open range: its end is all that is known
    if text[:1] == "-":  # before the common era
        return None
    found = _ISO.match(text)
    if found and (found[2] or text[:4].isdecimal()):
        return _iso(found, text)
    if numeric := _DAY_FIRST.search(text):
        return _numeric(int(numeric[1]), int(numeric[2]), int(numeric[3]))
    year = _YEAR.search(text)
    if not year:
        return None
    month = _named_month(text)
    day = _DAY.search(text) if month else None
    return partial_date(int(year[1]), month, int(day[1]) if day else None)


def _iso(found: re.Match[str], text: str) -> str | None:
    month = int(found[2]) if found[2] else _named_month(text)
    if month is not None and month > 12:  # a season (21 spring ... 24 winter) or the end of a span of years
        month = None
    return partial_date(int(found[1]), month, int(found[3]) if found[3] else None)


def _numeric(first: int, second: int, year: int) -> str | None:
    """Which of the two is the day shows only where one is above twelve; else the month is in doubt."""
    if first > 12 >= second:
        return partial_date(year, second, first)
    return partial_date(year, first, second) if second > 12 >= first else partial_date(year)
