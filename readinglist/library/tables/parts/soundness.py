"""Damaged rows: those of a paper, and what the user decides about one, that it is right as it stands or an older value.

Nothing else makes a damaged row valid: docs/decisions/0023-row-checksums.md.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from readinglist.core import errors
from readinglist.core.ops import Op
from readinglist.i18n import _
from readinglist.library.change.steps import Steps
from readinglist.library.file import search_index, totals
from readinglist.library.file.checksum import CHECKSUM, difference, row_sum, sum_of_values
from readinglist.library.file.connection import connect, translated
from readinglist.library.file.damage import SUMMED, Damaged, columns, damaged
from readinglist.library.file.journaled import JOURNALED, LIBRARY_COLUMNS
from readinglist.library.file.sql import picked

Values = dict[str, Any]

# The tables whose rows belong to a paper, and the column that says to which.
_OF_NONE = frozenset(("status", "tag", "queue", "paper", "saved_search", "setting", "feed", "arrival"))
OF_PAPERS = {"paper": "id"} | {table: "paper" for table in JOURNALED if table not in _OF_NONE}


class Soundness:
    """What is wrong with rows of one library, and what is done about it."""

    def __init__(self, steps: Steps) -> None:
        self.steps = steps
        self.db = steps.db
        self._of = ""

    def of(self, papers: Sequence[int]) -> list[Damaged]:
        """Return the damaged rows of papers and of all that belongs to them."""
        if not self._of:  # one statement, since the pane asks it for every paper that is shown
            self._of = " UNION ALL ".join(
                f"SELECT '{table}', json_array({', '.join(SUMMED[table])}) FROM {table} "
                f"WHERE {owner} IN (SELECT value FROM json_each(?1)) "
                f"AND {CHECKSUM} IS NOT {row_sum(table, columns(self.db, table))}"
                for table, owner in OF_PAPERS.items()
            )
        try:
            rows = self.db.execute(self._of, (picked(papers),)).fetchall()
        except sqlite3.OperationalError:  # a key that is no text and no number any more
            return [row for row in self.all() if set(self.papers_of([row])) & set(papers)]
        return [Damaged(table, tuple(json.loads(key))) for table, key in rows]

    def all(self) -> list[Damaged]:
        """Return every damaged row of the library. Takes some microseconds a row."""
        return [row for table in SUMMED for row in damaged(self.db, table)]

    def checked(self) -> str | None:
        """Return the day on which every row was looked at last, or None."""
        row = self.db.execute("SELECT checked FROM library").fetchone()
        return row[0] if row else None

    def note_checked(self, day: str) -> None:
        """Remember that every row was looked at on a day. No step: it is about the file, and nothing to undo."""
        changed = f"checked = ?1, {CHECKSUM} = {CHECKSUM} + {difference('library', LIBRARY_COLUMNS, {'checked': '?1'})}"
        asked = self.db.execute("PRAGMA query_only").fetchone()[0]
        with translated(self.steps.path):
            self.db.execute("PRAGMA query_only = OFF")
            try:
                self.db.execute(f"UPDATE library SET {changed}", (day,))
            finally:
                self.db.execute(f"PRAGMA query_only = {asked}")

    def tables(self) -> tuple[str, ...]:
        """Return the tables whose totals are known."""
        return totals.TABLES

    def papers_of(self, rows: Iterable[Damaged]) -> list[int]:
        """Return the papers that damaged rows belong to."""
        found: set[int] = set()
        for row in rows:
            if owner := OF_PAPERS.get(row.table):
                at = " AND ".join(f"{name} IS ?" for name in SUMMED[row.table])
                found.update(n for (n,) in self.db.execute(f"SELECT {owner} FROM {row.table} WHERE {at}", row.key))
        return sorted(found)

    def named(self, name: str) -> Damaged:
        """Return the row that is called `table:key` (a JSON array for a key of several values). Raises WrongUsage."""
        table, _colon, text = name.partition(":")
        names = SUMMED.get(table, ())
        key: Any = None
        if text.startswith("["):
            try:
                key = json.loads(text)
            except ValueError:
                key = None
        elif text:
            key = [int(text) if text.isascii() and text.lstrip("-").isdigit() and table != "setting" else text]
        if not names or not isinstance(key, list) or len(key) != len(names):
            raise errors.WrongUsage(
                _("{name} names no row.").format(name=name), do=_("Write it as 'readinglist check' does, as paper:12.")
            )
        return Damaged(table, tuple(key))

    def values(self, row: Damaged) -> Values:
        """Return what a row holds, by column, its checksum too. Raises WrongUsage where it is gone."""
        names = (*columns(self.db, row.table), CHECKSUM)
        at = " AND ".join(f"{name} IS ?" for name in SUMMED[row.table])
        found = self.db.execute(f"SELECT {', '.join(names)} FROM {row.table} WHERE {at}", row.key).fetchone()
        if found is None:
            raise errors.WrongUsage(_("{table} has no row {key}.").format(table=row.table, key=row.key_text))
        return dict(zip(names, found, strict=True))

    # -- the user's decision -------------------------------------------------------------------------------------

    def keep(self, rows: Sequence[Damaged]) -> None:
        """Take damaged rows as they stand: from now on they count as sound."""
        with self.steps.step(Op.REPAIR, len(rows)):
            for row in rows:
                self.values(row)
                if row.table == "step":  # what is left of its changes is all that there is
                    counted = "(SELECT count(*) FROM change WHERE step = step.id)"
                    self.db.execute(f"UPDATE step SET changes = {counted} WHERE id = ?", row.key)
                self._sum_anew(row)

    def _sum_anew(self, row: Damaged) -> None:
        """Let a row have the checksum of what it holds: the one place where damage becomes valid."""
        self.steps.writer.write_down()
        known, before = totals.expected(self.db, row.table), totals.of(self.db, row.table)
        at = " AND ".join(f"{name} IS ?" for name in SUMMED[row.table])
        summed = row_sum(row.table, columns(self.db, row.table))
        self.db.execute(f"UPDATE {row.table} SET {CHECKSUM} = {summed} WHERE {at}", row.key)
        self._settle(row.table, known, before)

    def _settle(self, table: str, known: totals.Total, before: totals.Total) -> None:
        """Bring the totals of a table to what it holds now, as far as they agreed with it before."""
        after, told = totals.of(self.db, table), totals.expected(self.db, table)
        # Where the checksum itself was what was damaged, the totals have known the right one all along.
        wanted = known.checksums if known.checksums == after.checksums else (
            known.checksums + after.checksums - before.checksums
        )  # fmt: skip
        totals.add(self.db, [(table, 0, wanted - told.checksums)])

    def keep_totals(self, tables: Iterable[str]) -> None:
        """Take what is in whole tables as it stands: what is gone from them is not missed any more."""
        with self.steps.step(Op.REPAIR, 1):
            self.steps.writer.write_down()
            for table in tables:
                is_, told = totals.of(self.db, table), totals.expected(self.db, table)
                totals.add(self.db, [(table, is_.rows - told.rows, is_.checksums - told.checksums)])

    def restore(self, row: Damaged, copy: Path | None = None) -> bool:
        """Give a damaged row what it held before: what the journal knows, or what the row holds in a `copy`.

        Returns whether that is surely what was last written, by its checksum; else it is what the copy has. Raises
        WrongUsage where the journal has nothing that fits and there is no copy.
        """
        now = self.values(row)
        there = self._in_copy(row, now, copy) if copy else {}
        states = list(self._states(row, {name: value for name, value in now.items() if name != CHECKSUM}))
        found = _proven(row.table, now[CHECKSUM], states, there)
        if not found and not there:
            raise errors.WrongUsage(
                _("The journal knows no older value of {name}.").format(name=f"{row.table}:{row.key_text}"),
                safe=_("Nothing was changed."),
                do=_("Name a copy of the library that has it, with --from."),
            )
        self._write(row, found or there)
        return bool(found)

    def _states(self, row: Damaged, values: Values) -> Iterator[Values]:
        """Yield what the row held, newest first, as far as the journal goes back."""
        yield values
        changes = self.db.execute(
            "SELECT old FROM change WHERE tbl = ? AND key = ? AND kind <> 'i' ORDER BY id DESC",
            (row.table, json.dumps(row.key, ensure_ascii=False, separators=(",", ":"))),
        )
        for (old,) in changes.fetchall():
            values = values | {name: value for name, value in json.loads(old).items() if name in values}
            yield values

    def _in_copy(self, row: Damaged, now: Values, copy: Path) -> Values:
        db = connect(copy, readonly=True)
        try:
            shared = [name for name in columns(db, row.table) if name in now]
            at = " AND ".join(f"{name} IS ?" for name in SUMMED[row.table])
            found = db.execute(f"SELECT {', '.join(shared)} FROM {row.table} WHERE {at}", row.key).fetchone()
        except sqlite3.OperationalError:
            found = None
        finally:
            db.close()
        return dict(zip(shared, found, strict=True)) if found else {}

    def _write(self, row: Damaged, new: Values) -> None:
        key = SUMMED[row.table]
        sets = {name: value for name, value in new.items() if name not in key}
        at = " AND ".join(f"{name} IS ?" for name in key)
        with self.steps.step(Op.REPAIR, 1) as step:
            listed = ", ".join(f"{name} = ?" for name in sets)
            self.db.execute(f"UPDATE {row.table} SET {listed} WHERE {at}", (*sets.values(), *row.key))
            self._sum_anew(row)
            # Taking it back would bring the damage back as if it were sound.
            self.db.execute("UPDATE step SET stack = 'past' WHERE id = ?", (step,))
        indexed = [name for name, index in search_index.INDEXES.items() if index.source == row.table]
        if indexed:
            search_index.rebuild(self.db, indexed)  # it was changed by what the row did not really hold


def _proven(table: str, checksum: int, states: Sequence[Values], there: Values) -> Values:
    """Return the columns whose value is surely wrong, with the right one; {} where none can be proven.

    The difference between the sum and what is held is the same in every state since the damage was done: a value is
    right if it makes up for it in any of them. Candidates are what the column held in any other state, or in the copy.
    """
    damage = checksum - sum_of_values(table, states[0])
    candidates = {name: {state[name] for state in states} for name in states[0]}
    for name, value in there.items():
        candidates[name].add(value)
    for state in states:
        plain = sum_of_values(table, state)
        for name, values in candidates.items():
            for value in values:
                if value != state[name] and sum_of_values(table, {**state, name: value}) - plain == damage:
                    return {name: value}
        if there and sum_of_values(table, {**state, **there}) - plain == damage:
            return there
    return {}
