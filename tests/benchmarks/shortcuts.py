"""Each shortcut of finding beside the plain way, in turns: `python -m tests.benchmarks.shortcuts [papers]`.

Prints the milliseconds of CPU without and with it, medians of some turns; docs/decisions/0033 draws on them. The
library is `corpus.library`, by default of 100,000 papers.
"""

from __future__ import annotations

import statistics
import sys
import time
from array import array
from collections.abc import Callable, Iterator
from functools import partial

from readinglist.core.fields import parse_sort
from readinglist.core.query import language
from readinglist.library.find.fast import bulk_ids, grouped_order, limits
from readinglist.library.find.question import Question
from readinglist.library.library import Library
from tests.benchmarks import corpus

TURNS = 5
TEXTS = ("l", "lea", "learning", "deep attention", "author:smith", "learning -tag:rl")

Way = Callable[[], object]
Pair = tuple[str, Way, Way]  # what is done, without and with the shortcut


def compared(without: Way, shortcut: Way) -> tuple[float, float]:
    """Return the milliseconds of CPU of both, done by turns."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _turn in range(TURNS):
        for way, times in zip((without, shortcut), taken, strict=True):
            start = time.thread_time()
            way()
            times.append((time.thread_time() - start) * 1e3)
    return statistics.median(taken[0]), statistics.median(taken[1])


class Pairs:
    """What is compared, over one library."""

    def __init__(self, library: Library) -> None:
        self.db = library.db
        self.search = library.search
        self.cache = library.search._orders.cache

    def plain(self, question: Question, limit: int = -1) -> array[int]:
        """Return a list by its plain statement, row by row."""
        sql = self.search.statements.select(question)
        return array("q", [row[0] for row in self.db.execute(f"{sql.text} LIMIT {limit}", sql.bound)])

    def forgotten(self, question: Question, *, orders: bool = False, words: bool = False) -> array[int]:
        """Return a list with kept orders, or what was found by words, forgotten before."""
        if orders:
            self.cache.orders.clear()
        if words:
            self.cache.words.clear()
        return self.search.ids(question)

    def bulk(self) -> Iterator[Pair]:
        """Orders of all papers: ids as one text."""
        for sort in ("-date", "title"):
            question = Question(sort=parse_sort(sort))
            sql = self.search.statements.select(question)
            yield f"bulk ids: {sort}", partial(self.plain, question), partial(bulk_ids.bulk_ids, self.db, sql)

    def grouped(self) -> Iterator[Pair]:
        """Orders a value at a time."""
        statements = self.search.statements
        for field in sorted(grouped_order.FIELDS):
            question = Question(sort=parse_sort(field))
            sql, where = statements.select(question), statements.where(question.view)
            yield (
                f"grouped order: {field}",
                partial(bulk_ids.bulk_ids, self.db, sql),
                partial(grouped_order.ids, self.db, statements, where, question.sort[0]),
            )

    def searches(self) -> Iterator[Pair]:
        """All hits, the first ones, and the top of the list, of some searches."""
        for text in TEXTS:
            question = Question(node=language.parse(text).node, sort=parse_sort("-date"), ranked=True)
            unranked = question._replace(ranked=False)
            self.search.ids(question)
            plain, masks = partial(self.plain, question), partial(self.forgotten, question, words=True)
            yield f"masks: {text}", plain, masks
            yield f"kept order: {text}", partial(self.forgotten, question, orders=True, words=True), masks
            yield f"kept words: {text}", masks, partial(self.search.ids, question)
            yield f"first rows: {text}", masks, partial(self.search.first, question)
            yield f"top 20: {text}", partial(self.plain, unranked, 20), partial(self.search.top, unranked, 20)

    def views(self) -> Iterator[Pair]:
        """The first rows of all papers in an order with many blanks, which are asked for apart."""
        for sort in ("due", "finished", "title"):
            question = Question(sort=parse_sort(sort))
            yield (
                f"blanks apart: {sort}",
                partial(self.plain, question, limits.FIRST_ROWS),
                partial(self.first, question),
            )

    def first(self, question: Question) -> object:
        """Return the first rows of a view whose order is not kept."""
        self.cache.orders.clear()
        return self.search.first(question)


def main(papers: int) -> None:
    """Measure and print."""
    with Library.open(corpus.library(papers), readonly=True) as library:
        pairs = Pairs(library)
        for part in (pairs.bulk, pairs.grouped, pairs.searches, pairs.views):
            for name, without, shortcut in part():
                before, after = compared(without, shortcut)
                print(
                    f"{name:<34} without {before:8.2f}  with {after:8.2f} ms of CPU, {after / before:5.2f}", flush=True
                )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
