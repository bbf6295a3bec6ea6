"""Totals of the whole library, one row: the last step and change, and of every table how many rows and their sums.

What no row's own checksum can show is found by them: rows that are gone, a page of the file as it was some time ago.
A commit changes them by what it changed, so they cost the same in a library of any size, and what did not add up before
does not afterwards.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from readinglist.library.file.checksum import CHECKSUM, difference, row_sum
from readinglist.library.file.journaled import JOURNALED, LIBRARY_COLUMNS, STEP_COLUMNS

TABLES = (*JOURNALED, "step", "change")


class Total(NamedTuple):
    """How many rows a table has, and the sum of their checksums."""

    rows: int
    checksums: int


def arm(db: sqlite3.Connection) -> None:
    """Make what totals are gathered in, and the triggers that sum steps and follow what is forgotten of the journal."""
    db.execute("CREATE TEMP TABLE tally (tbl TEXT PRIMARY KEY, count INTEGER, checksums INTEGER) WITHOUT ROWID")
    changed = difference("step", STEP_COLUMNS, {name: f"NEW.{name}" for name in STEP_COLUMNS}).replace("step.", "OLD.")
    summed = f"UPDATE step SET {CHECKSUM} = {{}} WHERE id = NEW.id;"
    db.execute(
        "CREATE TEMP TRIGGER sum_step_i AFTER INSERT ON main.step BEGIN "
        f"{_tallied('step', 1, 'NEW.checksum')} {summed.format(row_sum('step', STEP_COLUMNS, 'NEW'))} END"
    )
    db.execute(
        f"CREATE TEMP TRIGGER sum_step_u AFTER UPDATE OF {', '.join(STEP_COLUMNS)} ON main.step BEGIN "
        f"{summed.format(f'{CHECKSUM} + {changed}')} END"
    )
    db.execute(
        f"CREATE TEMP TRIGGER tally_step AFTER UPDATE OF {CHECKSUM} ON main.step BEGIN "
        f"{_tallied('step', 0, 'NEW.checksum - OLD.checksum')} END"
    )
    for table in ("step", "change"):
        db.execute(
            f"CREATE TEMP TRIGGER tally_{table}_d AFTER DELETE ON main.{table} BEGIN "
            f"{_tallied(table, -1, '-OLD.checksum')} END"
        )


_TALLIED = (
    "INSERT INTO tally (tbl, count, checksums) VALUES ({table}, {count}, {checksums}) ON CONFLICT (tbl) "
    "DO UPDATE SET count = count + excluded.count, checksums = checksums + excluded.checksums;"
)


def _tallied(table: str, count: int, checksums: str) -> str:
    return _TALLIED.format(table=f"'{table}'", count=count, checksums=checksums)


def add(db: sqlite3.Connection, table: str, count: int, checksums: int) -> None:
    """Note how many rows a table got (lost: below 0), and by how much the sum of all its checksums has changed."""
    db.execute(_TALLIED.format(table="?", count="?", checksums="?"), (table, count, checksums))


def write(db: sqlite3.Connection) -> None:
    """Put what was gathered into the row of totals; the last thing before a COMMIT."""
    tally = db.execute("SELECT tbl, count, checksums FROM temp.tally").fetchall()
    if not tally:
        return
    known = stored(db)
    if known is not None:  # totals that cannot be read any more stay as they are, for `check` to tell
        for table, count, checksums in tally:
            before = known.get(table, Total(0, 0))
            known[table] = Total(before.rows + count, before.checksums + checksums)
        put(db, known)
    db.execute("DELETE FROM temp.tally")


def put(db: sqlite3.Connection, known: dict[str, Total]) -> None:
    """Store totals, with the last step and change that there were."""
    sets = {"step": "?1", "change": "?2", "totals": "?3"}
    checksum = f"{CHECKSUM} + {difference('library', LIBRARY_COLUMNS, sets)}"
    listed = ", ".join(f"{name} = {sql}" for name, sql in (sets | {CHECKSUM: checksum}).items())
    given = json.dumps({table: [*total] for table, total in known.items()}, separators=(",", ":"))
    db.execute(f"UPDATE library SET {listed}", (last(db, "step"), last(db, "change"), given))


def last(db: sqlite3.Connection, table: str) -> int:
    """Return the highest number that a row of `table` (`step` or `change`) ever had."""
    row = db.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return int(row[0]) if row else 0


def stored(db: sqlite3.Connection) -> dict[str, Total] | None:
    """Return the totals as they were last written, by table; None where they cannot be read."""
    try:
        row = db.execute("SELECT totals FROM library").fetchone()
        return {table: Total(*map(int, total)) for table, total in json.loads(row[0]).items()}
    except (sqlite3.OperationalError, TypeError, ValueError, AttributeError):
        return None


@contextlib.contextmanager
def carried(db: sqlite3.Connection) -> Iterator[None]:
    """Change the totals by what is done inside this block, a migration: what did not add up before does not after."""
    known = stored(db)
    before = dict(counted(db)) if known is not None else {}
    yield
    if known is None:
        return
    for table, now in counted(db):
        was, had = known.get(table, Total(0, 0)), before.get(table, Total(0, 0))
        known[table] = Total(was.rows + now.rows - had.rows, was.checksums + now.checksums - had.checksums)
    put(db, known)


def counted(db: sqlite3.Connection) -> Iterator[tuple[str, Total]]:
    """Yield every table with what is in it."""
    there = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in (name for name in TABLES if name in there):
        rows, checksums = db.execute(f"SELECT count(*), coalesce(sum({CHECKSUM}), 0) FROM {table}").fetchone()
        yield table, Total(rows, checksums)
