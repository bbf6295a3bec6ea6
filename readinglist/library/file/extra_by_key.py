"""Moves what papers hold beside their fields out of one column into a row a key (migration 8), the journal with it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from readinglist.library.file.checksum import CHECKSUM, row_sum

_AT_ONCE = 1_000  # papers, changes
_COLUMNS = ("paper", "key", "value")
Extra = dict[str, str]  # JSON by key


def move(db: sqlite3.Connection) -> None:
    """Fill `paper_extra` from the column `extra` of `paper`, which is no longer read afterwards."""
    _of_journal(db)
    rows = "SELECT id, CAST(extra AS BLOB) FROM paper WHERE id > ? AND extra <> '{}' ORDER BY id LIMIT ?"
    insert = f"INSERT INTO paper_extra ({', '.join(_COLUMNS)}) VALUES (?, ?, ?)"
    for batch in _batches(db, rows):
        db.executemany(insert, [(paper, *pair) for paper, text in batch for pair in _parsed(text).items()])
    db.execute(f"UPDATE paper_extra SET {CHECKSUM} = {row_sum('paper_extra', _COLUMNS)}")


def _batches(db: sqlite3.Connection, sql: str) -> Iterator[list[Any]]:
    last = 0
    while batch := db.execute(sql, (last, _AT_ONCE)).fetchall():
        yield batch
        last = batch[-1][0]


def _parsed(given: bytes | str) -> Extra:
    """Return the values of a JSON object by key, as JSON. What is none is kept whole: it was damaged, or odd."""
    text = given.decode("utf-8", "replace") if isinstance(given, bytes) else given
    try:
        found = json.loads(text)
        return {str(key): compact(value) for key, value in found.items()}
    except (ValueError, RecursionError, AttributeError):
        return {"unreadable": compact(text)}


def compact(value: Any) -> str:
    """Return JSON as the library stores it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _of_journal(db: sqlite3.Connection) -> None:
    """Rewrite what the journal keeps of `extra` as changes of `paper_extra`, so that undo goes on as before.

    Backwards in time: what a change led to is what the next later one found, or what is there now.
    """
    db.execute("CREATE TEMP TABLE moved_extra (step, key, paper, kind, old)")
    later: dict[int, Extra] = {}
    sql = (
        "SELECT id, step, paper, kind, old FROM change "
        "WHERE id < ? AND tbl = 'paper' AND kind <> 'i' AND old LIKE '%\"extra\"%' ORDER BY id DESC LIMIT ?"
    )
    last = 1 << 62
    while batch := db.execute(sql, (last, _AT_ONCE)).fetchall():
        last = batch[-1][0]
        for number, step, paper, kind, text in batch:
            old = json.loads(text)
            before = _parsed(old.pop("extra"))
            after = {} if kind == "d" else later[paper] if paper in later else _now(db, paper)
            later[paper] = before
            rows = [(step, paper, key, *said) for key, said in _differences(before, after, paper)]
            db.executemany("INSERT INTO moved_extra VALUES (?1, json_array(?2, ?3), ?2, ?4, ?5)", rows)
            if old:
                db.execute("UPDATE change SET old = ? WHERE id = ?", (compact(old), number))
            else:
                db.execute("DELETE FROM change WHERE id = ?", (number,))
    # Undo reads backwards: the newest come last. Each stands behind all other changes of its step.
    db.execute(
        "INSERT INTO change (step, tbl, key, paper, kind, old) "
        "SELECT step, 'paper_extra', key, paper, kind, old FROM moved_extra ORDER BY rowid DESC"
    )
    db.execute("DROP TABLE temp.moved_extra")


def _now(db: sqlite3.Connection, paper: int) -> Extra:
    row = db.execute("SELECT CAST(extra AS BLOB) FROM paper WHERE id = ?", (paper,)).fetchone()
    return _parsed(row[0]) if row else {}


def _differences(before: Extra, after: Extra, paper: int) -> Iterator[tuple[str, tuple[str, str | None]]]:
    """Yield (key, (kind, old)) of the changes that led from one to the other."""
    for key in before.keys() | after.keys():
        if key not in before:
            yield key, ("i", None)
        elif key not in after:
            yield key, ("d", compact({"paper": paper, "key": key, "value": before[key]}))
        elif before[key] != after[key]:
            yield key, ("u", compact({"value": before[key]}))
