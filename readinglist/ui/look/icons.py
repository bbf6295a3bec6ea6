"""Our SVG icons, tinted."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from readinglist import paths
from readinglist.ui.look import theme


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return (paths.shipped("resources/icons") / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made


def pixmap(name: str, colour: QColor | str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return the icon `name` in `colour`, `size` logical pixels square, for a screen of that pixel ratio."""
    return _pixmap(name, QColor(colour).name(), size, ratio)


def icon(name: str, colour: QColor | str | None = None, *, gap: float = 0.0) -> QIcon:
    """Return the icon `name` for menus and buttons, sharp on any screen.

    `gap` is empty space at its right, as a share of its height: Qt leaves four pixels before a button's words.
    """
    tint = QColor(colour) if colour else QColor(theme.now().colours.second)
    made = QIcon()
    for size in (16, 20, 24, 32, 48):
        drawn = pixmap(name, tint, size)
        made.addPixmap(_widened(drawn, round(size * gap)) if gap else drawn)
    return made


def _widened(drawn: QPixmap, by: int) -> QPixmap:
    made = QPixmap(drawn.width() + by, drawn.height())
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return made
