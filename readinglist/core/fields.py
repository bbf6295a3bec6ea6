"""The table of columns: what each is called, how it sorts, whether it shows at first; leaves SQL to the library."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from readinglist.core import errors
from readinglist.i18n import _, mark


class Field(NamedTuple):
    """A column of the table. `width` in pixels at normal text size; `falls` when a first click sorts downwards."""

    id: str
    label: str
    width: int
    shown: bool = False
    falls: bool = False
    numeric: bool = False
    sortable: bool = True


FIELDS: tuple[Field, ...] = (
    Field("status", mark("Status"), 40, shown=True),
    Field("title", mark("Title"), 276, shown=True),
    Field("authors", mark("Authors"), 168, shown=True),
    Field("date", mark("Date"), 96, shown=True, falls=True),
    Field("subject", mark("Subject"), 64, shown=True),
    Field("tags", mark("Tags"), 144, shown=True),
    Field("priority", mark("Priority"), 44, shown=True, falls=True),
    Field("year", mark("Year"), 56, falls=True, numeric=True),
    Field("venue", mark("Venue"), 160),
    Field("rating", mark("Rating"), 84, falls=True),
    Field("due", mark("Due"), 96),
    Field("added", mark("Added"), 96, falls=True),
    Field("started", mark("Started"), 96, falls=True),
    Field("finished", mark("Finished"), 96, falls=True),
    Field("progress", mark("Progress"), 84, falls=True),
    Field("pages", mark("Pages"), 60, numeric=True),
    Field("doi", mark("DOI"), 160),
    Field("key", mark("Citation key"), 160),
)
BY_ID = {field.id: field for field in FIELDS}
# Orders that are no column of the table.
HIDDEN_SORTS = ("queue", "trashed", "changed", "id", "relevance")


class SortKey(NamedTuple):
    """One key of an order: a field's id, downwards or not."""

    field: str
    falling: bool = False

    def __str__(self) -> str:
        return f"-{self.field}" if self.falling else self.field


Sort = tuple[SortKey, ...]


def parse_sort(text: str) -> Sort:
    """Read `-date,title`. Raises WrongUsage, naming the fields, for an unknown one."""
    keys: list[SortKey] = []
    for part in (piece.strip() for piece in text.split(",")):
        if not part:
            continue
        name = part.lstrip("+-")
        if name not in BY_ID and name not in HIDDEN_SORTS:
            known = ", ".join([field.id for field in FIELDS if field.sortable])
            raise errors.WrongUsage(
                _("Papers cannot be sorted by {name}.").format(name=name), do=_("Known: {known}.").format(known=known)
            )
        keys.append(SortKey(name, part.startswith("-")))
    return tuple(keys)


def sort_text(sort: Iterable[SortKey]) -> str:
    """Return the order as `parse_sort` reads it."""
    return ",".join(str(key) for key in sort)
