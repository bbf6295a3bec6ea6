"""The fields that a search can name: one table, read by the parser, the completer, the manual and the library."""

from __future__ import annotations

from readinglist.core import fields, status
from readinglist.core.field import Asked, Search, in_order
from readinglist.core.slips import nearest
from readinglist.i18n import mark

# What `has:` and `is:` ask. Kinds of status stand beside: `is:reading` also finds the custom statuses of that kind.
HAS: dict[str, str] = {
    "note": mark("has a note"),
    "pdf": mark("has a PDF"),
    "file": mark("has a PDF or another file"),
    "abstract": mark("has an abstract"),
    "doi": mark("has a DOI"),
    "arxiv": mark("has an arXiv id"),
    "url": mark("has a web address"),
    "due": mark("has a due date"),
    "tags": mark("has a tag"),
    "highlights": mark("has a highlight"),
    "rating": mark("is rated"),
    "priority": mark("has a priority"),
    "date": mark("has a date"),
    "venue": mark("has a venue"),
}
IS: dict[str, str] = {
    "unread": mark("not read or dropped yet"),
    "queued": mark("in Up next"),
    "overdue": mark("its due date has passed and it is unread"),
    "snoozed": mark("snoozed until a later day"),
    "trashed": mark("in the Trash"),
    "pending": mark("its details are still to come"),
    "changed": mark("it was retracted, corrected, published or came in a new version"),
    "retracted": mark("it was retracted"),
    "missing_file": mark("one of its files is not where it was"),
    "incomplete": mark("title, authors, year or abstract are missing"),
} | {kind: mark("its status is of this kind") for kind in status.KINDS}

_OF_PAPERS = in_order(
    fields.FIELDS,
    "authors", "title", "abstract", "note", "tags", "status", "priority", "rating", "year", "pages", "date", "added",
    "started", "finished", "due", "subject", "venue",
)  # fmt: skip
_TABLE = (
    *(field.search for field in _OF_PAPERS if field.search),
    Search(
        "text",
        Asked.TEXT,
        mark("Words of its PDFs"),
        ("text:attention", 'text:"scaled dot-product"'),
        aliases=("fulltext",),
    ),
    Search(
        "has",
        Asked.CHOICE,
        mark("What the paper has"),
        ("has:note", "has:pdf", "-has:abstract"),
        values=tuple(HAS),
    ),
    Search(
        "is",
        Asked.CHOICE,
        mark("What the paper is"),
        ("is:unread", "is:queued", "-is:read"),
        values=tuple(IS),
    ),
)

FIELDS: dict[str, Search] = {info.name: info for info in _TABLE}
_BY_NAME = {name: info for info in _TABLE for name in (info.name, *info.aliases)}

# Short forms of `has:` and `is:` values that people type.
SYNONYMS = {
    "has": {"tag": "tags", "highlight": "highlights", "files": "file", "notes": "note", "link": "url"},
    "is": {"toread": "to_read", "deleted": "trashed", "finished": "read", "new": "inbox"},
}


def field_named(name: str) -> Search | None:
    """Return the field of that name or alias, in any case, or None."""
    return _BY_NAME.get(name.lower())


def field_like(name: str) -> str | None:
    """Return the field that `name` is probably a slip of ("staus" -> "status"), or None.

    A slip is one wrong, missing, extra or swapped letter, two in names of six letters or more. Names that begin with a
    capital are words of a title rather than slips.
    """
    if len(name) < 3 or not name.isascii() or not name.isalpha() or not name.islower() or len(name) > 12:
        return None
    best, slips = nearest(name, _BY_NAME)
    allowed = 2 if min(len(name), len(best)) >= 6 else 1
    return _BY_NAME[best].name if len(best) >= 3 and slips <= allowed else None
