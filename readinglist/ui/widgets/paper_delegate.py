"""Paints a line of the table: glyph, title, chips, bars; leaves what it says to the model."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from readinglist.core import dates
from readinglist.core import status as statuses
from readinglist.core.row import Row
from readinglist.core.status import Status
from readinglist.ui import glyphs, icons, theme
from readinglist.ui.models.paper_table import PaperTable

Index = QModelIndex | QPersistentModelIndex
DATES = frozenset({"date", "due", "added", "started", "finished"})
WIDEST = "Nov 28, 2028"
_MOST_MARKS = 20  # in one cell
# Put together once: Python's flags take a microsecond each time.
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_ONE_LINE = _LEFT | int(Qt.TextFlag.TextSingleLine)


class PaperDelegate(QStyledItemDelegate):
    """One painter for every column; fonts and colours are looked up once a theme."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.hovered = -1
        self.terms: dict[str, tuple[str, ...]] = {}  # words of the search to mark, by the column they may stand in
        self._theme: theme.Theme | None = None

    def _prepare(self) -> None:
        now = theme.now()
        if self._theme is now:
            return
        self._theme = now
        self.normal = theme.font()
        self.medium = theme.font(weight=QFont.Weight.Medium)
        self.bold = theme.font(weight=QFont.Weight.DemiBold)
        self.small = theme.font(-1.0)
        self._exact_metrics: dict[int, QFontMetricsF] = {}
        self.metrics = {id(font): QFontMetrics(font) for font in (self.normal, self.medium, self.bold, self.small)}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, theme.now().row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self._prepare()
        now = theme.now()
        box: QRect = option.rect
        # Not by `option.state`: for that the first picture would wait until PySide6 has learnt all about styles.
        if self._view.selectionModel().isSelected(index):
            painter.fillRect(box, now.colour("selected"))
        elif index.row() == self.hovered:
            painter.fillRect(box, now.colour("hover"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), now.colour("faint_line"))
        model = index.model()
        assert isinstance(model, PaperTable)  # asked directly: by way of Qt every answer takes three times as long
        line = index.row()
        row = model.row(line)
        if row is None:
            return
        dimmed = model.ids[line] in model.lingering
        if dimmed:
            painter.setOpacity(0.45)
        self._cell(painter, box, model.columns[index.column()].id, row, model)
        if dimmed:
            painter.setOpacity(1.0)

    def _cell(self, painter: QPainter, box: QRect, field: str, row: Row, model: PaperTable) -> None:
        now = theme.now()
        if field == "status":
            self._status(painter, box, row, model.status(row.status))
        elif field == "title":
            self._title(painter, box, row, model)
        elif field == "tags":
            self._tags(painter, box, row)
        elif field == "priority":
            size = now.px(13)
            spot = QRectF(box.right() - now.px(12) - size, box.center().y() - size / 2 + 1, size, size)
            glyphs.paint_priority(painter, spot, row.priority)
        elif field == "progress":
            self._progress(painter, box, row)
        elif field in DATES:
            self._date(painter, box, getattr(row, field))
        else:
            text = model.text(row, field)
            self._mark(painter, box.adjusted(now.px(8), 0, -now.px(6), 0), text, self.normal, field)
            self._words(painter, box, text, self.normal, self._second(row, field))

    def _date(self, painter: QPainter, box: QRect, date: str | None) -> None:
        """A narrow column shows the month, or the year: a date cut short says nothing. One form for a whole column."""
        room = box.width() - theme.now().px(13)
        metrics = self.metrics[id(self.normal)]
        length = next(
            (n for n, widest in ((10, WIDEST), (7, "Nov 2028")) if metrics.horizontalAdvance(widest) <= room), 4
        )
        self._words(painter, box, dates.shown((date or "")[:length]), self.normal, theme.now().colour("second"))

    def _second(self, row: Row, field: str) -> QColor:
        now = theme.now()
        if field == "rating":
            return now.colour("amber")
        return now.colour("second")

    def _words(self, painter: QPainter, box: QRect, text: str, font: QFont, colour: QColor) -> None:
        if not text:
            return
        room = box.adjusted(theme.now().px(8), 0, -theme.now().px(6), 0)
        painter.setFont(font)
        painter.setPen(colour)
        shown = self.metrics[id(font)].elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _ONE_LINE, shown)

    def _mark(self, painter: QPainter, room: QRect, text: str, font: QFont, field: str) -> None:
        """Lay a colour under the words of the search that stand in `text`, as it will be drawn."""
        terms = self.terms.get(field)
        if not terms or not text:
            return
        from readinglist.ui.widgets.found_words import find  # not needed until something is searched

        metrics = self.metrics[id(font)]
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        height = metrics.height()
        exact = self._exact(font)
        left, at = float(room.left()), 0
        for start, length in find(shown, terms, _MOST_MARKS):
            end = start + length
            left += exact.horizontalAdvance(shown[at:start])  # piece by piece: one letter is found many times in a line
            width = exact.horizontalAdvance(shown[start:end])
            spot = QRectF(left, room.center().y() - height // 2 + 1, width, height)
            painter.fillRect(spot, theme.now().colour("mark"))
            left, at = left + width, end

    def _exact(self, font: QFont) -> QFontMetricsF:
        """Return metrics that can be summed up: those in whole pixels would drift."""
        if id(font) not in self._exact_metrics:
            self._exact_metrics[id(font)] = QFontMetricsF(font)
        return self._exact_metrics[id(font)]

    def _status(self, painter: QPainter, box: QRect, row: Row, status: object) -> None:
        if not isinstance(status, Status):
            return
        size = theme.now().px(16)
        spot = QRectF(box.left() + theme.now().px(11), box.center().y() - size / 2 + 0.5, size, size)
        share = row.page / row.pages if row.page and row.pages else None
        glyphs.paint_status(painter, spot, status.kind, theme.now().colour(status.colour), share)

    def _title(self, painter: QPainter, box: QRect, row: Row, model: PaperTable) -> None:
        now = theme.now()
        status = model.status(row.status)
        kind = status.kind if isinstance(status, Status) else statuses.TO_READ
        font = self.bold if kind in statuses.BOLD_KINDS else self.medium
        colour = now.colour("second") if kind in statuses.DONE_KINDS else now.colour("text")
        room = box.adjusted(now.px(8), 0, -now.px(6), 0)
        mark = now.px(22) if row.has_note else 0
        metrics = self.metrics[id(font)]
        text = model.text(row, "title")
        self._mark(painter, room.adjusted(0, 0, -mark, 0), text, font, "title")
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() - mark)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(room, _ONE_LINE, shown)
        if mark:
            size = now.px(14)
            left = room.left() + metrics.horizontalAdvance(shown) + now.px(7)
            picture = icons.pixmap("note", now.colour("second"), size, painter.device().devicePixelRatioF())
            painter.drawPixmap(left, box.center().y() - size // 2 + 1, picture)

    def _tags(self, painter: QPainter, box: QRect, row: Row) -> None:
        now = theme.now()
        left, right = float(box.left() + now.px(6)), float(box.right() - now.px(2))
        height = min(now.px(22), box.height() - 4)
        for place, tag in enumerate(row.tags):
            width = glyphs.chip_width(tag.name, self.small)
            rest = len(row.tags) - place - 1
            if left + width > right:
                if right - left - (now.px(22) if rest else 0) < now.px(48):
                    self._more(painter, box, left, len(row.tags) - place)
                    return
                width = right - left - (now.px(22) if rest else 0)
            spot = QRectF(left, box.center().y() - height / 2 + 0.5, width, height)
            glyphs.paint_chip(painter, spot, tag.name, now.colour(tag.colour), self.small)
            left += width + now.px(5)

    def _more(self, painter: QPainter, box: QRect, left: float, count: int) -> None:
        painter.setFont(self.small)
        painter.setPen(theme.now().colour("second"))
        room = QRectF(left, box.top(), box.right() - left, box.height())
        if room.width() > theme.now().px(14):
            painter.drawText(room, _LEFT, f"+{count}")

    def _progress(self, painter: QPainter, box: QRect, row: Row) -> None:
        if not row.pages:
            return
        now = theme.now()
        bar = QRectF(box.left() + now.px(8), box.center().y() - now.px(2), box.width() - now.px(20), now.px(4))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.colour("track"))
        painter.drawRoundedRect(bar, 2, 2)
        bar.setWidth(bar.width() * min(1.0, (row.page or 0) / row.pages))
        painter.setBrush(now.colour("blue"))
        painter.drawRoundedRect(bar, 2, 2)
