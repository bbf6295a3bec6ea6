"""Paints a line of words where painters draw rows by hand: in the middle of its room, cut with an ellipsis."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from readinglist.ui.look import theme
from readinglist.ui.widgets.plain import cut, elided

_PLACE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


def draw(painter: QPainter, room: QRect, text: str, font: QFont, colour: str) -> None:
    """Draw `text` into `room` in a font and a colour of the theme."""
    painter.setFont(font)
    painter.setPen(theme.now().colour(colour))
    painter.drawText(room, int(_PLACE), elided(QFontMetrics(font), cut(text), room.width()))
