"""The search index: derived from the tables, kept by TEMP triggers, dropped and rebuilt whenever in doubt.

Three FTS5 tables without content of their own, so that a note's key stroke does not index an abstract again:
`find_head` (title, authors, venue), `find_text` (abstract) and `find_note` (note). Leaves queries to `library.search`.
"""

from __future__ import annotations

import sqlite3

from readinglist.library import log

VERSION = 1
_TOKENS = "tokenize = 'unicode61 remove_diacritics 2'"

# name: (source table, row id column, {column of the index: SQL over the source row}, prefix lengths)
INDEXES: dict[str, tuple[str, str, dict[str, str], str]] = {
    "find_head": ("paper", "id", {"title": "title", "authors": "author_text", "venue": "venue"}, "1 2 3"),
    "find_text": ("abstract", "paper", {"abstract": "text"}, "2 3"),
    "find_note": ("note", "paper", {"note": "text"}, "2 3"),
}


def prepare(db: sqlite3.Connection) -> None:
    """Make the index if it is missing or of another version; `add_triggers` then keeps it."""
    if _version(db) != VERSION:
        rebuild(db)


def _version(db: sqlite3.Connection) -> int:
    try:
        return int(db.execute("SELECT version FROM find_state").fetchone()[0])
    except (sqlite3.Error, TypeError):
        return 0


def rebuild(db: sqlite3.Connection) -> None:
    """Drop the index and make it again from the tables. Safe at any time; nothing of the user's is in it."""
    own = not db.in_transaction
    if own:
        db.execute("BEGIN IMMEDIATE")
    try:
        if own and _version(db) == VERSION and _sound(db):
            db.execute("ROLLBACK")  # another process has just done it
            return
        for name, (source, rowid, columns, prefix) in INDEXES.items():
            _drop(db, name)
            listed = ", ".join(columns)
            db.execute(
                f"CREATE VIRTUAL TABLE {name} USING fts5({listed}, content = '', prefix = '{prefix}', {_TOKENS})"
            )
            values = ", ".join(f"segment({sql})" for sql in columns.values())
            db.execute(f"INSERT INTO {name} (rowid, {listed}) SELECT {rowid}, {values} FROM {source}")
        db.execute("CREATE TABLE IF NOT EXISTS find_state (version INTEGER NOT NULL) STRICT")
        db.execute("DELETE FROM find_state")
        db.execute("INSERT INTO find_state (version) VALUES (?)", (VERSION,))
        if own:
            db.execute("COMMIT")
    except BaseException:
        if own and db.in_transaction:
            db.execute("ROLLBACK")
        raise


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
    for name in INDEXES:
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
    for name, (source, rowid, columns, _prefix) in INDEXES.items():
        todo, listed = f"temp.todo_{name}", ", ".join(columns)
        old = ", ".join(f"OLD.{sql}" for sql in columns.values())
        db.execute(f"CREATE TABLE {todo} (id INTEGER PRIMARY KEY, fresh INTEGER NOT NULL, {listed})")
        # The first note of a row stands: it holds what the index has now. Not by OR IGNORE, which the conflict clause
        # of the statement that fires the trigger would overrule.
        unless = f"WHERE NOT EXISTS (SELECT 1 FROM todo_{name} WHERE id ="
        before = f"INSERT INTO todo_{name} (id, fresh, {listed}) SELECT OLD.{rowid}, 0, {old} {unless} OLD.{rowid});"
        new = f"INSERT INTO todo_{name} (id, fresh) SELECT NEW.{rowid}, 1 {unless} NEW.{rowid});"
        differs = " OR ".join(f"OLD.{sql} IS NOT NEW.{sql}" for sql in columns.values())
        db.execute(f"CREATE TEMP TRIGGER {name}_i AFTER INSERT ON main.{source} BEGIN {new} END")
        db.execute(f"CREATE TEMP TRIGGER {name}_d AFTER DELETE ON main.{source} BEGIN {before} END")
        db.execute(
            f"CREATE TEMP TRIGGER {name}_u AFTER UPDATE OF {', '.join(columns.values())} ON main.{source} "
            f"WHEN {differs} BEGIN {before} END"
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
    for name, (source, rowid, columns, _prefix) in INDEXES.items():
        todo = f"temp.todo_{name}"
        if db.execute(f"SELECT 1 FROM {todo} LIMIT 1").fetchone() is None:
            continue
        listed = ", ".join(columns)
        old = ", ".join(f"segment({column})" for column in columns)
        new = ", ".join(f"segment({sql})" for sql in columns.values())
        db.execute(
            f"INSERT INTO {name} ({name}, rowid, {listed}) SELECT 'delete', id, {old} FROM {todo} WHERE fresh = 0"
        )
        db.execute(
            f"INSERT INTO {name} (rowid, {listed}) SELECT {rowid}, {new} FROM {source} "
            f"WHERE {rowid} IN (SELECT id FROM {todo})"
        )
        db.execute(f"DELETE FROM {todo}")
