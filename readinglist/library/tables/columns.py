"""Rows to papers and drafts to columns; leaves running the statements to `library.papers`."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from operator import attrgetter
from typing import Any

from readinglist.core import dates, errors
from readinglist.core.paper import Draft, Paper, Person, author_line
from readinglist.core.status import PRIORITY_RANK, RANK_PRIORITY
from readinglist.core.text import clean, one_line, sort_key
from readinglist.core.titles import title_key
from readinglist.i18n import _

PAPER_COLUMNS = (
    "id", "uid", "type", "title", "authors", "authors_complete", "date", "venue", "subject", "organizations", "doi",
    "arxiv", "url", "key", "status", "priority", "rating", "due", "snoozed_until", "page", "pages", "added", "changed",
    "started", "finished", "trashed", "extra",
)  # fmt: skip

_LINE = ("title", "venue", "subject", "doi", "arxiv", "url", "key", "type")
_AS_IS = ("rating", "due", "snoozed_until", "page", "pages", "started", "finished", "added", "trashed")
EDITABLE = frozenset(
    {"title", "type", "authors", "authors_complete", "date", "venue", "subject", "organizations", "doi", "arxiv", "url",
     "key", "priority", "rating", "due", "snoozed_until", "page", "pages", "extra"}
)  # fmt: skip


_IN_DRAFT = tuple(sorted(EDITABLE | {"started", "finished", "added"}))
_OF_DRAFT = attrgetter(*_IN_DRAFT)


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


def columns(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns that hold these fields, derived ones (sort keys, year) included.

    Raises WrongUsage for a value that does not fit its field.
    """
    row: dict[str, Any] = {}
    for name, value in values.items():
        if name in _LINE:
            row[name] = _line(value) or None if value else None
        elif name in _AS_IS:
            row[name] = value
    if "title" in values:
        row["title"] = row["title"] or ""
        row["title_key"] = title_key(row["title"])
    if "type" in values:
        row["type"] = row["type"] or "article"
    if "authors" in values:
        people: list[Person] = list(values["authors"])
        row["authors"] = clean(_people(people))
        row["author_text"] = clean(author_line(people)) or None
        row["author_key"] = sort_key(people[0].sorting) if people else None
    if "authors_complete" in values:
        row["authors_complete"] = int(bool(values["authors_complete"]))
    if "date" in values:
        row["date"] = values["date"] or None
        year = (row["date"] or "")[:4]
        row["year"] = int(year) if year.isdigit() else None
    if "organizations" in values:
        row["organizations"] = clean(compact(list(values["organizations"])))
    if "extra" in values:
        row["extra"] = clean(compact(values["extra"]))
    if "priority" in values:
        row["priority"] = PRIORITY_RANK[values["priority"]] if values["priority"] else None
    return row


def check(values: Mapping[str, Any]) -> None:
    """Raise WrongUsage, in words, for a value that its field cannot hold."""
    for name in ("due", "snoozed_until"):
        value = values.get(name)
        if value and not (len(value) == 10 and dates.is_partial_date(value)):
            raise errors.WrongUsage(_("{value} is not a date.").format(value=value), do=_("Write 2026-12-01."))
    if values.get("date") and not dates.is_partial_date(values["date"]):
        raise errors.WrongUsage(
            _("{value} is not a date.").format(value=values["date"]), do=_("Write 2026, 2026-12 or 2026-12-01.")
        )
    if values.get("priority") and values["priority"] not in PRIORITY_RANK:
        raise errors.WrongUsage(
            _("{value} is not a priority.").format(value=values["priority"]), do=_("Known: high, medium, low, none.")
        )
    rating = values.get("rating")
    if rating is not None and not (isinstance(rating, int) and 0 <= rating <= 5):
        raise errors.WrongUsage(_("A rating is 0 to 5 stars."))
    for name in ("page", "pages"):
        value = values.get(name)
        if value is not None and not (isinstance(value, int) and 0 <= value < 10**9):
            raise errors.WrongUsage(_("{value} is not a number of pages.").format(value=value))


def draft_columns(draft: Draft) -> dict[str, Any]:
    """Return the paper columns of a draft.

    A value that its column cannot hold (a rating of 9, a due date that is none) is kept under `unfit` in `extra`: an
    import must neither stop for it nor lose it.
    """
    values = dict(zip(_IN_DRAFT, _OF_DRAFT(draft), strict=True))
    try:
        check(values)
    except errors.WrongUsage:
        unfit = {}
        for name, value in values.items():
            try:
                check({name: value})
            except errors.WrongUsage:
                unfit[name], values[name] = value, None
        values["extra"] = {**draft.extra, "unfit": unfit}
    return columns(values)


def paper(row: sqlite3.Row | tuple[Any, ...]) -> Paper:
    """Return the paper of a row of PAPER_COLUMNS, without what other tables hold."""
    v = dict(zip(PAPER_COLUMNS, row, strict=True))
    return Paper(
        id=v["id"],
        uid=v["uid"],
        type=v["type"],
        title=v["title"],
        authors=[Person.from_json(person) for person in json.loads(v["authors"])],
        authors_complete=bool(v["authors_complete"]),
        date=v["date"],
        venue=v["venue"],
        subject=v["subject"],
        organizations=json.loads(v["organizations"]),
        doi=v["doi"],
        arxiv=v["arxiv"],
        url=v["url"],
        key=v["key"],
        status=v["status"],
        priority=RANK_PRIORITY.get(v["priority"]),
        rating=v["rating"],
        due=v["due"],
        snoozed_until=v["snoozed_until"],
        page=v["page"],
        pages=v["pages"],
        added=v["added"],
        changed=v["changed"],
        started=v["started"],
        finished=v["finished"],
        trashed=v["trashed"],
        extra=json.loads(v["extra"]),
    )
