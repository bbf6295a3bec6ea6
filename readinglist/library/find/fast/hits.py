"""The papers that a search finds: the first ones at once, all of them by masks, or the first of all in their order."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from itertools import compress, islice

from readinglist.core import dates, views
from readinglist.core.query.tree import Node
from readinglist.library.file.sql import PICKED, picked, snapshot
from readinglist.library.file.time_limit import within
from readinglist.library.find.compile import asks_for_trash, free_words, only_words, waits
from readinglist.library.find.fast import limits
from readinglist.library.find.fast.bulk_ids import bulk_ids
from readinglist.library.find.fast.masks import Masks
from readinglist.library.find.fast.orders import Orders
from readinglist.library.find.fast.scan import ELSEWHERE, ScanCompiler, rank_by_scan
from readinglist.library.find.question import Question
from readinglist.library.find.sql import Sql


class Hits:
    """The searches of one library. Every question that it is asked has a `node`."""

    def __init__(self, orders: Orders) -> None:
        self.db = orders.db
        self.statements = orders.statements
        self.orders = orders
        self._begin: tuple[int, int] | None = None  # of the newest papers, and after how many changes

    # -- all of them ---------------------------------------------------------------------------------------------

    def ids(self, question: Question, before: Callable[[], None]) -> array[int]:
        """Return the whole list; `before` is called when SQLite has read what is needed for it."""
        assert question.node is not None
        if asks_for_trash(question.node) or question.view.kind == views.TRASH:  # the index knows nothing of the Trash
            before()
            return bulk_ids(self.db, self.statements.select(question))
        with snapshot(self.db):
            self.orders.cache.refresh()
            masks = Masks(self.db, self.statements, self.orders.cache.words)
            self.orders.cache.make_room_for_words(masks.size)
            places = masks.places(question.node, ranked=question.ranked)
            before()
            return self.orders.order(question.view, question.keys).pick(places())

    # -- the first rows ------------------------------------------------------------------------------------------

    def first(self, question: Question) -> tuple[array[int], bool]:
        """Return the newest hits, in the list's order, as far as there is time for them, and whether they are all."""
        assert question.node is not None
        if waits(question.node):
            return array("q"), False
        found: set[int] = set()
        complete = False
        with within(self.db, limits.FIRST_SECONDS):
            for ids, complete in self._newest(question, question.node):
                found.update(ids)
                if complete or len(found) >= limits.SCREEN_ROWS:
                    break
        newest = sorted(found, reverse=True)[: limits.FIRST_ROWS]
        ids, in_place = self._in_order(newest, question)
        return ids, complete and in_place

    def _newest(self, question: Question, node: Node) -> Iterator[tuple[array[int], bool]]:
        """Yield ever more hits, and whether they are all.

        First those with the words in title, authors or venue, whose index gives the newest first; then all among the
        newest papers; then all.
        """
        where, words = self.statements.where(question.view), only_words(node)
        if words:
            live = f"EXISTS (SELECT 1 FROM paper WHERE paper.id = find_head.rowid AND {where.text})"
            sql = f"SELECT rowid FROM find_head WHERE find_head MATCH ? AND {live} ORDER BY rowid DESC"
            yield bulk_ids(self.db, Sql(sql, (words, *where.bound)), limits.FIRST_ROWS), False
        low = self._newest_begin()
        near = self.statements.condition(question.view, node, self.statements.compiler(above=low))
        # An index would lead through all papers; by their numbers they are read from the newest on.
        sql = f"SELECT paper.id FROM paper NOT INDEXED WHERE paper.id > {low} AND ({near.text}) ORDER BY paper.id DESC"
        ids = bulk_ids(self.db, Sql(sql, near.bound), limits.FIRST_ROWS)
        yield ids, low == 0 and len(ids) < limits.FIRST_ROWS  # all papers are among the newest
        every = self.statements.condition(question.view, node)
        sql = f"SELECT paper.id FROM paper WHERE {every.text} ORDER BY paper.id DESC"
        ids = bulk_ids(self.db, Sql(sql, every.bound), limits.FIRST_ROWS)
        yield ids, len(ids) < limits.FIRST_ROWS

    def _newest_begin(self) -> int:
        """Return the number below which papers are not among the newest. It may be too low: papers only come."""
        if self._begin is None or self._begin[0] != self.db.total_changes:
            top = self.db.execute("SELECT coalesce(max(id), 0) FROM paper").fetchone()[0]
            self._begin = (self.db.total_changes, max(0, top - limits.NEWEST_PAPERS))
        return self._begin[1]

    def _in_order(self, papers: list[int], question: Question) -> tuple[array[int], bool]:
        """Return hits in their order, and whether that is certain: where words stand but in titles and authors is not
        looked for here."""
        words = free_words(question.node) if question.ranked else []
        place = rank_by_scan(words) if words else Sql("0")
        order = self.statements.order(question.keys)
        sql = f"SELECT paper.id, {place.text} FROM paper WHERE paper.id IN {PICKED} ORDER BY {order}"
        rows = self.db.execute(sql, (*place.bound, picked(papers))).fetchall()
        rows.sort(key=lambda row: row[1])  # what is equal stays in its order
        return array("q", [row[0] for row in rows]), sum(row[1] == ELSEWHERE for row in rows) < 2 or not words

    # -- the first of all ----------------------------------------------------------------------------------------

    def top(self, question: Question, limit: int) -> array[int]:
        """Return the first `limit` papers of the whole list."""
        assert question.node is not None
        if question.ranked or asks_for_trash(question.node) or question.view.kind == views.TRASH:
            return self.ids(question, lambda: None)[:limit]
        soon = self._top_by_scan(question, limit)
        if len(soon) == limit:
            return soon
        where, order = self.statements.where(question.view), self.statements.order(question.keys)
        with snapshot(self.db):
            hits = Masks(self.db, self.statements, {}).places(question.node, ranked=False)()
            few = hits.count(1) <= limits.SORTED_HITS
            named = f" AND paper.id IN {PICKED}" if few else ""
            bound = (*where.bound, picked(compress(range(len(hits)), hits))) if few else where.bound
            rows = self.db.execute(f"SELECT id FROM paper WHERE {where.text}{named} ORDER BY {order}", bound)
            return array("q", islice((row[0] for row in rows if hits[row[0]]), limit))

    def _top_by_scan(self, question: Question, limit: int) -> array[int]:
        """Return the first hits among the first papers of the view, found in their own texts: so many may match that
        no index is needed."""
        assert question.node is not None
        ids, read = array("q"), limit * limits.TOP_TIMES
        if read > limits.FIRST_ROWS:
            return ids
        first = self.statements.select(Question(question.view, sort=question.keys))
        matches = ScanCompiler(self.statements.statuses.all(), dates.today(), self.statements.in_files).compile(
            question.node
        )
        sql = (
            f"WITH first AS MATERIALIZED ({first.text} LIMIT {read}) SELECT paper.id FROM first CROSS JOIN paper "
            f"USING (id) WHERE {matches.text} LIMIT {limit}"
        )
        with within(self.db, limits.TOP_SECONDS):
            ids.extend(row[0] for row in self.db.execute(sql, first.bound + matches.bound))
        return ids
