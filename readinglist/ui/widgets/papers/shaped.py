"""Lays words out as Qt's own texts do: where a line ends, and where what is read from right to left stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption

_ENDLESS = 1e6  # pixels


def laid_out(text: str, font: QFont, room: float = _ENDLESS, *, right: bool) -> tuple[QTextLayout, QTextLine]:
    """Return the first line of `text` in `room` pixels, and its layout, which must live as long.

    `right` says whether the whole is read from right to left.
    """
    layout = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room)
    layout.endLayout()
    return layout, line


def beginning(text: str, font: QFont, room: int, *, right: bool) -> str:
    """Return as much of `text` as fits on one line of `room` pixels, parted where its script parts."""
    _layout, line = laid_out(text, font, max(1, room), right=right)
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * line.textLength()]  # Qt's characters: some are two
    return units.decode("utf-16-le", "surrogatepass")


def x(line: QTextLine, place: int) -> float:
    """Return where on a line the character at one of Qt's places begins, in pixels."""
    found: object = line.cursorToX(place)  # the stubs do not say it right
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]
