"""The first line of a listing's block: a subject code and a date run together, such as `LGSep 2, 2024`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from readinglist.core.dates import month_number, partial_date
from readinglist.formats.listing.subjects import category, is_known

_MONTH = (
    r"(?P<{0}>(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?"
    r"|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\.?"
)
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>\d{{4}})"
_DATE = "|".join(
    (
        rf"{_MONTH.format('m1')}\s*{_DAY.format('d1')}(?:\s*,\s*|\s+){_YEAR.format('y1')}",
        rf"{_DAY.format('d2')}\.?\s*{_MONTH.format('m2')},?\s*{_YEAR.format('y2')}",
        rf"{_MONTH.format('m3')},?\s*{_YEAR.format('y3')}",
        rf"{_YEAR.format('y4')}[-/.](?P<m4>\d{{2}})(?:[-/.](?P<d4>\d{{2}}))?",
        r"(?P<y5>(?:19|20)\d{2})",
    )
)
_CODE = r"[A-Za-z][A-Za-z-]*?(?:\.[A-Za-z][A-Za-z-]*?)??"
_HEAD = re.compile(rf"(?P<code>{_CODE})??\s*[·•|:,;–-]?\s*(?:{_DATE})")
_BARE = re.compile(r"[A-Z]{2}|[a-z][a-z-]+(?:\.[A-Za-z-]{2,})?")
# What was meant as a head: a code that we know, and after it something of a date.
_MEANT = re.compile(
    rf"(?P<code>{_CODE})\s*(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\d))(?P<date>[\w.,/ -]{{1,24}})"
)
_CODE_SHAPE = re.compile(r"[A-Z]{2}|[A-Za-z-]+\.[A-Za-z-]+")
_LONGEST = 48


@dataclass(frozen=True, slots=True)
class Head:
    """A block's first line as read: `subject` (a full category where the code names one) and a partial ISO `date`.

    `bad_date`: there is something of a date that is none; `no_date`: there is nothing but a known category.
    """

    subject: str | None = None
    date: str | None = None
    bad_date: bool = False
    no_date: bool = False


def parse_head(line: str) -> Head | None:
    """Return what a line (trimmed, single spaces) says as a head, or None when it is none.

    A head is at most 48 characters: an optional code, then a date with the month in English (`Sep 2, 2024`,
    `2 September 2024`, `Sep 2024`) or in ISO form, and nothing else.
    """
    if not line or len(line) > _LONGEST:
        return None
    found = _HEAD.fullmatch(line)
    if found and (head := _from_match(found)):
        return head
    if _BARE.fullmatch(line) and is_known(line):
        return Head(subject=category(line), no_date=True)
    meant = _MEANT.fullmatch(line)
    if meant and is_known(meant["code"]):
        return Head(subject=category(meant["code"]), bad_date=True)
    return None


def _from_match(found: re.Match[str]) -> Head | None:
    """Return the head of a matched line; None where a bare year or date stands without a known code before it."""
    code, parts = found["code"] or "", found.groupdict()
    kind = next(number for number in "12345" if parts[f"y{number}"])
    year, month, day = parts[f"y{kind}"], parts.get(f"m{kind}"), parts.get(f"d{kind}")
    if not _may_head(code, bare_year=kind == "5", whole=bool(month and day)):
        return None
    subject = category(code) if code else None
    date = partial_date(int(year), month_number(month) if month else None, int(day) if day else None)
    if date is None or date.count("-") != bool(month) + bool(day):
        return Head(subject=subject, bad_date=True)
    return Head(subject=subject, date=date)


def _may_head(code: str, *, bare_year: bool, whole: bool) -> bool:
    """True where a line with this code and a bare year, a month or a `whole` date is a head."""
    if not code:
        return whole
    return is_known(code) or (not bare_year and _CODE_SHAPE.fullmatch(code) is not None)
