"""What the tables share of SQL: lists of ids as one bound value, snapshots, a larger cache."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator

# `id IN` a list of any length, as one bound value.
PICKED = "(SELECT value FROM json_each(?))"
_LARGE = -64_000  # KiB of SQLite's page cache


def picked(ids: Iterable[int]) -> str:
    """Return the value to bind for `PICKED`."""
    return json.dumps(list(ids), separators=(",", ":"))


@contextlib.contextmanager
def snapshot(db: sqlite3.Connection) -> Iterator[None]:
    """Read inside this block as of one moment, whatever other connections commit meanwhile."""
    own = not db.in_transaction
    if own:
        db.execute("BEGIN")
    try:
        yield
    finally:
        if own and db.in_transaction:  # SQLite itself ends the transaction on some errors
            db.execute("COMMIT")


@contextlib.contextmanager
def large_cache(db: sqlite3.Connection) -> Iterator[None]:
    """Keep more of the file in memory inside this block, for what goes over most of it."""
    usual = db.execute("PRAGMA cache_size").fetchone()[0]
    db.execute(f"PRAGMA cache_size = {_LARGE}")
    try:
        yield
    finally:
        db.execute(f"PRAGMA cache_size = {usual}")
