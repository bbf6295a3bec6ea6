"""Saves notes as they are typed, unites them with what others wrote meanwhile, and keeps what could not be saved.

Leaves when to save to the editor and showing why it failed to whoever listens.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from readinglist.core import errors
from readinglist.core.text_merge import merge
from readinglist.library.library import Library


class NoteKeeper(QObject):
    """`failed(paper, Refused)` when a note could not be saved; it is kept in `unsaved` and tried again."""

    failed = Signal(int, object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self.unsaved: dict[int, str] = {}
        self._base: dict[int, str] = {}

    def shown(self, paper: int, note: str) -> None:
        """Take note of the text that typing starts from."""
        self._base = {paper: note}

    def save(self, paper: int, text: str) -> bool:
        """Save a note; with what another process wrote into it since it was shown, so that nobody's words are lost."""
        self.unsaved.pop(paper, None)  # now already: the pane is told of the commit before `set_note` returns
        try:
            self.library.check_file()  # before it is looked for: another library may have such a paper, or none
            now = self.library.papers.note(paper)
            united = merge(self._base.get(paper, now), text, now)
            self.library.papers.set_note(paper, united, typing=True)
        except errors.NoPaper as problem:  # deleted for good elsewhere: there is nothing to try again
            self.failed.emit(paper, problem)
            return False
        except errors.Refused as problem:
            self.unsaved[paper] = text
            self.failed.emit(paper, problem)
            return False
        except BaseException:
            self.unsaved[paper] = text
            raise
        if paper in self._base:
            self._base[paper] = united
        return True

    def save_again(self) -> bool:
        """Try again to save what could not be saved. Returns whether nothing is left."""
        for paper, text in list(self.unsaved.items()):
            self.save(paper, text)
        return not self.unsaved
