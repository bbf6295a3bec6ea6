"""No damaged Zotero database makes its reader fall over, hang or lose count: tables, columns, values, rows and bytes.

python3 tests -m long tests/reliability/test_fuzz_zotero.py        READINGLIST_FUZZ_ZOTERO=100000 for so many
"""

from __future__ import annotations

import contextlib
import math
import os
import random
import shutil
import sqlite3
import time
from collections import Counter
from pathlib import Path

import pytest

from readinglist.core.errors import Problem, Refused
from readinglist.core.paper import Draft
from readinglist.flows.importing.inputs import Input, Sources
from tests.flows.importing.test_databases import full
from tests.formats.law import assert_accounted

INPUTS = int(os.environ.get("READINGLIST_FUZZ_ZOTERO", "20000"))
SLOW = 5  # seconds of CPU, for one input of the long gate
NO_UTF8 = object()
VALUES = (
    NO_UTF8, None, b"\xff\x00", b"", "", "x", "é\u2028日", "1", -1, 0, 1, 2, 2**62, 1e308, 0.5, "a" * 5000, "{",
    '{"pageIndex": "x"}', '{"pageIndex": 1e999}', "<p>open <b>", "storage:", ":", "2021-13-45 99", "\x00", "%",
    "Read_Status: \nPMID: x\nDOI: y",
)  # fmt: skip


def base(folder: Path) -> Path:
    """Make a library with all that the reader looks at, whose columns take any value."""
    path = folder / "zotero.sqlite"
    made = full(path)
    book = made.item("book", title="Tides", date="1999", numPages="12", people=[("author", "", "Blue Whale")])
    made.item("thesis", library=3, title="Of a group", university="X", extra="Citation Key: k", tags=["nlp"])
    made.note("<p>alone</p>")
    made.file("storage:alone.pdf", title="alone.pdf")
    made.trash(made.item(title="gone"))
    made.collection("Other", [book])
    made.db.execute("PRAGMA writable_schema = ON")
    made.db.execute("UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '') WHERE sql <> ''")
    return made.close()


