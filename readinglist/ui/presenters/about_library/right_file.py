"""Says when the library's file is not the right one any more, and saves what is open from its connection."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from readinglist.core import errors
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.ui.desk import Desk
from readinglist.ui.presenters.note_saver import NoteKeeper
from readinglist.ui.widgets.notice_strip import NoticeStrip

_WRONG = "wrong file"


class LibraryFile(QObject):
    """What cannot be read is said in passing; that the file is another one stays in the strip until it is right."""

    def __init__(self, strip: NoticeStrip, notes: NoteKeeper, desk: Desk) -> None:
        super().__init__(desk)
        self.strip = strip
        self.notes = notes
        self.desk = desk
        desk.bridge.refused.connect(self._refused)
        desk.bridge.readable.connect(self._right_again)

    def _refused(self, problem: errors.Refused) -> None:
        if not isinstance(problem, errors.WrongFile):
            self.desk.refused(problem)
            return
        ways = [(_("Save a copy…"), self.save)] if problem.kept else []
        self.strip.say(_WRONG, str(problem), ways)

    def _right_again(self) -> None:
        self.strip.settle(_WRONG)
        self.notes.save_again()

    def save(self) -> None:
        """Ask where to, and save there what is open; notes that could not be saved into the right file too."""
        path = self.desk.library.path
        if path.exists():
            path = path.with_name(f"{path.stem}-saved{path.suffix}")
        self.desk.panes.flush()
        name, _kind = QFileDialog.getSaveFileName(self.desk.window, _("Save a copy of the library"), str(path))
        if name:
            self.desk.attempt(lambda: self._save(Path(name)))

    def _save(self, target: Path) -> None:
        self.desk.library.save_copy(target)
        with Library.open(target, origin=self.desk.library.origin) as copy:
            for paper, text in self.notes.unsaved.items():
                copy.papers.set_note(paper, text)
        self.notes.unsaved.clear()
        words = _("All of it is saved in {path}. Close this window and open that file to go on.")
        self.strip.say(_WRONG, words.format(path=target), [])
