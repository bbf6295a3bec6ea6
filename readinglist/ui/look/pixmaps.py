"""Small painted signs kept as pictures, so that a table draws each of them once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

_KEPT_PICTURES = 512  # a chip takes some 10 kB
_kept: OrderedDict[Hashable, QPixmap] = OrderedDict()


def put(
    painter: QPainter,
    left: int,
    top: int,
    size: tuple[int, int],
    ratio: float,
    key: Hashable,
    draw: Callable[[QPainter, QRectF], None],
) -> None:
    """Put the sign that `draw(painter, box)` paints at a place, in logical pixels.

    `key` stands for everything it is made of but its `size` and the screen's pixel `ratio`, colours included.
    """
    everything = (key, size, ratio)
    picture = _kept.get(everything)
    if picture is None:
        picture = _kept[everything] = _made(size, ratio, draw)
        if len(_kept) > _KEPT_PICTURES:
            _kept.popitem(last=False)
    painter.drawPixmap(left, top, picture)


def _made(size: tuple[int, int], ratio: float, draw: Callable[[QPainter, QRectF], None]) -> QPixmap:
    width, height = size
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw(painter, QRectF(0, 0, width, height))
    painter.end()
    return picture
