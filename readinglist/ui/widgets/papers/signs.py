"""Paints the signs of the table's cells: status, priority, tags, progress; each kept as a picture once it was drawn."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from readinglist.core.row import Row, Tag
from readinglist.core.status import Status
from readinglist.ui.look import glyphs, pixmaps, theme

SLIM = 22  # pixels that a column keeps which has given up its room: enough for a sign
_GAP = 5  # between two chips
_COUNT = 22  # pixels that the number of further chips takes
_LETTERS = 6  # of a tag that are to be seen of a chip that is cut: with fewer a colour says as much


def status(painter: QPainter, box: QRect, row: Row, kind: Status | None, ratio: float) -> None:
    """Paint the glyph of a status, with the progress in it."""
    if not isinstance(kind, Status):
        return
    now = theme.now()
    size, colour = now.px(16), now.colour(kind.colour)
    share = round(row.page / row.pages, 2) if row.page and row.pages else None

    def draw(onto: QPainter, _room: QRectF) -> None:
        glyphs.paint_status(onto, QRectF(1, 1 + lower, size, size), kind.sign, colour, share)

    top = box.center().y() - size / 2 + 0.5
    lower = top % 1
    key = ("status", kind.sign, colour.name(), share, lower)
    place = (box.left() + now.px(11) - 1, int(top - lower) - 1)
    pixmaps.put(painter, *place, (size + 2, size + 3), ratio, key, draw)


def priority(painter: QPainter, box: QRect, row: Row, ratio: float) -> None:
    """Paint the bars of a priority."""
    if not row.priority:
        return
    now = theme.now()
    size = now.px(13)
    top = box.center().y() - size / 2 + 1
    lower = top % 1

    def draw(onto: QPainter, _room: QRectF) -> None:
        glyphs.paint_priority(onto, QRectF(0, lower, size, size), row.priority)

    key = ("priority", row.priority, now.dark, lower)
    left = box.right() - min(now.px(12), (box.width() - size) // 2) - size
    pixmaps.put(painter, left, int(top - lower), (size, size + 1), ratio, key, draw)


def progress(painter: QPainter, box: QRect, row: Row, ratio: float) -> None:
    """Paint how far a paper is read as a bar."""
    if not row.pages:
        return
    now = theme.now()
    side = min(now.px(8), box.width() // 6)
    width, height = box.width() - side - min(now.px(12), side * 2), now.px(4)
    done = round(width * min(1.0, (row.page or 0) / row.pages))

    def draw(onto: QPainter, room: QRectF) -> None:
        onto.setRenderHint(QPainter.RenderHint.Antialiasing)
        onto.setPen(Qt.PenStyle.NoPen)
        onto.setBrush(now.colour("track"))
        onto.drawRoundedRect(room, 2, 2)
        room.setWidth(done)
        onto.setBrush(now.colour("blue"))
        onto.drawRoundedRect(room, 2, 2)

    place = (box.left() + side, box.center().y() - now.px(2))
    pixmaps.put(painter, *place, (width, height), ratio, ("progress", done, now.dark), draw)


_MOST = 100  # chips of a line that are measured: no cell is wide enough for as many


class Chips:
    """The tags of a line, as chips of one font."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._widths: dict[str, int] = {}

    def _width(self, name: str) -> int:
        width = self._widths.get(name)
        if width is None:
            width = self._widths[name] = math.ceil(glyphs.chip_width(name, self._font))
        return width

    def needed(self, tags: Sequence[Tag]) -> int:
        """Return the width of a cell in which all these are shown whole."""
        now = theme.now()
        return sum(self._width(tag.name) + now.px(_GAP) for tag in tags[:_MOST]) + now.px(8) if tags else 0

    def needed_first(self, tags: Sequence[Tag]) -> int:
        """Return the width of a cell in which the first of these is named, and the others are counted."""
        if not tags:
            return 0
        return self._width(tags[0].name) + theme.now().px(8 + _GAP + (_COUNT if len(tags) > 1 else 0))

    def _least(self, name: str) -> int:
        """Return the width of the shortest chip that says which tag it is."""
        return self._width(name if len(name) <= _LETTERS + 1 else name[:_LETTERS] + "…")

    def paint(self, painter: QPainter, box: QRect, tags: Sequence[Tag], ratio: float) -> tuple[int, int]:
        """Paint as many as there is room for; return how many could not be shown, and where they are to be counted."""
        now = theme.now()
        left, right = box.left() + now.px(6), box.right() - now.px(2)
        height = min(now.px(22), box.height() - 4)
        top = box.center().y() - height // 2 + 1
        for place, tag in enumerate(tags):
            width = self._width(tag.name)
            more = now.px(_COUNT) if place + 1 < len(tags) else 0
            if left + width + more > right:
                width = min(width, right - left - more)
                if width < self._least(tag.name):
                    if place:
                        return len(tags) - place, left
                    self._dots(painter, box, tags, ratio)
                    return 0, 0
            colour = now.colour(tag.colour)
            draw = partial(glyphs.paint_chip, name=tag.name, colour=colour, font=self._font)
            key = ("chip", tag.name, colour.name(), now.dark, now.scale)
            pixmaps.put(painter, left, top, (width, height), ratio, key, draw)
            left += width + now.px(_GAP)
        return 0, 0

    @staticmethod
    def _dots(painter: QPainter, box: QRect, tags: Sequence[Tag], ratio: float) -> None:
        """Paint the colours of the first tags where there is no room for their names."""
        now = theme.now()
        size = now.px(6)
        left, top = box.left() + now.px(5), box.center().y() - size // 2
        for place, tag in enumerate(tags[: max(1, (box.width() - now.px(6)) // (size + now.px(2)))]):
            colour = now.colour(tag.colour)
            spot = left + place * (size + now.px(2))
            draw = partial(_disc, colour=colour)
            pixmaps.put(painter, spot, top, (size, size), ratio, ("dot", colour.name()), draw)


def _disc(painter: QPainter, room: QRectF, *, colour: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(room)
