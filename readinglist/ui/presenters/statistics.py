"""Fills the page of statistics on a worker, and exports it as CSV, PNG or SVG."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QObject, QRectF, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog

from readinglist import atomic
from readinglist.core.stats import Stats
from readinglist.flows import stats as flow
from readinglist.flows.disk_errors import in_words
from readinglist.i18n import _, mark, plural
from readinglist.ui.desk import Desk
from readinglist.ui.look import theme
from readinglist.ui.widgets.statistics.charts import COLUMNS, HEAT, ROWS, Chart, paint
from readinglist.ui.widgets.statistics.page import Statistics

_MONTHS, _WEEKS, _NAMES = 24, 26, 10
_READ, _PAPERS = (mark("{n} read"), mark("{n} read")), (mark("{n} paper"), mark("{n} papers"))
_PAGES, _WAITING = (mark("{n} page"), mark("{n} pages")), (mark("{n} waiting"), mark("{n} waiting"))
_WIDTH, _HEIGHT = 900, 220  # of an exported chart, in pixels


class StatsPresenter(QObject):
    """Between the page and the flow."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self.page = Statistics(desk.window)
        self.page.export_asked.connect(self.export)
        self.stats: Stats | None = None
        self.reader = desk.reader("statistics")

    def refresh(self) -> None:
        """Count anew, and say so meanwhile."""
        self.page.say_counting()
        self.reader.ask(flow.statistics, self._counted, self.desk.refused)

    def _counted(self, stats: Stats) -> None:
        self.reader.close()  # it has gone through the whole file, and keeps much of it in memory
        self.show(stats)

    def show(self, stats: Stats) -> None:
        """Put figures on the page."""
        self.stats = stats
        figures = [
            (plural("paper read", "papers read", stats.papers_read), f"{stats.papers_read:,}"),
            (_("in progress"), f"{stats.in_progress:,}"),
            (_("waiting"), f"{stats.waiting:,}"),
            (plural("page read", "pages read", stats.pages), f"{stats.pages:,}"),
            (plural("week in a row", "weeks in a row", stats.streak.present), f"{stats.streak.present:,}"),
        ]
        wide = [Chart(_("A year of reading"), HEAT, stats.days, _READ)]
        self.page.show_figures(figures, wide, charts_of(stats))

    # -- export --------------------------------------------------------------------------------------------------

    def export(self, kind: str) -> None:
        """Ask where to, then write the figures (`csv`) or the charts (`png`, `svg`)."""
        name, _filter = QFileDialog.getSaveFileName(self.desk.window, _("Export statistics"), f"statistics.{kind}")
        if name:
            self.desk.attempt(lambda: self.write(Path(name), kind))

    def write(self, target: Path, kind: str) -> None:
        """Write the figures to a file, whole or not at all. Raises Refused."""
        if self.stats is None:
            return
        with in_words(target):
            if kind == "csv":
                parts = [f"{table.title}\n{flow.as_csv(table)}" for table in flow.tables(self.stats)]
                atomic.write(target, "\n".join(parts))
            else:
                atomic.write_bytes(target, self._draw(kind))

    def _draw(self, kind: str) -> bytes:
        charts = self.page.charts()
        room = QBuffer()
        room.open(QBuffer.OpenModeFlag.WriteOnly)
        size = QSize(_WIDTH, _HEIGHT * len(charts))
        if kind == "svg":
            generator = QSvgGenerator()
            generator.setOutputDevice(room)
            generator.setSize(size)
            generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
            generator.setTitle(_("Statistics"))
            painter = QPainter(generator)
            _paint_all(painter, charts)
            painter.end()
            return bytes(room.data().data())
        picture = QImage(size * 2, QImage.Format.Format_RGB32)
        picture.setDevicePixelRatio(2)
        painter = QPainter(picture)
        _paint_all(painter, charts)
        painter.end()
        QImageWriter(room, QByteArray(b"png")).write(picture)
        return bytes(room.data().data())


def charts_of(stats: Stats) -> list[Chart]:
    """Return the charts that stand side by side; those without a figure are left out."""
    found = [
        Chart(_("Read per month"), COLUMNS, tuple(stats.months[-_MONTHS:]), _READ),
        Chart(_("Read per week"), COLUMNS, tuple((week[5:], n) for week, n in stats.weeks[-_WEEKS:]), _READ, "teal"),
        Chart(
            _("Backlog: waiting at the end of the month"),
            COLUMNS,
            tuple((row.month, row.waiting) for row in stats.backlog[-_MONTHS:]),
            _WAITING,
            "amber",
        ),
        Chart(_("Pages per month"), COLUMNS, tuple(stats.pages_by_month[-_MONTHS:]), _PAGES, "violet"),
        Chart(_("Read per year"), COLUMNS, tuple(stats.years), _READ, "slate"),
        Chart(_("Read by tag"), ROWS, tuple(stats.tags[:_NAMES]), _PAPERS, "blue"),
        Chart(_("Read by subject"), ROWS, tuple(stats.subjects[:_NAMES]), _PAPERS, "green"),
    ]
    return [chart for chart in found if any(value for _label, value in chart.points)]


def _paint_all(painter: QPainter, charts: list[Chart]) -> None:
    now = theme.now()
    painter.fillRect(QRectF(0, 0, _WIDTH, _HEIGHT * len(charts)), now.colour("window"))
    for place, chart in enumerate(charts):
        top = place * _HEIGHT
        painter.setFont(theme.font(bold=True))
        painter.setPen(now.colour("text"))
        painter.drawText(QRectF(20, top + 10, _WIDTH - 40, 22), 0, chart.title)
        paint(painter, QRectF(20, top + 40, _WIDTH - 40, _HEIGHT - 60), chart)
