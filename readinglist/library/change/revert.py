"""Taking a step back: the old values of everything it changed, newest first."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from typing import Any

from readinglist.library.change.writer import MANY_ROWS, MANY_UPDATED_ROWS, Writer
from readinglist.library.file.checksum import CHECKSUM
from readinglist.library.file.journaled import JOURNALED

_READ_ROWS = 20_000  # of the journal at a time: all in memory would be too much
_REPORTED_ROWS = 5_000  # taken back from one report of progress to the next
_IN_ORDER = ("tag", "status", "queue", "saved_search", "setting")  # names that are unique may have been swapped

Progress = Callable[[int], None]
_Row = tuple[str, str, str, str | None]


class Revert:
    """Puts rows back as part of the present step, whose own journal then says how to do it again."""

    def __init__(self, db: sqlite3.Connection, writer: Writer) -> None:
        self.db = db
        self.writer = writer

    def run(self, step: int, progress: Progress | None = None) -> None:
        """Apply the old values of everything `step` changed, newest first, as part of the present step.

        With `progress` in pieces, each followed by how many changes are taken back so far.
        """
        self.db.execute("PRAGMA defer_foreign_keys = ON")
        done = told = 0
        # Runs of the same kind on the same table are applied together; the order between runs is kept.
        for (table, kind), run in groupby(self._read_back(step), key=lambda row: (row[0], row[1])):
            while rows := list(islice(run, _REPORTED_ROWS if progress else None)):
                if table not in self.writer.columns:
                    pass  # a table this version no longer has
                elif kind == "i":
                    self._delete(table, _loaded(row[2] for row in rows))
                elif kind == "d":
                    self._insert(table, _loaded(row[3] or "{}" for row in rows))
                else:
                    self._update(table, _loaded(row[2] for row in rows), _loaded(row[3] or "{}" for row in rows))
                done += len(rows)
                if progress and done >= told + _REPORTED_ROWS:
                    told = done
                    progress(done)

    def _read_back(self, step: int) -> Iterator[_Row]:
        """Yield the changes of a step, newest first, with no cursor left open and never all of them in memory."""
        below = 1 << 62
        while True:
            rows = self.db.execute(
                "SELECT tbl, kind, key, old, id FROM change WHERE step = ? AND id < ? ORDER BY id DESC LIMIT ?",
                (step, below, _READ_ROWS),
            ).fetchall()
            if not rows:
                return
            below = rows[-1][4]
            yield from (row[:4] for row in rows)

    def _delete(self, table: str, keys: list[list[Any]]) -> None:
        names = JOURNALED[table]
        if len(keys) >= MANY_ROWS and table not in _IN_ORDER:
            source = self._lay_out(names, (), keys)
            self.db.execute(f"DELETE FROM {table} WHERE ({', '.join(names)}) IN (SELECT {', '.join(names)} {source})")
        else:
            where = " AND ".join(f"{name} = ?" for name in names)
            self.db.executemany(f"DELETE FROM {table} WHERE {where}", keys)

    def _insert(self, table: str, rows: list[dict[str, Any]]) -> None:
        """Bring rows back with the checksums they had: what was wrong with one before it went still is."""
        key = JOURNALED[table]
        rest = (*(name for name in self.writer.columns[table] if name not in key), CHECKSUM)
        values = [[row.get(name) for name in (*key, *rest)] for row in rows]
        many = len(rows) >= MANY_ROWS and table not in _IN_ORDER
        sources = _laid_out(key, rest) if many else [f"?{n}" for n in range(1, len(values[0]) + 1)]
        blank = self.writer.defaults(table)  # of columns that came after the row had gone
        given = {
            name: source if blank[name] == "NULL" else f"coalesce({source}, {blank[name]})"
            for name, source in zip((*key, *rest), sources, strict=True)
        }
        had = dict(zip((*key, *rest), sources, strict=True))[CHECKSUM]
        given[CHECKSUM] = f"coalesce({had}, {self.writer.with_checksum(table, given)[CHECKSUM]})"
        into, what = f"INSERT INTO {table} ({', '.join(given)})", ", ".join(given.values())
        if many:
            self.db.execute(f"{into} SELECT {what} {self._lay_out(key, rest, values)}")
        else:
            self.db.executemany(f"{into} VALUES ({what})", values)

    def _update(self, table: str, keys: list[list[Any]], olds: list[dict[str, Any]]) -> None:
        key = JOURNALED[table]
        for names, same in groupby(zip(keys, olds, strict=True), key=lambda pair: tuple(pair[1])):
            values = [[*at, *old.values()] for at, old in same]
            if len(values) >= MANY_UPDATED_ROWS and table not in _IN_ORDER:
                source = self._lay_out(key, names, values)
                where = " AND ".join(f"{table}.{name} = back.{name}" for name in key)
                sets = {name: f"back.old_{name}" for name in names}
                self.writer.rewrite(table, sets, f"{source} WHERE {where}", (), len(values))
            else:
                what = ", ".join(f"{name} = ?{n}" for n, name in enumerate(names, len(key) + 1))
                where = " AND ".join(f"{name} = ?{n}" for n, name in enumerate(key, 1))
                self.db.executemany(f"UPDATE {table} SET {what} WHERE {where}", values)

    def _lay_out(self, key: tuple[str, ...], names: tuple[str, ...], rows: list[list[Any]]) -> str:
        """Put rows into a TEMP table for one statement over all of them, and return its FROM.

        A row that was changed twice alike appears twice, newest first: the later, older one stands.
        """
        columns = [name.removeprefix("back.") for name in _laid_out(key, names)]
        self.db.execute("DROP TABLE IF EXISTS temp.back")
        if len(key) == 1:  # a number, in every table whose rows are not put back in order
            made = f"{key[0]} INTEGER PRIMARY KEY, {', '.join(columns[1:])}".rstrip(", ")
            self.db.execute(f"CREATE TEMP TABLE back ({made})")
        else:
            made = f"{', '.join(columns)}, PRIMARY KEY ({', '.join(key)})"
            self.db.execute(f"CREATE TEMP TABLE back ({made}) WITHOUT ROWID")
        self.db.executemany(f"INSERT OR REPLACE INTO temp.back VALUES ({', '.join('?' * len(columns))})", rows)
        return "FROM temp.back AS back"


def _loaded(texts: Iterable[str]) -> list[Any]:
    """Return the values of many JSON texts; one call for all of them takes a fifth of the time."""
    return list(json.loads(f"[{','.join(texts)}]"))


def _laid_out(key: tuple[str, ...], names: tuple[str, ...]) -> list[str]:
    """Return how the columns of the TEMP table are called that `Revert._lay_out` makes."""
    return [*(f"back.{name}" for name in key), *(f"back.old_{name}" for name in names)]
