"""Rows of the table of papers to papers, and drafts to columns, as the table of fields says."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

from readinglist.core import dates, errors
from readinglist.core.field import Field, Kind, Stored
from readinglist.core.fields import FIELDS
from readinglist.core.paper import Draft, Paper, Person, author_line
from readinglist.core.status import PRIORITY_RANK, RANK_PRIORITY
from readinglist.core.text import clean, one_line, sort_key
from readinglist.core.titles import title_key
from readinglist.i18n import _

_STORED = tuple(field for field in FIELDS if field.stored == Stored.COLUMN)
PAPER_COLUMNS = tuple(field.name for field in _STORED)
EDITABLE = frozenset(field.name for field in _STORED if field.editable and field.kind != Kind.STATUS)
_IN_DRAFT = tuple(sorted(EDITABLE | {"started", "finished", "added"}))
_OF_DRAFT = attrgetter(*_IN_DRAFT)
_MOST = 10**9 - 1  # of a number without a limit of its own

_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_QUOTE = json.encoder.encode_basestring


def compact(value: Any) -> str:
    """Return JSON as the library stores it: no spaces, characters as they are."""
    return _ENCODE(value) if value or not isinstance(value, list | dict) else "[]" if isinstance(value, list) else "{}"


def _line(text: str) -> str:
    """Return `one_line(clean(text))`; nearly every title and name is as it should be."""
    if text.isascii() and text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text
    return one_line(clean(text))


def _people(people: list[Person]) -> str:
    """Return names as JSON, as `compact` would write it: without building what it is written from."""
    return f"[{','.join(map(_person, people))}]"


def _person(person: Person) -> str:
    if person.literal or person.particle or person.dropping_particle or person.suffix:
        return compact(person.as_json())
    return f'{{"family":{_QUOTE(person.family)},"given":{_QUOTE(person.given)}}}'


def _rank(priority: str) -> int | None:
    return PRIORITY_RANK[priority] if priority else None


# From values (never None) to what columns hold, and back, by kind; values of other kinds stay as they are.
_WRITE_KIND: dict[str, Callable[[Any], Any]] = {
    Kind.TEXT: lambda text: _line(text) or None if text else None,
    Kind.DATE: lambda date: date or None,
    Kind.PEOPLE: lambda people: clean(_people(people)),
    Kind.TEXTS: lambda texts: clean(compact(list(texts))),
    Kind.FLAG: lambda flag: int(bool(flag)),
}
_READ_KIND: dict[str, Callable[[Any], Any]] = {
    Kind.PEOPLE: lambda text: [Person.from_json(person) for person in json.loads(text)],
    Kind.TEXTS: json.loads,
    Kind.FLAG: bool,
}
_WRITE = {field.name: _WRITE_KIND.get(field.kind) for field in _STORED if field.name in (*_IN_DRAFT, "trashed")}
_WRITE["priority"] = _rank
_READ = {field.name: _READ_KIND[field.kind] for field in _STORED if field.kind in _READ_KIND}
_READ["priority"] = RANK_PRIORITY.get


def columns(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns that hold these fields, derived ones (sort keys, year) included.

    Raises WrongUsage for a value that does not fit its field.
    """
    row: dict[str, Any] = {}
    for name, value in values.items():
        if name in _WRITE:
            write = _WRITE[name]
            row[name] = write(value) if write and value is not None else value
    if "title" in row:
        row["title"] = row["title"] or ""
        row["title_key"] = title_key(row["title"])
    if "type" in row:
        row["type"] = row["type"] or "article"
    if "authors" in row:
        people: list[Person] = list(values["authors"])
        row["author_text"] = clean(author_line(people)) or None
        row["author_key"] = sort_key(people[0].sorting) if people else None
    if "date" in row:
        year = (row["date"] or "")[:4]
        row["year"] = int(year) if year.isdigit() else None
    return row


def _check_date(field: Field, value: Any) -> None:
    day = field.kind == Kind.DAY
    if value and not (dates.is_partial_date(value) and (len(value) == 10 or not day)):
        shown = _("Write 2026-12-01.") if day else _("Write 2026, 2026-12 or 2026-12-01.")
        raise errors.WrongUsage(_("{value} is not a date.").format(value=value), do=shown)


def _check_choice(field: Field, value: Any) -> None:
    if value and value not in field.choices:
        raise errors.WrongUsage(
            _("{value} is not a {field}.").format(value=value, field=_(field.label).lower()),
            do=_("Known: {known}.").format(known=", ".join((*field.choices, "none"))),
        )


def _check_number(field: Field, value: Any) -> None:
    most = _MOST if field.highest is None else field.highest
    if not (isinstance(value, int) and 0 <= value <= most):
        if field.name == "rating":
            raise errors.WrongUsage(_("A rating is 0 to 5 stars."))
        raise errors.WrongUsage(_("{value} is not a number of pages.").format(value=value))


_CHECKS = {Kind.DAY: _check_date, Kind.DATE: _check_date, Kind.CHOICE: _check_choice, Kind.NUMBER: _check_number}
_CHECKED = tuple((field, _CHECKS[field.kind]) for field in _STORED if field.editable and field.kind in _CHECKS)


def check(values: Mapping[str, Any]) -> None:
    """Raise WrongUsage, in words, for a value that its field cannot hold."""
    for field, fits in _CHECKED:
        value = values.get(field.name)
        if value is not None:
            fits(field, value)


def draft_columns(draft: Draft) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the paper columns of a draft, and its `extra`.

    A value that its column cannot hold (a rating of 9, a due date that is none) is kept under `unfit` in `extra`: an
    import must neither stop for it nor lose it.
    """
    values, extra = dict(zip(_IN_DRAFT, _OF_DRAFT(draft), strict=True)), draft.extra
    try:
        check(values)
    except errors.WrongUsage:
        unfit = {}
        for name, value in values.items():
            try:
                check({name: value})
            except errors.WrongUsage:
                unfit[name], values[name] = value, None
        extra = {**extra, "unfit": unfit}
    return columns(values), extra


def paper(row: sqlite3.Row | tuple[Any, ...]) -> Paper:
    """Return the paper of a row of PAPER_COLUMNS, without what other tables hold."""
    values: dict[str, Any] = dict(zip(PAPER_COLUMNS, row, strict=True))
    for name, read in _READ.items():
        values[name] = read(values[name])
    return Paper(**values)
