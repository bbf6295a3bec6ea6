"""Gives a table new columns and their first values in a migration, its rows' checksums with them."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from readinglist.core.text import clean, one_line
from readinglist.library.file.checksum import CHECKSUM, crc, difference, row_sum, sum_of_values
from readinglist.library.file.journaled import CHANGE_COLUMNS

_AT_ONCE = 1_000  # changes


def add_columns(db: Any, table: str, *definitions: str) -> None:
    """Add columns to a table whose rows carry a checksum, rows that undo may bring back included.

    Checksums change by the difference that the columns make: a row that was damaged is still found out.
    """
    one: sqlite3.Connection = getattr(db, "conn", db)
    had = _summed(one, table)
    before = row_sum(table, had)
    for definition in definitions:
        one.execute(f"ALTER TABLE {table} ADD COLUMN {definition}")
    have = _summed(one, table)
    one.execute(f"UPDATE {table} SET {CHECKSUM} = {CHECKSUM} - ({before}) + {row_sum(table, have)}")
    blanks = {row[1]: row[4] for row in one.execute(f"PRAGMA table_info({table})") if row[1] not in had}
    blank = {name: one.execute(f"SELECT {sql or 'NULL'}").fetchone()[0] for name, sql in blanks.items()}
    sql, last = "SELECT id, old FROM change WHERE tbl = ? AND kind = 'd' AND id > ? ORDER BY id LIMIT ?", 0
    changed = f"old = ?1, {CHECKSUM} = {CHECKSUM} + {difference('change', CHANGE_COLUMNS, {'old': '?1'})}"
    while rows := one.execute(sql, (table, last, _AT_ONCE)).fetchall():
        last = rows[-1][0]
        for number, text in rows:
            row = json.loads(text)
            if CHECKSUM in row:
                damage = row[CHECKSUM] - sum_of_values(table, {name: row.get(name) for name in had})
                row = {name: row.get(name, blank.get(name)) for name in have}
                row[CHECKSUM] = sum_of_values(table, row) + damage
                text = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
                one.execute(f"UPDATE change SET {changed} WHERE id = ?2", (text, number))


def add_columns_before_8(db: Any, table: str, *definitions: str) -> None:
    """The same in libraries before version 8, where a row is summed as a whole and the journal keeps no checksums."""
    before = crc(_summed(db, table))
    for definition in definitions:
        db.execute(f"ALTER TABLE {table} ADD COLUMN {definition}")
    db.execute(f"UPDATE {table} SET {CHECKSUM} = {CHECKSUM} - {before} + {crc(_summed(db, table))}")


def _summed(db: Any, table: str) -> tuple[str, ...]:
    names = (row[1] for row in db.execute(f"PRAGMA table_info({table})").fetchall())
    return tuple(name for name in names if name != CHECKSUM)


def languages_out_of_extra(db: Any) -> None:
    """Give papers the language that imports have kept in `extra` until now."""
    checksum = crc(_summed(db, "paper"))
    rows = db.execute("SELECT id FROM paper WHERE extra LIKE '%\"lang%' ORDER BY id").fetchall()
    for (paper,) in rows:
        before, extra = db.execute(f"SELECT {checksum}, extra FROM paper WHERE id = ?", (paper,)).fetchone()
        language, rest = _language(extra)
        if language:
            db.execute("UPDATE paper SET language = ?, extra = ? WHERE id = ?", (language, rest, paper))
            db.execute(f"UPDATE paper SET {CHECKSUM} = {CHECKSUM} - ? + {checksum} WHERE id = ?", (before, paper))


def _language(text: str) -> tuple[str, str]:
    """Return the language that an `extra` holds, "" for none, and the rest of it. TeX stays there."""
    try:
        extra = json.loads(text)
    except (ValueError, RecursionError):
        return "", text
    for kept, name in (("csl", "language"), ("bibtex", "language"), ("bibtex", "langid"), ("", "language")):
        fields = extra.get(kept) if kept else extra
        value = fields.get(name) if isinstance(fields, dict) else None
        if isinstance(value, str) and not set(value) & set("\\{}$") and (language := one_line(clean(value))):
            del fields[name]
            if kept and not fields:
                del extra[kept]
            return language, json.dumps(extra, ensure_ascii=False, separators=(",", ":"))
    return "", text
