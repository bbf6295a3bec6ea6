"""Writes down what the triggers noted: the checksums of the changed rows, the journal, the totals of the library."""

from __future__ import annotations

import sqlite3

from readinglist.library.file import totals
from readinglist.library.file.checksum import CHECKSUM, sum_of
from readinglist.library.file.journaled import CHANGE_COLUMNS, JOURNALED


def write_down(db: sqlite3.Connection) -> None:
    """Bring checksums, journal and totals up to what was noted; part of every step, before the journal is read."""
    tables = db.execute(
        "SELECT tbl, total((kind = 'i') - (kind = 'd')), sum(moved), sum(delta <> 0), sum(kind = 'd') "
        "FROM temp.noted GROUP BY tbl"
    ).fetchall()
    for table, count, moved, due, gone in tables:
        if due:
            moved += _sum_with_gone(db, table) if gone else _sum_rows(db, table)
        totals.add(db, table, int(count), moved)
    if tables:
        _journal(db)


def _sum_rows(db: sqlite3.Connection, table: str) -> int:
    """Add to the checksums of a table's changed rows what is due. Returns how much that is in all."""
    due = "SELECT key, sum(delta) AS delta FROM temp.noted WHERE tbl = ? GROUP BY key HAVING sum(delta) <> 0"
    at = " AND ".join(
        f"{table}.{name} = json_extract(due.key, '$[{place}]')" for place, name in enumerate(JOURNALED[table])
    )
    db.execute(f"UPDATE {table} SET {CHECKSUM} = {CHECKSUM} + due.delta FROM ({due}) AS due WHERE {at}", (table,))
    return int(db.execute("SELECT sum(delta) FROM temp.noted WHERE tbl = ?", (table,)).fetchone()[0])


def _sum_with_gone(db: sqlite3.Connection, table: str) -> int:
    """The same where rows were deleted as well: what was still due to one of those goes into the journal with it."""
    due: dict[str, int] = {}
    noted = "SELECT rowid, key, kind, delta FROM temp.noted WHERE tbl = ? ORDER BY rowid"
    for number, key, kind, delta in db.execute(noted, (table,)).fetchall():
        if kind != "d":
            due[key] = due.get(key, 0) + delta
        elif owed := due.pop(key, 0):
            summed = f"json_set(old, '$.{CHECKSUM}', json_extract(old, '$.{CHECKSUM}') + ?)"
            db.execute(f"UPDATE temp.noted SET old = {summed} WHERE rowid = ?", (owed, number))
    names = JOURNALED[table]
    at = " AND ".join(f"{name} = json_extract(?2, '$[{place}]')" for place, name in enumerate(names))
    rows = [(delta, key) for key, delta in due.items() if delta]
    db.executemany(f"UPDATE {table} SET {CHECKSUM} = {CHECKSUM} + ?1 WHERE {at}", rows)
    return sum(delta for delta, _key in rows)


def _journal(db: sqlite3.Connection) -> None:
    last = totals.last(db, "change")
    values = {name: name for name in CHANGE_COLUMNS} | {"id": "?1 + rowid"}
    values[CHECKSUM] = sum_of("change", values)
    db.execute(
        f"INSERT INTO change ({', '.join(values)}) SELECT {', '.join(values.values())} FROM temp.noted ORDER BY rowid",
        (last,),
    )
    written = f"SELECT step, count(*), sum({CHECKSUM}) FROM change WHERE id > ? GROUP BY step"
    for step, count, checksums in db.execute(written, (last,)).fetchall():
        db.execute("UPDATE step SET changes = changes + ? WHERE id = ?", (count, step))
        totals.add(db, "change", count, checksums)
    db.execute("DELETE FROM temp.noted")
