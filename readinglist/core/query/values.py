"""What a field's value means: `reading,paused`, `>=4`, `<30d`, `2016..2020`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from readinglist.core import status
from readinglist.core.field import Asked, Search
from readinglist.core.query import days as query_dates
from readinglist.core.query.lexer import Value
from readinglist.core.query.search_fields import SYNONYMS
from readinglist.core.query.tree import Field, Node, QueryProblem, Range, disjunction
from readinglist.core.slips import nearest
from readinglist.core.text import fold, one_line
from readinglist.i18n import _

_COMPARED = re.compile(r"([<>]=?|=)?(.*)", re.DOTALL)
_RANGE = re.compile(r"(.*?)\.\.(.*)", re.DOTALL)
_DIGITS = re.compile(r"\d{1,9}", re.ASCII)
_FREE_RANGE = re.compile(r"(\d{4})?\.\.(\d{4})?", re.ASCII)


_Days = query_dates.Days | None
_End = TypeVar("_End", int, query_dates.Days)


class Reader:
    """What reading the values of one query needs and finds.

    `end` is where the query ends: what stands there may still be being typed. `problem` is the first one found.
    """

    def __init__(self, today: dt.date, end: int) -> None:
        self.today = today
        self.end = end
        self.incomplete = False
        self.problem: QueryProblem | None = None

    def wrong(self, message: str, start: int, end: int, suggestion: str | None = None) -> None:
        """Note what is wrong with [start, end), unless something before it already is."""
        if self.problem is None:
            self.problem = QueryProblem(message, start, end, suggestion)


class _WrongError(Exception):
    """A value that does not fit; never leaves this module."""

    def __init__(self, message: str, suggestion: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.suggestion = suggestion


class _UnfinishedError(Exception):
    """A value that may fit with the next key; never leaves this module."""


def free_range(value: Value) -> Node | None:
    """Return a bare `2016..2020`, `2016..` or `..2020` as a range of years, else None."""
    found = None if value.quoted else _FREE_RANGE.fullmatch(value.raw)
    if not found or not any(found.groups()):
        return None
    low, high = (int(part) if part else None for part in found.groups())
    return _range("year", low, high, value)


def read_value(info: Search, value: Value, reader: Reader) -> Node | None:
    """Return what one value of a field asks for; None where it is unfinished or wrong, as `reader` then knows."""
    try:
        return _read(info, value, reader)
    except _UnfinishedError:
        reader.incomplete = True
    except _WrongError as wrong:
        reader.wrong(wrong.message, value.start, value.end, wrong.suggestion)
    return None


def _read(info: Search, value: Value, reader: Reader) -> Node | None:
    text = one_line(value.text)
    reader.incomplete |= not value.closed
    if not text:
        return None
    if not value.quoted and info.empty and value.raw.lower() in ("none", "any"):
        return Field(info.name, "none" if value.raw.lower() == "none" else "any", "", value.start, value.end)
    typing = value.end == reader.end and not (value.quoted and value.closed)
    match info.kind:
        case Asked.CHOICE if info.name == "priority":
            return _priority(info, text, value, typing)
        case Asked.CHOICE:
            return Field(info.name, "=", _choice(info, text, typing), value.start, value.end)
        case Asked.STATUS:
            return _status(text, value)
        case Asked.NUMBER:
            return _number(info, text, value, typing, reader)
        case Asked.PAST | Asked.AHEAD:
            return _date(info, text, value, typing, reader)
        case Asked.TEXT if not any(c.isalnum() for c in fold(text)):
            return None  # only punctuation: nothing an index could hold
    return Field(info.name, "phrase" if value.quoted and value.closed else "prefix", text, value.start, value.end)


def _status(text: str, value: Value) -> Node:
    """Built-in statuses by id or label; other text goes through for the library, which knows the custom ones."""
    wanted = _plain(text)
    for known in status.BUILT_IN:
        if wanted in (_plain(known.id), _plain(known.label)):
            return Field("status", "=", known.id, value.start, value.end)
    return Field("status", "=" if value.quoted and value.closed else "prefix", text, value.start, value.end)


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", "_", fold(name).strip())


def _choice(info: Search, text: str, typing: bool) -> str:
    """Return the one of the field's values that `text` names or alone begins."""
    wanted = _plain(text)
    wanted = SYNONYMS.get(info.name, {}).get(wanted, wanted)
    if wanted in info.values:
        return wanted
    begun = [name for name in info.values if name.startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    if begun and typing:
        raise _UnfinishedError
    near, slips = (begun[0], 0) if begun else nearest(wanted[:40], info.values)
    choices = ", ".join(name.replace("_", "-") for name in info.values)
    message = _("“{name}:” knows {choices}; “{value}” is none of them.")
    message = message.format(name=info.name, choices=choices, value=_short(text))
    raise _WrongError(message, near.replace("_", "-") if slips <= (2 if len(near) > 4 else 1) else None)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def _priority(info: Search, text: str, value: Value, typing: bool) -> Node | None:
    """Priorities compare by meaning: `>=medium` is medium or high. None stands below low and is not compared."""
    found = _COMPARED.fullmatch(text)
    assert found is not None  # both parts may be empty
    sign, name = found[1] or "=", found[2].strip()
    if not name:
        raise _UnfinishedError
    rank = status.PRIORITY_RANK
    at = rank[_choice(info, name, typing)]
    tests = {"=": at.__eq__, ">": at.__lt__, ">=": at.__le__, "<": at.__gt__, "<=": at.__ge__}
    names = [name for name in status.PRIORITIES if tests[sign](rank[name])]
    if not names:
        message = _("No priority is above high.") if sign == ">" else _("Use priority:none for papers without one.")
        raise _WrongError(message, None if sign == ">" else "none")
    return disjunction([Field("priority", "=", name, value.start, value.end) for name in names])


def _ends(found: re.Match[str], read: Callable[[str], _End | None], reader: Reader) -> tuple[_End | None, _End | None]:
    """Return what stands on the two sides of `..`; in `2016..20` what is known already counts."""
    low = read(found[1])
    try:
        high = read(found[2])
    except _UnfinishedError:
        if low is None:
            raise
        high, reader.incomplete = None, True
    if low is None and high is None:
        raise _UnfinishedError
    return low, high


def _number(info: Search, text: str, value: Value, typing: bool, reader: Reader) -> Node | None:
    read = partial(_integer, info, typing=typing)
    ends = _RANGE.fullmatch(text)
    if ends:
        return _range(info.name, *_ends(ends, read, reader), value)
    found = _COMPARED.fullmatch(text)
    assert found is not None  # both parts may be empty
    number = read(found[2])
    if number is None:
        raise _UnfinishedError
    low, high = {
        "<": (None, number - 1),
        "<=": (None, number),
        ">": (number + 1, None),
        ">=": (number, None),
    }.get(found[1], (number, number))
    if (low is not None and low > info.highest) or (high is not None and high < info.lowest):
        raise _out_of_bounds(info)
    return _range(info.name, low, high, value)


def _integer(info: Search, text: str, *, typing: bool) -> int | None:
    text = text.strip()
    if not text:
        return None
    if info.name == "year" and typing and _DIGITS.fullmatch(text) and len(text) < 4:
        raise _UnfinishedError
    if not _DIGITS.fullmatch(text):
        message = _("“{name}:” takes a number, such as {example}; “{value}” is none.")
        raise _WrongError(message.format(name=info.name, example=info.examples[0], value=_short(text)))
    number = int(text)
    if not info.lowest <= number <= info.highest:
        raise _out_of_bounds(info)
    return number


def _out_of_bounds(info: Search) -> _WrongError:
    message = _("“{name}:” goes from {low} to {high}.")
    return _WrongError(message.format(name=info.name, low=info.lowest, high=info.highest))


def _date(info: Search, text: str, value: Value, typing: bool, reader: Reader) -> Node | None:
    ends = _RANGE.fullmatch(text)
    if ends:
        read = partial(_days_or_none, info, today=reader.today, typing=typing)
        first, last = _in_order(*_ends(ends, read, reader))
        return _range(info.name, _iso(first and first[0]), _iso(last and last[1]), value)
    found = _COMPARED.fullmatch(text)
    assert found is not None  # both parts may be empty
    sign, name = found[1] or "", found[2].strip()
    if query_dates.age(name):
        low, high = _by_age(info, sign, name, reader.today)
    else:
        low, high = _by_period(sign, _days(info, name, reader.today, typing))
    return _range(info.name, _iso(low), _iso(high), value)


def _in_order(first: _Days, last: _Days) -> tuple[_Days, _Days]:
    if first and last and first[0] and last[1] and first[0] > last[1]:
        return last, first
    return first, last


def _by_age(info: Search, sign: str, text: str, today: dt.date) -> query_dates.Days:
    """Ages count back from today, those to a due date count on; a bare `30d` is within that time."""
    count, unit = query_dates.age(text) or (0, "d")
    ahead = info.kind is Asked.AHEAD
    onward, end = (1, dt.date.max) if ahead else (-1, dt.date.min)
    # Before or after all time nearer is everything, farther is nothing.
    edge = query_dates.moved(today, onward * count, unit) or end
    if sign in (">", ">="):
        far = edge if sign == ">=" else query_dates.moved(edge, onward, "d") or edge
        return (far, None) if ahead else (None, far)
    near = query_dates.moved(edge, -onward, "d") if sign == "<" else edge
    return (None, near) if ahead else (near, None)


def _by_period(sign: str, days: query_dates.Days) -> query_dates.Days:
    first, last = days
    if sign == "<":
        return None, first and (query_dates.moved(first, -1, "d") or first)
    if sign == ">":
        return last and (query_dates.moved(last, 1, "d") or last), None
    return {"<=": (None, last), ">=": (first, None)}.get(sign, days)


def _days_or_none(info: Search, text: str, today: dt.date, typing: bool) -> _Days:
    return _days(info, text.strip(), today, typing) if text.strip() else None


def _days(info: Search, text: str, today: dt.date, typing: bool) -> query_dates.Days:
    ahead = info.kind is Asked.AHEAD
    aged = query_dates.age(text)
    if aged:
        day = query_dates.moved(today, aged[0] if ahead else -aged[0], aged[1])
        return day, day
    days = query_dates.period(text, today, ahead)
    if days:
        return days
    if not text or (typing and query_dates.unfinished(text)):
        raise _UnfinishedError
    near, slips = nearest(text.lower()[:20], query_dates.WORDS)
    message = _("“{value}” is no date. Write 2026-03-09, 2026-03, 2026, today, this-week or an age such as <30d.")
    message = message.format(value=_short(text))
    raise _WrongError(message, near if slips <= 2 else None)


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _range(name: str, low: int | str | None, high: int | str | None, value: Value) -> Node | None:
    """Return a range; ends that were typed the wrong way round are swapped, no ends at all are no condition."""
    if low is None and high is None:
        return None
    if isinstance(low, int) and isinstance(high, int) and low > high:
        low, high = high, low
    return Range(name, low, high, value.start, value.end)
