"""Writes the words of the table's cells: cut to their room, on their own side, with what is sought marked."""

from __future__ import annotations

import re
import unicodedata
from collections import OrderedDict
from collections.abc import Sequence
from functools import lru_cache
from types import ModuleType

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter

from readinglist.ui.look import theme

_MOST_MARKS = 20  # in one cell
_KEPT_TEXTS = 4096  # as they were cut
_LONGEST = 1000  # more than two lines can show; to shape 300,000 characters takes seconds
# What is written from right to left, and the marks that ask for it (Unicode's bidirectional classes R, AL, RLE ...).
_FROM_THE_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# Put together once: Python's flags take a microsecond each time.
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute) | int(Qt.TextFlag.TextSingleLine)
_AT_LEFT, _AT_RIGHT = _MIDDLE | int(Qt.AlignmentFlag.AlignLeft), _MIDDLE | int(Qt.AlignmentFlag.AlignRight)
_ELIDE = Qt.TextElideMode.ElideRight  # at the end of what is read: at the left where that is from right to left


def at_left(text: str) -> bool:
    """Return whether nothing in a text is read from right to left."""
    return text.isascii() or not _FROM_THE_RIGHT.search(text)


def from_the_right(text: str) -> bool:
    """Return whether a text begins with a script that is read from right to left: it stands at the right then."""
    return not text.isascii() and _begins_at_the_right(text)


@lru_cache(maxsize=_KEPT_TEXTS)
def _begins_at_the_right(text: str) -> bool:
    if not _FROM_THE_RIGHT.search(text):
        return False
    strong = (kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL"))
    return next(strong, "L") != "L"


def _shaped() -> ModuleType:
    """Return the module that lays words out as Qt's texts: its classes cost each start a millisecond."""
    from readinglist.ui.widgets.papers import shaped

    return shaped


class Face:
    """A font with what is known of it, and the texts that were cut to a width in it."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self.exact = QFontMetricsF(font)  # can be summed up: whole pixels would drift
        self.height, self.ascent = self.metrics.height(), self.metrics.ascent()
        self._cut: OrderedDict[tuple[str, int], str] = OrderedDict()
        self._two: OrderedDict[tuple[str, int], tuple[str, str]] = OrderedDict()

    def cut(self, text: str, room: int) -> str:
        """Return `text` as it fits into `room` pixels, with an ellipsis where something is left out."""
        key = (text, room)
        shown = self._cut.get(key)
        if shown is None:
            shown = self._cut[key] = self.metrics.elidedText(text, _ELIDE, room)
            if len(self._cut) > _KEPT_TEXTS:
                self._cut.popitem(last=False)
        return shown

    def two(self, text: str, room: int, kept: int) -> tuple[str, str]:
        """Return `text` on one or two lines of `room` pixels, parted between words; `kept` are left free behind it."""
        key = (text, room - kept)
        shown = self._two.get(key)
        if shown is None:
            text = text[:_LONGEST]
            whole = self.metrics.horizontalAdvance(text) + kept <= room
            first = text if whole else _shaped().beginning(text, self.font, room, right=from_the_right(text))
            if kept and not whole and len(first) == len(text):  # what stands behind it needs room on that line
                first = _shaped().beginning(text, self.font, room - kept, right=from_the_right(text))
            rest = text[len(first) :].strip()
            shown = self._two[key] = (first.rstrip(), self.metrics.elidedText(rest, _ELIDE, room - kept))
            if len(self._two) > _KEPT_TEXTS:
                self._two.popitem(last=False)
        return shown


class Writer:
    """Writes with one painter; font and colour are set only where they are others than before."""

    def __init__(self) -> None:
        self._set: tuple[Face, str] | None = None

    def begin(self) -> None:
        """Begin with another painter."""
        self._set = None

    def write(
        self, painter: QPainter, room: QRect, shown: str, face: Face, colour: str, whole: str | None = None
    ) -> None:
        """Write words that fit into a room, in its middle, at the side where they begin.

        `whole` is the text that they are a line of, if they are: it says which side that is.
        """
        if not shown:
            return
        if self._set != (face, colour):
            self._set = (face, colour)
            painter.setFont(face.font)
            painter.setPen(theme.now().colour(colour))
        if at_left(shown if whole is None else whole):  # far quicker, for words that begin at the left
            painter.drawText(room.left(), room.top() + (room.height() - face.height + 1) // 2 + face.ascent, shown)
            return
        right, before = from_the_right(shown if whole is None else whole), painter.layoutDirection()
        # By which Qt orders the words: in a text read from the right the ellipsis stands at its left end.
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        painter.drawText(room, _AT_RIGHT if right else _AT_LEFT, shown)
        painter.setLayoutDirection(before)


def mark(
    painter: QPainter, room: QRect, shown: str, face: Face, terms: Sequence[str], whole: str | None = None
) -> None:
    """Lay a colour under the words of the search that stand in what will be written, as `write` writes it."""
    if not terms or not shown:
        return
    from readinglist.ui.widgets.text.found_words import find, find_units  # not needed until something is searched

    colour, top = theme.now().colour("mark"), room.center().y() - face.height // 2 + 1
    text = shown if whole is None else whole
    if not at_left(text):
        right = from_the_right(text)
        _layout, line = _shaped().laid_out(shown, face.font, right=right)  # its parts' order is Qt's to say
        left = room.right() + 1 - line.naturalTextWidth() if right else room.left()
        for start, length in find_units(shown, terms, _MOST_MARKS):
            ends = sorted((_shaped().x(line, start), _shaped().x(line, start + length)))
            painter.fillRect(QRectF(left + ends[0], top, ends[1] - ends[0], face.height), colour)
        return
    left, at = float(room.left()), 0
    for start, length in find(shown, terms, _MOST_MARKS):
        end = start + length
        left += face.exact.horizontalAdvance(shown[at:start])  # piece by piece: one letter is found many times
        width = face.exact.horizontalAdvance(shown[start:end])
        painter.fillRect(QRectF(left, top, width, face.height), colour)
        left, at = left + width, end
