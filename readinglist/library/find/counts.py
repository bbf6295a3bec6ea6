"""How many papers are in a list, have a status or a tag, or are in the Trash, counted when asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection

from readinglist.library.find.question import Question
from readinglist.library.find.statements import Statements
from readinglist.library.tables.tags import Tags


class Counts:
    """The counts of one library, over one connection."""

    def __init__(self, db: sqlite3.Connection, tags: Tags, statements: Statements) -> None:
        self.db = db
        self.tags = tags
        self.statements = statements

    def of(self, question: Question) -> int:
        """Return how many papers are in the list."""
        where = self.statements.condition(question.view, question.node)
        return int(self.db.execute(f"SELECT count(*) FROM paper WHERE {where.text}", where.bound).fetchone()[0])

    def of_statuses(self) -> dict[str, int]:
        """Return how many papers have each status, the Trash aside."""
        rows = self.db.execute("SELECT status, count(*) FROM paper WHERE trashed IS NULL GROUP BY status")
        return dict(rows.fetchall())

    def of_tags(self, tags: Collection[int] | None = None) -> dict[int, int]:
        """Return how many papers have each tag (of `tags`, or all), by its number, the Trash aside."""
        return self.tags.counts(tags)

    def in_trash(self) -> int:
        """Return how many papers are in the Trash."""
        return int(self.db.execute("SELECT count(*) FROM paper WHERE trashed IS NOT NULL").fetchone()[0])
