"""The heat map: names that never stand over each other, whatever the width and the size of the text."""

import datetime as dt

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from readinglist.ui.look import theme
from readinglist.ui.widgets.statistics import charts

DAYS = tuple(((dt.date(2025, 12, 1) + dt.timedelta(days=n)).isoformat(), float(n % 3)) for n in range(365))


class Written(QPainter):
    """Notes where words are written."""

    def __init__(self, picture: QImage) -> None:
        super().__init__(picture)
        self.picture = picture  # a painter does not keep what it paints on
        self.places: list[QRectF] = []

    def drawText(self, place: object, *given: object) -> None:
        metrics = QFontMetricsF(self.font())
        wide, high = metrics.horizontalAdvance(str(given[-1])), metrics.ascent()
        top = place.center().y() - high / 2 if isinstance(place, QRectF) else place.y() - high  # type: ignore[attr-defined]
        self.places.append(QRectF(place.x(), top, wide, high))  # type: ignore[attr-defined]


@pytest.mark.parametrize("size", [80, 100, 200])
@pytest.mark.parametrize("width", [200, 424, 700, 1800])
def test_no_name_stands_over_another(qtbot: QtBot, qapp: QApplication, size: int, width: int) -> None:
    theme.apply(qapp, dark=False, text_size=size)
    chart = charts.Chart("A year", charts.HEAT, DAYS)
    view = charts.ChartView(chart)
    qtbot.addWidget(view)
    height = view.heightForWidth(width)
    painter = Written(QImage(width, height, QImage.Format.Format_RGB32))
    charts.paint(painter, QRectF(0, 0, width, height), chart)
    painter.end()
    assert len(painter.places) >= 2
    for at, one in enumerate(painter.places):
        assert QRectF(0, 0, width, height).contains(one)
        assert not any(one.intersects(other) for other in painter.places[at + 1 :])
    theme.apply(qapp, dark=False)
