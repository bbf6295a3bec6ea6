"""What a line of the table shows of a paper and of its tags, and what many papers have in common.

Without `from __future__ import annotations`: a tuple of many fields is made in half the time, at every start."""

from collections.abc import Mapping
from typing import NamedTuple


class Tag(NamedTuple):
    """A tag with the number of papers that carry it (Trash aside). `colour` is a palette name, #rrggbb or None."""

    id: int
    name: str
    colour: str | None
    count: int = 0  # type: ignore[assignment]  # hides the method of tuples


NOTHING: Mapping[str, str | int | None] = {}


class Row(NamedTuple):
    """One line of the table. `authors` is the names in one line; `tags` in the order of their names.

    `plain` holds the other columns of the list that are columns of the file too, by name. `news` says what became of
    the paper, in full and ever shorter.
    """

    id: int
    title: str
    authors: str
    authors_complete: bool
    date: str | None
    year: int | None
    subject: str | None
    venue: str | None
    status: str
    priority: str | None
    rating: int | None
    due: str | None
    added: str
    started: str | None
    finished: str | None
    page: int | None
    pages: int | None
    doi: str | None
    key: str | None
    has_note: bool
    trashed: bool
    tags: tuple[Tag, ...] = ()
    plain: Mapping[str, str | int | None] = NOTHING
    news: tuple[str, ...] = ()


class Common(NamedTuple):
    """Of `total` papers: how many have each status (by id) and each tag (by name), and which values they have.

    Each of the sets has None in it where some have no value.
    """

    total: int
    statuses: dict[str, int]
    tags: dict[str, int]
    priorities: frozenset[str | None]
    ratings: frozenset[int | None]
    dues: frozenset[str | None]
