"""Our SVG icons, tinted; leaves which icon stands for what to the callers."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from readinglist import paths
from readinglist.ui import theme


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


def icon(name: str, colour: QColor | str | None = None) -> QIcon:
    """Return the icon `name` for menus and buttons, sharp on any screen."""
    tint = QColor(colour) if colour else QColor(theme.now().colours.second)
    made = QIcon()
    for size in (16, 20, 24, 32, 48):
        made.addPixmap(pixmap(name, tint, size))
    return made
