"""The fields that a search can name: one table, read by the parser, the completer, the manual and the library."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from readinglist.core import status
from readinglist.core.slips import nearest
from readinglist.i18n import mark


class Kind(Enum):
    """How the values of a field are read."""

    TEXT = "text"  # words and phrases
    NAME = "name"  # a tag: its name, or how it begins
    IDENTIFIER = "identifier"  # any part of it, brackets and commas included
    STATUS = "status"
    CHOICE = "choice"  # one of `values`
    NUMBER = "number"  # `lowest`..`highest`
    PAST = "past"  # a date; ages count back from today
    AHEAD = "ahead"  # a date; distances count on from today


class FieldInfo(NamedTuple):
    """One field: `doc` says in a line what it finds, `examples` are whole queries, `values` what can be chosen.

    `empty` is true where `none` and `any` are values too. `lowest` and `highest` bound a NUMBER.
    """

    name: str
    kind: Kind
    doc: str
    examples: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    empty: bool = False
    lowest: int = 0
    highest: int = 9999

    @property
    def listed(self) -> bool:
        """True where `a,b` means a or b. In running text and identifiers a comma is only a comma."""
        return self.kind not in (Kind.TEXT, Kind.IDENTIFIER) or self.name == "author"

    @property
    def ranged(self) -> bool:
        """True where `>=`, `<` and `..` mean something."""
        return self.kind in (Kind.NUMBER, Kind.PAST, Kind.AHEAD) or self.name == "priority"

    @property
    def dated(self) -> bool:
        """True for the fields whose values are days."""
        return self.kind in (Kind.PAST, Kind.AHEAD)


# What `has:` and `is:` ask. Kinds of status stand beside: `is:reading` also finds the custom statuses of that kind.
HAS: dict[str, str] = {
    "note": mark("has a note"),
    "pdf": mark("has a PDF or another file"),
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
} | {kind: mark("its status is of this kind") for kind in status.KINDS}

_TABLE = (
    FieldInfo(
        "author",
        Kind.TEXT,
        mark("Words of the authors' names"),
        ("author:hinton", 'author:"van den Oord"', "author:hinton,lecun"),
        ("authors", "by"),
    ),
    FieldInfo("title", Kind.TEXT, mark("Words of the title"), ("title:transformer", 'title:"world models"')),
    FieldInfo("abstract", Kind.TEXT, mark("Words of the abstract"), ('abstract:"sample efficiency"',), ("abs",)),
    FieldInfo("note", Kind.TEXT, mark("Words of your note"), ("note:reproduce",), ("notes",)),
    FieldInfo(
        "tag",
        Kind.NAME,
        mark("Tags that begin so; in quotes, exactly this tag"),
        ("tag:rl", 'tag:"journal club"', "tag:(vision OR speech)", "tag:none"),
        ("tags",),
        empty=True,
    ),
    FieldInfo(
        "status",
        Kind.STATUS,
        mark("Where the paper stands, your own statuses included"),
        ("status:reading,paused", "status:to-read", 'status:"To read"'),
        values=status.KINDS,
    ),
    FieldInfo(
        "priority",
        Kind.CHOICE,
        mark("High, medium, low or none"),
        ("priority:high", "priority:>=medium", "priority:none"),
        ("prio",),
        values=status.PRIORITIES,
        empty=True,
    ),
    FieldInfo(
        "rating",
        Kind.NUMBER,
        mark("Your stars, 0 to 5"),
        ("rating:5", "rating:>=4", "rating:none"),
        ("stars",),
        empty=True,
        highest=5,
    ),
    FieldInfo(
        "year",
        Kind.NUMBER,
        mark("The year of the paper"),
        ("year:2017", "year:2016..2020", "year:>=2020", "2016..2020"),
        empty=True,
        lowest=1,
    ),
    FieldInfo("pages", Kind.NUMBER, mark("How many pages it has"), ("pages:<12",), empty=True, highest=99_999),
    FieldInfo(
        "date",
        Kind.PAST,
        mark("When the paper came out"),
        ("date:2024-09", "date:<1y", "date:2023-01..2023-06"),
        ("published",),
        empty=True,
    ),
    FieldInfo(
        "added", Kind.PAST, mark("When it came into the library"), ("added:<30d", "added:today", "added:last-week")
    ),
    FieldInfo("started", Kind.PAST, mark("When you began to read it"), ("started:this-month",), empty=True),
    FieldInfo(
        "finished", Kind.PAST, mark("When you finished it"), ("finished:2025", "finished:<2w"), ("done",), empty=True
    ),
    FieldInfo(
        "due",
        Kind.AHEAD,
        mark("When it is due; `<=7d` is within a week, the overdue ones included"),
        ("due:<=7d", "due:today", "due:tomorrow", "due:this-week", "due:none"),
        ("deadline",),
        empty=True,
    ),
    FieldInfo("subject", Kind.IDENTIFIER, mark("The subject, such as an arXiv category"), ("subject:cs.LG",)),
    FieldInfo("venue", Kind.TEXT, mark("Words of the journal or conference"), ("venue:nature",), ("journal",)),
    FieldInfo("doi", Kind.IDENTIFIER, mark("Any part of the DOI"), ("doi:10.1038",)),
    FieldInfo("arxiv", Kind.IDENTIFIER, mark("Any part of the arXiv id"), ("arxiv:1706.03762",)),
    FieldInfo("key", Kind.IDENTIFIER, mark("Any part of the citation key"), ("key:vaswani2017",)),
    FieldInfo(
        "has",
        Kind.CHOICE,
        mark("What the paper has"),
        ("has:note", "has:pdf", "-has:abstract"),
        values=tuple(HAS),
    ),
    FieldInfo(
        "is",
        Kind.CHOICE,
        mark("What the paper is"),
        ("is:unread", "is:queued", "-is:read"),
        values=tuple(IS),
    ),
)

FIELDS: dict[str, FieldInfo] = {info.name: info for info in _TABLE}
_BY_NAME = {name: info for info in _TABLE for name in (info.name, *info.aliases)}

# Short forms of `has:` and `is:` values that people type.
SYNONYMS = {
    "has": {"tag": "tags", "highlight": "highlights", "file": "pdf", "files": "pdf", "notes": "note", "link": "url"},
    "is": {"toread": "to_read", "deleted": "trashed", "finished": "read", "new": "inbox"},
}


def field_named(name: str) -> FieldInfo | None:
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
