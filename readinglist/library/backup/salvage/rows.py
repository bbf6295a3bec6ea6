"""Whose rows the pages of a damaged library hold: by the trees of its tables, and by the checksum of each row."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from readinglist.library.backup.salvage.pages import Broken, Pages, Row
from readinglist.library.file import schema
from readinglist.library.file.checksum import CHECKSUM, sum_of_values
from readinglist.library.file.connection import add_functions
from readinglist.library.file.damage import SUMMED

_TYPES = {"INTEGER": int, "TEXT": str}
_JOURNAL = ("step", "change")  # looked at so that they are taken for nothing else, and left: undo begins anew
# Tables whose rows have the same shape, with what tells them apart where their trees are lost.
_TELL_APART: dict[str, Callable[[dict[str, Any]], bool]] = {
    "paper_link": lambda row: row["kind"] in ("cites", "related"),
    "paper_extra": lambda row: row["value"][:1] in ('"', "[", "{"),
    "identifier": lambda row: row["value"][:1] not in ('"', "[", "{"),
}
_WITH_TWO_SUMS = 8  # the format from which on a row is known by its checksum alone


@dataclass(frozen=True, slots=True)
class Shape:
    """What rows of a table look like: its columns, with what stands for those that older rows lack."""

    table: str
    columns: tuple[str, ...]
    types: tuple[type, ...]
    filled: tuple[bool, ...]  # those that are never NULL
    blanks: tuple[Any, ...]
    alias: int | None  # the column that is the row's number in the file
    has_rowid: bool
    least: int  # columns that no row lacks

    def fit(self, row: Row) -> dict[str, Any] | None:
        """Return the row by column; None where it cannot be one of this table."""
        if (row.rowid is not None) != self.has_rowid or not self.least <= len(row.values) <= len(self.columns):
            return None
        values = [*row.values, *self.blanks[len(row.values) :]]
        if self.alias is not None:
            if values[self.alias] is not None:
                return None
            values[self.alias] = row.rowid
        for value, kind, filled in zip(values, self.types, self.filled, strict=True):
            if filled if value is None else not isinstance(value, kind):
                return None
        return dict(zip(self.columns, values, strict=True))


@dataclass(slots=True)
class Found:
    """What can be read: rows by table and key; how many are not what was last written, and how many cells are lost."""

    rows: dict[str, dict[tuple[Any, ...], dict[str, Any]]] = field(default_factory=dict)
    damaged: int = 0
    unreadable: int = 0
    version: int = schema.VERSION

    def count(self) -> int:
        """Return how many rows there are."""
        return sum(map(len, self.rows.values()))


def shapes(version: int) -> dict[str, Shape]:
    """Return the tables of a format."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    add_functions(db)
    try:
        for step in schema.STEPS[:version]:
            step(db)
        return {table: _shape(db, table) for table in SUMMED if _is_there(db, table)}
    finally:
        db.close()


def _is_there(db: sqlite3.Connection, table: str) -> bool:
    return db.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone() is not None


def _shape(db: sqlite3.Connection, table: str) -> Shape:
    info = db.execute(f"PRAGMA table_info({table})").fetchall()
    sql = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
    has_rowid = "WITHOUT ROWID" not in sql
    keys = [row for row in info if row[5]]
    alias = keys[0][0] if has_rowid and len(keys) == 1 and keys[0][2] == "INTEGER" else None
    blanks = tuple(None if row[4] is None else db.execute(f"SELECT {row[4]}").fetchone()[0] for row in info)
    least = 1 + max((row[0] for row in info if row[5] or (row[3] and row[4] is None)), default=0)
    types = tuple(_TYPES[row[2]] for row in info)
    filled = tuple(bool(row[3]) for row in info)
    return Shape(table, tuple(row[1] for row in info), types, filled, blanks, alias, has_rowid, least)


def read(data: bytes) -> Found:
    """Read what can be read of a library's file."""
    pages = Pages(data)
    told = int.from_bytes(data[60:64], "big")
    found = Found(version=told if 1 <= told <= schema.VERSION else schema.VERSION)
    known = shapes(found.version)
    found.rows = {table: {} for table in known}
    roots, whole = _roots(pages, known)
    done: set[int] = set()
    for table, root in roots.items():
        leaves, complete = pages.below(root)
        whole = whole and complete
        done.update(leaves)
        for number in leaves:
            _take(pages, number, found, known, known[table])
    if not whole or set(roots) != set(known):
        free = pages.free() | done
        for number in range(1, pages.count + 1):
            if number not in free:
                _take(pages, number, found, known, None)
    for table in _JOURNAL:
        found.rows.pop(table, None)
    return found


def _roots(pages: Pages, known: dict[str, Shape]) -> tuple[dict[str, int], bool]:
    """Return the first page of each table's tree, as far as the list of tables can be read."""
    try:
        leaves, whole = pages.below(1)
    except Broken:
        return {}, False
    roots: dict[str, int] = {}
    for number in leaves:
        for row in pages.rows(number):
            if row is None or len(row.values) != 5:
                whole = False
            elif row.values[0] == "table" and row.values[2] in known and isinstance(row.values[3], int):
                roots[str(row.values[2])] = row.values[3]
    return roots, whole


def _take(pages: Pages, number: int, found: Found, known: dict[str, Shape], owner: Shape | None) -> None:
    """Take the rows of one page, each for the table whose sum it carries; one that carries none is its tree's."""
    last = owner
    for row in _listed(pages, number):
        if row is None:
            found.unreadable += owner is not None
            continue
        others = [shape for shape in known.values() if shape is not last]
        sound = _sound(row, owner.table if owner else "", [last, *others] if last else others)
        if sound is not None:
            last = sound[0]
            _put(found, *sound, True)
        elif owner is not None and (values := owner.fit(row)) is not None:
            _put(found, owner, values, False)
        else:
            found.unreadable += owner is not None


def _sound(row: Row, owner: str, candidates: list[Shape]) -> tuple[Shape, dict[str, Any]] | None:
    """Return the first table whose row this is by its checksum, with the row by column."""
    for shape in candidates:
        values = shape.fit(row)
        if values is None or CHECKSUM not in values or not _is_sound(shape.table, values):
            continue
        tell = _TELL_APART.get(shape.table)
        if shape.table == owner or tell is None or tell(values):
            return shape, values
    return None


def _listed(pages: Pages, number: int) -> list[Row | None]:
    try:
        return list(pages.rows(number))
    except (Broken, IndexError):
        return []


def _is_sound(table: str, values: dict[str, Any]) -> bool:
    return bool(values[CHECKSUM] == sum_of_values(table, {k: v for k, v in values.items() if k != CHECKSUM}))


def _put(found: Found, shape: Shape, values: dict[str, Any], sound: bool) -> None:
    key = tuple(values[name] for name in SUMMED[shape.table])
    rows = found.rows[shape.table]
    if key not in rows:  # what the tables' own trees lead to comes first
        rows[key] = values
        found.damaged += found.version >= _WITH_TWO_SUMS and not sound and shape.table not in _JOURNAL
