"""Asks the library for lists without the window standing still: the first rows at once, the whole on a worker.

A newer question stops the one that runs. Leaves what is asked, and what is done with the answer, to `browser`.
"""

from __future__ import annotations

import threading
from array import array
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from readinglist.core import errors
from readinglist.core.fields import Sort
from readinglist.core.views import View
from readinglist.plain import Plain
from readinglist.ui import tasks

if TYPE_CHECKING:
    from readinglist.core.query.tree import Node
    from readinglist.library.library import Library

PAUSE = 10  # milliseconds
PATIENCE = 1_000  # milliseconds: nothing is lost when the worker goes on before the first rows are painted


class Question(Plain):
    """A list that is asked for. `ranked` puts hits in titles before others."""

    view: View
    node: Node | None
    sort: Sort
    ranked: bool = False


class Finder(QObject):
    """One question at a time; the answers of older ones are dropped."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self._own: Library | None = None
        self._busy = threading.Lock()
        self._asked = 0
        self._painted = threading.Event()
        self.waiting = False
        library.before_step.append(self.stop)

    def first(self, asked: Question) -> tuple[array[int], bool]:
        """Return the first rows, as far as they are found in half a frame, and whether they are all."""
        return self.library.lists.first(asked.view, asked.node, asked.sort, asked.ranked)

    def now(self, asked: Question) -> array[int]:
        """Return the whole list, however long it takes."""
        self.stop()
        return self.library.lists.whole(asked.view, asked.node, asked.sort, asked.ranked)

    def ask(self, asked: Question, done: Callable[[array[int]], None]) -> None:
        """Find the whole list on a worker; `done(ids)` follows unless something else is asked before.

        SQLite's part of it begins at once, beside the first rows; Python's waits for `painted`.
        """
        self.stop()
        number = self._asked
        self.waiting = True
        self._painted = painted = threading.Event()
        self.library.lists.unchanged()

        def work(_report: object) -> array[int] | None:
            with self._busy:
                return self._answer(number, asked, painted)

        def answered(ids: array[int] | None) -> None:
            if ids is not None and number == self._asked:
                self.waiting = False
                lists = self.library.lists
                if lists.unchanged() and asked.node is None:
                    lists.keep(asked.view, asked.sort, ids)  # the next click on this column finds it here
                done(ids)

        def failed(problem: BaseException) -> None:
            self.waiting = False
            if not isinstance(problem, errors.Refused):
                raise problem

        tasks.run(work, done=answered, failed=failed, owner=self, label="list")

    def painted(self) -> None:
        """The first rows are shown: let the worker go on once they are painted. They would hold each other up."""
        QTimer.singleShot(PAUSE, self._painted.set)

    def _answer(self, number: int, asked: Question, painted: threading.Event) -> array[int] | None:
        """On the worker: the list, or None where something newer was asked meanwhile."""
        if number != self._asked:
            return None
        if self._own is None:
            self._own = self.library.another(readonly=True)
        self._own.forget()
        return self._own.lists.unless_stopped(
            asked.view, asked.node, asked.sort, asked.ranked, lambda: self._go_on(number, painted)
        )

    def _go_on(self, number: int, painted: threading.Event) -> None:
        painted.wait(PATIENCE / 1000)
        if number != self._asked:
            from readinglist.library.find.fast.lists import Stopped  # the first picture needs no searching

            raise Stopped

    def stop(self) -> None:
        """Stop what runs: its answer is no longer wanted, or a step needs the file."""
        self._asked += 1
        self._painted.set()
        if self._own is not None:
            self._own.interrupt()

    def known(self) -> None:
        """The first rows are all there are: nothing more is asked."""
        self.stop()
        self.waiting = False

    def close(self) -> None:
        """Stop, and close the worker's connection."""
        self.stop()
        if self.stop in self.library.before_step:
            self.library.before_step.remove(self.stop)
        with self._busy:
            if self._own is not None:
                self._own.close()
                self._own = None
