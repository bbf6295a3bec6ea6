"""Undo and redo: what it was is said by its paper's name, and the paper is selected."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from readinglist.flows import batches, deeds
from readinglist.i18n import _
from readinglist.ui import long_deeds
from readinglist.ui.desk import Desk


def undo(desk: Desk) -> None:
    """Take back the newest step, whoever made it."""
    _revert(desk, batches.UNDO, _("Undoing: {name}"), _("Undone: {name}"))


def redo(desk: Desk) -> None:
    """Do again what was undone last."""
    _revert(desk, batches.REDO, _("Doing again: {name}"), _("Done again: {name}"))


def _revert(desk: Desk, stack: str, doing: str, done: str) -> None:
    library = desk.library
    step = library.next_undone(stack)
    if step is None:
        return
    name, papers = deeds.named(library, step)

    def say() -> None:
        if len(papers) <= deeds.MOST:
            desk.panes.reveal(papers)
        desk.say(done.format(name=name))

    if library.size(stack, long_deeds.MANY + 1) > long_deeds.MANY:
        desk.run_long(doing.format(name=name), lambda library, report: batches.revert(library, stack, report), say)
        return
    QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
    try:
        good = desk.attempt(library.undo if stack == batches.UNDO else library.redo)
    finally:
        QApplication.restoreOverrideCursor()
    if good:
        say()
