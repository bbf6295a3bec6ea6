"""The history of one library: its steps, which of them can be undone or redone, and what others have written since."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from readinglist.core import errors
from readinglist.core.events import Changed
from readinglist.core.ops import ASIDE
from readinglist.i18n import _
from readinglist.library.file.checksum import CHECKSUM, row_sum
from readinglist.library.file.journaled import CHANGE_COLUMNS, JOURNALED, STEP_COLUMNS
from readinglist.library.file.sql import PICKED, picked

_NEWS_ROWS = 5_000  # changes of another connection that are told one by one
_ANYTHING = Changed("", (), frozenset(JOURNALED), mine=False, step=0)
_STEP = "id, op, count, detail, stack, origin, at, joined_key"


class Step(NamedTuple):
    """A row of the history: its number, op, how many things it touched, its detail, and where it stands."""

    id: int
    op: str
    count: int  # type: ignore[assignment]  # hides the method of tuples, as everywhere where things are counted
    detail: str
    stack: str
    origin: str
    at: str
    joined_key: str | None = None


class Deed(NamedTuple):
    """A step of the user with what became of it: `undone` when it was taken back and not done again since.

    `waits` says whether it can be taken back or done again at all: not what is older than the journal, nor what was
    taken back before something else was done.
    """

    step: Step
    undone: bool
    waits: bool = True


class Journal:
    """The tables `step` and `change` on one connection, and up to which change they were read."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.seen = 0
        self.data_version = 0
        self.catch_up()

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
        self.db.execute("UPDATE step SET stack = 'undo', joined_key = NULL WHERE id = ? AND stack = 'open'", (step,))
        return True

    def verify(self, step: int) -> None:
        """Raise Damaged where what is known of a step is not what was written: taking it back would spread that."""
        wrong = self.db.execute(
            f"SELECT {CHECKSUM} IS NOT {row_sum('step', STEP_COLUMNS)} "
            "OR changes <> (SELECT count(*) FROM change WHERE step = ?1) OR EXISTS "
            f"(SELECT 1 FROM change WHERE step = ?1 AND {CHECKSUM} IS NOT {row_sum('change', CHANGE_COLUMNS)}) "
            "FROM step WHERE id = ?1",
            (step,),
        ).fetchone()[0]
        if wrong:
            raise errors.Damaged(
                _("The journal is damaged where it says what this step changed."),
                safe=_("Nothing was changed."),
                do=_("Run 'readinglist check', which shows what is damaged and what can be done."),
            )

    def newest(self, stack: str) -> Step | None:
        """Return the step that undo (`undo`) or redo (`redo`) would take back."""
        row = self.db.execute(
            f"SELECT {_STEP} FROM step WHERE stack = ? ORDER BY id DESC",
            (stack,),
        ).fetchone()
        return Step(*row) if row else None

    def get(self, step: int) -> Step:
        """Return the step of that number."""
        row = self.db.execute(f"SELECT {_STEP} FROM step WHERE id = ?", (step,)).fetchone()
        return Step(*row)

    def history(self, limit: int) -> list[Step]:
        """Return the newest steps, newest first."""
        rows = self.db.execute(f"SELECT {_STEP} FROM step ORDER BY id DESC LIMIT ?", (limit,))
        return [Step(*row) for row in rows]

    def deeds(self, limit: int) -> list[Deed]:
        """Return the newest steps of the user, newest first; undoing and redoing only show in what became of them."""
        rows = self.db.execute(
            f"SELECT {_STEP}, reverts FROM step ORDER BY id DESC LIMIT ?",
            (4 * limit + 100,),
        ).fetchall()
        root: dict[int, int] = {}
        state: dict[int, str] = {}
        for row in reversed(rows):
            number, reverts = row[0], row[8]
            root[number] = root.get(reverts, reverts) if reverts is not None else number
            state[root[number]] = row[4]  # the newest of a chain of undo and redo says where the deed stands
        own = [row for row in rows if root[row[0]] == row[0] and row[1] not in ASIDE]
        return [
            Deed(Step(*row[:8]), state[row[0]] in ("redo", "past"), state[row[0]] in ("undo", "redo"))
            for row in own[:limit]
        ]

    def papers(self, step: int, most: int) -> list[int]:
        """Return the papers that a step changed, at most so many, in the order in which it came to them."""
        rows = self.db.execute(
            "SELECT DISTINCT paper FROM change WHERE step = ? AND paper IS NOT NULL LIMIT ?", (step, most)
        )
        return [row[0] for row in rows]

    def titles(self, papers: Sequence[int]) -> dict[int, str]:
        """Return the titles of papers, of those that are gone the last one known to the journal."""
        rows = self.db.execute(f"SELECT id, title FROM paper WHERE id IN {PICKED}", (picked(papers),))
        found: dict[int, str] = dict(rows.fetchall())
        if gone := [paper for paper in papers if paper not in found]:
            rows = self.db.execute(
                "SELECT paper, json_extract(old, '$.title') FROM change "
                f"WHERE tbl = 'paper' AND kind = 'd' AND paper IN {PICKED} ORDER BY id",
                (picked(gone),),
            )
            found |= {paper: title for paper, title in rows if title}
        return found

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
        if not mine and top - self.seen > _NEWS_ROWS:
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
