"""Finds papers: `library.search` answers which papers are in a list, and in what order, as ids and as rows.

What a list is stands in `statements`; the shortcuts by which long lists are found quickly are behind this, in `fast`.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from readinglist.core.row import Common, Row
from readinglist.core.text import sort_key
from readinglist.library.file.sql import PICKED, picked
from readinglist.library.find.common import common
from readinglist.library.find.counts import Counts
from readinglist.library.find.question import EVERYTHING, Question
from readinglist.library.find.rows import Rows
from readinglist.library.find.statements import InFiles, Statements
from readinglist.library.tables.statuses import Statuses
from readinglist.library.tables.tags import Tags

if TYPE_CHECKING:
    from readinglist.library.find.fast.cache import State
    from readinglist.library.find.fast.followed_counts import FollowedCounts
    from readinglist.library.find.fast.hits import Hits
    from readinglist.library.find.fast.orders import Orders


class Search:
    """The papers of one library, over one connection."""

    def __init__(self, db: sqlite3.Connection, statuses: Statuses, tags: Tags, in_files: InFiles) -> None:
        """`in_files` finds the PDFs whose words match."""
        self.db = db
        self.statements = Statements(statuses, tags, in_files)
        self.counts = Counts(db, tags, self.statements)
        self._rows = Rows(db, tags)
        db.create_function("file_missing", 1, _file_missing)

    # -- lists ---------------------------------------------------------------------------------------------------

    def ids(self, question: Question = EVERYTHING, before: Callable[[], None] = lambda: None) -> array[int]:
        """Return the whole list, in its order.

        `before` is called when SQLite has done its part, which keeps no other thread waiting, and Python's begins.
        """
        if question.node is None:
            before()
            return self._orders.order(question.view, question.keys).ids
        return self._hits.ids(question, before)

    def top(self, question: Question, limit: int) -> array[int]:
        """Return the first `limit` ids of the list, without finding or sorting the others where that can be."""
        if question.node is not None:
            return self._hits.top(question, limit)
        sql = self.statements.select(question)
        return array("q", (row[0] for row in self.db.execute(f"{sql.text} LIMIT ?", (*sql.bound, limit))))

    def first(self, question: Question) -> tuple[array[int], bool]:
        """Return what half a frame is enough to find of the list's beginning, and whether that is all of the list.

        Of a search they are the newest hits, in the list's order, and often not those that the list begins with.
        """
        if question.node is None:
            return self._orders.first(question.view, question.keys)
        return self._hits.first(question)

    def state(self) -> State:
        """Return what is another value once anything was written, here or by another connection."""
        return self._orders.cache.refresh()

    def keep(self, question: Question, ids: array[int], state: State) -> None:
        """Keep a list that another connection has found since `state` for the next time it is asked for here."""
        if question.node is None and self.state() == state:
            self._orders.keep(question.view, question.keys, ids)

    def rows(self, ids: Sequence[int]) -> dict[int, Row]:
        """Return what the table shows of papers, by id; those that are gone are missing."""
        return self._rows.fetch(ids)

    def common(self, papers: Sequence[int]) -> Common:
        """Return what papers have in common and where they differ, counted over all of them."""
        return common(self.db, papers)

    @cached_property
    def _orders(self) -> Orders:
        from readinglist.library.find.fast.orders import Orders  # a few papers on the command line need none of it

        return Orders(self.db, self.statements)

    @cached_property
    def _hits(self) -> Hits:
        from readinglist.library.find.fast.hits import Hits  # loads the language of searches: a start is quicker

        return Hits(self._orders)

    # -- counts --------------------------------------------------------------------------------------------------

    def count(self, question: Question = EVERYTHING) -> int:
        """Return how many papers are in the list."""
        return self.counts.of(question)

    @cached_property
    def followed_counts(self) -> FollowedCounts:
        """The counts of the sidebar, kept up to date from change to change."""
        from readinglist.library.find.fast.followed_counts import FollowedCounts  # neither a list nor the first picture

        return FollowedCounts(self.counts, self.ids)

    # -- single papers ---------------------------------------------------------------------------------

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


def _file_missing(path: str) -> bool:
    from readinglist.library.place.whereabouts import is_missing  # few searches ask, and every start would load it

    return is_missing(path)
