"""Writing rows inside a step: the triggers that journal them, their checksums, and quicker ways for very many rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from readinglist.library.change import triggers
from readinglist.library.file.checksum import CHECKSUM, sum_expression
from readinglist.library.file.schema import JOURNALED

MANY_ROWS = 100  # inserted or deleted: from so many on, one statement over all of them is quicker than one a row
MANY_UPDATED_ROWS = 1_000  # for an update it is so from here on, since triggers are made anew for it


class Writer:
    """Inserts and updates on one connection. `columns` are those that the triggers follow, by table."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.columns: dict[str, tuple[str, ...]] = {}
        self.summed_upto = 0  # the last change whose row has its new checksum

    @property
    def armed(self) -> bool:
        """True once the triggers are in place."""
        return bool(self.columns)

    def arm(self) -> dict[str, tuple[str, ...]]:
        """Make the triggers and return the columns they follow; `columns` is set once they are committed."""
        self.db.execute("CREATE TEMP TABLE now_step (step INTEGER)")
        self.db.execute(triggers.NOTED)
        columns = {table: triggers.columns(self.db, table) for table in JOURNALED}
        for table in JOURNALED:
            for statement in triggers.triggers(table, columns[table]):
                self.db.execute(statement)
        for table in self.summed:
            self.db.execute(triggers.guard(table))
        return columns

    @cached_property
    def summed(self) -> tuple[str, ...]:
        """The tables whose rows carry a checksum: all of them, in a library of this program."""
        having = "SELECT 1 FROM pragma_table_info(?) WHERE name = ?"
        return tuple(name for name in JOURNALED if self.db.execute(having, (name, CHECKSUM)).fetchone())

    def rewrite(self, table: str, sets: Mapping[str, str], rest: str, values: tuple[Any, ...], count: int) -> None:
        """Update the rows of a table that `rest` (FROM, WHERE) names, their checksums with them if there are many.

        `sets` is SQL by column, which may stand in the statement twice: bind its values by number. `count` is how many
        rows it will be, about.
        """
        many = count >= MANY_UPDATED_ROWS and table in self.summed
        self.renew_checksums()
        given = self.with_checksum(table, sets) if many else sets
        update = f"UPDATE {table} SET {', '.join(f'{name} = {sql}' for name, sql in given.items())} {rest}"
        if not many:
            self.db.execute(update, values)
            return
        with triggers.narrowed(self.db, table, self.columns[table], tuple(sets)):
            self.db.execute(update, values)
        self.summed_upto = self.top()

    def insert(self, table: str, names: tuple[str, ...], rows: list[Any], *, ignore: bool = False) -> None:
        """Insert rows that are given with their keys; with `ignore` those not that are there already.

        A statement that fires triggers keeps a copy of every page that it changes, to be undone alone: for many rows
        one statement takes half the time of one a row.
        """
        into = f"INSERT {'OR IGNORE ' if ignore else ''}INTO {table}"
        if len(rows) < MANY_ROWS:
            self.db.executemany(f"{into} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})", rows)
            return
        self.renew_checksums()
        given = self.with_checksum(table, {name: f"fresh.{name}" for name in names}, fresh=True)
        self.db.execute(f"CREATE TEMP TABLE fresh ({', '.join(names)})")
        self.db.executemany(f"INSERT INTO temp.fresh VALUES ({', '.join('?' * len(names))})", rows)
        self.db.execute(f"{into} ({', '.join(given)}) SELECT {', '.join(given.values())} FROM temp.fresh")
        self.db.execute("DROP TABLE temp.fresh")
        self.summed_upto = self.top()

    def with_checksum(self, table: str, sets: Mapping[str, str], *, fresh: bool = False) -> dict[str, str]:
        """Return what is to be set, with the checksum of the row as it will be; a `fresh` one has nothing else."""
        if table not in self.summed:
            return dict(sets)
        row = tuple(sets.get(name, "NULL" if fresh else f"{table}.{name}") for name in self.columns[table])
        return {**sets, CHECKSUM: sum_expression(row)}

    def renew_checksums(self) -> None:
        """Compute the checksums of the rows inserted or updated in the present step that have not got them yet."""
        triggers.write_down(self.db)
        since = self.summed_upto
        for (table,) in self.db.execute("SELECT DISTINCT tbl FROM change WHERE id > ?", (since,)).fetchall():
            if table not in self.summed:
                continue
            # By the first part of the key: the rows beside the changed one get the sum that they have.
            key = JOURNALED[table][0]
            number = "paper" if key == triggers.owner(table, self.columns[table]) else "json_extract(key, '$[0]')"
            self.db.execute(
                f"UPDATE {table} SET {CHECKSUM} = {sum_expression(self.columns[table])} WHERE {key} IN "
                f"(SELECT {number} FROM change WHERE id > ? AND tbl = ? AND kind <> 'd')",
                (since, table),
            )
        self.summed_upto = self.top()

    def top(self) -> int:
        """Return the number of the last change, those of the present step included."""
        triggers.write_down(self.db)
        return int(self.db.execute("SELECT coalesce(max(id), 0) FROM change").fetchone()[0])
