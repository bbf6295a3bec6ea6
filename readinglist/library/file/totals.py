"""Totals of the whole library, one row: the last step and change, and of every table how many rows and their sums.

What no row's own checksum can show is found by them: rows that are gone, a page of the file as it was some time ago.
A commit changes them by what it changed, so they cost the same in a library of any size, and what did not add up before
does not afterwards.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
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

_ADD = (  # one statement for all tables of a commit; WHERE, or SQLite takes ON for a join
    "INSERT INTO tally (tbl, count, checksums) SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'), "
    "json_extract(value, '$[2]') FROM json_each(?) WHERE true "
    "ON CONFLICT (tbl) DO UPDATE SET count = count + excluded.count, checksums = checksums + excluded.checksums"
)
_ENCODE = json.JSONEncoder(separators=(",", ":")).encode


def _tallied(table: str, count: int, checksums: str) -> str:
    return _TALLIED.format(table=f"'{table}'", count=count, checksums=checksums)


def add(db: sqlite3.Connection, moved: Iterable[tuple[str, int, int]]) -> None:
    """Note how many rows tables got (lost: below 0), and by how much the sum of all their checksums has changed."""
    db.execute(_ADD, (_ENCODE(list(moved)),))


def write(db: sqlite3.Connection) -> None:
    """Put what was gathered into the row of totals; the last thing before a COMMIT."""
    tally = db.execute("SELECT tbl, count, checksums FROM temp.tally").fetchall()
    if not tally:
        return
    known = _lists(db)
    if known is not None:  # totals that cannot be read any more stay as they are, for `check` to tell
        for table, count, checksums in tally:
            total = known.setdefault(table, [0, 0])
            total[0] += count
            total[1] += checksums
        put(db, known)
    db.execute("DELETE FROM temp.tally")


def put(db: sqlite3.Connection, known: Mapping[str, Sequence[int]]) -> None:
    """Store totals (rows, sum of checksums), with the last step and change that there were."""
    db.execute(_put(), (_ENCODE(known),))


@cache
def _put() -> str:
    given = "coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{0}'), 0)"
    sets = {name: f"max({name}, {given.format(name)})" for name in ("step", "change")} | {"totals": "?1"}
    checksum = f"{CHECKSUM} + {difference('library', LIBRARY_COLUMNS, sets)}"
    return f"UPDATE library SET {', '.join(f'{name} = {sql}' for name, sql in (sets | {CHECKSUM: checksum}).items())}"


def row(db: sqlite3.Connection) -> object:
    """Return the whole row of totals: no two states of a library have the same one."""
    return db.execute("SELECT * FROM library").fetchone()


def last(db: sqlite3.Connection, table: str) -> int:
    """Return the highest number that a row of `table` (`step` or `change`) ever had."""
    row = db.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return int(row[0]) if row else 0


def _lists(db: sqlite3.Connection) -> dict[str, list[int]] | None:
    try:
        found = json.loads(db.execute("SELECT totals FROM library").fetchone()[0])
    except (sqlite3.OperationalError, TypeError, ValueError):
        return None
    if not isinstance(found, dict):
        return None
    totals = list(found.values())
    fits = all(isinstance(total, list) and len(total) == 2 and {*map(type, total)} == {int} for total in totals)
    return found if fits else None


def stored(db: sqlite3.Connection) -> dict[str, Total] | None:
    """Return the totals as they were last written, by table; None where they cannot be read."""
    found = _lists(db)
    return None if found is None else {table: Total(*total) for table, total in found.items()}


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


def of(db: sqlite3.Connection, table: str) -> Total:
    """Return what is in a table."""
    return Total(*db.execute(f"SELECT count(*), coalesce(sum({CHECKSUM}), 0) FROM {table}").fetchone())


def expected(db: sqlite3.Connection, table: str) -> Total:
    """Return what ought to be in a table, inside a step: what was stored, and what was gathered since."""
    known = (stored(db) or {}).get(table, Total(0, 0))
    row = db.execute("SELECT count, checksums FROM temp.tally WHERE tbl = ?", (table,)).fetchone() or (0, 0)
    return Total(known.rows + row[0], known.checksums + row[1])


def counted(db: sqlite3.Connection) -> Iterator[tuple[str, Total]]:
    """Yield every table with what is in it."""
    there = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in (name for name in TABLES if name in there):
        yield table, of(db, table)
