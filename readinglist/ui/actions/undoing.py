"""Undo and redo."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from readinglist.flows import batches
from readinglist.i18n import _
from readinglist.ui import long_deeds
from readinglist.ui.desk import Desk


def undo(desk: Desk) -> None:
    """Take back the newest step, whoever made it."""
    _revert(desk, batches.UNDO, desk.library.undo_name(), _("Undoing: {name}"), _("Undone: {name}"))


def redo(desk: Desk) -> None:
    """Do again what was undone last."""
    _revert(desk, batches.REDO, desk.library.redo_name(), _("Doing again: {name}"), _("Done again: {name}"))


def _revert(desk: Desk, stack: str, name: str | None, doing: str, done: str) -> None:
    library = desk.library

    def say() -> None:
        if name:
            desk.say(done.format(name=name))

    if name and library.size(stack, long_deeds.MANY + 1) > long_deeds.MANY:
        desk.run_long(doing.format(name=name), lambda library, report: batches.revert(library, stack, report), say)
        return
    QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
    try:
        good = desk.attempt(library.undo if stack == batches.UNDO else library.redo)
    finally:
        QApplication.restoreOverrideCursor()
    if good:
        say()
