"""Writing rows inside a step: the triggers that journal them, and quicker ways for very many rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from readinglist.library.change import noted, triggers
from readinglist.library.file import totals
from readinglist.library.file.checksum import CHECKSUM, difference, sum_of
from readinglist.library.file.journaled import JOURNALED

MANY_ROWS = 100  # inserted or deleted: from so many on, one statement over all of them is quicker than one a row
MANY_UPDATED_ROWS = 1_000  # for an update it is so from here on, since triggers are made anew for it


class Writer:
    """Inserts and updates on one connection. `columns` are those that the triggers follow, by table."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.columns: dict[str, tuple[str, ...]] = {}
        self._defaults: dict[str, dict[str, str]] = {}

    @property
    def armed(self) -> bool:
        """True once the triggers are in place."""
        return bool(self.columns)

    def arm(self) -> dict[str, tuple[str, ...]]:
        """Make the triggers and return the columns they follow; `columns` is set once they are committed."""
        self.db.execute("CREATE TEMP TABLE now_step (step INTEGER)")
        self.db.execute(triggers.NOTED)
        totals.arm(self.db)
        columns = {table: triggers.columns(self.db, table) for table in JOURNALED}
        for table in JOURNALED:
            for statement in triggers.triggers(table, columns[table]):
                self.db.execute(statement)
            self.db.execute(triggers.guard(table))
        return columns

    def write_down(self) -> None:
        """Bring checksums, journal and totals up to what was written in the present step."""
        noted.write_down(self.db)

    def rewrite(self, table: str, sets: Mapping[str, str], rest: str, values: tuple[Any, ...], count: int) -> None:
        """Update the rows of a table that `rest` (FROM, WHERE) names, their checksums with them if there are many.

        `sets` is SQL by column, which may stand in the statement twice: bind its values by number. `count` is how many
        rows it will be, about.
        """
        many = count >= MANY_UPDATED_ROWS
        given = dict(sets)
        if many:
            self.write_down()  # a sum that is still due to a row would be lost
            given[CHECKSUM] = f"{table}.{CHECKSUM} + {difference(table, self.columns[table], sets)}"
        update = f"UPDATE {table} SET {', '.join(f'{name} = {sql}' for name, sql in given.items())} {rest}"
        if not many:
            self.db.execute(update, values)
            return
        with triggers.narrowed(self.db, table, self.columns[table], tuple(sets)):
            self.db.execute(update, values)

    def insert(self, table: str, names: tuple[str, ...], rows: list[Any], *, ignore: bool = False) -> None:
        """Insert rows that are given with their keys; with `ignore` those not that are there already.

        A statement that fires triggers keeps a copy of every page that it changes, to be undone alone: for many rows
        one statement takes half the time of one a row.
        """
        into = f"INSERT {'OR IGNORE ' if ignore else ''}INTO {table}"
        if len(rows) < MANY_ROWS:
            self.db.executemany(f"{into} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})", rows)
            return
        given = self.with_checksum(table, {name: f"fresh.{name}" for name in names})
        self.db.execute(f"CREATE TEMP TABLE fresh ({', '.join(names)})")
        self.db.executemany(f"INSERT INTO temp.fresh VALUES ({', '.join('?' * len(names))})", rows)
        self.db.execute(f"{into} ({', '.join(given)}) SELECT {', '.join(given.values())} FROM temp.fresh")
        self.db.execute("DROP TABLE temp.fresh")

    def with_checksum(self, table: str, values: Mapping[str, str]) -> dict[str, str]:
        """Return what a new row gets (SQL by column), with the checksum that it will have."""
        blank = self.defaults(table)
        whole = {name: values.get(name, blank[name]) for name in self.columns[table]}
        return {**values, CHECKSUM: sum_of(table, whole)}

    def defaults(self, table: str) -> dict[str, str]:
        """Return what a column holds that a new row is not given, as SQL."""
        if table not in self._defaults:
            rows = self.db.execute(f"PRAGMA table_info({table})").fetchall()
            self._defaults[table] = {row[1]: row[4] if row[4] is not None else "NULL" for row in rows}
        return self._defaults[table]
