"""What was found before and is still true: orders of views, and the papers that words are in."""

from __future__ import annotations

import sqlite3

from readinglist.core.fields import Sort
from readinglist.core.views import View
from readinglist.library.find.fast import limits
from readinglist.library.find.fast.order import Order

State = tuple[int, int]


class Cache:
    """Kept for one connection, until anything is written by it or by another one."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.orders: dict[tuple[View, Sort], Order] = {}
        self.words: dict[tuple[str, str], int] = {}  # the mask (see `masks`) of an index table and an expression
        self._state: State = (-1, -1)

    def refresh(self) -> State:
        """Forget everything if anything was written since the last time; return what stands for the present state."""
        version = self.db.execute("PRAGMA data_version").fetchone()[0]  # changes with what other connections write
        state = (version, self.db.total_changes)
        if state != self._state:
            self._state = state
            self.orders.clear()
            self.words.clear()
        return state

    def keep_order(self, view: View, sort: Sort, order: Order) -> None:
        """Keep an order as the newest of a few."""
        self.orders.pop((view, sort), None)
        self.orders[(view, sort)] = order
        while len(self.orders) > limits.KEPT_ORDERS:
            del self.orders[next(iter(self.orders))]

    def make_room_for_words(self, papers: int) -> None:
        """Forget the oldest masks, a byte a paper each, that there is no room for; those of one search always fit."""
        most = max(limits.LEAST_KEPT_WORDS, limits.KEPT_WORDS_BYTES // papers)
        while len(self.words) > most:
            del self.words[next(iter(self.words))]
