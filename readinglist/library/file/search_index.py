"""The search index: derived from the tables, kept by TEMP triggers, dropped and rebuilt whenever in doubt.

FTS5 tables without content of their own, so that a note's key stroke does not index an abstract again: `find_head`
(title, authors, venue), `find_text` and `find_words` (abstract), `find_note` (note).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from readinglist.core.field import Asked, Stored
from readinglist.core.fields import FIELDS
from readinglist.library.file import log

VERSION = 2
_TOKENS = "tokenize = 'unicode61 remove_diacritics 2'"


class Indexed(NamedTuple):
    """What is indexed: a table, its row id, {column of the index: column of it}, {FTS5 table: its options}."""

    source: str
    rowid: str
    columns: dict[str, str]
    tables: dict[str, str]


# Beginnings of one to three letters are in most abstracts: `find_words` only knows which papers a beginning is in, not
# where it stands. With the places, as `find_text` has them for phrases, three times as much would be kept, and read.
SHORT = 3
# The fields of the search whose words stand in columns of the paper table, and those columns of the index.
HEAD_FIELDS = {
    field.search.name: field.name
    for field in FIELDS
    if field.search and field.search.kind == Asked.TEXT and field.stored == Stored.COLUMN
}
INDEXES: dict[str, Indexed] = {
    "find_head": Indexed(
        "paper",
        "id",
        {name: "author_text" if name == "authors" else name for name in HEAD_FIELDS.values()},
        {"find_head": "prefix = '1 2 3'"},
    ),
    "find_text": Indexed(
        "abstract",
        "paper",
        {"abstract": "text"},
        {"find_text": "detail = full", "find_words": "detail = none, prefix = '1 2 3'"},
    ),
    "find_note": Indexed("note", "paper", {"note": "text"}, {"find_note": "prefix = '1 2 3'"}),
}
TABLES = tuple(table for indexed in INDEXES.values() for table in indexed.tables)


def prepare(db: sqlite3.Connection) -> None:
    """Make the index if it is missing, or what of it has other columns by now; `add_triggers` then keeps it."""
    if _version(db) != VERSION:
        rebuild(db)
    elif stale := _stale(db):
        rebuild(db, stale)


def _stale(db: sqlite3.Connection) -> list[str]:
    """Return the indexes of which a table is not defined as here: a new field of words makes one so."""
    found = dict(db.execute(f"SELECT name, sql FROM sqlite_master WHERE name IN {TABLES}").fetchall())
    return [
        name
        for name, (_source, _rowid, columns, tables) in INDEXES.items()
        if any(definition(table, columns, options) != found.get(table, "") != "" for table, options in tables.items())
    ]


def _version(db: sqlite3.Connection) -> int:
    try:
        return int(db.execute("SELECT version FROM find_state").fetchone()[0])
    except (sqlite3.Error, TypeError):
        return 0


def rebuild(db: sqlite3.Connection, names: Iterable[str] = tuple(INDEXES)) -> None:
    """Drop these indexes and make them again from the tables. Safe at any time; nothing of the user's is in it."""
    own = not db.in_transaction
    if own:
        db.execute("BEGIN IMMEDIATE")
    try:
        if own and _version(db) == VERSION and not _stale(db) and _sound(db):
            db.execute("ROLLBACK")  # another process has just done it
            return
        for index in map(INDEXES.__getitem__, names):
            for table in index.tables:
                _drop(db, table)
                make(db, table, index, index.tables[table])
        db.execute("CREATE TABLE IF NOT EXISTS find_state (version INTEGER NOT NULL) STRICT")
        db.execute("DELETE FROM find_state")
        db.execute("INSERT INTO find_state (version) VALUES (?)", (VERSION,))
        if own:
            db.execute("COMMIT")
    except BaseException:
        if own and db.in_transaction:
            db.execute("ROLLBACK")
        raise


def make(db: sqlite3.Connection, table: str, index: Indexed, options: str) -> None:
    """Make an index table that is not there, and fill it from the library's texts."""
    db.execute(definition(table, index.columns, options))
    values = _segmented(index.columns.values())
    db.execute(
        f"INSERT INTO {table} (rowid, {', '.join(index.columns)}) SELECT {index.rowid}, {values} FROM {index.source}"
    )


def _segmented(columns: Iterable[str]) -> str:
    """Return the SQL for texts as the index has them.

    ASCII, which takes as many bytes as characters, `segment` leaves as it is: a call of Python takes as long for a
    title as indexing it.
    """
    return ", ".join(
        f"iif({sql} IS NULL OR length(CAST({sql} AS BLOB)) = length({sql}), {sql}, segment({sql}))" for sql in columns
    )


def definition(table: str, columns: Iterable[str], options: str) -> str:
    """Return the SQL that makes an index table."""
    return f"CREATE VIRTUAL TABLE {table} USING fts5({', '.join(columns)}, content = '', {options}, {_TOKENS})"


