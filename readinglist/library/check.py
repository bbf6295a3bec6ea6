"""Looks a library over: SQLite's own checks, every row's checksum, the search index; mends only what is derived."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field

from readinglist.i18n import _, plural
from readinglist.library.file import index_words, search_index, totals
from readinglist.library.file.connection import translated
from readinglist.library.file.damage import SUMMED, damaged
from readinglist.library.file.second_look import LOOKS
from readinglist.library.library import Library

MOST = 100  # findings of one kind that are named


@dataclass(slots=True)
class Findings:
    """What a check found. `damage` is of the user's data, `index` of what can be rebuilt from it, in words.

    `rows` names the damaged rows: (table, key); `about_rows` are the lines of `damage` that speak of them.
    """

    papers: int = 0
    damage: list[str] = field(default_factory=list)
    rows: list[tuple[str, str]] = field(default_factory=list)
    about_rows: list[str] = field(default_factory=list)
    index: list[str] = field(default_factory=list)
    repaired: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """True when nothing is wrong any more."""
        return not self.damage and not self.index


def check(library: Library, *, repair: bool = False, thorough: bool = False) -> Findings:
    """Look the whole library over, and with `repair` rebuild a broken search index; the user's rows are never touched.

    Takes about a second for 10,000 papers. `thorough` compares the search index word by word, which takes ten times as
    long; without it the index is only asked whether it is whole.
    """
    found = Findings()
    steps = (_structure, _references, _checksums, _totals)
    for step in steps:
        _look(step, library.db, found)
    if not library.readonly:
        _index(library, found, repair, index_words.outdated if thorough else search_index.problems)
    return found


def _look(step: Callable[[sqlite3.Connection, Findings], None], db: sqlite3.Connection, found: Findings) -> None:
    """Add what a step finds. What could not be read is read again: a disk may fail once, and that is no damage."""
    for _turn in range(LOOKS):
        part = Findings()
        try:
            step(db, part)
        except sqlite3.DatabaseError as problem:
            part.damage.append(_("SQLite could not read all of it: {why}.").format(why=problem))
        else:
            if not any("error code" in line for line in part.damage):
                break
        db.execute("PRAGMA shrink_memory")
    found.papers = max(found.papers, part.papers)
    found.damage += part.damage
    found.rows += part.rows
    found.about_rows += part.about_rows


def _structure(db: sqlite3.Connection, found: Findings) -> None:
    for (line,) in db.execute(f"PRAGMA integrity_check({MOST})"):
        # SQLite looks into the search index too; that is derived, and looked at on its own.
        if line != "ok" and not any(name in line for name in search_index.TABLES):
            found.damage.append(line)
    found.papers = db.execute("SELECT count(*) FROM paper").fetchone()[0]


def _references(db: sqlite3.Connection, found: Findings) -> None:
    for table, row, parent, _number in db.execute("PRAGMA foreign_key_check").fetchmany(MOST):
        found.damage.append(
            _("Row {row} of {table} belongs to something missing in {parent}.").format(
                row=row, table=table, parent=parent
            )
        )


def _checksums(db: sqlite3.Connection, found: Findings) -> None:
    for table in SUMMED:
        rows = damaged(db, table)
        found.rows += [(table, row.key_text) for row in rows]
        if rows:
            named = ", ".join(row.key_text for row in rows[:MOST])
            said = (
                plural("{n} row of {table} was changed by something else: {rows}.",
                       "{n} rows of {table} were changed by something else: {rows}.", len(rows))
                .replace("{table}", table).replace("{rows}", named)
            )  # fmt: skip
            found.about_rows.append(said)
            found.damage.append(said)


def _totals(db: sqlite3.Connection, found: Findings) -> None:
    """Compare what is in the tables with the row of totals: what is gone, or is as it was some time ago."""
    known = totals.stored(db)
    if known is None:
        found.damage.append(_("The totals of the library cannot be read."))
        return
    for table, total in totals.counted(db):
        wanted = known.get(table, totals.Total(0, 0))
        missing = wanted.rows - total.rows
        if missing > 0:
            found.damage.append(
                plural("{n} row of {table} is missing.", "{n} rows of {table} are missing.", missing)
                .replace("{table}", table)
            )  # fmt: skip
        elif missing < 0:
            found.damage.append(
                plural("{table} has {n} row too many.", "{table} has {n} rows too many.", -missing)
                .replace("{table}", table)
            )  # fmt: skip
        elif total != wanted:
            found.damage.append(_("Part of {table} is not what was last written to it.").format(table=table))
    numbers = db.execute("SELECT step, change FROM library").fetchone()
    if numbers != (totals.last(db, "step"), totals.last(db, "change")):
        found.damage.append(_("The numbers of the last step and change are not those that were last given."))


def _index(library: Library, found: Findings, repair: bool, look: Callable[[sqlite3.Connection], list[str]]) -> None:
    db = library.db
    asked = db.execute("PRAGMA query_only").fetchone()[0]
    db.execute("PRAGMA query_only = OFF")  # FTS5 is asked by an INSERT; it writes nothing
    try:
        with translated(library.path):
            broken = _broken(db, look)
            if broken and repair:
                search_index.rebuild(db)
                found.repaired.append(_("The search index was rebuilt."))
                broken = _broken(db, look)
        found.index = [_("The search index {name} is broken.").format(name=name) for name in broken]
    finally:
        db.execute(f"PRAGMA query_only = {asked}")


def _broken(db: sqlite3.Connection, look: Callable[[sqlite3.Connection], list[str]]) -> list[str]:
    """Return the broken index tables. Waits for a writer first, whose lock would look like damage."""
    db.execute("BEGIN IMMEDIATE")
    try:
        return look(db)
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")
