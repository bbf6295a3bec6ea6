"""Migration 8: what machines that share a library must agree on, and sums by which every damage is found.

A row that was damaged before is so afterwards: its checksum changes by what the migration changes, and is never made
anew.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from readinglist.core.sharing import ranks
from readinglist.core.sharing.named_uid import tag_uid
from readinglist.library.file import extra_by_key
from readinglist.library.file.checksum import CHECKSUM, crc, row_sum
from readinglist.library.file.connection import new_uid

# Whose columns change, or how they are summed.
_CHANGED = ("status", "tag", "queue", "paper", "queue_item", "highlight", "file", "saved_search", "setting", "feedback")
_RANKED = ("status", "queue", "queue_item", "saved_search")

_BEFORE = """
CREATE TABLE paper_extra (
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    checksum INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (paper, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE paper_alias (
    uid TEXT PRIMARY KEY,
    paper INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX paper_alias_by_paper ON paper_alias (paper);

CREATE TABLE place (
    file_hash TEXT PRIMARY KEY,
    page INTEGER,
    part REAL,
    zoom TEXT,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE library (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uid TEXT NOT NULL,
    step INTEGER NOT NULL,
    change INTEGER NOT NULL,
    totals TEXT NOT NULL CHECK (totals LIKE '{%'),
    checked TEXT,
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;

ALTER TABLE setting ADD COLUMN scope TEXT NOT NULL DEFAULT 'shared' CHECK (scope IN ('shared', 'local'));

ALTER TABLE file ADD COLUMN sha256 TEXT;
ALTER TABLE file ADD COLUMN size INTEGER CHECK (size >= 0);
ALTER TABLE file ADD COLUMN text_hash TEXT;
ALTER TABLE file ADD COLUMN pages INTEGER CHECK (pages >= 0);
CREATE INDEX file_by_sha256 ON file (sha256) WHERE sha256 IS NOT NULL;

ALTER TABLE highlight ADD COLUMN kind TEXT NOT NULL DEFAULT 'highlight'
    CHECK (kind IN ('highlight', 'underline', 'strike', 'area', 'note'));
ALTER TABLE highlight ADD COLUMN file INTEGER REFERENCES file (id) ON DELETE SET NULL;
ALTER TABLE highlight ADD COLUMN origin TEXT;
ALTER TABLE highlight ADD COLUMN changed TEXT;
ALTER TABLE highlight ADD COLUMN anchor TEXT NOT NULL DEFAULT 'exact' CHECK (anchor IN ('exact', 'moved', 'lost'));
CREATE INDEX highlight_by_file ON highlight (file) WHERE file IS NOT NULL;

DROP INDEX queue_item_order;
ALTER TABLE status ADD COLUMN rank TEXT NOT NULL DEFAULT '';
ALTER TABLE queue ADD COLUMN rank TEXT NOT NULL DEFAULT '';
ALTER TABLE queue_item ADD COLUMN rank TEXT NOT NULL DEFAULT '';
ALTER TABLE saved_search ADD COLUMN rank TEXT NOT NULL DEFAULT ''
"""

_AFTER = """
ALTER TABLE status DROP COLUMN position;
ALTER TABLE queue DROP COLUMN position;
ALTER TABLE queue_item DROP COLUMN position;
ALTER TABLE saved_search DROP COLUMN position;
ALTER TABLE paper DROP COLUMN extra;
CREATE INDEX queue_item_order ON queue_item (queue, rank);
DROP INDEX feedback_by_paper;
CREATE UNIQUE INDEX feedback_by_key ON feedback (paper, deed, at)
"""

# A CHECK and a reference cannot be changed in place: both tables of the journal are made anew.
_JOURNAL = """
CREATE TABLE new_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    op TEXT NOT NULL,
    count INTEGER NOT NULL,
    detail TEXT NOT NULL DEFAULT '',
    stack TEXT NOT NULL DEFAULT 'undo' CHECK (stack IN ('undo', 'redo', 'past', 'open', 'synced')),
    reverts INTEGER,
    origin TEXT NOT NULL,
    joined_key TEXT,
    at TEXT NOT NULL,
    changes INTEGER NOT NULL DEFAULT 0,
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE new_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL REFERENCES new_step (id),
    tbl TEXT NOT NULL,
    key TEXT NOT NULL,
    paper INTEGER,
    kind TEXT NOT NULL CHECK (kind IN ('i', 'u', 'd')),
    old TEXT,
    checksum INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO new_step (id, op, count, detail, stack, reverts, origin, joined_key, at, changes)
    SELECT id, op, count, detail, stack, reverts, origin, joined_key, at,
    (SELECT count(*) FROM change WHERE change.step = step.id) FROM step;
INSERT INTO new_change (id, step, tbl, key, paper, kind, old) SELECT id, step, tbl, key, paper, kind, old FROM change;
DROP TABLE change;
DROP TABLE step;
ALTER TABLE new_step RENAME TO step;
ALTER TABLE new_change RENAME TO change;
CREATE INDEX step_by_stack ON step (stack, id);
CREATE INDEX change_by_step ON change (step);
CREATE INDEX change_by_key ON change (tbl, key) WHERE kind <> 'i'
"""


def share(db: Any) -> None:
    """Migrate inside the transaction that is open; `db` is a connection, or sqlite-utils' dress of one."""
    connection: sqlite3.Connection = getattr(db, "conn", db)
    for table in _CHANGED:
        connection.execute(f"UPDATE {table} SET {CHECKSUM} = {CHECKSUM} - {crc(_columns(connection, table))}")
    _run(connection, _BEFORE)
    for table in _RANKED:
        _rank(connection, table)
    _name_tags(connection)
    _part_feedback(connection)
    connection.execute(
        "UPDATE change SET old = json_set(old, '$.scope', 'shared') WHERE tbl = 'setting' AND kind = 'd'"
    )
    extra_by_key.move(connection)
    _run(connection, _AFTER)
    for table in _CHANGED:
        summed = row_sum(table, _columns(connection, table))
        connection.execute(f"UPDATE {table} SET {CHECKSUM} = {CHECKSUM} + {summed}")
    _renew_journal(connection)


def _run(db: sqlite3.Connection, script: str) -> None:
    for statement in script.split(";\n"):
        db.execute(statement)


def _columns(db: sqlite3.Connection, table: str) -> tuple[str, ...]:
    return tuple(row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[1] != CHECKSUM)


def _rank(db: sqlite3.Connection, table: str) -> None:
    """Turn positions into ranks that sort alike, in the table and in what the journal keeps of it."""
    db.execute("CREATE TEMP TABLE ranked (position INTEGER PRIMARY KEY, rank TEXT)")
    positions = db.execute(f"SELECT DISTINCT position FROM {table}").fetchall()
    db.executemany("INSERT INTO temp.ranked VALUES (?, ?)", [(n, ranks.of_number(n)) for (n,) in positions])
    db.execute(f"UPDATE {table} SET rank = (SELECT rank FROM temp.ranked r WHERE r.position = {table}.position)")
    db.execute("DROP TABLE temp.ranked")
    told = "SELECT id, old FROM change WHERE tbl = ? AND old LIKE '%\"position\"%'"
    for number, text in db.execute(told, (table,)).fetchall():
        old = json.loads(text)
        old["rank"] = ranks.of_number(old.pop("position"))
        db.execute("UPDATE change SET old = ? WHERE id = ?", (extra_by_key.compact(old), number))


def _name_tags(db: sqlite3.Connection) -> None:
    """Give tags the ids that their names make, deleted ones that undo may bring back, too."""
    for number, folded in db.execute("SELECT id, folded FROM tag").fetchall():
        db.execute("UPDATE tag SET uid = ? WHERE id = ?", (tag_uid(folded), number))
    for number, text in db.execute("SELECT id, old FROM change WHERE tbl = 'tag' AND kind = 'd'").fetchall():
        old = json.loads(text)
        old["uid"] = tag_uid(old["folded"])
        db.execute("UPDATE change SET old = ? WHERE id = ?", (extra_by_key.compact(old), number))


def _part_feedback(db: sqlite3.Connection) -> None:
    """Let no two words on a paper have the same time: their order is that of their times from now on."""
    rows = db.execute("SELECT id, paper, at FROM feedback ORDER BY paper, at, id").fetchall()
    last: tuple[int, str] = (0, "")
    for number, paper, at in rows:
        if (paper, at) <= last:
            moved = db.execute("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', ?, '+1 second')", (last[1],)).fetchone()[0]
            db.execute("UPDATE feedback SET at = ? WHERE id = ?", (moved or f"{last[1]}+", number))
            at = moved or f"{last[1]}+"
        last = (paper, at)


def _renew_journal(db: sqlite3.Connection) -> None:
    """Give the journal its sums and the new stack, and the library its totals; numbers go on where they were."""
    numbers = dict(db.execute("SELECT name, seq FROM sqlite_sequence WHERE name IN ('step', 'change')").fetchall())
    _run(db, _JOURNAL)
    for table in ("step", "change"):
        db.execute(f"UPDATE {table} SET {CHECKSUM} = {row_sum(table, _columns(db, table))}")
        db.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
        db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, numbers.get(table, 0)))
    tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    summed = [name for name in tables if CHECKSUM in [row[1] for row in db.execute(f"PRAGMA table_info({name})")]]
    totals = {
        name: db.execute(f"SELECT count(*), coalesce(sum({CHECKSUM}), 0) FROM {name}").fetchone()
        for name in summed
        if name != "library"
    }
    db.execute(
        "INSERT INTO library (id, uid, step, change, totals) VALUES (1, ?, ?, ?, ?)",
        (new_uid(), numbers.get("step", 0), numbers.get("change", 0), json.dumps(totals, separators=(",", ":"))),
    )
    db.execute(f"UPDATE library SET {CHECKSUM} = {row_sum('library', _columns(db, 'library'))}")
