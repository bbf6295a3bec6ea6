"""Writes down what the triggers noted: the checksums of the changed rows, the journal, the totals of the library."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cache

from readinglist.library.file import totals
from readinglist.library.file.checksum import CHECKSUM, sum_of
from readinglist.library.file.journaled import CHANGE_COLUMNS, JOURNALED


def write_down(db: sqlite3.Connection) -> None:
    """Bring checksums, journal and totals up to what was noted; part of every step, before the journal is read."""
    tables = db.execute(
        "SELECT tbl, total((kind = 'i') - (kind = 'd')), sum(moved), sum(delta <> 0), sum(kind = 'd') "
        "FROM temp.noted GROUP BY tbl"
    ).fetchall()
    if not tables:
        return
    moves = [
        (table, int(count), moved + (_sum_rows(db, table, gone=bool(gone)) if due else 0))
        for table, count, moved, due, gone in tables
    ]
    totals.add(db, [*moves, *_journal(db)])


def _sum_rows(db: sqlite3.Connection, table: str, *, gone: bool) -> int:
    """Add to the checksums of a table's changed rows what is due. Returns how much that is in all."""
    if gone:
        due = _due_with_gone(db, table)
    else:
        grouped = "SELECT sum(delta), key FROM temp.noted WHERE tbl = ? GROUP BY key HAVING sum(delta) <> 0"
        due = db.execute(grouped, (table,)).fetchall()
    # Each by its key: of one statement over all of them SQLite makes a look at every row of the table.
    at = " AND ".join(f"{name} = json_extract(?2, '$[{place}]')" for place, name in enumerate(JOURNALED[table]))
    db.executemany(f"UPDATE {table} SET {CHECKSUM} = {CHECKSUM} + ?1 WHERE {at}", due)
    return sum(delta for delta, _key in due)


def _due_with_gone(db: sqlite3.Connection, table: str) -> list[tuple[int, str]]:
    """Return what is due where rows were deleted, too: what was due to one of those goes into the journal with it."""
    due: dict[str, int] = {}
    noted = "SELECT rowid, key, kind, delta FROM temp.noted WHERE tbl = ? ORDER BY rowid"
    for number, key, kind, delta in db.execute(noted, (table,)).fetchall():
        if kind != "d":
            due[key] = due.get(key, 0) + delta
        elif owed := due.pop(key, 0):
            summed = f"json_set(old, '$.{CHECKSUM}', json_extract(old, '$.{CHECKSUM}') + ?)"
            db.execute(f"UPDATE temp.noted SET old = {summed} WHERE rowid = ?", (owed, number))
    return [(delta, key) for key, delta in due.items() if delta]


@cache
def _written() -> str:
    values = {name: name for name in CHANGE_COLUMNS} | {"id": "?1 + rowid"}
    values[CHECKSUM] = sum_of("change", values)
    names, given = ", ".join(values), ", ".join(values.values())
    return f"INSERT INTO change ({names}) SELECT {given} FROM temp.noted ORDER BY rowid"


def _journal(db: sqlite3.Connection) -> Iterator[tuple[str, int, int]]:
    """Write the journal and yield what that adds to its totals."""
    last = totals.last(db, "change")
    db.execute(_written(), (last,))
    written = f"SELECT step, count(*), sum({CHECKSUM}) FROM change NOT INDEXED WHERE id > ? GROUP BY step"
    for step, count, checksums in db.execute(written, (last,)).fetchall():
        db.execute("UPDATE step SET changes = changes + ? WHERE id = ?", (count, step))
        yield "change", count, checksums
    db.execute("DELETE FROM temp.noted")
