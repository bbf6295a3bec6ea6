"""Paints the lines of the table, all those on screen at once, a column at a time; leaves what they say to the model.

By way of Qt's view every cell is asked for one by one, which takes longer than to paint them.
"""

from __future__ import annotations

import math
import re
from collections import OrderedDict
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QTableView

from readinglist.core import dates
from readinglist.core import status as statuses
from readinglist.core.row import Row
from readinglist.core.status import Status
from readinglist.ui.look import glyphs, icons, pixmaps, theme
from readinglist.ui.models.paper_table import PaperTable

DATES = frozenset({"date", "due", "added", "started", "finished"})
WIDEST = "Nov 28, 2028"
_MOST_MARKS = 20  # in one cell
_KEPT_TEXTS = 4096  # as they were cut
# What is written from right to left, and the marks that ask for it (Unicode's bidirectional classes R, AL, RLE ...).
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# Put together once: Python's flags take a microsecond each time.
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_ONE_LINE = _LEFT | int(Qt.TextFlag.TextSingleLine)
_ELIDE = Qt.TextElideMode.ElideRight


class Face:
    """A font with what is known of it, and the texts that were cut to a width in it."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self.exact = QFontMetricsF(font)  # can be summed up: whole pixels would drift
        self.height, self.ascent = self.metrics.height(), self.metrics.ascent()
        self._cut: OrderedDict[tuple[str, int], str] = OrderedDict()

    def cut(self, text: str, room: int) -> str:
        """Return `text` as it fits into `room` pixels, with an ellipsis where something is left out."""
        key = (text, room)
        shown = self._cut.get(key)
        if shown is None:
            shown = self._cut[key] = self.metrics.elidedText(text, _ELIDE, room)
            if len(self._cut) > _KEPT_TEXTS:
                self._cut.popitem(last=False)
        return shown


Cell = Callable[[QPainter, QRect, Row, PaperTable], None]


class PaperLines:
    """The painter of one view; fonts and colours are looked up once a theme."""

    def __init__(self, view: QTableView) -> None:
        self._view = view
        self.hovered = -1
        self.terms: dict[str, tuple[str, ...]] = {}  # words of the search to mark, by the column they may stand in
        self._theme: theme.Theme | None = None
        self._ratio = 1.0
        self._set: tuple[Face, str] | None = None  # what the painter writes with
        self._cells: dict[str, Cell] = {
            "status": self._status,
            "title": self._title,
            "tags": self._tags,
            "priority": self._priority,
            "progress": self._progress,
            **{name: partial(self._date, field=name) for name in DATES},
        }

    def _prepare(self) -> None:
        now = theme.now()
        if self._theme is now:
            return
        self._theme = now
        self.normal = Face(theme.font())
        self.medium = Face(theme.font(weight=QFont.Weight.Medium))
        self.bold = Face(theme.font(weight=QFont.Weight.DemiBold))
        self.small = Face(theme.font(-1.0))
        self._chips: dict[str, int] = {}
        self._left, self._right = now.px(8), now.px(6)  # blank beside the words of a cell

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint every line that `area` of the viewport touches."""
        view, model = self._view, self._view.model()
        assert isinstance(model, PaperTable)
        self._prepare()
        self._ratio = painter.device().devicePixelRatioF()
        height = theme.now().row_height
        first = view.rowAt(area.top())
        if first < 0:
            return
        top = view.rowViewportPosition(first)
        count = min(len(model.ids) - first, (area.bottom() - top) // height + 1)
        self._grounds(painter, first, count, top)
        lines: list[tuple[int, Row, bool]] = []
        for n in range(count):
            row = model.row(first + n)
            if row is not None:
                lines.append((top + n * height, row, row.id in model.lingering))
        self._set = None
        header = view.horizontalHeader()
        for section, field in enumerate(model.columns):
            left, width = view.columnViewportPosition(section), view.columnWidth(section)
            if header.isSectionHidden(section) or left > area.right() or left + width <= area.left():
                continue
            cell = self._cells.get(field.name) or partial(self._plain, field=field.name)
            for at, row, dimmed in lines:
                if dimmed:
                    painter.setOpacity(0.45)
                cell(painter, QRect(left, at, width, height), row, model)
                if dimmed:
                    painter.setOpacity(1.0)

    def _grounds(self, painter: QPainter, first: int, count: int, top: int) -> None:
        """Paint what lies under the words: the colour of a chosen or touched line, and the line below each."""
        now, view = theme.now(), self._view
        height, model = now.row_height, view.model()
        chosen = view.selectionModel()
        header = view.horizontalHeader()
        left, width = header.sectionViewportPosition(header.logicalIndex(0)), header.length()
        if view.isRightToLeft():
            left = header.sectionViewportPosition(header.logicalIndex(header.count() - 1))
        for n in range(count):
            at, line = top + n * height, first + n
            if chosen.isSelected(model.index(line, 0)):
                painter.fillRect(left, at, width, height, now.colour("selected"))
            elif line == self.hovered:
                painter.fillRect(left, at, width, height, now.colour("hover"))
            painter.fillRect(left, at + height - 1, width, 1, now.colour("faint_line"))

    # -- words ---------------------------------------------------------------------------------------------------

    def _write(self, painter: QPainter, box: QRect, shown: str, face: Face, colour: str) -> None:
        """Write words that fit into a cell."""
        if not shown:
            return
        if self._set != (face, colour):
            self._set = (face, colour)
            painter.setFont(face.font)
            painter.setPen(theme.now().colour(colour))
        left = box.left() + self._left
        if shown.isascii() or not _RIGHT_TO_LEFT.search(shown):  # far quicker, for words that begin at the left
            painter.drawText(left, box.top() + (box.height() - face.height + 1) // 2 + face.ascent, shown)
        else:
            painter.drawText(QRect(left, box.top(), self._room(box), box.height()), _ONE_LINE, shown)

    def _room(self, box: QRect) -> int:
        return box.width() - self._left - self._right

    def _plain(self, painter: QPainter, box: QRect, row: Row, model: PaperTable, *, field: str) -> None:
        shown = self.normal.cut(model.text(row, field), self._room(box))
        if self.terms:
            self._mark(painter, box, shown, self.normal, field)
        self._write(painter, box, shown, self.normal, "amber" if field == "rating" else "second")

    def _date(self, painter: QPainter, box: QRect, row: Row, _model: PaperTable, *, field: str) -> None:
        """A narrow column shows the month, or the year: a date cut short says nothing. One form for a whole column."""
        room = self._room(box) + 1
        advance = self.normal.metrics.horizontalAdvance
        length = next((n for n, widest in ((10, WIDEST), (7, "Nov 2028")) if advance(widest) <= room), 4)
        shown = dates.shown((getattr(row, field) or "")[:length])
        self._write(painter, box, self.normal.cut(shown, self._room(box)), self.normal, "second")

    def _title(self, painter: QPainter, box: QRect, row: Row, model: PaperTable) -> None:
        now = theme.now()
        status = model.status(row.status)
        kind = status.kind if isinstance(status, Status) else statuses.TO_READ
        face = self.bold if kind in statuses.BOLD_KINDS else self.medium
        mark = now.px(22) if row.has_note else 0
        shown = face.cut(model.text(row, "title"), self._room(box) - mark)
        if self.terms:
            self._mark(painter, box, shown, face, "title")
        self._write(painter, box, shown, face, "second" if kind in statuses.DONE_KINDS else "text")
        if mark:
            size = now.px(14)
            left = box.left() + self._left + face.metrics.horizontalAdvance(shown) + now.px(7)
            picture = icons.pixmap("note", now.colour("second"), size, self._ratio)
            painter.drawPixmap(left, box.center().y() - size // 2 + 1, picture)

    def _mark(self, painter: QPainter, box: QRect, shown: str, face: Face, field: str) -> None:
        """Lay a colour under the words of the search that stand in what will be written."""
        terms = self.terms.get(field)
        if not terms or not shown:
            return
        from readinglist.ui.widgets.text.found_words import find  # not needed until something is searched

        left, at = float(box.left() + self._left), 0
        for start, length in find(shown, terms, _MOST_MARKS):
            end = start + length
            left += face.exact.horizontalAdvance(shown[at:start])  # piece by piece: one letter is found many times
            width = face.exact.horizontalAdvance(shown[start:end])
            spot = QRectF(left, box.center().y() - face.height // 2 + 1, width, face.height)
            painter.fillRect(spot, theme.now().colour("mark"))
            left, at = left + width, end

    # -- signs ---------------------------------------------------------------------------------------------------

    def _status(self, painter: QPainter, box: QRect, row: Row, model: PaperTable) -> None:
        status = model.status(row.status)
        if not isinstance(status, Status):
            return
        now = theme.now()
        size, colour = now.px(16), now.colour(status.colour)
        share = round(row.page / row.pages, 2) if row.page and row.pages else None

        def draw(onto: QPainter, _room: QRectF) -> None:
            glyphs.paint_status(onto, QRectF(1, 1 + lower, size, size), status.sign, colour, share)

        top = box.center().y() - size / 2 + 0.5
        lower = top % 1
        key = ("status", status.sign, colour.name(), share, lower)
        place = (box.left() + now.px(11) - 1, int(top - lower) - 1)
        pixmaps.put(painter, *place, (size + 2, size + 3), self._ratio, key, draw)

    def _priority(self, painter: QPainter, box: QRect, row: Row, _model: PaperTable) -> None:
        if not row.priority:
            return
        now = theme.now()
        size = now.px(13)
        top = box.center().y() - size / 2 + 1
        lower = top % 1

        def draw(onto: QPainter, _room: QRectF) -> None:
            glyphs.paint_priority(onto, QRectF(0, lower, size, size), row.priority)

        key = ("priority", row.priority, now.dark, lower)
        left = box.right() - now.px(12) - size
        pixmaps.put(painter, left, int(top - lower), (size, size + 1), self._ratio, key, draw)

    def _tags(self, painter: QPainter, box: QRect, row: Row, _model: PaperTable) -> None:
        now = theme.now()
        left, right = box.left() + now.px(6), box.right() - now.px(2)
        height = min(now.px(22), box.height() - 4)
        for place, tag in enumerate(row.tags):
            width = self._chip_width(tag.name)
            rest = len(row.tags) - place - 1
            if left + width > right:
                if right - left - (now.px(22) if rest else 0) < now.px(48):
                    self._more(painter, box, left, len(row.tags) - place)
                    return
                width = right - left - (now.px(22) if rest else 0)
            colour = now.colour(tag.colour)
            draw = partial(glyphs.paint_chip, name=tag.name, colour=colour, font=self.small.font)
            key = ("chip", tag.name, colour.name(), now.dark, now.scale)
            top = box.center().y() - height // 2 + 1
            pixmaps.put(painter, left, top, (width, height), self._ratio, key, draw)
            left += width + now.px(5)

    def _chip_width(self, name: str) -> int:
        width = self._chips.get(name)
        if width is None:
            width = self._chips[name] = math.ceil(glyphs.chip_width(name, self.small.font))
        return width

    def _more(self, painter: QPainter, box: QRect, left: int, count: int) -> None:
        room = QRect(left - self._left, box.top(), box.right() - left + self._left, box.height())
        if box.right() - left > theme.now().px(14):
            self._write(painter, room, f"+{count}", self.small, "second")

    def _progress(self, painter: QPainter, box: QRect, row: Row, _model: PaperTable) -> None:
        if not row.pages:
            return
        now = theme.now()
        width, height = box.width() - now.px(20), now.px(4)
        done = round(width * min(1.0, (row.page or 0) / row.pages))

        def draw(onto: QPainter, room: QRectF) -> None:
            onto.setRenderHint(QPainter.RenderHint.Antialiasing)
            onto.setPen(Qt.PenStyle.NoPen)
            onto.setBrush(now.colour("track"))
            onto.drawRoundedRect(room, 2, 2)
            room.setWidth(done)
            onto.setBrush(now.colour("blue"))
            onto.drawRoundedRect(room, 2, 2)

        place = (box.left() + now.px(8), box.center().y() - now.px(2))
        pixmaps.put(painter, *place, (width, height), self._ratio, ("progress", done, now.dark), draw)
