"""The TEMP triggers that note every change, as SQL, and quicker ones for a statement that changes very many rows.

The triggers are made from the columns the tables have, so a
new column is journaled without a line here. They write to a TEMP table, which `noted` empties into the journal: a
CHECK with a list, an index and a reference cost more for each row that fires a trigger than all else does.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence

from readinglist.library.file.checksum import CHECKSUM, difference_of_rows, row_sum
from readinglist.library.file.journaled import JOURNALED

# `delta`: what is still to be added to the row's checksum. `moved`: by how much the stored one has changed already.
NOTED = "CREATE TEMP TABLE noted (step, tbl, key, paper, kind, old, delta, moved)"


def columns(db: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """Return the columns of a table that are the user's."""
    return tuple(row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[1] != CHECKSUM)


def owner(table: str, followed: Sequence[str]) -> str:
    """Return the column that says which paper a row belongs to, "" where there is none."""
    return {"paper": "id"}.get(table, "paper" if "paper" in followed else "")


def _outside(table: str) -> str:
    return f"RAISE(ABORT, 'a change of {table} outside a step')"


def guard(table: str) -> str:
    """Return the trigger that lets nobody write a checksum outside a step."""
    return (
        f"CREATE TEMP TRIGGER guard_{table} BEFORE UPDATE OF {CHECKSUM} ON main.{table} "
        f"WHEN NOT EXISTS (SELECT 1 FROM temp.now_step) BEGIN SELECT {_outside(table)}; END"
    )


def triggers(table: str, followed: Sequence[str]) -> Iterator[str]:
    """Yield the CREATE TEMP TRIGGER statements that journal the rows of one table."""
    # A statement over many rows brings their checksums along.
    due = f"CASE NEW.{CHECKSUM} WHEN 0 THEN {row_sum(table, followed, 'NEW')} ELSE 0 END"
    inserted = _record(table, followed, "NEW", "i", "NULL", due, f"NEW.{CHECKSUM}")
    yield f"CREATE TEMP TRIGGER keep_{table}_i AFTER INSERT ON main.{table} BEGIN {inserted} END"
    whole = "json_object(" + ", ".join(f"'{name}', OLD.{name}" for name in (*followed, CHECKSUM)) + ")"
    deleted = _record(table, followed, "OLD", "d", whole, "0", f"-OLD.{CHECKSUM}")
    yield f"CREATE TEMP TRIGGER keep_{table}_d AFTER DELETE ON main.{table} BEGIN {deleted} END"
    yield _updated(table, followed, followed)


def _record(
    table: str, followed: Sequence[str], row: str, kind: str, old: str, delta: str, moved: str, rest: str = ""
) -> str:
    """Return the statement that journals one row."""
    step = f"coalesce((SELECT step FROM temp.now_step), {_outside(table)})"
    paper = owner(table, followed)
    keys = "json_array(" + ", ".join(f"{row}.{name}" for name in JOURNALED[table]) + ")"
    return (
        "INSERT INTO noted (step, tbl, key, paper, kind, old, delta, moved) "
        f"SELECT {step}, '{table}', {keys}, {f'{row}.{paper}' if paper else 'NULL'}, '{kind}', {old}, "
        f"{delta}, {moved} {rest};"
    )


def _updated(table: str, followed: Sequence[str], looked_at: Sequence[str]) -> str:
    """Return the trigger that journals what an update changes of the columns that it looks at."""
    changed = " UNION ALL ".join(
        f"SELECT '{name}' AS name, OLD.{name} AS value WHERE OLD.{name} IS NOT NEW.{name}" for name in looked_at
    )
    some = f"FROM (SELECT json_group_object(name, value) AS old, count(*) AS n FROM ({changed})) WHERE n > 0"
    summed = f"NEW.{CHECKSUM} IS NOT OLD.{CHECKSUM}"  # by the statement itself
    due = f"CASE WHEN {summed} THEN 0 ELSE {difference_of_rows(table, followed, looked_at)} END"
    record = _record(table, followed, "OLD", "u", "old", due, f"NEW.{CHECKSUM} - OLD.{CHECKSUM}", some)
    return (
        f"CREATE TEMP TRIGGER keep_{table}_u AFTER UPDATE OF {', '.join(looked_at)} ON main.{table} BEGIN {record} END"
    )


@contextlib.contextmanager
def narrowed(db: sqlite3.Connection, table: str, followed: Sequence[str], sets: Sequence[str]) -> Iterator[None]:
    """Inside this block, journal updates of the columns `sets` only, and abort one of any other column.

    Comparing every column of a wide row takes longer than changing a few: this takes a third of a statement over very
    many rows. Inside the caller's transaction, so that whatever ends that also ends this.
    """
    others = [name for name in followed if name not in sets]
    db.execute(f"DROP TRIGGER temp.keep_{table}_u")
    db.execute(_updated(table, followed, sets))
    if others:
        refused = f"RAISE(ABORT, 'a change of {table} that is not journaled')"
        db.execute(
            f"CREATE TEMP TRIGGER others_{table} AFTER UPDATE OF {', '.join(others)} ON main.{table} "
            f"BEGIN SELECT {refused}; END"
        )
    try:
        yield
    finally:
        if db.in_transaction:  # SQLite itself ends the whole transaction on some errors, and this with it
            db.execute(f"DROP TRIGGER IF EXISTS temp.others_{table}")
            db.execute(f"DROP TRIGGER temp.keep_{table}_u")
            db.execute(_updated(table, followed, followed))
