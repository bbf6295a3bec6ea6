"""What was done to the library: read for the dialog, and taken back or done again there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from readinglist.core import dates
from readinglist.core.ops import describe
from readinglist.i18n import _, mark
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.step_history import History, Line

SHOWN = 500
_WHERE = {"window": mark("window"), "cli": mark("command line")}


def show_history(desk: Desk) -> History:
    """Show what was done, newest first."""
    dialog = History(desk.window)
    _Presenter(dialog, desk)
    dialog.open()
    return dialog


class _Presenter(QObject):
    def __init__(self, dialog: History, desk: Desk) -> None:
        super().__init__(dialog)
        self.dialog = dialog
        self.library = desk.library
        dialog.undo_asked.connect(lambda: self._revert(self.library.undo))
        dialog.redo_asked.connect(lambda: self._revert(self.library.redo))
        self._refresh()

    def _refresh(self) -> None:
        lines = []
        for deed in self.library.deeds(SHOWN):
            step = deed.step
            words = describe(step.op, step.count, step.detail)
            where = _(_WHERE.get(step.origin, step.origin))
            lines.append(Line(words, dates.local_time(step.at), where, deed.undone))
        undo, redo = self.library.undo_name(), self.library.redo_name()
        self.dialog.show_steps(lines, undo=undo is not None, redo=redo is not None)

    def _revert(self, deed: Callable[[], object]) -> None:
        self.dialog.attempt(deed)
        self._refresh()
