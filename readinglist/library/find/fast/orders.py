"""The orders of views without a search: kept once found, and their first rows found without the others."""

from __future__ import annotations

import sqlite3
from array import array

from readinglist.core.fields import Sort
from readinglist.core.views import View
from readinglist.library.file.time_limit import within
from readinglist.library.find.fast import grouped_order, limits
from readinglist.library.find.fast.bulk_ids import bulk_ids
from readinglist.library.find.fast.cache import Cache
from readinglist.library.find.fast.order import Order
from readinglist.library.find.question import Question
from readinglist.library.find.sql import Sql
from readinglist.library.find.statements import Statements


class Orders:
    """The orders of one library, over one connection."""

    def __init__(self, db: sqlite3.Connection, statements: Statements) -> None:
        self.db = db
        self.statements = statements
        self.cache = Cache(db)

    def order(self, view: View, sort: Sort) -> Order:
        """Return all papers of a view in their order."""
        self.cache.refresh()
        found = self.cache.orders.get((view, sort)) or Order(self._found(view, sort))
        self.cache.keep_order(view, sort, found)
        return found

    def _found(self, view: View, sort: Sort) -> array[int]:
        if len(sort) == 1 and sort[0].field in grouped_order.FIELDS:
            return grouped_order.ids(self.db, self.statements, self.statements.where(view), sort[0])
        return bulk_ids(self.db, self.statements.select(Question(view, sort=sort)))

    def first(self, view: View, sort: Sort) -> tuple[array[int], bool]:
        """Return the first rows as far as there is time for them, and whether they are all."""
        self.cache.refresh()
        kept = self.cache.orders.get((view, sort))
        if kept is not None:
            return kept.ids, True
        ids, complete = array("q"), False
        with within(self.db, limits.FIRST_SECONDS):
            for statement in self._parts(view, sort):
                ids.extend(bulk_ids(self.db, statement, limit=limits.FIRST_ROWS - len(ids)))
                if len(ids) >= limits.FIRST_ROWS:
                    break
            complete = len(ids) < limits.FIRST_ROWS
        return ids, complete

    def _parts(self, view: View, sort: Sort) -> list[Sql]:
        """The list as one statement, or as two that follow each other: those with a value, those without.

        SQLite reads a rising order with the blanks at its end from no index, as it does either part.
        """
        column = self.statements.column(sort[0]) if len(sort) == 1 else None
        if column is None or sort[0].falling:
            return [self.statements.select(Question(view, sort=sort))]
        where = self.statements.where(view)
        select = f"SELECT paper.id FROM paper WHERE {where.text} AND {column} IS"
        parts = (f"{select} NOT NULL ORDER BY {column}, paper.id DESC", f"{select} NULL ORDER BY paper.id DESC")
        return [Sql(part, where.bound) for part in parts]

    def keep(self, view: View, sort: Sort, ids: array[int]) -> None:
        """Keep an order that was found elsewhere."""
        self.cache.keep_order(view, sort, Order(ids))
