"""Undo and redo, and the history of what was done, on one connection."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Sequence

from readinglist.core import dates, errors
from readinglist.core.ops import describe
from readinglist.i18n import _
from readinglist.library.change import pruning
from readinglist.library.change.journal import Deed, Step
from readinglist.library.change.open_steps import OpenSteps
from readinglist.library.change.revert import Progress, Revert
from readinglist.library.file import totals
from readinglist.library.file.connection import translated


class History(OpenSteps):
    """Steps that can be taken back, done again and listed."""

    def undo(self, progress: Progress | None = None, *, steps: int = 1) -> Step:
        """Take back the newest step, whoever made it, or so many together. Returns the last of them.

        `progress` is told how many changes are taken back so far; what it raises leaves all as it was. Raises
        NothingToUndo, also where there are fewer.
        """
        return self._revert("undo", "redo", _("There is nothing to undo."), progress, steps)

    def redo(self, progress: Progress | None = None, *, steps: int = 1) -> Step:
        """Do again what was undone last, or so many together. Returns the last of them. Raises NothingToUndo."""
        return self._revert("redo", "undo", _("There is nothing to redo."), progress, steps)

    def _revert(self, stack: str, becomes: str, none: str, progress: Progress | None, steps: int) -> Step:
        if self._depth:
            raise RuntimeError("undo inside a step")
        with translated(self.path):
            self._open_transaction()
            try:
                for left in range(steps, 0, -1):
                    target = self._target(stack, none)
                    self.journal.verify(target.id)
                    number = self.journal.begin(target.op, target.count, target.detail, self.origin, None, dates.now())
                    self._parts.append(number)
                    self.db.execute("UPDATE step SET stack = ?, reverts = ? WHERE id = ?", (becomes, target.id, number))
                    Revert(self.db, self.writer).run(target.id, self._settling(progress))
                    self.db.execute("UPDATE step SET stack = 'past' WHERE id = ?", (target.id,))
                    if left > 1:
                        self._settle()
                        self.journal.close(number)
                self._end(clears_redo=False)
            except BaseException:
                self._abandon()
                raise
        self._notify()
        return target

    def _settling(self, progress: Progress | None) -> Progress | None:
        def told(done: int) -> None:
            self.settle()
            if progress:
                progress(done)

        return told if progress else None

    def size(self, stack: str, most: int, steps: int = 1) -> int:
        """Return how many changes undo (`undo`) or redo (`redo`) of so many steps would take back, at most `most`."""
        newest = "SELECT id FROM step WHERE stack = ? ORDER BY id DESC LIMIT ?"
        counted = f"SELECT count(*) FROM (SELECT 1 FROM change WHERE step IN ({newest}) LIMIT ?)"
        return int(self.db.execute(counted, (stack, steps, most)).fetchone()[0])

    def _target(self, stack: str, none: str) -> Step:
        self.close_left_open()
        target = self.journal.newest(stack)
        if target is None:
            raise errors.NothingToUndo(none)
        return target

    def undo_name(self) -> str | None:
        """Return what undo would take back, in words, or None."""
        return self._name("undo")

    def redo_name(self) -> str | None:
        """Return what redo would do again, in words, or None."""
        return self._name("redo")

    def _name(self, stack: str) -> str | None:
        step = self.journal.newest(stack)
        return describe(step.op, step.count, step.detail) if step else None

    def next_undone(self, stack: str) -> Step | None:
        """Return the step that undo (`undo`) would take back, or redo (`redo`) do again."""
        return self.journal.newest(stack)

    def touched(self, step: int, most: int) -> list[int]:
        """Return the papers that a step changed, at most so many."""
        return self.journal.papers(step, most)

    def titles(self, papers: Sequence[int]) -> dict[int, str]:
        """Return the titles of papers, of those that are gone the last one known to the journal."""
        return self.journal.titles(papers)

    def deeds(self, limit: int = 100) -> list[Deed]:
        """Return the newest deeds of the user, newest first, each with whether it was taken back."""
        return self.journal.deeds(min(limit, pruning.KEEP_STEPS))

    def history(self, limit: int = 100) -> list[Step]:
        """Return the newest steps, newest first; undone ones have the stack `past` or `redo`."""
        return self.journal.history(min(limit, pruning.KEEP_STEPS))

    def prune(self, keep: int = pruning.KEEP_STEPS, most: int = pruning.AT_ONCE) -> int:
        """Forget the oldest steps but `keep`, with at most `most` of their changes (never the readings).

        Returns how many steps went. Raises Refused where the library cannot be written now.
        """
        with translated(self.path):
            self._arm()
            self._lock()
            try:
                gone = pruning.prune(self.db, keep, most)
                totals.write(self.db)
                self.db.execute("COMMIT")
            except BaseException:
                self._rollback()
                raise
            self.right.wrote()
        return gone

    def prune_if_due(self) -> None:
        """Prune where this connection has written and there is much to forget.

        Waits for nobody and never fails: the next one to close the library does it as well.
        """
        if not self.writer.armed or self.db.in_transaction:
            return
        with contextlib.suppress(errors.Refused, sqlite3.Error):
            self.db.execute("PRAGMA busy_timeout = 0")
            if pruning.is_due(self.db):
                self.prune(pruning.KEEP_STEPS, pruning.AT_ONCE)
