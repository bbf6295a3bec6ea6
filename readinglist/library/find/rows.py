"""What the table shows of papers, fetched for a handful of ids at a time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from readinglist.core.field import Stored
from readinglist.core.fields import COLUMNS
from readinglist.core.row import NOTHING, Row, Tag
from readinglist.core.status import INBOX, RANK_PRIORITY
from readinglist.core.text import fold_name
from readinglist.core.updates import NOTICES, for_row
from readinglist.i18n import _
from readinglist.library.file import log
from readinglist.library.file.damage import damaged
from readinglist.library.file.sql import PICKED, picked
from readinglist.library.tables.tags import Tags

_PLAIN = tuple(column.name for column in COLUMNS if column.stored == Stored.COLUMN and column.name not in Row._fields)
_SELECT = (
    "SELECT p.id, p.title, coalesce(p.author_text, ''), p.authors_complete, p.date, p.year, p.subject, p.venue, "
    "p.status, p.priority, p.rating, p.due, p.added, p.started, p.finished, p.page, p.pages, p.doi, p.key, "
    "EXISTS (SELECT 1 FROM note n WHERE n.paper = p.id), p.trashed IS NOT NULL, "
    "(SELECT group_concat(t.tag) FROM paper_tag t WHERE t.paper = p.id)"
    f"{''.join(f', p.{name}' for name in _PLAIN)}, "
    f"(SELECT x.value FROM paper_extra x WHERE x.paper = p.id AND x.key = '{NOTICES}') "
    f"FROM paper p WHERE p.id IN {PICKED}"
)
_READ = (("paper", "id"), ("paper_extra", "paper"))  # the tables whose values are read here, and what names the paper


class Rows:
    """The rows of one library, over one connection."""

    def __init__(self, db: sqlite3.Connection, tags: Tags) -> None:
        self.db = db
        self.tags = tags

    def fetch(self, ids: Sequence[int]) -> dict[int, Row]:
        """Return the rows of `ids` by id; ids that are gone are missing. A damaged one that cannot be read says so."""
        try:
            return self._fetch(ids)
        except (sqlite3.OperationalError, ValueError, TypeError) as problem:
            if len(ids) > 1:
                return {paper: row for one in ids for paper, row in self.fetch([one]).items()}
            if not ids or not self._damaged(ids[0]):
                raise
            log.warning("row %s of the list is damaged: %s", ids[0], problem)
            return {ids[0]: self._stand_in(ids[0])}

    def _damaged(self, paper: int) -> bool:
        return any(damaged(self.db, table, f"{owner} = ?", (paper,)) for table, owner in _READ)

    def _stand_in(self, paper: int) -> Row:
        """Return what the list shows of a paper that cannot be read: that it is damaged, and its status if that is."""
        known = "SELECT s.id FROM paper p JOIN status s ON s.id = p.status WHERE p.id = ?"
        status, *_none = self.db.execute(known, (paper,)).fetchone() or (INBOX,)
        title = _("Paper {id} is damaged and cannot be shown").format(id=paper)
        blank = dict.fromkeys(Row._fields[4:19])
        return Row(id=paper, title=title, authors="", authors_complete=True, has_note=False, trashed=False,
                   **{**blank, "status": status, "added": ""}, plain=dict.fromkeys(_PLAIN))  # type: ignore[arg-type]  # fmt: skip

    def _fetch(self, ids: Sequence[int]) -> dict[int, Row]:
        found = {}
        for r in self.db.execute(_SELECT, (picked(ids),)):  # one statement: as of one moment
            if bytes in map(type, r):
                raise TypeError("a value that is no text")
            own = self._tags(r[21]) if r[21] else ()
            plain = dict(zip(_PLAIN, r[22:-1], strict=True)) if _PLAIN else NOTHING
            found[r[0]] = Row(
                *r[:3],
                bool(r[3]),
                *r[4:9],
                RANK_PRIORITY.get(r[9]),
                *r[10:19],
                bool(r[19]),
                bool(r[20]),
                own,
                plain,
                for_row(json.loads(r[-1]), r[13], r[14]) if r[-1] else (),
            )  # type: ignore[call-arg]  # mypy cannot count what the slices unpack
        return found

    def _tags(self, numbers: str) -> tuple[Tag, ...]:
        """Return the tags with these numbers, which have commas between them, in the order of their names."""
        wanted = list(map(int, numbers.split(",")))
        known = self.tags.known()
        if any(tag not in known for tag in wanted):  # made by another process since
            self.tags.forget()
            known = self.tags.known()
        return tuple(sorted((known[tag] for tag in wanted if tag in known), key=lambda tag: fold_name(tag.name)))
