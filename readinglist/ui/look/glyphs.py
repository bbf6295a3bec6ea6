"""The painted signs: status glyphs, priority bars, tag chips, dots."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter, QPen, QPixmap

from readinglist.core import status as statuses
from readinglist.ui.look import shapes, theme


def paint_status(painter: QPainter, box: QRectF, sign: str, colour: QColor, progress: float | None = None) -> None:
    """Paint a status glyph into the square `box`: told apart by shape as well as by colour.

    `sign` is a kind of status, or one of the shapes that a status can have instead.

    `progress` (0..1) is how much of the pie is filled for the kind `reading`.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if sign in shapes.OUTLINES:
        shapes.paint(painter, box, sign, colour)
        painter.restore()
        return
    width = max(1.2, box.width() * 0.105)
    ring = box.adjusted(width, width, -width, -width)
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if sign == statuses.INBOX:
        circle = 3.14159 * ring.width() / width
        dash = circle / 16
        pen.setDashPattern([dash * 1.05, dash * 0.95])
        painter.setPen(pen)
        painter.drawEllipse(ring)
    elif sign == statuses.READ:
        _disc_with_tick(painter, ring, colour, width)
    else:
        painter.drawEllipse(ring)
        _inside(painter, ring, sign, colour, width, progress)
    painter.restore()


def _inside(painter: QPainter, ring: QRectF, kind: str, colour: QColor, width: float, progress: float | None) -> None:
    centre, radius = ring.center(), ring.width() / 2
    if kind == statuses.READING:
        share = 0.5 if progress is None else max(0.08, min(1.0, progress))
        inner = ring.adjusted(width * 1.5, width * 1.5, -width * 1.5, -width * 1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(inner, 90 * 16, -round(360 * 16 * share))
    elif kind == statuses.PAUSED:
        pen = QPen(colour, width * 1.1)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        for side in (-1, 1):
            x = centre.x() + side * radius * 0.3
            painter.drawLine(QPointF(x, centre.y() - radius * 0.42), QPointF(x, centre.y() + radius * 0.42))
    elif kind == statuses.DROPPED:
        painter.drawLine(
            QPointF(centre.x() - radius * 0.45, centre.y()), QPointF(centre.x() + radius * 0.45, centre.y())
        )


def _disc_with_tick(painter: QPainter, ring: QRectF, colour: QColor, width: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    grow = width * 0.55
    painter.drawEllipse(ring.adjusted(-grow, -grow, grow, grow))
    centre, radius = ring.center(), ring.width() / 2
    tick = QPen(QColor("#ffffff"), width * 1.15)
    tick.setCapStyle(Qt.PenCapStyle.RoundCap)
    tick.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(tick)
    painter.drawPolyline(
        [
            QPointF(centre.x() - radius * 0.45, centre.y() + radius * 0.02),
            QPointF(centre.x() - radius * 0.12, centre.y() + radius * 0.36),
            QPointF(centre.x() + radius * 0.48, centre.y() - radius * 0.34),
        ]
    )


def status_icon(sign: str, colour: QColor, size: int = 16) -> QIcon:
    """Return a status glyph as an icon for menus."""
    return _icon(size, lambda painter: paint_status(painter, QRectF(0, 0, size, size), sign, colour))


def paint_priority(painter: QPainter, box: QRectF, priority: str | None) -> None:
    """Paint three rising bars into `box`, as many filled as the priority has; nothing for none."""
    if not priority:
        return
    now = theme.now()
    filled = {"low": 1, "medium": 2, "high": 3}[priority]
    strong = now.colour("alarm") if priority == "high" else now.colour("text")
    faint = now.colour("line")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    step = box.width() / 3
    for bar in range(3):
        height = box.height() * (0.42, 0.7, 1.0)[bar]
        painter.setBrush(strong if bar < filled else faint)
        painter.drawRoundedRect(QRectF(box.x() + bar * step, box.bottom() - height, step * 0.68, height), 1, 1)
    painter.restore()


def priority_icon(priority: str | None, size: int = 16) -> QIcon:
    """Return the bars of a priority as an icon for menus."""
    return _icon(size, lambda painter: paint_priority(painter, QRectF(2, 2, size - 4, size - 4), priority))


_NAMED = 200  # characters of a tag that are measured: no chip is as wide


def chip_width(name: str, font: QFont) -> float:
    """Return how wide the chip of a tag is."""
    return QFontMetricsF(font).horizontalAdvance(name[:_NAMED]) + theme.now().px(24)


def paint_chip(painter: QPainter, box: QRectF, name: str, colour: QColor, font: QFont) -> None:
    """Paint a tag's chip into `box`: a coloured dot and the name, cut short where the box is narrower."""
    now = theme.now()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(now.colour("chip"))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setBrush(colour)
    dot = now.px(3)
    painter.drawEllipse(QPointF(box.x() + now.px(10), box.center().y()), dot, dot)
    painter.setFont(font)
    painter.setPen(now.colour("chip_text"))
    room = box.adjusted(now.px(17), 0, -now.px(6), 0)
    text = QFontMetricsF(font).elidedText(name[:_NAMED], Qt.TextElideMode.ElideRight, room.width() + 1)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
    painter.restore()


def dot_icon(colour: QColor, size: int = 16) -> QIcon:
    """Return a plain dot as an icon for menus."""

    def draw(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(size / 2, size / 2), size * 0.25, size * 0.25)

    return _icon(size, draw)


def _icon(size: int, draw: Callable[[QPainter], None]) -> QIcon:
    """Return what `draw` paints as an icon, at one and two pixels a point."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        picture = QPixmap(round(size * ratio), round(size * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw(painter)
        painter.end()
        made.addPixmap(picture)
    return made
