"""Asks the library for lists without the window standing still: the first rows at once, the whole list on a worker."""

from __future__ import annotations

import threading
from array import array
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from readinglist.library.find.question import Question
from readinglist.library.library import Library
from readinglist.ui import patience
from readinglist.ui.worker import Reader


class Dropped(Exception):
    """What is being found is not wanted any more. Never leaves the worker."""


class Finder(QObject):
    """One question at a time; the answers of older ones are dropped."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.search = library.search
        self.waiting = False  # for an answer that was not given; also where a step has stopped the search for it
        self._reader = Reader(library, self, "list")
        self._painted = threading.Event()
        self._steps = library.before_step
        self._steps.append(self.stop)

    def first(self, question: Question) -> tuple[array[int], bool]:
        """Return the first rows, as far as they are found in half a frame, and whether they are all."""
        return self.search.first(question)

    def now(self, question: Question) -> array[int]:
        """Return the whole list, however long it takes."""
        self.stop()
        return self.search.ids(question)

    def ask(self, question: Question, done: Callable[[array[int]], None]) -> None:
        """Find the whole list on a worker; `done(ids)` follows unless something else is asked before.

        SQLite's part of it begins at once, beside the first rows; Python's waits for `painted`.
        """
        self.stop()
        self.waiting = True
        self._painted = painted = threading.Event()
        state = self.search.state()

        def answered(ids: array[int]) -> None:
            self.waiting = False
            self.search.keep(question, ids, state)  # the next click on this column finds it here
            done(ids)

        def failed(_problem: object) -> None:
            self.waiting = False

        self._reader.ask(lambda own: own.search.ids(question, lambda: self._go_on(painted)), answered, failed)

    def _go_on(self, painted: threading.Event) -> None:
        """On the worker, between SQLite's part and Python's."""
        painted.wait(patience.FIRST_ROWS_SECONDS)
        if self._reader.dropped():
            raise Dropped

    def painted(self) -> None:
        """The first rows are shown: let the worker go on once they are painted. They would hold each other up."""
        QTimer.singleShot(patience.PAINT_MS, self._painted.set)

    def stop(self) -> None:
        """Stop what runs: its answer is no longer wanted, or a step needs the file."""
        self._painted.set()
        self._reader.stop()

    def all_known(self) -> None:
        """The first rows are all there are: nothing more is asked."""
        self.stop()
        self.waiting = False

    def close(self) -> None:
        """Stop, and close the worker's connection."""
        self.stop()
        if self.stop in self._steps:
            self._steps.remove(self.stop)
        self._reader.close()
