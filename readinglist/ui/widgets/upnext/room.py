"""The queue and the suggestions below it share the height: neither moves when the other's rows come late."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readinglist.ui.look import theme
from readinglist.ui.widgets.upnext.paper_rows import HEIGHT

_GAP = 12  # pixels at normal text size
_EMPTY = 226  # what stands in the place of a queue without papers: why, what to do, the keys worth knowing
LEAST = 3  # suggestions keep the room of so many rows before the queue gets more


class Shares(NamedTuple):
    """How many pixels the queue has, and how many suggestions fit below it."""

    queue: int
    suggestions: int


def share(height: int, row: int, queued: int, least_queue: int) -> Shares:
    """Share `height` pixels between `queued` rows and suggestions, rows `row` pixels high.

    The queue has what it needs, at least `least_queue`, as long as LEAST suggestions keep their room; where that is
    too little for both, the queue comes first.
    """
    wanted = max(least_queue, queued * row)
    room = (height - LEAST * row) // row * row  # no row is cut
    queue = min(wanted, max(least_queue, room))
    return Shares(queue, max(0, (height - queue) // row))


class Room(QWidget):
    """Places a head and a list over a head, a list and a hint; with `alone` the first list has all of it.

    `arranged()` says that `fitting`, the suggestions that there is room for, was found anew.
    """

    arranged = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.alone = False  # the queue without suggestions
        self.queued = 0
        self.suggested = 0
        self.fitting = 0  # suggestions that there is room for
        self._parts: tuple[QWidget, ...] = ()

    def set_parts(self, *parts: QWidget) -> None:
        """Take the five parts, from top to bottom."""
        self._parts = parts
        for part in parts:
            part.setParent(self)

    def arrange(self) -> None:
        """Give every part its place."""
        if not self._parts:
            return
        head, queue, below, suggestions, hint = self._parts
        width, gap, row = self.width(), theme.now().px(_GAP), theme.now().px(HEIGHT)
        top = _height(head, width) + 4
        head.setGeometry(0, 0, width, top)
        second = _height(below, width) + 4
        last = max(hint.fontMetrics().lineSpacing(), hint.heightForWidth(width))
        rest = self.height() - top - gap - second - last - 4
        found = share(rest, row, self.queued, theme.now().px(_EMPTY) if not self.queued else row)
        alone = self.alone or (self.queued > 0 and not found.suggestions)  # a head above nothing says nothing
        for part in (below, suggestions, hint):
            part.setVisible(not alone)
        if alone:
            queue.setGeometry(0, top, width, max(0, self.height() - top))
            self.fitting = 0
            self.arranged.emit()
            return
        self.fitting = found.suggestions
        queue.setGeometry(0, top, width, found.queue + 2)
        at = top + found.queue + 2 + gap
        below.setGeometry(0, at, width, second)
        shown = row * min(found.suggestions, self.suggested)
        suggestions.setGeometry(0, at + second, width, shown)
        hint.setGeometry(0, at + second + shown + 2, width, last)
        self.arranged.emit()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, theme.now().px(HEIGHT) * 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()


def _height(row: QWidget, width: int) -> int:
    """Return how high a row is in `width`: it may need a second line."""
    return row.heightForWidth(width) if row.hasHeightForWidth() else row.sizeHint().height()
