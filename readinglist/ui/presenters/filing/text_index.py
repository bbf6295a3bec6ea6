"""Reads the files of papers while the window is open, turn by turn on a worker: hashes, and the words of PDFs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from readinglist.core import errors
from readinglist.core.events import Changed
from readinglist.core.ops import Op
from readinglist.library.library import Library
from readinglist.ui import patience, tasks
from readinglist.ui.desk import Desk

if TYPE_CHECKING:  # what reads PDFs is loaded when there is one to read
    from readinglist.flows.files.indexing import Indexing


class TextIndex(QObject):
    """Begins a while after the start, and soon after files came; nothing runs once all is read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self._reader = desk.reader("words of PDFs")
        self._indexing: Indexing | None = None
        self._stopped = False
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self.begin)
        desk.bridge.changed.connect(self._heard)
        desk.at_close.append(self._stop)
        if not tasks.serial:
            self._next.start(patience.INDEX_FIRST_MS)

    def begin(self) -> None:
        """Read for a moment, on a worker; the next turn follows while anything is left."""
        if self.desk.library.readonly or self._stopped or not self.desk.settings.get("full_text"):
            return
        if self.desk.long.running or self._reader.busy:  # it writes, and so would we; or files came meanwhile
            self._next.start(patience.INDEX_SOON_MS)
        else:
            self._reader.ask(self._turn, self._turned, lambda _problem: self._end())

    def _turn(self, library: Library) -> int:
        """On the worker: read for a moment, and keep what was found. Returns how many files are left."""
        from readinglist.flows.files.indexing import Indexing

        if self._indexing is None:
            self._indexing = Indexing()
        turn = self._indexing.turn(library, patience.INDEX_SECONDS, self._go_on)
        if turn.facts:
            if tasks.serial:
                library.files.note(turn.facts)
            else:  # here and not in the window, which would wait for the disk
                with self.desk.library.another() as own:
                    own.files.note(turn.facts)
        return turn.left

    def _go_on(self, _left: int) -> None:
        """On the worker, between two files and two pieces of one."""
        if self._stopped:
            raise errors.Refused("")  # nobody waits for it any more

    def _turned(self, left: int) -> None:
        if left:
            self._next.start(patience.INDEX_PAUSE_MS)
        else:
            self._end()

    def _heard(self, changed: Changed) -> None:
        if "file" in changed.tables and changed.op != Op.FILE_FACTS and not tasks.serial:
            self._next.start(patience.INDEX_SOON_MS)

    def _end(self) -> None:
        """Let the program go that reads PDFs."""
        if self._indexing is not None:
            self._indexing.close()
            self._indexing = None

    def _stop(self) -> None:
        """The window closes: what is being read is of no use any more."""
        self._stopped = True
        self._next.stop()
        if self._indexing is not None:
            self._indexing.stop()
        self._reader.close()  # the turn that runs fails by that, soon
        self._end()
