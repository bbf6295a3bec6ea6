"""Ids and uids of rows that are to be inserted: the next number, which uids are taken, one that is free."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from readinglist.library.file.connection import new_uid
from readinglist.library.file.sql import PICKED
from readinglist.library.tables import columns


def next_id(db: sqlite3.Connection, table: str) -> int:
    """Return the id of a table's next row: past the highest that was ever given, as AUTOINCREMENT would."""
    row = db.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    top = db.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()
    return max(int(row[0]) if row else 0, int(top[0])) + 1


def taken(db: sqlite3.Connection, table: str, column: str, values: Iterable[str]) -> set[str]:
    """Return which of `values` some row of a table has in `column`."""
    rows = db.execute(f"SELECT {column} FROM {table} WHERE {column} IN {PICKED}", (columns.compact(list(values)),))
    return {row[0] for row in rows}


def free(uid: str | None, used: set[str]) -> str:
    """Return a uid where nothing used has it, else a new one, and note it as used."""
    found = uid if uid and uid not in used else new_uid()
    used.add(found)
    return found


def free_in_sql(table: str) -> str:
    """Return SQL for the uid bound as ?1 where it is given and free in `table`, else for a new one."""
    return f"CASE WHEN ?1 <> '' AND NOT EXISTS (SELECT 1 FROM {table} WHERE uid = ?1) THEN ?1 ELSE new_uid() END"
