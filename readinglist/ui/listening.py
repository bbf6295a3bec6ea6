"""Lets browser extensions save into the window's library: the listener on its threads, its words on the window's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from readinglist.core import errors
from readinglist.library.library import Library
from readinglist.ui import tasks

if TYPE_CHECKING:  # loaded when it is switched on, by nobody else
    from readinglist.listener.server import Listener


class Listening(QObject):
    """Off until `begin`. `told(Told)` for what was saved, `noticed(words)` for what the user should know of it, and
    `turned()` when it begins, ends, or cannot begin: then `problem` says why.
    """

    told = Signal(object)
    noticed = Signal(str)
    turned = Signal()

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self.library = library
        self.problem: errors.Refused | None = None
        self._wanted = 0  # the port, 0 while it is off
        self._listener: Listener | None = None

    def addresses(self) -> list[str]:
        """Return where it listens; nothing where it does not."""
        return self._listener.addresses() if self._listener else []

    def begin(self, port: int) -> None:
        """Listen on a port, and on no other any more. Loading what it needs takes a worker a moment."""
        self._stop()
        self._wanted = port

        def work(_report: tasks.Report) -> Listener:
            from readinglist.flows.browser.begin import begun  # with all that knows HTTP

            return begun(self.library.another, self.library.path, port, self.told.emit, self.noticed.emit)

        tasks.run(work, done=self._begun, failed=self._failed, owner=self, label="listening")

    def end(self) -> None:
        """Listen no more."""
        self._wanted = 0
        self._stop()
        self.turned.emit()

    def _stop(self) -> None:
        self.problem = None
        if self._listener is not None:
            self._listener.stop()
            self._listener = None

    def _begun(self, listener: Listener) -> None:
        if listener.port != self._wanted or self._listener is not None:  # something else was wanted meanwhile
            listener.stop()
            return
        self._listener = listener
        self.turned.emit()

    def _failed(self, problem: BaseException) -> None:
        if not isinstance(problem, errors.Refused):
            raise problem
        if self._wanted:
            self.problem = problem
            self.turned.emit()
