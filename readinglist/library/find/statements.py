"""What views, searches and orders mean in SQL: the definition that every quicker way of finding must agree with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from readinglist.core import dates, views
from readinglist.core.fields import COLUMNS, Sort, SortKey
from readinglist.core.views import View
from readinglist.library.file.schema import PROGRESS
from readinglist.library.find.question import Question
from readinglist.library.find.sql import IS_PENDING, Sql, joined
from readinglist.library.tables.statuses import Statuses
from readinglist.library.tables.tags import Tags

if TYPE_CHECKING:
    from readinglist.core.query.tree import Node
    from readinglist.library.find.compile import Compiler

# What a field sorts by. Blanks come last in both directions, so every key may be NULL.
_KEYS = {
    column.name: f"nullif(fold(paper.{column.name}), '')" if column.folded else f"paper.{column.name}"
    for column in COLUMNS
} | {
    "title": "paper.title_key",
    "authors": "paper.author_key",
    "progress": PROGRESS,
    "trashed": "paper.trashed",
    "changed": "paper.changed",
    "id": "paper.id",
    "tags": "(SELECT group_concat(folded, ' ') FROM (SELECT t.folded FROM paper_tag pt JOIN tag t ON t.id = pt.tag "
    "WHERE pt.paper = paper.id ORDER BY t.folded))",
    "queue": "(SELECT q.rank FROM queue_item q WHERE q.queue = 1 AND q.paper = paper.id)",
}
_LIVE = "paper.trashed IS NULL"


InFiles = Callable[[str], list[str]]


class Statements:
    """Writes the SQL of questions for one library."""

    def __init__(self, statuses: Statuses, tags: Tags, in_files: InFiles) -> None:
        """`in_files` returns the hashes of the PDFs that match an FTS5 expression."""
        self.statuses = statuses
        self.tags = tags
        self.in_files = in_files

    def select(self, question: Question) -> Sql:
        """Return the SELECT of the ids of a whole list, in its order."""
        where, order = self.condition(question.view, question.node), self.order(question.keys)
        place = self.compiler().rank(question.node) if question.ranked and question.node is not None else None
        if place is not None:
            where, order = Sql(where.text, where.bound + place.bound), f"{place.text}, {order}"
        return Sql(f"SELECT paper.id FROM paper WHERE {where.text} ORDER BY {order}", where.bound)

    def condition(self, view: View, node: Node | None, compiler: Compiler | None = None) -> Sql:
        """Return the condition for the papers of `view` that match a search. A search may name the Trash itself."""
        if node is None:
            return self.where(view)
        compiler = compiler or self.compiler()
        matches = compiler.compile(node)
        if view == views.ALL_PAPERS and compiler.asks_for_trash(node):
            return matches
        return joined(" AND ", [self.where(view), matches])

    def compiler(self, *, above: int = 0) -> Compiler:
        """Return what turns a search of today into SQL; with `above` words find only papers of higher ids."""
        from readinglist.library.find.compile import Compiler  # loaded with the first search: a start is quicker

        return Compiler(self.statuses.all(), dates.today(), self.in_files, above=above)

    def where(self, view: View) -> Sql:
        """Return the condition that puts a paper in `view`."""
        if view.kind == views.TRASH:
            return Sql("paper.trashed IS NOT NULL")
        if view.kind in views.APART:
            return Sql("0")
        belongs = self._belongs(view)
        return Sql(f"{_LIVE} AND {belongs.text}", belongs.bound) if belongs else Sql(_LIVE)

    def _belongs(self, view: View) -> Sql | None:
        """What puts a paper that is not in the Trash into `view`; None for the views of all papers."""
        if view.kind == views.STATUS:
            return Sql("paper.status = ?", (view.arg,))
        if view.kind == views.TAG:
            tags = self.tags.below(view.arg) or [-1]
            marks = ", ".join("?" * len(tags))
            return Sql(f"paper.id IN (SELECT paper FROM paper_tag WHERE tag IN ({marks}))", tuple(tags))
        if view.kind == views.QUEUE:
            named = "SELECT i.paper FROM queue_item i JOIN queue q ON q.id = i.queue WHERE q.name = ?"
            return Sql(f"paper.id IN ({named})", (view.arg,))
        if view.kind == views.UP_NEXT:
            return Sql("paper.id IN (SELECT paper FROM queue_item WHERE queue = 1)")
        if view.kind == views.SNOOZED:
            return Sql("paper.snoozed_until > ?", (dates.today().isoformat(),))
        if view.kind == views.PENDING:
            return Sql(IS_PENDING)
        if view.kind == views.RECENT:
            read = self.statuses.ids_of_kinds("read")
            return Sql(f"paper.finished IS NOT NULL AND paper.status IN ({', '.join('?' for _id in read)})", read)
        return None

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
