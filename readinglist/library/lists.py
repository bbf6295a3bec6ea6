"""Long lists quickly: the first rows at once, the whole list in a few milliseconds a hundred thousand papers.

Keeps the orders it has computed until the library changes, so that a search only picks from them. Leaves what a view
or a query means to `library.search`; meant for the window, whose worker has a Lists of its own.
"""

from __future__ import annotations

import sqlite3
import time
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING

from readinglist.core import views
from readinglist.core.fields import Sort
from readinglist.core.query_ast import And, Not, Or
from readinglist.core.views import View
from readinglist.library.door import PICKED, picked
from readinglist.library.packing import packed, packed_set
from readinglist.library.query_sql import asks_for_trash, every_word, only_words

if TYPE_CHECKING:
    from readinglist.core.query_ast import Node
    from readinglist.library.library import Library

FIRST = 200  # rows shown at once
ENOUGH = 60  # of which so many are a screen full
BUDGET = 0.008  # seconds for them: a half of a frame
_STEPS = 1000  # of SQLite's machine between two looks at the clock
_NEAR = (2_000, 20_000)  # papers, newest first, among which the first hits are looked for
_KEPT = 6  # orders


class Lists:
    """The lists of one library on one connection."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.search = library.search
        self._orders: dict[tuple[View, Sort], array[int]] = {}
        self._seen = (-1, -1)

    # -- the first rows ------------------------------------------------------------------------------------------

    def first(self, view: View, node: Node | None, sort: Sort, ranked: bool = False) -> tuple[array[int], bool]:
        """Return up to `FIRST` ids within `BUDGET` seconds, and whether that is all there is.

        Without a query they are the first of the list. Hits of a query are the newest ones, those in titles and authors
        before those in texts, in the list's order. Nothing is found in time where all must be read: ([], False).
        """
        kept = self._orders.get((view, sort)) if node is None and self._fresh() else None
        if kept is not None:
            return kept, True
        ids: array[int] = array("q")
        whole = False
        try:
            with self._budget():
                if node is None:
                    ids = self._first_of(view, sort)
                    whole = len(ids) < FIRST
                for ids, whole in self._newest(view, node) if node is not None else ():
                    if whole or len(ids) >= ENOUGH:
                        break
        except sqlite3.OperationalError as problem:  # what was found until then is shown
            if problem.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise
        if node is None:
            return ids, whole
        found, told = self._sorted(ids, node, sort, ranked)
        return found, whole and told

    def _first_of(self, view: View, sort: Sort) -> array[int]:
        """The first rows of a view. Where blanks come last in a rising order they are asked for on their own."""
        where, keys = self.search.where(view), sort or views.first_sort(view)
        order, column = self.search.order(keys), self.search.column(keys[0]) if len(keys) == 1 else None
        if column is None or keys[0].falling:
            return packed(
                self.library.db, f"SELECT paper.id FROM paper WHERE {where.text} ORDER BY {order} LIMIT {FIRST}",
                where.bound,
            )  # fmt: skip
        ids: array[int] = array("q")
        for blank, ordered in (("NOT NULL", f"{column}, paper.id DESC"), ("NULL", "paper.id DESC")):
            sql = f"SELECT paper.id FROM paper WHERE {where.text} AND {column} IS {blank} ORDER BY {ordered}"
            ids.extend(packed(self.library.db, f"{sql} LIMIT {FIRST - len(ids)}", where.bound))
            if len(ids) >= FIRST:
                break
        return ids

    def _newest(self, view: View, node: Node) -> Iterator[tuple[array[int], bool]]:
        """Yield ever more hits and whether they are all: by the index alone where only words are asked for, then among
        the newest papers, then among all."""
        where, words = self.search.where(view), only_words(node)
        top = self.library.db.execute("SELECT coalesce(max(id), 0) FROM paper").fetchone()[0]
        if words:
            live = f"EXISTS (SELECT 1 FROM paper WHERE paper.id = find_head.rowid AND {where.text})"
            sql = f"SELECT rowid FROM find_head WHERE find_head MATCH ? AND {live} ORDER BY rowid DESC LIMIT {FIRST}"
            yield packed(self.library.db, sql, (words, *where.bound)), False
        for near in (*_NEAR, top):
            low = max(0, top - near)
            clause = self.search.condition(view, node, above=low)
            sql = f"SELECT paper.id FROM paper WHERE paper.id > {low} AND {clause.text} ORDER BY paper.id DESC"
            ids = packed(self.library.db, f"{sql} LIMIT {FIRST}", clause.bound)
            yield ids, not low and len(ids) < FIRST

    def _sorted(self, ids: array[int], node: Node, sort: Sort, ranked: bool) -> tuple[array[int], bool]:
        """Return hits in their order, and whether that is certain: rank among texts is left to the worker."""
        sql = f"SELECT paper.id FROM paper WHERE paper.id IN {PICKED} ORDER BY {self.search.order(sort)}"
        found = packed(self.library.db, sql, (picked(ids),))
        if not ranked or not ids:
            return found, True
        parts = self._ranked(found, node, min(ids))
        return array("q", chain.from_iterable(parts)), len(parts) == 1 or len(parts[-1]) < 2

    @contextmanager
    def _budget(self) -> Iterator[None]:
        end = time.perf_counter() + BUDGET
        self.library.db.set_progress_handler(lambda: time.perf_counter() > end, _STEPS)
        try:
            yield
        finally:
            self.library.db.set_progress_handler(None, 0)

    # -- the whole list ------------------------------------------------------------------------------------------

    def whole(self, view: View, node: Node | None, sort: Sort, ranked: bool = False) -> array[int]:
        """Return the whole list; with `ranked` hits in titles come before those in authors, those before texts."""
        if not self._fresh():
            self._orders.clear()
        if node is None:
            return self._order(view, sort)
        if asks_for_trash(node) or view.kind == views.TRASH:
            return self.search.ids(view, node, sort)
        order = self._order(view, sort)
        hits = self._hits(node)
        found = array("q", [paper for paper in order if paper in hits])
        return array("q", chain.from_iterable(self._ranked(found, node))) if ranked else found

    def unchanged(self) -> bool:
        """True when nothing was written since this was asked last."""
        return self._fresh()

    def keep(self, view: View, sort: Sort, ids: array[int]) -> None:
        """Take over an order that was found on another connection, after `unchanged`."""
        self._orders[(view, sort)] = ids
        while len(self._orders) > _KEPT:
            del self._orders[next(iter(self._orders))]

    def unless_stopped(self, view: View, node: Node | None, sort: Sort, ranked: bool) -> array[int] | None:
        """Return the whole list, or None where `Library.interrupt` has stopped the search for it."""
        try:
            return self.whole(view, node, sort, ranked)
        except sqlite3.OperationalError as problem:
            if problem.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise
            return None

    def _hits(self, node: Node) -> set[int]:
        """Return the papers that match, in the Trash or not: what the parts of the query find, each by its index."""
        if isinstance(node, Or):
            return set().union(*map(self._hits, node.parts))
        if isinstance(node, Not):
            return packed_set(self.library.db, "SELECT id FROM paper") - self._hits(node.part)
        if isinstance(node, And):
            denied = [part.part for part in node.parts if isinstance(part, Not)]
            asked = [part for part in node.parts if not isinstance(part, Not)]
            if asked:
                found = set.intersection(*map(self._hits, asked))
            else:
                found = packed_set(self.library.db, "SELECT id FROM paper")
            return found.difference(*map(self._hits, denied)) if denied else found
        sql = self.search.leaf(node)
        return packed_set(self.library.db, sql.text, sql.bound)

    def _order(self, view: View, sort: Sort) -> array[int]:
        kept = self._orders.pop((view, sort), None)
        if kept is None:
            kept = self.search.ids(view, None, sort)
        self._orders[(view, sort)] = kept
        while len(self._orders) > _KEPT:
            del self._orders[next(iter(self._orders))]
        return kept

    def _fresh(self) -> bool:
        """True while nothing was written since the last time; of our own writes the newest change tells."""
        db = self.library.db
        version = db.execute("PRAGMA data_version").fetchone()[0]
        newest = db.execute("SELECT max(id) FROM change").fetchone()[0]
        if (version, newest) == self._seen:
            return True
        self._seen = (version, newest)
        self._orders.clear()
        return False

    # -- rank ----------------------------------------------------------------------------------------------------

    def _ranked(self, ids: array[int], node: Node, above: int = 0) -> list[list[int]]:
        """Put papers with every free word in the title first, then those with them in title, authors or venue, then in
        the abstract; within these, and among the rest, their order stays. Only in heads where `above` limits it."""
        words = every_word(node)
        if not words or len(ids) < 2:
            return [ids.tolist()]
        low = f" AND rowid >= {above}" if above else ""
        tables = [("find_head", "title"), ("find_head", "title authors venue"), ("find_text", "abstract")]
        hits = []
        for table, columns in tables[:2] if above else tables:
            sql = f"SELECT rowid FROM {table} WHERE {table} MATCH ?{low}"
            hits.append(packed_set(self.library.db, sql, (f"{{{columns}}} : ({words})",)))
        parts: list[list[int]] = []
        rest = ids.tolist()
        for found in hits:
            parts.append([paper for paper in rest if paper in found])
            rest = [paper for paper in rest if paper not in found]
        return [*parts, rest]
