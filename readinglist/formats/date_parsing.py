"""Free dates, as people and programs write them in several languages, as partial ISO dates."""

from __future__ import annotations

import re

from readinglist.core.dates import MONTHS, month_number, partial_date

_ISO = re.compile(r"(\d{4})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{1,2}))?(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{4})(?!\d)")
_YEAR = re.compile(r"(?<!\d)(1\d{3}|2[01]\d{2})(?!\d)")
_COMPACT = re.compile(r"(1[5-9]\d{2}|20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])")
_LONGEST_DATE = 200  # what is longer is no date
_WORD = re.compile(r"[^\W\d_]{3,}\.?")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d)")
# Months in the languages that exports of reference managers mostly come in, by what their names begin with.
_FOREIGN_MONTHS = (
    ("janv", "ene", "gen", "jän"),
    ("fév", "fev", "feb"),
    ("mär", "mars", "mrt", "maa", "mar"),
    ("avr", "abr", "apr"),
    ("mai", "mei", "may", "mag"),
    ("juin", "jun", "giu"),
    ("juil", "jul", "lug"),
    ("aoû", "aou", "ago", "aug"),
    ("sep", "set"),
    ("okt", "oct", "out", "ott"),
    ("nov",),
    ("dez", "dic", "déc", "dec"),
)


def read_date(text: str) -> str | None:
    """Return the partial ISO date that a free date means, or None.

    `2010/05/12/spring`, `2010-5`, `May 12, 2010`, `12 mai 2010`, `12.05.2010`, `20100512`, `c2010`, `2009-2010` (its
    first year). Of `3/4/2010` only the year is certain; `13/4/2010` and `4/13/2010` say themselves which is the month.
    """
    text = text.strip()[:_LONGEST_DATE].strip()
    if found := _COMPACT.fullmatch(text):
        return partial_date(int(found[1]), int(found[2]), int(found[3]))
    if found := _ISO.search(text):
        return partial_date(int(found[1]), int(found[2]), int(found[3]) if found[3] else None)
    if found := _DAY_FIRST.search(text):
        return _numbers(int(found[1]), int(found[2]), int(found[3]), dotted="." in found[0])
    if found := _MONTH_FIRST.fullmatch(text):
        return partial_date(int(found[2]), int(found[1]))
    return _words(text)


def _numbers(first: int, second: int, year: int, dotted: bool) -> str | None:
    if dotted or first > 12 or first == second:
        return partial_date(year, second, first)
    return partial_date(year, first, second) if second > 12 else partial_date(year)


def _words(text: str) -> str | None:
    year = _YEAR.search(text)
    if not year:
        return partial_date(int(text)) if re.fullmatch(r"\d{4}", text) else None
    rest = text[: year.start()] + " " + text[year.end() :]
    month = next((number for word in _WORD.findall(rest) if (number := month_of(word))), None)
    day = _DAY.search(rest) if month else None
    return partial_date(int(year[1]), month, int(day[1]) if day else None)


def month_of(word: str) -> int | None:
    """Return 1..12 for a month's name in one of several languages or its number, else None."""
    if (number := month_number(word)) and word.strip(".").lower()[:3] in (*MONTHS, word.strip(".")):
        return number
    word = word.lower()
    if not 3 <= len(word) <= 10:
        return None
    return next((n for n, starts in enumerate(_FOREIGN_MONTHS, 1) if word.startswith(starts)), None)
