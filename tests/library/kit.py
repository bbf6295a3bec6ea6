"""What the library's tests share: libraries to start from, whole snapshots, and the checks that must always hold."""

from __future__ import annotations

import sqlite3
import zlib
from functools import lru_cache
from pathlib import Path

from readinglist.core.ops import Op
from readinglist.core.paper import Draft, File, Highlight, Person, Reading
from readinglist.library.file import schema, search_index
from readinglist.library.file.checksum import CHECKSUM, row_sum
from readinglist.library.file.connection import connect
from readinglist.library.file.journaled import JOURNALED
from readinglist.library.library import Library


def open_quick(path: Path, *, create: bool = False, origin: str = "window") -> Library:
    """Open a library without waiting for the disk: for tests of what is stored, not of whether it lasts."""
    library = Library.open(path, create=create, origin=origin)
    library.db.execute("PRAGMA synchronous = OFF")
    return library


@lru_cache(maxsize=1)
def _snapshot_sql() -> str:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.create_function("crc32", 1, zlib.crc32, deterministic=True)
    for migration in schema.STEPS:
        migration(db)
    tables = []
    for table, key in JOURNALED.items():
        names = [row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[1] != CHECKSUM]
        row = ", ".join(f"'{name}', {name}" for name in names)
        listed = f"(SELECT json_group_array(json_object({row})) FROM (SELECT * FROM {table} ORDER BY {', '.join(key)}))"
        tables.append(f"'{table}', {listed}")
    db.close()
    return f"SELECT json_object({', '.join(tables)})"


def snapshot(db: sqlite3.Connection) -> str:
    """Return every journaled table as JSON, its rows in the order of their keys."""
    return str(db.execute(_snapshot_sql()).fetchone()[0])


def broken_sums(db: sqlite3.Connection) -> list[tuple[str, int]]:
    """Return the rows whose checksum is not that of what they hold."""
    broken = []
    for table in JOURNALED:
        names = tuple(row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[1] != CHECKSUM)
        key = JOURNALED[table][0]
        rows = db.execute(f"SELECT {key} FROM {table} WHERE {CHECKSUM} IS NOT {row_sum(table, names)}")
        broken += [(table, row[0]) for row in rows]
    return broken


def indexed(db: sqlite3.Connection, schema: str, table: str) -> list[tuple[object, ...]]:
    """Return everything that an FTS5 table holds: each word with its row, column and place."""
    db.execute(f"CREATE VIRTUAL TABLE temp.said USING fts5vocab('{schema}', '{table}', 'instance')")
    words = sorted(db.execute("SELECT term, doc, col, offset FROM temp.said").fetchall())
    db.execute("DROP TABLE temp.said")
    return words


def assert_sound(path: Path) -> None:
    """What must hold between any two steps: SQLite's own check, references, checksums, and the index word by word."""
    db = connect(path)
    try:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        assert broken_sums(db) == []
        assert search_index.problems(db) == []
        for source, rowid, columns, tables in search_index.INDEXES.values():
            listed = ", ".join(columns)
            values = ", ".join(f"segment({sql})" for sql in columns.values())
            for table, options in tables.items():
                db.execute(search_index.definition("temp.anew", columns, options))
                db.execute(f"INSERT INTO temp.anew (rowid, {listed}) SELECT {rowid}, {values} FROM {source}")
                assert indexed(db, "main", table) == indexed(db, "temp", "anew")
                db.execute("DROP TABLE temp.anew")
        left = db.execute("SELECT count(*) FROM change WHERE step NOT IN (SELECT id FROM step)").fetchone()
        assert left == (0,)
    finally:
        db.close()


def whole_draft(number: int) -> Draft:
    """Return a draft that fills every table."""
    return Draft(
        title=f"Étude {number}: 深層学習 für Überflieger",
        authors=[Person("Öztürk", "Ayşe"), Person(literal="Gemini Team"), Person("Berg", "J.", particle="van den")],
        date=f"20{number % 27:02d}-03",
        venue="Journal of Łódź",
        subject="cs.LG",
        organizations=["deepmind"],
        abstract=f"About $\\beta$-things, number {number}. Naïve baselines.",
        doi=f"10.1000/Xy.{number}",
        arxiv=f"2401.{number:05d}",
        url="https://example.org/a?b=c",
        identifiers={"pmid": [str(number)], "isbn": ["978-3-16-148410-0", "0-306-40615-2"]},
        priority=("high", "medium", "low")[number % 3],
        rating=number % 6,
        due="2026-12-01",
        tags=["rl", "Übung", f"only {number}"],
        note=f"# Note {number}\nwith *Markdown*\n",
        page=number,
        pages=number + 10,
        why=f"From Ada, for talk {number}",
        language="de",
        readings=[Reading(started="2024", finished="2024-05-06", ended="finished", depth="skimmed", minutes=12)],
        highlights=[
            Highlight(page=3, quote="quoted", colour="#ffee00", comment="why?", position={"rects": [[1, 2.5]]})
        ],
        files=[File(path=f"/papers/{number}.pdf", title="PDF")],
        extra={"odd": [1, None, {"deep": "ß"}]},
    )


def start(path: Path) -> Library:
    """Make a small library with something in every table."""
    library = open_quick(path, create=True)
    for number in range(1, 4):
        library.papers.add(whole_draft(number))
    for number in range(4, 7):
        library.papers.add(Draft(title=f"Plain {number}", status=("inbox", "reading", "read")[number % 3]))
    library.queue.add([2, 5, 1])
    library.searches.save("Due soon", "due:<=7d")
    library.feedback.say([4], "skip", Op.SKIP)
    library.links.add(1, ["10.1000/Xy.2", "plain 4"])
    return library
