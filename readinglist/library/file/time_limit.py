"""Stops a query that runs too long, or is not wanted any more, with what it has found by then."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_STEPS = 200  # of SQLite's virtual machine from one look to the next: some microseconds, more where Python is called


@contextmanager
def until(db: sqlite3.Connection, stop: Callable[[], bool]) -> Iterator[None]:
    """Stop what runs on `db` inside this block once `stop()` is true; the block then ends without an error.

    `Connection.interrupt` from another thread ends it the same way. What a block has kept of the rows until then stays.
    Not to be nested: SQLite asks one such handler a connection.
    """
    db.set_progress_handler(stop, _STEPS)
    try:
        with interruptible():
            yield
    finally:
        db.set_progress_handler(None, 0)


@contextmanager
def within(db: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """Stop what runs on `db` inside this block after `seconds`, as `until` does."""
    end = time.perf_counter() + seconds
    with until(db, lambda: time.perf_counter() > end):
        yield


@contextmanager
def interruptible() -> Iterator[None]:
    """End this block without an error where `Connection.interrupt` stops what runs inside it."""
    try:
        yield
    except sqlite3.OperationalError as problem:
        if problem.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
            raise
