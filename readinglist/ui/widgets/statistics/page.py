"""The page of statistics: figures at a glance, charts below them, each also as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from readinglist.i18n import _
from readinglist.ui.look import theme
from readinglist.ui.widgets.flow import Row
from readinglist.ui.widgets.plain import elided, label
from readinglist.ui.widgets.statistics.charts import Chart, ChartView, value_text

_MOST_COLUMNS = 3
_COLUMN = 380  # the least width of a column of charts, in pixels at normal text size


class _Figure(QWidget):
    """One number, large, with what it is below."""

    def __init__(self, name: str, value: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.value = name, value
        self.setAccessibleName(f"{name}: {value}")

    def sizeHint(self) -> QSize:
        """As wide as the wider of the two, and a little room."""
        large, small = QFontMetrics(theme.font(8, bold=True)), QFontMetrics(theme.font(-1.0))
        wide = max(large.horizontalAdvance(self.value), small.horizontalAdvance(self.name))
        return QSize(max(wide, theme.now().px(90)), large.height() + small.height() + theme.now().px(4))

    def paintEvent(self, event: object) -> None:
        now, box = theme.now(), self.rect()
        painter = QPainter(self)
        painter.setFont(theme.font(8, bold=True))
        painter.setPen(now.colour("text"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), self.value)
        painter.setFont(theme.font(-1.0))
        painter.setPen(now.colour("second"))
        shown = elided(painter.fontMetrics(), self.name, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), shown)
        painter.end()


class _Figures(Row):
    """The numbers, in as many lines as the width asks for."""

    def __init__(self, figures: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent, [_Figure(name, value, parent) for name, value in figures])
        self.set_gap(18)

    def spare_before(self, at: int, line: list[QWidget], spare: int) -> int:
        """Spread over one line; below each other they stand at the left."""
        return super().spare_before(at, line, spare) if len(line) == len(self.members()) else 0


class _Panel(QWidget):
    """A chart under its title, with a button that shows the same figures as a table."""

    def __init__(self, chart: Chart, parent: QWidget) -> None:
        super().__init__(parent)
        self.chart = chart
        title = QLabel(chart.title.upper(), self)
        title.setProperty("role", "heading")
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)  # a long title in large text must not widen the page
        self.view = ChartView(chart, self)
        self.table: QTableWidget | None = None
        self.switch = QPushButton(_("As a table"), self)
        self.switch.setProperty("flat", "true")
        self.switch.setAccessibleName(_("{title} as a table").format(title=chart.title))
        self.switch.clicked.connect(self._turn)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.switch)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(6)
        self.box.addLayout(head)
        self.box.addWidget(self.view)
        self.box.addStretch(1)

    def _turn(self) -> None:
        if self.table is None:
            self.table = self._make_table()
            self.box.insertWidget(1, self.table)
        shown = not self.table.isVisible()
        self.table.setVisible(shown)
        self.view.setVisible(not shown)
        self.switch.setText(_("As a chart") if shown else _("As a table"))

    def _make_table(self) -> QTableWidget:
        points = [point for point in self.chart.points if point[1]]
        table = QTableWidget(len(points), 2, self)
        table.setAccessibleName(self.chart.title)
        table.setHorizontalHeaderLabels([_("What"), _("How many")])
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setFixedHeight(max(self.view.height(), theme.now().px(150)))
        for row, (name, value) in enumerate(reversed(points)):
            table.setItem(row, 0, QTableWidgetItem(name))
            table.setItem(row, 1, QTableWidgetItem(value_text(value)))
        table.hide()
        return table


class Statistics(QWidget):
    """The page. `export_asked(format)` for `csv`, `png` and `svg`."""

    export_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(_("Statistics"), self)
        title.setProperty("role", "title")
        buttons: list[QWidget] = []
        for name in ("csv", "png", "svg"):
            button = QPushButton(name.upper(), self)
            button.setProperty("flat", "true")
            button.setAccessibleName(_("Export as {name}").format(name=name.upper()))
            button.setToolTip(_("Export as {name}").format(name=name.upper()))
            button.clicked.connect(lambda _on=False, name=name: self.export_asked.emit(name))
            buttons.append(button)
        self.state = label(self, "second")
        head = Row(self, [title, self.state, *buttons], pushed=buttons[0])
        head.set_gap(12)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.viewport().setAutoFillBackground(False)
        self.inside = QWidget(self.area)
        self.area.setWidget(self.inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 16, 22, 8)
        layout.setSpacing(12)
        layout.addWidget(head)
        layout.addWidget(self.area, 1)
        self.panels: list[_Panel] = []
        self.figures: list[tuple[str, str]] = []
        self._columns = 0
        self.say_counting()

    def say_counting(self) -> None:
        """Say that the figures are being counted; those of before stay meanwhile."""
        self.state.setText(_("Counting…"))
        self.state.show()

    def show_figures(self, figures: Sequence[tuple[str, str]], wide: Sequence[Chart], charts: Sequence[Chart]) -> None:
        """Show numbers at a glance, charts over the whole width, and charts side by side."""
        self.state.hide()
        self.figures = list(figures)
        inside = QWidget(self.area)
        self.grid = QGridLayout(inside)
        self.grid.setContentsMargins(0, 0, 12, 12)
        self.grid.setHorizontalSpacing(36)
        self.grid.setVerticalSpacing(26)
        self.top = _Figures(figures, inside)
        self.wide = [_Panel(chart, inside) for chart in wide]
        self.panels = [_Panel(chart, inside) for chart in charts]
        self.inside = inside
        self._columns = 0
        self._arrange()
        self.area.setWidget(inside)

    def _arrange(self) -> None:
        columns = max(1, min(_MOST_COLUMNS, (self.width() - 60) // theme.now().px(_COLUMN)))
        if columns == self._columns or not self.figures:
            return
        self._columns = columns
        for widget in (self.top, *self.wide, *self.panels):
            self.grid.removeWidget(widget)
        self.grid.addWidget(self.top, 0, 0, 1, columns)
        row = 1
        for panel in self.wide:
            self.grid.addWidget(panel, row, 0, 1, columns)
            row += 1
        for place, panel in enumerate(self.panels):
            self.grid.addWidget(panel, row + place // columns, place % columns)
        for column in range(_MOST_COLUMNS):
            self.grid.setColumnStretch(column, 1 if column < columns else 0)
        self.grid.setRowStretch(row + len(self.panels), 1)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # the stubs ask for a QResizeEvent
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """The text size changed: as many columns as there is room for."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange) and self.figures:
            self._arrange()

    def charts(self) -> list[Chart]:
        """Return the charts shown, for export."""
        return [panel.chart for panel in (*self.wide, *self.panels)] if self.figures else []
