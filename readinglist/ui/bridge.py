"""Carries the library's news into Qt: own commits at once, other processes' within half a second."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from readinglist.core import errors
from readinglist.core.events import Changed
from readinglist.library.library import Library
from readinglist.ui import patience


class Bridge(QObject):
    """`changed(Changed)` for every step, whoever made it; `refused(Refused)` once when reading the file fails, and
    `readable()` once it can be read again."""

    changed = Signal(object)
    refused = Signal(object)
    readable = Signal()

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self._said = ""
        library.listeners.append(self._heard)
        self.timer = QTimer(self, interval=patience.POLL_MS)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self) -> None:
        """Look for news now. What keeps failing is said once, not twice a second."""
        try:
            self.library.poll()
        except errors.Refused as problem:
            if str(problem) != self._said:
                self._said = str(problem)
                self.refused.emit(problem)
        else:
            if self._said:
                self._said = ""
                self.readable.emit()

    def pause(self) -> None:
        """Look for no news while a worker of our own writes: it hands over what it did."""
        self.timer.stop()

    def resume(self) -> None:
        """Look for news again."""
        self.timer.start()

    def _heard(self, changed: Changed) -> None:
        self.changed.emit(changed)

    def stop(self) -> None:
        """Stop listening (at exit)."""
        self.timer.stop()
        if self._heard in self.library.listeners:
            self.library.listeners.remove(self._heard)
