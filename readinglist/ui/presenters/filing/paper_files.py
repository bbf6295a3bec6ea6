"""Shows the files of the paper in the pane: at once what is known of them, then whether they are there."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from readinglist.flows.files import found_again, states
from readinglist.flows.files.states import FileState
from readinglist.flows.opening import contents
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.ui.desk import Desk
from readinglist.ui.widgets.detail.file_list import FileLine, words_of
from readinglist.ui.widgets.detail.pane import DetailPane

_Looked = tuple[list[FileState], dict[str, Path]]


class PaperFiles(QObject):
    """Fills the pane's list of files. A file that was moved is looked for once while the window is open."""

    def __init__(self, pane: DetailPane, desk: Desk) -> None:
        super().__init__(desk)
        self.pane = pane
        self.desk = desk
        self._paper: int | None = None
        self._sought: set[str] = set()

    def shown(self, paper: int, files: bool) -> None:
        """A paper is shown: look on a worker how its files stand, where it has any."""
        self._paper = paper
        if files:
            self.desk.file_reader().ask(partial(self._look, paper), partial(self._tell, paper))

    def _look(self, paper: int, library: Library) -> _Looked:
        files = library.files.of(paper)
        found = found_again.find_again(library, [file for file in files if file.uid not in self._sought])
        return states.states(files, found), found

    def _tell(self, paper: int, looked: _Looked) -> None:
        seen, found = looked
        self._sought.update(state.file.uid for state in seen if state.missing)
        if found and not self.desk.library.readonly:
            files = self.desk.library.files.of(paper)
            if self.desk.attempt(lambda: found_again.keep(self.desk.library, files, found)):
                self._say(found)
        if paper == self._paper and self.pane.head.files().shown():
            self.pane.head.files().show_files([line_of(state) for state in seen])

    def _say(self, found: dict[str, Path]) -> None:
        for path in list(found.values())[:1]:
            words = _("{file} was moved; it was found again in {folder}.")
            self.desk.say(words.format(file=contents.shown(path.name), folder=contents.shown(path.parent)))


def line_of(state: FileState) -> FileLine:
    """Return what the list shows of a file."""
    words = state.words or words_of(state.file, state.bytes)
    return FileLine(state.file.uid, state.name, words, contents.shown(state.file.path), state.missing)
