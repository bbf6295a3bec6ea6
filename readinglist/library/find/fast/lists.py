"""Long lists quickly: the first rows at once, the whole list in a few milliseconds a hundred thousand papers.

Keeps the orders it has computed until the library changes, so that a search only picks from them. Leaves what a view
or a query means to `library.search`; meant for the window, whose worker has a Lists of its own.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import compress, islice
from typing import TYPE_CHECKING

from readinglist.core import views
from readinglist.core.fields import Sort
from readinglist.core.views import View
from readinglist.library.file.sql import PICKED, picked, snapshot
from readinglist.library.file.time_limit import interruptible, within
from readinglist.library.find.compile import asks_for_trash, free_words, only_words
from readinglist.library.find.fast.bulk_ids import packed
from readinglist.library.find.fast.masks import Masks
from readinglist.library.find.fast.orders import Order
from readinglist.library.find.fast.scan import TEXTS, rank
from readinglist.library.find.statement import Sql

if TYPE_CHECKING:
    from readinglist.core.query.tree import Node
    from readinglist.library.find.search import Search

FIRST = 100  # rows shown at once
ENOUGH = 60  # of which so many are a screen full
BUDGET = 0.006  # seconds for them: less than a half of a frame
_LOOKED_AT = 1_000  # papers, newest first, whose texts are read for the first hits
_NEAR = (2_000, 20_000)  # papers, newest first, among which the first hits are looked for
_BY_NUMBER = "NOT INDEXED"  # through the newest papers themselves: an index of a column would lead through all
_KEPT = 6  # orders
_WORDS = 8_000_000  # bytes of words whose papers are kept: a byte a paper, and at least those of one search
_AT_LEAST, _AT_MOST = 8, 200
_OF_FIRST = 5  # papers that are read for each that is wanted
_FEW = 2_000  # hits that are put in order themselves; of more, the first are soon met in the order of all papers


class Stopped(Exception):
    """What is being found is not wanted any more. Never leaves `unless_stopped`."""


class Lists:
    """The lists of one library on one connection."""

    def __init__(self, db: sqlite3.Connection, search: Search) -> None:
        self.db = db
        self.search = search
        self._orders: dict[tuple[View, Sort], Order] = {}
        self._words: dict[tuple[str, str], int] = {}  # what `Masks` has found by words
        self._seen = (-1, -1, -1)

    # -- the first rows ------------------------------------------------------------------------------------------

    def first(self, view: View, node: Node | None, sort: Sort, ranked: bool = False) -> tuple[array[int], bool]:
        """Return up to `FIRST` ids within `BUDGET` seconds, and whether that is all there is.

        Without a query they are the first of the list. Hits of a query are the newest ones, those in titles and authors
        before those in texts, in the list's order. Nothing is found in time where all must be read: ([], False).
        """
        kept = self._orders.get((view, sort)) if node is None and self._fresh() else None
        if kept is not None:
            return kept.ids, True
        if node is None:
            ids, whole = array("q"), False
            with within(self.db, BUDGET):
                ids = self._first_of(view, sort)
                whole = len(ids) < FIRST
            return ids, whole
        ids, whole = self._newest(view, node)
        found, told = self._sorted(ids, node, sort, ranked)
        return found, whole and told

    def _first_of(self, view: View, sort: Sort) -> array[int]:
        """The first rows of a view. Where blanks come last in a rising order they are asked for on their own."""
        where, keys = self.search.where(view), sort or views.first_sort(view)
        order, column = self.search.order(keys), self.search.column(keys[0]) if len(keys) == 1 else None
        if column is None or keys[0].falling:
            return packed(
                self.db, f"SELECT paper.id FROM paper WHERE {where.text} ORDER BY {order} LIMIT {FIRST}",
                where.bound,
            )  # fmt: skip
        ids: array[int] = array("q")
        for blank, ordered in (("NOT NULL", f"{column}, paper.id DESC"), ("NULL", "paper.id DESC")):
            sql = f"SELECT paper.id FROM paper WHERE {where.text} AND {column} IS {blank} ORDER BY {ordered}"
            ids.extend(packed(self.db, f"{sql} LIMIT {FIRST - len(ids)}", where.bound))
            if len(ids) >= FIRST:
                break
        return ids

    def _newest(self, view: View, node: Node) -> tuple[array[int], bool]:
        """Return the newest hits, and whether they are all.

        First the newest papers are looked at one by one: where most papers match that is soonest. Then the index is
        asked: for words in the heads, for hits among ever more papers.
        """
        found: set[int] = set()
        whole = False
        with within(self.db, BUDGET / 2):
            for paper in self._looked_at(view, node):
                found.add(paper)
        with within(self.db, BUDGET / 2):
            for ids, whole in self._asked(view, node) if len(found) < ENOUGH else ():
                found.update(ids)
                if whole or len(found) >= ENOUGH:
                    break
        return array("q", sorted(found, reverse=True)[:FIRST]), whole

    def _top(self) -> int:
        return int(self.db.execute("SELECT coalesce(max(id), 0) FROM paper").fetchone()[0])

    def _looked_at(self, view: View, node: Node) -> Iterator[int]:
        """Yield hits among the newest papers, found in their own texts."""
        low = max(0, self._top() - _LOOKED_AT)
        clause = self.search.condition(view, node, above=low, by_hand=True)
        near = f"FROM paper {_BY_NUMBER} WHERE paper.id > {low}"
        sql = f"SELECT paper.id {near} AND {clause.text} ORDER BY paper.id DESC LIMIT {FIRST}"
        for row in self.db.execute(sql, clause.bound):
            yield row[0]

    def _asked(self, view: View, node: Node) -> Iterator[tuple[array[int], bool]]:
        """Yield ever more hits and whether they are all: by the index alone where only words are asked for, then among
        the newest papers, then among all."""
        where, words = self.search.where(view), only_words(node)
        if words:
            live = f"EXISTS (SELECT 1 FROM paper WHERE paper.id = find_head.rowid AND {where.text})"
            sql = f"SELECT rowid FROM find_head WHERE find_head MATCH ? AND {live} ORDER BY rowid DESC LIMIT {FIRST}"
            yield packed(self.db, sql, (words, *where.bound)), False
        top = self._top()
        for near in (*_NEAR, top):
            low = max(0, top - near)
            clause = self.search.condition(view, node, above=low)
            sql = f"SELECT paper.id FROM paper WHERE paper.id > {low} AND {clause.text} ORDER BY paper.id DESC"
            ids = packed(self.db, f"{sql} LIMIT {FIRST}", clause.bound)
            yield ids, not low and len(ids) < FIRST

    def _sorted(self, ids: array[int], node: Node, sort: Sort, ranked: bool) -> tuple[array[int], bool]:
        """Return hits in their order, and whether that is certain: rank among texts is left to the worker."""
        words = free_words(node) if ranked else []
        place = rank(words) if words else Sql("0")
        sql = f"SELECT paper.id, {place.text} FROM paper WHERE paper.id IN {PICKED} ORDER BY {self.search.order(sort)}"
        rows = self.db.execute(sql, (*place.bound, picked(ids))).fetchall()
        rows.sort(key=lambda row: row[1])  # what is equal stays in its order
        return array("q", (row[0] for row in rows)), sum(row[1] == TEXTS for row in rows) < 2 or not words

    # -- the whole list ------------------------------------------------------------------------------------------

    def whole(
        self, view: View, node: Node | None, sort: Sort, ranked: bool = False, before: Callable[[], None] = lambda: None
    ) -> array[int]:
        """Return the whole list; with `ranked` hits in titles come before those in authors, those before texts.

        `before` is called when SQLite has done its part of a search, which keeps no other thread waiting, and Python's
        begins; else first of all.
        """
        if node is None or asks_for_trash(node) or view.kind == views.TRASH:
            before()
            self._fresh()
            return self._order(view, sort).ids if node is None else self.search.ids(view, node, sort)
        with snapshot(self.db):
            self._fresh()
            masks = Masks(self.search, self._words)
            while len(self._words) > min(max(_AT_LEAST, _WORDS // masks.size), _AT_MOST):
                del self._words[next(iter(self._words))]
            return masks.pick(self._order(view, sort), node, ranked=ranked, before=before)

    def top(self, node: Node, sort: Sort, limit: int) -> array[int]:
        """Return the first `limit` papers of all that match, without putting the others in order."""
        if asks_for_trash(node):
            return self.search.ids(views.ALL_PAPERS, node, sort)[:limit]
        where, order = self.search.where(views.ALL_PAPERS), self.search.order(sort)
        early = self._soon_met(node, order, limit)
        if early is not None:
            return early
        with snapshot(self.db):
            hits = Masks(self.search).flags(node)
            few = hits.count(1) <= _FEW
            named = f" AND paper.id IN {PICKED}" if few else ""
            bound = (*where.bound, picked(compress(range(len(hits)), hits))) if few else where.bound
            rows = self.db.execute(f"SELECT id FROM paper WHERE {where.text}{named} ORDER BY {order}", bound)
            return array("q", islice((row[0] for row in rows if hits[row[0]]), limit))

    def _soon_met(self, node: Node, order: str, limit: int) -> array[int] | None:
        """Return what `top` does where so many papers match that it is found by reading the first few of all."""
        read = limit * _OF_FIRST
        if read > FIRST:
            return None
        where, clause = self.search.where(views.ALL_PAPERS), self.search.compiler(by_hand=True).compile(node)
        first = f"SELECT id FROM paper WHERE {where.text} ORDER BY {order} LIMIT {read}"
        sql = f"WITH first AS MATERIALIZED ({first}) SELECT paper.id FROM first CROSS JOIN paper USING (id)"
        ids = array("q")
        with within(self.db, BUDGET * 2):
            rows = self.db.execute(f"{sql} WHERE {clause.text} LIMIT {limit}", where.bound + clause.bound)
            ids.extend(row[0] for row in rows)
        return ids if len(ids) == limit else None

    def unchanged(self) -> bool:
        """True when nothing was written since this was asked last."""
        return self._fresh()

    def keep(self, view: View, sort: Sort, ids: array[int]) -> None:
        """Take over an order that was found on another connection, after `unchanged`."""
        self._remember(view, sort, Order(ids))

    def unless_stopped(
        self, view: View, node: Node | None, sort: Sort, ranked: bool, before: Callable[[], None]
    ) -> array[int] | None:
        """Return `whole`, or None where `Library.interrupt`, or Stopped out of `before`, has stopped the search."""
        ids = None
        with suppress(Stopped), interruptible():
            ids = self.whole(view, node, sort, ranked, before)
        return ids

    def _order(self, view: View, sort: Sort) -> Order:
        kept = self._orders.pop((view, sort), None)
        return self._remember(view, sort, kept or Order(self.search.ids(view, None, sort)))

    def _remember(self, view: View, sort: Sort, order: Order) -> Order:
        self._orders[(view, sort)] = order
        while len(self._orders) > _KEPT:
            del self._orders[next(iter(self._orders))]
        return order

    def _fresh(self) -> bool:
        """True while nothing was written since the last time, here or by another connection; else all is forgotten."""
        version = self.db.execute("PRAGMA data_version").fetchone()[0]
        newest = self.db.execute("SELECT max(id) FROM change").fetchone()[0]
        seen = (version, newest, self.db.total_changes)
        if seen == self._seen:
            return True
        self._seen = seen
        self._orders.clear()
        self._words.clear()
        return False
