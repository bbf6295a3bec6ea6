"""Notices when more papers are in progress than one meant to read at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from readinglist.core.events import Changed
from readinglist.flows import in_progress
from readinglist.ui.desk import Desk


class InProgress(QObject):
    """Counts the papers in progress as they change. `passed(Passed)` once when a deed takes them over the limit."""

    passed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self.count = len(desk.library.ranking_facts.in_progress())

    def heard(self, changed: Changed) -> None:
        """Take over a step that was committed."""
        if "paper" not in changed.tables:
            return
        before, library = self.count, self.desk.library
        self.count = len(library.ranking_facts.in_progress())
        if not changed.mine or changed.op in ("undo", "redo"):
            return
        found = in_progress.passed(library, self.desk.settings, before)
        if found is not None:  # in the next turn: what was done is said first
            QTimer.singleShot(0, self, lambda: self.passed.emit(found))
