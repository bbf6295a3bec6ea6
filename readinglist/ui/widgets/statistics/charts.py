"""Charts in our own palette: bars over time, bars by name, a heat map of a year.

Painting goes to any QPainter, so that a chart on screen, in a PNG and in an SVG is the same one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from readinglist.i18n import _, plural
from readinglist.ui.look import theme
from readinglist.ui.widgets.plain import elided

COLUMNS, ROWS, HEAT = ("columns", "rows", "heat")


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart shows: a title, how (COLUMNS, ROWS or HEAT), and its points as (label, value).

    The labels of a HEAT chart are ISO dates, one a day. `unit` says a value in words, of one and
    of many ("{n} paper", "{n} papers").
    """

    title: str
    kind: str
    points: tuple[tuple[str, float], ...]
    unit: tuple[str, str] = ("{n}", "{n}")
    colour: str = "accent"

    def words(self, value: float) -> str:
        """Return a value with its unit."""
        return plural(*self.unit, round(value))


def paint(painter: QPainter, box: QRectF, chart: Chart) -> None:
    """Paint a chart into `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    {COLUMNS: _columns, ROWS: _rows, HEAT: _heat}[chart.kind](painter, box, chart)
    painter.restore()


def value_text(value: float) -> str:
    """Return a value as it is written on a chart."""
    return f"{value:,.0f}" if value == round(value) else f"{value:,.1f}"


def steps(most: float) -> list[float]:
    """Return the lines of a scale from 0 to at least `most`: three or four round numbers."""
    if most <= 0:
        return [0.0, 1.0]
    size = 10.0 ** (len(str(int(most))) - 1) if most >= 1 else 0.1
    step = next(s for s in (size / 5, size / 2, size, size * 2, size * 5) if most / s <= 4)
    step = max(step, 1.0) if most == int(most) else step  # what is counted has no halves
    count = int(-(-most // step))
    return [step * n for n in range(count + 1)]


def _columns(painter: QPainter, box: QRectF, chart: Chart) -> None:
    now = theme.now()
    font = theme.font(-1.8)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    lines = steps(max((value for _label, value in chart.points), default=0))
    left = max(metrics.horizontalAdvance(value_text(line)) for line in lines) + now.px(8)
    foot = metrics.height() + now.px(6)
    area = QRectF(box.left() + left, box.top() + now.px(6), box.width() - left, box.height() - foot - now.px(6))
    for line in lines:
        y = area.bottom() - area.height() * line / lines[-1]
        painter.setPen(QPen(now.colour("line"), 1))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(now.colour("second"))
        spot = QRectF(box.left(), y - metrics.height() / 2, left - now.px(6), metrics.height())
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), value_text(line))
    if not chart.points:
        return
    width = area.width() / len(chart.points)
    widest = max(metrics.horizontalAdvance(label) for label, _value in chart.points) + now.px(8)
    every = max(1, int(-(-widest // width)))
    for place, (label, value) in enumerate(chart.points):
        height = area.height() * value / lines[-1]
        thick = min(width * 0.7, now.px(44))
        bar = QRectF(area.left() + (place + 0.5) * width - thick / 2, area.bottom() - height, thick, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.colour(chart.colour))
        painter.drawRoundedRect(bar, min(3.0, bar.width() / 4), min(3.0, bar.width() / 4))
        if (len(chart.points) - 1 - place) % every == 0:
            painter.setPen(now.colour("second"))
            x = area.left() + place * width + width / 2 - widest / 2
            x = max(box.left(), min(x, box.right() - widest + now.px(4)))
            spot = QRectF(x, area.bottom() + now.px(4), widest, foot)
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), label)


def _rows(painter: QPainter, box: QRectF, chart: Chart) -> None:
    now = theme.now()
    font = theme.font(-1.0)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    most = max((value for _label, value in chart.points), default=0) or 1
    label_width = min(box.width() * 0.4, max((metrics.horizontalAdvance(name) for name, _v in chart.points), default=0))
    value_width = max((metrics.horizontalAdvance(value_text(v)) for _n, v in chart.points), default=0) + now.px(8)
    height = now.px(24)
    for place, (label, value) in enumerate(chart.points):
        top = box.top() + place * height
        if top + height > box.bottom() + 1:
            break
        painter.setPen(now.colour("text"))
        spot = QRectF(box.left(), top, label_width, height)
        shown = elided(metrics, label, label_width)
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        room = box.width() - label_width - value_width - now.px(12)
        bar = QRectF(box.left() + label_width + now.px(12), top + height * 0.28, room * value / most, height * 0.44)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.colour(chart.colour))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(now.colour("second"))
        spot = QRectF(bar.right() + now.px(6), top, value_width, height)
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), value_text(value))


def heat_cell(box: QRectF, points: Sequence[tuple[str, float]]) -> tuple[float, dt.date]:
    """Return the side of a day's square and the Monday of the first week."""
    first = dt.date.fromisoformat(points[0][0])
    monday = first - dt.timedelta(days=first.weekday())
    weeks = ((dt.date.fromisoformat(points[-1][0]) - monday).days // 7) + 1
    head, left = heat_margins()
    return min((box.width() - left) / weeks, (box.height() - head) / 7), monday


def heat_margins() -> tuple[float, float]:
    """Return the room above the days of a heat map, for the months, and at their left, for the days of the week."""
    metrics = QFontMetricsF(theme.font(-2.0))
    names = (_("Mon"), _("Wed"), _("Fri"))
    return metrics.height() + theme.now().px(3), max(map(metrics.horizontalAdvance, names)) + theme.now().px(6)


def _heat(painter: QPainter, box: QRectF, chart: Chart) -> None:
    if not chart.points:
        return
    now = theme.now()
    side, monday = heat_cell(box, chart.points)
    font = theme.font(-2.0)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    head, left = heat_margins()
    painter.setPen(now.colour("second"))
    if 2 * side >= metrics.height():  # every second day has a name: where they would stand over each other, none has
        for row, name in ((0, _("Mon")), (2, _("Wed")), (4, _("Fri"))):
            middle = box.top() + head + (row + 0.5) * side
            spot = QRectF(box.left(), middle - metrics.height() / 2, left, metrics.height())
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), name)
    most = max(value for _day, value in chart.points) or 1
    empty, full = now.colour("track"), now.colour("green")
    month, free = 0, 0.0
    for text, value in chart.points:
        day = dt.date.fromisoformat(text)
        week, row = divmod((day - monday).days, 7)
        x = box.left() + left + week * side
        if day.month != month:
            month, name = day.month, day.strftime("%b")
            if x >= free and x + metrics.horizontalAdvance(name) <= box.right():
                free = x + metrics.horizontalAdvance(name) + now.px(4)
                painter.setPen(now.colour("second"))
                painter.drawText(QPointF(x, box.top() + metrics.ascent()), name)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_mixed(empty, full, 0.25 + 0.75 * value / most) if value else empty)
        painter.drawRoundedRect(QRectF(x + 1, box.top() + head + row * side + 1, side - 2, side - 2), 2, 2)


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    return QColor(
        round(one.red() + (other.red() - one.red()) * share),
        round(one.green() + (other.green() - one.green()) * share),
        round(one.blue() + (other.blue() - one.blue()) * share),
    )


