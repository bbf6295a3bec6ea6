"""The file's own journal, kept by TEMP triggers: who wrote what, taking it back, and news of it for the faces.

Leaves what a step means to `core.ops`, what the data means to the modules of each table, and how a row gets into the
journal to `library.keeping`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import groupby, islice
from typing import Any, NamedTuple

from readinglist.core.events import Changed
from readinglist.library.change import triggers
from readinglist.library.file.checksum import CHECKSUM, sum_expression
from readinglist.library.file.schema import JOURNALED
from readinglist.plain import Plain

_AT_ONCE = 20_000  # changes read at a time
_PIECE = 5_000  # changes taken back between two reports of progress
_MOST_NEWS = 5_000  # changes of another connection that are told one by one
_MANY = 100  # from so many rows on, one statement over all of them is quicker than one a row
_IN_ORDER = ("tag", "status", "queue", "saved_search", "setting")  # names that are unique may have been swapped
_ANYTHING = Changed("", (), frozenset(JOURNALED), mine=False, step=0)

_Row = tuple[str, str, str, str | None]


class Step(Plain):
    """A row of the history: its number, op, how many things it touched, its detail, and where it stands."""

    id: int
    op: str
    count: int
    detail: str
    stack: str
    origin: str
    at: str
    joined_key: str | None = None


class Deed(NamedTuple):
    """A step of the user with what became of it: `undone` when it was taken back and not done again since."""

    step: Step
    undone: bool


class Journal:
    """The triggers of one connection, and what was read from the journal so far."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.columns: dict[str, tuple[str, ...]] = {}
        self.seen = 0
        self.sums_upto = 0  # the last change of the present step whose row has its new checksum
        self.data_version = 0
        self.catch_up()

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

    # -- steps ---------------------------------------------------------------------------------------------------

    def begin(self, op: str, count: int, detail: str, origin: str, joined_key: str | None, at: str) -> int:
        """Record a step and make it the one that changes are journaled under. Returns its number."""
        step = self.db.execute(
            "INSERT INTO step (op, count, detail, origin, joined_key, at) VALUES (?, ?, ?, ?, ?, ?)",
            (op, count, detail, origin, joined_key, at),
        ).lastrowid
        assert step is not None
        self.enter(step)
        return step

    def enter(self, step: int) -> None:
        """Let changes be journaled under `step` until `leave`."""
        self.db.execute("INSERT INTO temp.now_step (step) VALUES (?)", (step,))

    def leave(self) -> None:
        """End the present step: any write is aborted again."""
        self.db.execute("DELETE FROM temp.now_step")

    def forget_redo(self) -> None:
        """A new deed of the user ends what could be redone."""
        self.db.execute("UPDATE step SET stack = 'past' WHERE stack = 'redo'")

    def close(self, step: int) -> bool:
        """Let a step be undone from now on; one that changed nothing leaves the history. Returns whether it stays."""
        if self.db.execute("SELECT 1 FROM change WHERE step = ? LIMIT 1", (step,)).fetchone() is None:
            self.db.execute("DELETE FROM step WHERE id = ?", (step,))
            return False
        self.db.execute("UPDATE step SET stack = 'undo' WHERE id = ? AND stack = 'open'", (step,))
        return True

    def adopt(self, before: str) -> None:
        """Close the steps that were left open by a process that died: none of them has breathed since `before`."""
        for row in self.db.execute("SELECT id FROM step WHERE stack = 'open' AND at < ?", (before,)).fetchall():
            self.close(row[0])

    def newest(self, stack: str) -> Step | None:
        """Return the step that undo (`undo`) or redo (`redo`) would take back."""
        row = self.db.execute(
            "SELECT id, op, count, detail, stack, origin, at, joined_key FROM step WHERE stack = ? ORDER BY id DESC",
            (stack,),
        ).fetchone()
        return Step(*row) if row else None

    def get(self, step: int) -> Step:
        """Return the step of that number."""
        row = self.db.execute(
            "SELECT id, op, count, detail, stack, origin, at, joined_key FROM step WHERE id = ?", (step,)
        ).fetchone()
        return Step(*row)

    def history(self, limit: int) -> list[Step]:
        """Return the newest steps, newest first."""
        rows = self.db.execute(
            "SELECT id, op, count, detail, stack, origin, at, joined_key FROM step ORDER BY id DESC LIMIT ?", (limit,)
        )
        return [Step(*row) for row in rows]

    def deeds(self, limit: int) -> list[Deed]:
        """Return the newest steps of the user, newest first; undoing and redoing only show in what became of them."""
        rows = self.db.execute(
            "SELECT id, op, count, detail, stack, origin, at, joined_key, reverts FROM step ORDER BY id DESC LIMIT ?",
            (4 * limit + 100,),
        ).fetchall()
        root: dict[int, int] = {}
        state: dict[int, str] = {}
        for row in reversed(rows):
            number, reverts = row[0], row[8]
            root[number] = root.get(reverts, reverts) if reverts is not None else number
            state[root[number]] = row[4]  # the newest of a chain of undo and redo says where the deed stands
        own = [row for row in rows if root[row[0]] == row[0]]
        return [Deed(Step(*row[:8]), state[row[0]] in ("redo", "past")) for row in own[:limit]]

    # -- changing very many rows ---------------------------------------------------------------------------------

    def rewrite(self, table: str, sets: Mapping[str, str], rest: str, values: tuple[Any, ...], count: int) -> None:
        """Update the rows of a table that `rest` (FROM, WHERE) names, their checksums with them if there are many.

        `sets` is SQL by column, which may stand in the statement twice: bind its values by number. `count` is how many
        rows it will be, about.
        """
        many = count >= _MANY and table in self.summed
        self.renew_sums()
        given = self._with_sum(table, sets) if many else sets
        update = f"UPDATE {table} SET {', '.join(f'{name} = {sql}' for name, sql in given.items())} {rest}"
        if not many:
            self.db.execute(update, values)
            return
        with triggers.narrowed(self.db, table, self.columns[table], tuple(sets)):
            self.db.execute(update, values)
        self.sums_upto = self._top()

    def insert(self, table: str, names: tuple[str, ...], rows: list[Any], *, ignore: bool = False) -> None:
        """Insert rows that are given with their keys; with `ignore` those not that are there already.

        A statement that fires triggers keeps a copy of every page that it changes, to be undone alone: for many rows
        one statement takes half the time of one a row.
        """
        into = f"INSERT {'OR IGNORE ' if ignore else ''}INTO {table}"
        if len(rows) < _MANY:
            self.db.executemany(f"{into} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})", rows)
            return
        self.renew_sums()
        given = self._with_sum(table, {name: f"fresh.{name}" for name in names}, fresh=True)
        self.db.execute(f"CREATE TEMP TABLE fresh ({', '.join(names)})")
        self.db.executemany(f"INSERT INTO temp.fresh VALUES ({', '.join('?' * len(names))})", rows)
        self.db.execute(f"{into} ({', '.join(given)}) SELECT {', '.join(given.values())} FROM temp.fresh")
        self.db.execute("DROP TABLE temp.fresh")
        self.sums_upto = self._top()

    def _with_sum(self, table: str, sets: Mapping[str, str], *, fresh: bool = False) -> dict[str, str]:
        """Return what is to be set, with the checksum of the row as it will be; a `fresh` one has nothing else."""
        if table not in self.summed:
            return dict(sets)
        row = tuple(sets.get(name, "NULL" if fresh else f"{table}.{name}") for name in self.columns[table])
        return {**sets, CHECKSUM: sum_expression(row)}

    def renew_sums(self) -> None:
        """Compute the checksums of the rows inserted or updated in the present step that have not got them yet."""
        triggers.write_down(self.db)
        since = max(self.seen, self.sums_upto)
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
        self.sums_upto = self._top()

    def _top(self) -> int:
        """Return the number of the last change, those of the present step included."""
        triggers.write_down(self.db)
        return int(self.db.execute("SELECT coalesce(max(id), 0) FROM change").fetchone()[0])

    # -- taking back ---------------------------------------------------------------------------------------------

    def revert(self, step: int, progress: Callable[[int], None] | None = None) -> None:
        """Apply the old values of everything `step` changed, newest first, as part of the present step.

        With `progress` in pieces, each followed by how many changes are taken back so far; by then the rows have their
        checksums, too.
        """
        self.renew_sums()
        self.db.execute("PRAGMA defer_foreign_keys = ON")
        done = told = 0
        # Runs of the same kind on the same table are applied together; the order between runs is kept.
        for (table, kind), run in groupby(self._read_back(step), key=lambda row: (row[0], row[1])):
            while rows := list(islice(run, _PIECE if progress else None)):
                if table not in self.columns:
                    pass  # a table this version no longer has
                elif kind == "i":
                    self._delete(table, _loaded(row[2] for row in rows))
                elif kind == "d":
                    self._insert(table, _loaded(row[3] or "{}" for row in rows))
                else:
                    self._update(table, _loaded(row[2] for row in rows), _loaded(row[3] or "{}" for row in rows))
                done += len(rows)
                self.sums_upto = self._top()
                if progress and done >= told + _PIECE:
                    told = done
                    progress(done)

    def _read_back(self, step: int) -> Iterator[_Row]:
        """Yield the changes of a step, newest first, with no cursor left open and never all of them in memory."""
        below = 1 << 62
        while True:
            rows = self.db.execute(
                "SELECT tbl, kind, key, old, id FROM change WHERE step = ? AND id < ? ORDER BY id DESC LIMIT ?",
                (step, below, _AT_ONCE),
            ).fetchall()
            if not rows:
                return
            below = rows[-1][4]
            yield from (row[:4] for row in rows)

    def _delete(self, table: str, keys: list[list[Any]]) -> None:
        names = JOURNALED[table]
        if len(keys) >= _MANY and table not in _IN_ORDER:
            source = self._lay_out(names, (), keys)
            self.db.execute(f"DELETE FROM {table} WHERE ({', '.join(names)}) IN (SELECT {', '.join(names)} {source})")
        else:
            where = " AND ".join(f"{name} = ?" for name in names)
            self.db.executemany(f"DELETE FROM {table} WHERE {where}", keys)

    def _insert(self, table: str, rows: list[dict[str, Any]]) -> None:
        key = JOURNALED[table]
        rest = tuple(name for name in self.columns[table] if name not in key)
        values = [[row.get(name) for name in (*key, *rest)] for row in rows]
        many = len(rows) >= _MANY and table not in _IN_ORDER
        sources = _laid_out(key, rest) if many else [f"?{n}" for n in range(1, len(values[0]) + 1)]
        given = self._with_sum(table, dict(zip((*key, *rest), sources, strict=True)))
        into, what = f"INSERT INTO {table} ({', '.join(given)})", ", ".join(given.values())
        if many:
            self.db.execute(f"{into} SELECT {what} {self._lay_out(key, rest, values)}")
        else:
            self.db.executemany(f"{into} VALUES ({what})", values)

    def _update(self, table: str, keys: list[list[Any]], olds: list[dict[str, Any]]) -> None:
        key = JOURNALED[table]
        for names, same in groupby(zip(keys, olds, strict=True), key=lambda pair: tuple(pair[1])):
            values = [[*at, *old.values()] for at, old in same]
            if len(values) >= _MANY and table not in _IN_ORDER:
                source = self._lay_out(key, names, values)
                where = " AND ".join(f"{table}.{name} = back.{name}" for name in key)
                sets = {name: f"back.old_{name}" for name in names}
                self.rewrite(table, sets, f"{source} WHERE {where}", (), len(values))
            else:
                given = self._with_sum(table, {name: f"?{n}" for n, name in enumerate(names, len(key) + 1)})
                what = ", ".join(f"{name} = {sql}" for name, sql in given.items())
                where = " AND ".join(f"{name} = ?{n}" for n, name in enumerate(key, 1))
                self.db.executemany(f"UPDATE {table} SET {what} WHERE {where}", values)
                self.sums_upto = self._top()

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

    # -- news ----------------------------------------------------------------------------------------------------

    def catch_up(self) -> None:
        """Take everything up to now as known."""
        self.seen = self.db.execute("SELECT coalesce(max(id), 0) FROM change").fetchone()[0]
        self.data_version = self.db.execute("PRAGMA data_version").fetchone()[0]

    def others_wrote(self) -> bool:
        """True when another connection has committed since the last look; costs some microseconds."""
        found = self.db.execute("PRAGMA data_version").fetchone()[0]
        if found == self.data_version:
            return False
        self.data_version = found
        return True

    def news(self, *, mine: bool) -> list[Changed]:
        """Return what was written since the last call, a `Changed` a step, oldest first.

        One `Changed` without papers names every table where another connection has written very much, which would take
        longer to read than to show anew, or has pruned the journal before we read it.
        """
        # Each on its own is a look at one end of the table; both in one SELECT would read all of it.
        oldest, top = self.db.execute("SELECT (SELECT min(id) FROM change), (SELECT max(id) FROM change)").fetchone()
        if top is None or top <= self.seen:
            return []
        if not mine and top - self.seen > _MOST_NEWS:
            self.seen = top
            return [_ANYTHING]
        rows = self.db.execute(
            "SELECT c.step, c.tbl, c.paper, s.op FROM change c NOT INDEXED JOIN step s ON s.id = c.step WHERE c.id > ? "
            "GROUP BY c.step, c.tbl, c.paper ORDER BY c.step",
            (self.seen,),
        ).fetchall()
        missed = oldest > self.seen + 1
        self.seen = top
        news = [_ANYTHING] if missed else []
        for step, group in groupby(rows, key=lambda row: int(row[0])):
            touched = list(group)
            papers = sorted({int(row[2]) for row in touched if row[2] is not None})
            tables = frozenset(row[1] for row in touched)
            news.append(Changed(touched[0][3], tuple(papers), tables, mine=mine, step=step))
        return news

    def prune(self, keep: int) -> int:
        """Forget all but the newest `keep` steps. Readings are data of their own and stay. Returns how many went."""
        edge = self.db.execute("SELECT id FROM step ORDER BY id DESC LIMIT 1 OFFSET ?", (keep,)).fetchone()
        if edge is None:
            return 0
        self.db.execute("DELETE FROM change WHERE step <= ?", edge)
        return self.db.execute("DELETE FROM step WHERE id <= ?", edge).rowcount


def _loaded(texts: Iterable[str]) -> list[Any]:
    """Return the values of many JSON texts; one call for all of them takes a fifth of the time."""
    return list(json.loads(f"[{','.join(texts)}]"))


def _laid_out(key: tuple[str, ...], names: tuple[str, ...]) -> list[str]:
    """Return how the columns of the TEMP table are called that `Journal._lay_out` makes."""
    return [*(f"back.{name}" for name in key), *(f"back.old_{name}" for name in names)]
