"""Notices when more papers are in progress than one meant to read at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from readinglist.core.events import Changed
from readinglist.core.ops import Op
from readinglist.flows import in_progress
from readinglist.ui.desk import Desk

# Deeds that begin and end no reading, and are done often.
_ELSEWHERE = frozenset({Op.NOTE, Op.TAG, Op.EDIT_TAG, Op.QUEUE_ADD, Op.QUEUE_MOVE, Op.QUEUE_REMOVE, Op.SKIP})


class InProgress(QObject):
    """Counts the papers in progress as they change. `passed(Passed)` once when a deed takes them over the limit."""

    passed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self.count = self._counted()

    def heard(self, changed: Changed) -> None:
        """Take over a step that was committed."""
        if changed.op in _ELSEWHERE:
            return
        before, library = self.count, self.desk.library
        self.count = self._counted()
        if self.count <= before or not changed.mine or changed.op in ("undo", "redo"):
            return
        found = in_progress.passed(library, self.desk.settings, before)
        if found is not None:  # in the next turn: what was done is said first
            QTimer.singleShot(0, self, lambda: self.passed.emit(found))

    def _counted(self) -> int:
        """Return how many papers are in progress, no further than what tells whether they are too many."""
        return self.desk.library.ranking_facts.reading(self.desk.settings.get("in_progress_limit") + 1)