class ChartView(QWidget):
    """A chart on screen. The figures are its accessible description, and in a tool tip where the mouse rests."""

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = chart
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(chart.kind == HEAT)
        self.setSizePolicy(policy)
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(
            "; ".join(f"{name}: {chart.words(value)}" for name, value in chart.points if value)
        )

    def sizeHint(self) -> QSize:
        now = theme.now()
        if self.chart.kind == ROWS:
            return QSize(240, now.px(24) * max(1, len(self.chart.points)))
        return QSize(320, now.px(132 if self.chart.kind == HEAT else 150))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 0 if self.chart.kind == HEAT else self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """The days of a heat map are squares."""
        return self.chart.kind == HEAT

    def heightForWidth(self, width: int) -> int:
        """Return the height of seven days, as wide as a year leaves them."""
        highest = self.sizeHint().height()
        if self.chart.kind != HEAT or not self.chart.points:
            return highest
        side, _monday = heat_cell(QRectF(0, 0, width, 10_000), self.chart.points)
        return round(min(theme.now().px(190), heat_margins()[0] + 7 * side))

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        paint(painter, QRectF(self.rect()), self.chart)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self.point_at(QPointF(event.pos()))
            if found:
                QToolTip.showText(event.globalPos(), f"{found[0]}: {self.chart.words(found[1])}", self)
            return True
        return super().event(event)

    def point_at(self, spot: QPointF) -> tuple[str, float] | None:
        """Return the point of the chart under the mouse, or None."""
        points, box = self.chart.points, QRectF(self.rect())
        if not points:
            return None
        if self.chart.kind == ROWS:
            place = int(spot.y() // theme.now().px(24))
        elif self.chart.kind == COLUMNS:
            left = theme.now().px(24)
            place = int((spot.x() - left) / max(1.0, (box.width() - left) / len(points)))
        else:
            side, monday = heat_cell(box, points)
            above, beside = heat_margins()
            week = int((spot.x() - beside) // side)
            row = int((spot.y() - above) // side)
            place = week * 7 + row - (dt.date.fromisoformat(points[0][0]) - monday).days
        return points[place] if 0 <= place < len(points) else None
