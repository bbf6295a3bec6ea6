"""The twelve shapes that a status can have instead of the sign of its kind: told apart at 16 pixels without colour."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF


class Outline(NamedTuple):
    """A polygon on a square of 16 units, y downwards; filled, or a line of the width of the rings."""

    points: tuple[tuple[float, float], ...]
    filled: bool = True
    dot: bool = False  # in the middle


# Open and filled ones in turn, and no two with the same silhouette: what is left when colour and size are taken away.
OUTLINES: dict[str, Outline] = {
    "square": Outline(((3, 3), (13, 3), (13, 13), (3, 13)), filled=False),
    "diamond": Outline(((8, 1), (15, 8), (8, 15), (1, 8))),
    "triangle": Outline(((8, 2.2), (14.4, 13.6), (1.6, 13.6)), filled=False),
    "wedge": Outline(((1.5, 3), (14.5, 3), (8, 14.5))),
    "star": Outline(
        (
            (8, 0.6), (10.1, 5.6), (15.4, 6), (11.3, 9.5), (12.6, 14.8), (8, 12), (3.4, 14.8), (4.7, 9.5), (0.6, 6),
            (5.9, 5.6),
        )
    ),
    "heart": Outline(
        (
            (8, 14.6), (2, 8.6), (1, 6.2), (1.4, 3.9), (3.2, 2.3), (5.4, 2.3), (7.2, 3.5), (8, 5), (8.8, 3.5),
            (10.6, 2.3), (12.8, 2.3), (14.6, 3.9), (15, 6.2), (14, 8.6),
        )
    ),
    "flag": Outline(((2.5, 1), (4.2, 1), (4.2, 1.6), (14.5, 5.2), (4.2, 8.8), (4.2, 15.4), (2.5, 15.4))),
    "hexagon": Outline(((4.4, 1.8), (11.6, 1.8), (15, 8), (11.6, 14.2), (4.4, 14.2), (1, 8)), filled=False, dot=True),
    "cross": Outline(
        (
            (2, 4.3), (4.3, 2), (8, 5.7), (11.7, 2), (14, 4.3), (10.3, 8), (14, 11.7), (11.7, 14), (8, 10.3),
            (4.3, 14), (2, 11.7), (5.7, 8),
        )
    ),
    "plus": Outline(
        (
            (5.6, 1), (10.4, 1), (10.4, 5.6), (15, 5.6), (15, 10.4), (10.4, 10.4), (10.4, 15), (5.6, 15), (5.6, 10.4),
            (1, 10.4), (1, 5.6), (5.6, 5.6),
        ),
        filled=False,
    ),
    "moon": Outline(
        (
            (9.8, 1), (6.2, 1.2), (3, 3.4), (1.4, 7), (1.8, 10.8), (4.2, 13.8), (7.8, 15), (11.6, 14.2), (14.2, 11.8),
            (11, 12), (8, 10.4), (6.4, 7.6), (6.8, 4.2),
        )
    ),
    "bolt": Outline(((9.6, 0.6), (3, 9.2), (7.2, 9.2), (6, 15.4), (13, 6.2), (8.6, 6.2))),
}  # fmt: skip


def paint(painter: QPainter, box: QRectF, shape: str, colour: QColor) -> None:
    """Paint a shape into the square `box`."""
    outline, unit = OUTLINES[shape], box.width() / 16
    pen = QPen(colour, max(1.2, box.width() * 0.105))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin if shape != "square" else Qt.PenJoinStyle.MiterJoin)
    painter.setPen(Qt.PenStyle.NoPen if outline.filled else pen)
    painter.setBrush(colour if outline.filled else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF([QPointF(box.x() + x * unit, box.y() + y * unit) for x, y in outline.points]))
    if outline.dot:
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(box.center(), 2.6 * unit, 2.6 * unit)