def _drop(db: sqlite3.Connection, name: str) -> None:
    """Drop one index table. One that FTS5 cannot open it cannot drop: that leaves the schema, then its parts go."""
    try:
        db.execute(f"DROP TABLE IF EXISTS {name}")
        return
    except sqlite3.DatabaseError as problem:
        if problem.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR):
            raise
        log.warning("search index %s cannot be dropped as usual: %s", name, problem)
    version = db.execute("PRAGMA schema_version").fetchone()[0]
    db.execute("PRAGMA writable_schema = ON")
    db.execute("DELETE FROM sqlite_master WHERE type = 'table' AND name = ?", (name,))
    db.execute(f"PRAGMA schema_version = {version + 1}")  # so that other connections look at the schema again
    db.execute("PRAGMA writable_schema = RESET")
    for part in ("data", "idx", "docsize", "config", "content"):
        db.execute(f"DROP TABLE IF EXISTS {name}_{part}")


def _sound(db: sqlite3.Connection) -> bool:
    return not problems(db)


def problems(db: sqlite3.Connection) -> list[str]:
    """Return the names of the index tables that FTS5 itself finds broken or missing."""
    broken = []
    for name in TABLES:
        try:
            db.execute(f"INSERT INTO {name} ({name}) VALUES ('integrity-check')")
        except sqlite3.DatabaseError as problem:
            log.warning("search index %s: %s", name, problem)
            broken.append(name)
    return broken


def add_triggers(db: sqlite3.Connection) -> None:
    """Note every change of an indexed column, and of no other, for `flush`.

    The triggers only write down what there was, in TEMP tables: SQLite before 3.41 lets no trigger write to an FTS5
    table while the schema is untrusted, and indexing a step's papers together is quicker than one by one.
    """
    for name, (source, rowid, columns, _tables) in INDEXES.items():
        todo, listed = f"temp.todo_{name}", ", ".join(columns)
        old = ", ".join(f"OLD.{sql}" for sql in columns.values())
        db.execute(f"CREATE TABLE {todo} (id INTEGER PRIMARY KEY, fresh INTEGER NOT NULL, {listed})")
        # The first note of a row stands: it holds what the index has now. Not by OR IGNORE, which the conflict clause
        # of the statement that fires the trigger would overrule; nor by INSERT SELECT from the table itself, for which
        # SQLite makes a table each time.
        unless = f"NOT EXISTS (SELECT 1 FROM todo_{name} WHERE id ="
        before = f"INSERT INTO todo_{name} (id, fresh, {listed}) VALUES (OLD.{rowid}, 0, {old});"
        new = f"INSERT INTO todo_{name} (id, fresh) VALUES (NEW.{rowid}, 1);"
        differs = " OR ".join(f"OLD.{sql} IS NOT NEW.{sql}" for sql in columns.values())
        after = f"CREATE TEMP TRIGGER {name}"
        db.execute(f"{after}_i AFTER INSERT ON main.{source} WHEN {unless} NEW.{rowid}) BEGIN {new} END")
        db.execute(f"{after}_d AFTER DELETE ON main.{source} WHEN {unless} OLD.{rowid}) BEGIN {before} END")
        db.execute(
            f"{after}_u AFTER UPDATE OF {', '.join(columns.values())} ON main.{source} "
            f"WHEN ({differs}) AND {unless} OLD.{rowid}) BEGIN {before} END"
        )


def flush(db: sqlite3.Connection) -> None:
    """Bring the index up to what the triggers noted; part of every step, before its COMMIT.

    An index found broken on the way is made anew: it must never cost the user a step.
    """
    try:
        _catch_up(db)
    except sqlite3.DatabaseError as problem:
        if problem.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR):
            raise
        log.warning("the search index is made anew: %s", problem)
        rebuild(db)
        for name in INDEXES:
            db.execute(f"DELETE FROM temp.todo_{name}")


def _catch_up(db: sqlite3.Connection) -> None:
    asked = ", ".join(f"EXISTS (SELECT 1 FROM temp.todo_{name})" for name in INDEXES)
    waiting = db.execute(f"SELECT {asked}").fetchone()  # one statement: every step asks
    for (name, (source, rowid, columns, tables)), due in zip(INDEXES.items(), waiting, strict=True):
        if not due:
            continue
        todo = f"temp.todo_{name}"
        listed = ", ".join(columns)
        old, new = _segmented(columns), _segmented(columns.values())
        for table in tables:
            db.execute(
                f"INSERT INTO {table} ({table}, rowid, {listed}) SELECT 'delete', id, {old} FROM {todo} WHERE fresh = 0"
            )
            db.execute(
                f"INSERT INTO {table} (rowid, {listed}) SELECT {rowid}, {new} FROM {source} "
                f"WHERE {rowid} IN (SELECT id FROM {todo})"
            )
        db.execute(f"DELETE FROM {todo}")
