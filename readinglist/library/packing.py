"""Many ids out of SQLite at once: joined to one text inside it, which takes a third of the time of as many rows.

While SQLite joins them no other thread has to wait, and taking the text apart lets others in after every piece.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from typing import Any

_PIECE = 30_000  # characters: less than a millisecond


def packed(db: sqlite3.Connection, sql: str, bound: Sequence[Any] = ()) -> array[int]:
    """Return the ids (the only column of `sql`, called `id` or `rowid`) in their order."""
    ids = array("q")
    for part in parts_of(joined(db, sql, bound)):
        ids.extend(part)
    return ids


def joined(db: sqlite3.Connection, sql: str, bound: Sequence[Any] = ()) -> str:
    """Return the ids as one text, for `parts_of`."""
    return db.execute(f"WITH listed (id) AS ({sql}) SELECT group_concat(id) FROM listed", bound).fetchone()[0] or ""


def parts_of(text: str) -> Iterator[list[int]]:
    """Yield the ids of a `joined` text in pieces."""
    start = 0
    while start < len(text):
        end = text.find(",", start + _PIECE)
        end = len(text) if end < 0 else end
        yield json.loads(f"[{text[start:end]}]")
        start = end + 1
