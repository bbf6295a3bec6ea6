"""What was done to the library: read for the dialog, and taken back or done again there."""

from __future__ import annotations

from PySide6.QtCore import QObject

from readinglist.core import dates
from readinglist.flows import batches, deeds
from readinglist.flows.deeds import Done
from readinglist.i18n import _, mark, plural
from readinglist.ui import long_deeds
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.step_history import History, Line
from readinglist.ui.worker import Reader

SHOWN = 500
_NAMED, _LONGEST = 3, 30  # of the papers of a deed over several, and characters of each
_WHERE = {"window": mark("window"), "cli": mark("command line"), "browser": mark("browser")}


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
        self.desk = desk
        self.library = desk.library
        self.reader = Reader(desk.library, self, "history")
        dialog.back_asked.connect(lambda steps: self._revert(batches.UNDO, steps))
        dialog.again_asked.connect(lambda steps: self._revert(batches.REDO, steps))
        dialog.shown.connect(desk.panes.reveal)
        dialog.finished.connect(lambda _result: self.reader.close(wait=False))
        self._refresh()

    def _refresh(self) -> None:
        self.reader.ask(lambda own: deeds.done(own, SHOWN), self._show, lambda no: self.dialog.wrong.setText(str(no)))

    def _show(self, found: list[Done]) -> None:
        self.dialog.show_steps([_line(one) for one in found])

    def _revert(self, stack: str, steps: int) -> None:
        """Take back, or do again, so many steps together; very many changes on a worker, with the dialog closed."""
        if self.library.size(stack, long_deeds.MANY + 1, steps) > long_deeds.MANY:
            desk, undo = self.desk, stack == batches.UNDO
            doing = plural("Taking back {n} step…", "Taking back {n} steps…", steps)
            done = plural("{n} step taken back", "{n} steps taken back", steps)
            if not undo:
                doing = plural("Doing {n} step again…", "Doing {n} steps again…", steps)
                done = plural("{n} step done again", "{n} steps done again", steps)
            self.dialog.accept()
            desk.run_long(
                doing, lambda library, report: batches.revert(library, stack, report, steps), lambda: desk.say(done)
            )
            return
        revert = self.library.undo if stack == batches.UNDO else self.library.redo
        self.dialog.attempt(lambda: revert(steps=steps))
        self._refresh()


def _line(one: Done) -> Line:
    """Return a deed as a line; one over several papers names the first of them."""
    step = one.deed.step
    more = len(one.papers) > 1 or step.count > 1
    named = [deeds.shortened(title, _LONGEST) for title in one.titles[:_NAMED]] if more else []
    about = "; ".join([*named, "…"] if len(one.titles) > _NAMED else named) if more else ""
    where = _(_WHERE.get(step.origin, step.origin))
    when = dates.local_time(step.at)
    return Line(step.id, one.words, when, where, one.deed.undone, one.deed.waits, one.papers, one.titles, about)
