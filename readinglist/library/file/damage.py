"""Finds the rows whose checksum is not that of what they hold."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, NamedTuple

from readinglist.library.file.checksum import CHECKSUM, row_sum
from readinglist.library.file.journaled import JOURNALED

# Every table whose rows carry a checksum, with its key.
SUMMED: dict[str, tuple[str, ...]] = {**JOURNALED, "step": ("id",), "change": ("id",), "library": ("id",)}


class Damaged(NamedTuple):
    """A row that is not what was last written to it, by table and key."""

    table: str
    key: tuple[Any, ...]

    @property
    def key_text(self) -> str:
        """The key as it is shown and given on the command line: its one value, else a JSON array."""
        return str(self.key[0]) if len(self.key) == 1 else json.dumps(self.key, ensure_ascii=False, default=repr)


def columns(db: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Return the columns of a table that its checksums are made of."""
    return tuple(row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[1] != CHECKSUM)


def damaged(db: sqlite3.Connection, table: str, which: str = "1", bound: tuple[Any, ...] = ()) -> list[Damaged]:
    """Return the damaged rows among those of a table that the condition `which` chooses."""
    keys = ", ".join(SUMMED[table])
    differs = f"{CHECKSUM} IS NOT {row_sum(table, columns(db, table))}"
    rows = db.execute(f"SELECT {keys} FROM {table} WHERE ({which}) AND {differs} ORDER BY {keys}", bound)
    return [Damaged(table, tuple(row)) for row in rows]
