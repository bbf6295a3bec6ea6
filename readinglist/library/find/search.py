"""Which papers a view or a query shows, and in what order, as ids; leaves the query language to `core.query`."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable
from typing import TYPE_CHECKING

from readinglist.core import dates, views
from readinglist.core.fields import Sort, SortKey
from readinglist.core.text import sort_key
from readinglist.core.views import View
from readinglist.library.file.schema import PROGRESS
from readinglist.library.file.sql import PICKED, picked
from readinglist.library.find.fast import grouped_order
from readinglist.library.find.fast.bulk_ids import packed
from readinglist.library.find.statement import Sql
from readinglist.library.tables.statuses import Statuses
from readinglist.library.tables.tags import Tags

if TYPE_CHECKING:
    from readinglist.core.query.tree import Node
    from readinglist.library.find.compile import Compiler

# What a field sorts by. Blanks come last in both directions, so every key may be NULL.
_KEYS = {
    "title": "paper.title_key",
    "authors": "paper.author_key",
    "date": "paper.date",
    "subject": "paper.subject",
    "year": "paper.year",
    "venue": "nullif(fold(paper.venue), '')",
    "rating": "paper.rating",
    "priority": "paper.priority",
    "due": "paper.due",
    "added": "paper.added",
    "started": "paper.started",
    "finished": "paper.finished",
    "pages": "paper.pages",
    "progress": PROGRESS,
    "doi": "paper.doi",
    "key": "paper.key",
    "trashed": "paper.trashed",
    "changed": "paper.changed",
    "id": "paper.id",
    "tags": "(SELECT group_concat(folded, ' ') FROM (SELECT t.folded FROM paper_tag pt JOIN tag t ON t.id = pt.tag "
    "WHERE pt.paper = paper.id ORDER BY t.folded))",
    "queue": "(SELECT q.position FROM queue_item q WHERE q.queue = 1 AND q.paper = paper.id)",
}


class Search:
    """Views and queries over the library, as lists of ids."""

    def __init__(self, db: sqlite3.Connection, statuses: Statuses, tags: Tags) -> None:
        self.db = db
        self.statuses = statuses
        self.tags = tags

    def ids(self, view: View = views.ALL_PAPERS, query: Node | None = None, sort: Sort = ()) -> array[int]:
        """Return the ids of the papers in `view` that match `query`, in the order of `sort`."""
        if query is None and len(sort) == 1 and sort[0].field in grouped_order.GROUPED:
            return grouped_order.ids(self.db, self.statuses, self.where(view), sort[0])
        clause = self.condition(view, query)
        sql = f"SELECT paper.id FROM paper WHERE {clause.text} ORDER BY {self.order(sort or views.first_sort(view))}"
        return packed(self.db, sql, clause.bound)

    def first(self, view: View, sort: Sort, limit: int) -> array[int]:
        """Return the first `limit` ids of what `ids` would give for a view without a query."""
        clause = self.where(view)
        sql = (
            f"SELECT paper.id FROM paper WHERE {clause.text} ORDER BY {self.order(sort or views.first_sort(view))} "
            "LIMIT ?"
        )
        return array("q", (row[0] for row in self.db.execute(sql, (*clause.bound, limit))))

    def condition(self, view: View, query: Node | None, *, above: int = 0, by_hand: bool = False) -> Sql:
        """Return the condition for the papers of `view` that match `query`; with `above` only of higher ids.

        With `scan` it reads the texts of the papers that it is asked for, and not the index.
        """
        if query is None:
            return self.where(view)
        from readinglist.library.find.compile import asks_for_trash  # only where something is asked

        where = [Sql("1") if view == views.ALL_PAPERS and asks_for_trash(query) else self.where(view)]
        where.append(self.compiler(above, by_hand=by_hand).compile(query))
        return Sql(
            " AND ".join(f"({part.text})" for part in where), tuple(value for part in where for value in part.bound)
        )

    def compiler(self, above: int = 0, *, by_hand: bool = False) -> Compiler:
        """Return what turns a search of today into SQL; with `above` only papers of higher ids are found by words."""
        from readinglist.library.find.compile import Compiler
        from readinglist.library.find.fast.scan import ByHand

        return (ByHand if by_hand else Compiler)(self.statuses.all(), dates.today(), above=above)

    def leaf(self, node: Node) -> Sql:
        """Return the SELECT of the papers that match a node without parts; it may or may not list some in the Trash."""
        clause = self.compiler().compile(node)
        inner = clause.text.removeprefix("paper.id IN (")
        if inner != clause.text and "paper.id" not in inner:  # it is a list by itself
            return Sql(inner[:-1], clause.bound)
        return Sql(f"SELECT paper.id FROM paper WHERE paper.trashed IS NULL AND ({clause.text})", clause.bound)

    def order(self, sort: Sort) -> str:
        """Return the ORDER BY of a sort: by meaning, blanks last, ties by newest first so that it never varies."""
        terms = []
        for key in sort:
            sql = self.column(key)
            if sql is None:
                continue
            # NULL is SQLite's smallest value: falling it comes last by itself.
            terms.append(f"{sql} DESC" if key.falling else f"{sql} NULLS LAST")
        return ", ".join([*terms, "paper.id DESC"])

    def column(self, key: SortKey) -> str | None:
        """Return the SQL of what a key sorts by, None for what is no field of a paper."""
        return self.statuses.order() if key.field == "status" else _KEYS.get(key.field)

    def where(self, view: View) -> Sql:
        """Return the condition that puts a paper in `view`."""
        if view.kind == views.TRASH:
            return Sql("paper.trashed IS NOT NULL")
        live = "paper.trashed IS NULL"
        if view.kind == views.STATUS:
            return Sql(f"{live} AND paper.status = ?", (view.arg,))
        if view.kind == views.TAG:
            tag = self.tags.by_name(view.arg)
            return Sql(f"{live} AND paper.id IN (SELECT paper FROM paper_tag WHERE tag = ?)", (tag.id if tag else -1,))
        if view.kind == views.QUEUE:
            named = "(SELECT i.paper FROM queue_item i JOIN queue q ON q.id = i.queue WHERE q.name = ?)"
            return Sql(f"{live} AND paper.id IN {named}", (view.arg,))
        if view.kind == views.UP_NEXT:
            return Sql(f"{live} AND paper.id IN (SELECT paper FROM queue_item WHERE queue = 1)")
        if view.kind == views.STATISTICS:
            return Sql("0")
        if view.kind == views.RECENT:
            return Sql(f"{live} AND paper.finished IS NOT NULL AND paper.status IN {self._kinds('read')}")
        return Sql(live)

    def _kinds(self, *kinds: str) -> str:
        ids = self.statuses.ids_of_kinds(*kinds)
        return "(" + ", ".join("'" + name.replace("'", "''") + "'" for name in ids) + ")"

    def status_counts(self) -> dict[str, int]:
        """Return how many papers have each status, Trash aside; one pass over a covering index."""
        rows = self.db.execute("SELECT status, count(*) FROM paper WHERE trashed IS NULL GROUP BY status")
        return dict(rows.fetchall())

    def trash_count(self) -> int:
        """Return how many papers are in the Trash."""
        return int(self.db.execute("SELECT count(*) FROM paper WHERE trashed IS NOT NULL").fetchone()[0])

    def count(self, view: View = views.ALL_PAPERS, query: Node | None = None) -> int:
        """Return how many papers `ids` would give."""
        clause = self.condition(view, query)
        return int(self.db.execute(f"SELECT count(*) FROM paper WHERE {clause.text}", clause.bound).fetchone()[0])

    def existing(self, papers: Iterable[int]) -> list[int]:
        """Return those of `papers` that are in the library and not in the Trash."""
        rows = self.db.execute(f"SELECT id FROM paper WHERE trashed IS NULL AND id IN {PICKED}", (picked(papers),))
        return [row[0] for row in rows]

    def begins(self, text: str) -> list[int]:
        """Return the papers whose title begins with `text`, case and accents aside; by index."""
        key = sort_key(text)
        if not key:
            return []
        rows = self.db.execute(
            "SELECT id FROM paper WHERE trashed IS NULL AND title_key >= ? AND title_key < ?", (key, key + "\U0010ffff")
        )
        return [row[0] for row in rows]
