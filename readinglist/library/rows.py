"""What a row of the table shows, fetched for a handful of ids at a time; leaves order and choice to `search`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readinglist.core.status import RANK_PRIORITY
from readinglist.core.text import fold
from readinglist.library.door import PICKED, Door, picked
from readinglist.library.tags import Tag


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `authors` is the names in one line; `tags` in the order of their names."""

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


_SELECT = (
    "SELECT p.id, p.title, coalesce(p.author_text, ''), p.authors_complete, p.date, p.year, p.subject, p.venue, "
    "p.status, p.priority, p.rating, p.due, p.added, p.started, p.finished, p.page, p.pages, p.doi, p.key, "
    "EXISTS (SELECT 1 FROM note n WHERE n.paper = p.id), p.trashed IS NOT NULL "
    f"FROM paper p WHERE p.id IN {PICKED}"
)


class Rows:
    """The narrow view of the paper table."""

    def __init__(self, door: Door) -> None:
        self.door = door

    def fetch(self, ids: Sequence[int]) -> dict[int, Row]:
        """Return the rows of `ids` by id; ids that are gone are missing."""
        chosen = (picked(ids),)
        known = self.door.tags.known()
        tags: dict[int, list[Tag]] = {}
        for paper, tag in self.door.db.execute(f"SELECT paper, tag FROM paper_tag WHERE paper IN {PICKED}", chosen):
            if tag in known:
                tags.setdefault(paper, []).append(known[tag])
        found = {}
        for r in self.door.db.execute(_SELECT, chosen):
            own = tuple(sorted(tags.get(r[0], ()), key=lambda tag: fold(tag.name)))
            found[r[0]] = Row(
                *r[:3], bool(r[3]), *r[4:9], RANK_PRIORITY.get(r[9]), *r[10:19], bool(r[19]), bool(r[20]), own
            )  # type: ignore[call-arg]  # mypy cannot count what the slices unpack
        return found
