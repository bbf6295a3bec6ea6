"""Says once that the library lies where another program or machine may spoil it, and what to do instead."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from readinglist.i18n import _
from readinglist.ui import patience
from readinglist.ui.desk import Desk
from readinglist.ui.widgets.notice_strip import NoticeStrip

_PLACE = "place"
_TOLD = "places_told"  # in the window's state: library and whose place, each said once


class LibraryPlace(QObject):
    """Looks once, a while after the start."""

    def __init__(self, strip: NoticeStrip, desk: Desk) -> None:
        super().__init__(desk)
        self.strip = strip
        self.desk = desk
        QTimer.singleShot(patience.PLACE_MS, self, self.look)

    def look(self) -> None:
        """Say it where it was not said before."""
        from readinglist.library.place import shared_place  # with ctypes, which no start needs

        place = shared_place.of(self.desk.library.path)
        if place is None or self.strip.name:
            return
        told = self.desk.state.get(_TOLD)
        known = [str(line) for line in told] if isinstance(told, list) else []
        line = f"{place.name} {self.desk.library.path}"
        if line in known:
            return

        def understood() -> None:
            self.desk.state.set(_TOLD, [*known, line][-20:])
            self.strip.settle(_PLACE)

        self.strip.say(_PLACE, place.words(), [(_("Understood"), understood)])
