"""What the modules of each table may ask of the open library; keeps them strangers to its opening."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from readinglist.library.change.journal import Journal
    from readinglist.library.tables.queue import Queue
    from readinglist.library.tables.readings import Readings
    from readinglist.library.tables.statuses import Statuses
    from readinglist.library.tables.tags import Tags


class Door(Protocol):
    """The library as its own modules see it."""

    db: sqlite3.Connection
    journal: Journal
    key_template: str

    @property
    def statuses(self) -> Statuses: ...
    @property
    def tags(self) -> Tags: ...
    @property
    def queue(self) -> Queue: ...
    @property
    def readings(self) -> Readings: ...

    def step(
        self, op: str, count: int = 1, detail: str = "", *, joined_key: str | None = None
    ) -> AbstractContextManager[int]: ...

    def set_count(self, count: int, detail: str | None = None) -> None: ...


# `id IN` a list of any length, as one bound value.
PICKED = "(SELECT value FROM json_each(?))"


def picked(ids: Iterable[int]) -> str:
    """Return the value to bind for `PICKED`."""
    return json.dumps(list(ids), separators=(",", ":"))


_ROOMY = -64_000  # KiB


@contextlib.contextmanager
def at_once(db: sqlite3.Connection) -> Iterator[None]:
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
def roomy(db: sqlite3.Connection) -> Iterator[None]:
    """Keep more of the file in memory inside this block, for what goes over most of it."""
    usual = db.execute("PRAGMA cache_size").fetchone()[0]
    db.execute(f"PRAGMA cache_size = {_ROOMY}")
    try:
        yield
    finally:
        db.execute(f"PRAGMA cache_size = {usual}")
