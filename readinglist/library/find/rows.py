"""What the table shows of papers, fetched for a handful of ids at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from readinglist.core.field import Stored
from readinglist.core.fields import COLUMNS
from readinglist.core.row import NOTHING, Row, Tag
from readinglist.core.status import RANK_PRIORITY
from readinglist.core.text import fold
from readinglist.library.file.sql import PICKED, picked, snapshot
from readinglist.library.tables.tags import Tags

_PLAIN = tuple(column.name for column in COLUMNS if column.stored == Stored.COLUMN and column.name not in Row._fields)
_SELECT = (
    "SELECT p.id, p.title, coalesce(p.author_text, ''), p.authors_complete, p.date, p.year, p.subject, p.venue, "
    "p.status, p.priority, p.rating, p.due, p.added, p.started, p.finished, p.page, p.pages, p.doi, p.key, "
    "EXISTS (SELECT 1 FROM note n WHERE n.paper = p.id), p.trashed IS NOT NULL "
    f"{''.join(f', p.{name}' for name in _PLAIN)} FROM paper p WHERE p.id IN {PICKED}"
)


class Rows:
    """The rows of one library, over one connection."""

    def __init__(self, db: sqlite3.Connection, tags: Tags) -> None:
        self.db = db
        self.tags = tags

    def fetch(self, ids: Sequence[int]) -> dict[int, Row]:
        """Return the rows of `ids` by id; ids that are gone are missing."""
        with snapshot(self.db):
            return self._fetch((picked(ids),))

    def _fetch(self, chosen: tuple[str]) -> dict[int, Row]:
        all_tags = self.tags.known()
        tags: dict[int, list[Tag]] = {}
        for paper, tag in self.db.execute(f"SELECT paper, tag FROM paper_tag WHERE paper IN {PICKED}", chosen):
            if tag not in all_tags:  # made by another process since
                self.tags.forget()
                all_tags = self.tags.known()
            tags.setdefault(paper, []).append(all_tags[tag])
        found = {}
        for r in self.db.execute(_SELECT, chosen):
            own = tuple(sorted(tags.get(r[0], ()), key=lambda tag: fold(tag.name)))
            plain = dict(zip(_PLAIN, r[21:], strict=True)) if _PLAIN else NOTHING
            found[r[0]] = Row(
                *r[:3], bool(r[3]), *r[4:9], RANK_PRIORITY.get(r[9]), *r[10:19], bool(r[19]), bool(r[20]), own, plain
            )  # type: ignore[call-arg]  # mypy cannot count what the slices unpack
        return found