class Spoiler:
    """Spoils databases, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def spoil(self, path: Path) -> None:
        """Do one to four things to the database, or to the bytes of its file."""
        if self.chance.random() < 0.2:
            self._bytes(path)
            return
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute("PRAGMA synchronous = OFF")
            db.execute("PRAGMA journal_mode = MEMORY")
            for _change in range(self.chance.randint(1, 4)):
                # What SQLite does not let happen cannot be in a file either, but for its bytes.
                with contextlib.suppress(sqlite3.DatabaseError):
                    self._change(db)

    def _change(self, db: sqlite3.Connection) -> None:
        chance = self.chance
        tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        table = chance.choice(tables)
        columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
        column, value = chance.choice(columns), chance.choice(VALUES)
        some = f"WHERE rowid % {chance.randint(1, 3)} = 0"
        way = chance.randrange(10)
        if way == 0:
            db.execute(f"DROP TABLE {table}")
        elif way == 1:
            db.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        elif way == 2:
            db.execute(f"ALTER TABLE {table} RENAME COLUMN {column} TO other")
        elif way == 3:
            db.execute(f"DELETE FROM {table} {some}")
        elif way == 4:
            db.execute(f"INSERT INTO {table} SELECT {', '.join(chance.choice(columns) for _ in columns)} FROM {table}")
        elif way == 5:
            row = [chance.choice(VALUES[1:]) for _ in columns]
            db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
        elif way == 6:
            db.execute(f"UPDATE OR IGNORE {table} SET {column} = {chance.choice(columns)} {some}")
        elif value is NO_UTF8:
            text = f"CAST(x'{chance.randbytes(3).hex()}' AS TEXT)"
            db.execute(f"UPDATE OR IGNORE {table} SET {column} = {text} {some}")
        else:
            db.execute(f"UPDATE OR IGNORE {table} SET {column} = ? {some}", (value,))

    def _bytes(self, path: Path) -> None:
        data = bytearray(path.read_bytes())
        for _change in range(self.chance.randint(1, 30)):
            data[self.chance.randrange(len(data))] = self.chance.randrange(256)
        if self.chance.random() < 0.2:
            del data[self.chance.randrange(len(data)) :]
        path.write_bytes(data)


def feed(path: Path) -> str:
    """Read a database the whole way of an import that stores nothing; return what came of it."""
    try:
        with Sources([Input("zotero.sqlite", path)]) as sources:
            items = list(sources.records())
    except Refused:
        return "refused as a whole"
    for item in items:
        assert isinstance(item, Draft) or (item.reason and item.place is not None)
    assert_accounted(items)
    if items and all(isinstance(item, Problem) for item in items):
        return "rejected"
    return "read" if items else "without items"


def run(folder: Path, count: int, seed: int, most: float = math.inf) -> str:
    """Feed so many spoiled databases and return what came of them, in words.

    Fails at the first that does harm or takes more than `most` seconds of CPU.
    """
    good, spoiled, spoiler = base(folder), folder / "spoiled.sqlite", Spoiler(seed)
    assert feed(good) == "read"
    came: Counter[str] = Counter()
    began = time.process_time()
    for number in range(count):
        shutil.copyfile(good, spoiled)
        spoiler.spoil(spoiled)
        begun = time.process_time()
        try:
            came[feed(spoiled)] += 1
            assert time.process_time() - begun < most
        except BaseException as problem:
            raise AssertionError(f"seed {seed}, input {number}, kept at {spoiled}") from problem
    parts = ", ".join(f"{number:,} {what}" for what, number in came.most_common())
    return f"zotero: {count:,} inputs, 0 failures ({parts}), {time.process_time() - began:,.0f} s of CPU"


@pytest.mark.parametrize("value", ["x'ff00'", "CAST(x'ff41' AS TEXT)", "7", "NULL", "1.5"])
def test_what_should_be_text_and_is_not_costs_no_item(tmp_path: Path, value: str) -> None:
    path = base(tmp_path)
    with contextlib.closing(sqlite3.connect(path)) as db:
        for table, column in (
            ("collections", "collectionName"), ("tags", "name"), ("itemNotes", "note"), ("creators", "lastName"),
            ("items", "dateAdded"), ("itemAttachments", "path"), ("itemAnnotations", "text"),
            ("itemAnnotations", "position"), ("itemDataValues", "value"),
        ):  # fmt: skip
            db.execute(f"UPDATE OR IGNORE {table} SET {column} = {value}")
        db.commit()
    with Sources([Input("zotero.sqlite", path)]) as sources:
        items = list(sources.records())
    assert len(items) == 5
    assert all(isinstance(item, Draft) for item in items)


def test_rows_out_of_order_are_refused_in_words_and_none_is_lost_silently(tmp_path: Path) -> None:
    path = base(tmp_path)
    with contextlib.closing(sqlite3.connect(path)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'items'").fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
    data = bytearray(path.read_bytes())
    start = (page - 1) * size
    assert data[start] == 0x0D  # a leaf: all rows are on it
    count = int.from_bytes(data[start + 3 : start + 5], "big")
    cells = [data[at : at + 2] for at in range(start + 8, start + 8 + 2 * count, 2)]
    data[start + 8 : start + 8 + 2 * count] = b"".join(reversed(cells))
    path.write_bytes(data)
    assert feed(path) == "refused as a whole"


def test_a_table_whose_definition_is_spoiled_bytes_is_refused_in_words(tmp_path: Path) -> None:
    path = base(tmp_path)
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_master SET name = CAST(x'cb2028' AS TEXT), sql = 'CREATE x' WHERE name = 'items'")
        db.commit()
    assert feed(path) == "refused as a whole"


def test_a_few_hundred(tmp_path: Path) -> None:
    run(tmp_path, 150, 1)


@pytest.mark.long
def test_the_long_gate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = run(tmp_path, INPUTS, 2, SLOW)
    with capsys.disabled():
        print(f"\n{words}", flush=True)


def test_the_gate_sees_a_reader_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from readinglist.formats import zotero

    real = zotero.draft

    def falls(item: object) -> Draft:
        made = real(item)  # type: ignore[arg-type]  # whatever it is, it is handed on
        if not made.title:
            raise ValueError("x")
        return made

    monkeypatch.setattr(zotero, "draft", falls)
    with pytest.raises(AssertionError, match="seed 1, input"):
        run(tmp_path, 150, 1)
