"""Paints the lines of the table, all those on screen at once, a column at a time; leaves what they say to the model.

By way of Qt's view every cell is asked for one by one, which takes longer than to paint them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QTableView

from readinglist.core import dates
from readinglist.core import status as statuses
from readinglist.core.row import Row
from readinglist.core.status import Status
from readinglist.i18n import _
from readinglist.ui.look import icons, theme
from readinglist.ui.models.paper_table import PaperTable
from readinglist.ui.widgets.papers import signs, words
from readinglist.ui.widgets.papers.words import Face

DATES = frozenset({"date", "due", "added", "started", "finished"})
WIDEST = "May 28, 2028"
_PARTED = 10  # pixels between the end of a title and what stands behind it
_LEAST_BELOW = 64  # pixels below which there is no room for an author
_ELLIPSIS = "…"
FOCUS = 3  # pixels that the bar of the current line is wide

Cell = Callable[[QPainter, QRect, Row, PaperTable], None]


class PaperLines:
    """The painter of one view; fonts and colours are looked up once a theme."""

    def __init__(self, view: QTableView) -> None:
        self._view = view
        self.hovered = -1
        self.dates_below = False  # no column has room for them: the year stands before the authors below a title
        self.terms: dict[str, tuple[str, ...]] = {}  # words of the search to mark, by the column they may stand in
        self._theme: theme.Theme | None = None
        self._ratio = 1.0
        self._writer = words.Writer()
        self._cells: dict[str, Cell] = {
            "status": lambda painter, box, row, model: signs.status(
                painter, box, row, model.status(row.status), self._ratio
            ),
            "title": self._title,
            "tags": self._tags,
            "priority": lambda painter, box, row, _model: signs.priority(painter, box, row, self._ratio),
            "progress": lambda painter, box, row, _model: signs.progress(painter, box, row, self._ratio),
            **{name: partial(self._date, field=name) for name in DATES},
        }

    def prepare(self) -> None:
        """Look fonts up anew where the theme is another one."""
        now = theme.now()
        if self._theme is now:
            return
        self._theme = now
        self.normal = Face(theme.font())
        self.medium = Face(theme.font(weight=QFont.Weight.Medium))
        self.bold = Face(theme.font(weight=QFont.Weight.DemiBold))
        self.small = Face(theme.font(-1.0))
        self._chips = signs.Chips(self.small.font)
        self._left, self._right = now.px(8), now.px(6)  # blank beside the words of a cell
        self._slim = now.px(signs.SLIM) + 1

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint every line that `area` of the viewport touches."""
        view, model = self._view, self._view.model()
        assert isinstance(model, PaperTable)
        self.prepare()
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
        self._writer.begin()
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
        """Paint what lies under the words: the colour of a chosen or touched line, and the line below each.

        A bar at the side says which line the next key is for.
        """
        now, view = theme.now(), self._view
        height, model, width = now.row_height, view.model(), view.viewport().width()
        chosen = view.selectionModel()
        current = view.currentIndex().row() if view.hasFocus() else -1
        for n in range(count):
            at, line = top + n * height, first + n
            if chosen.isSelected(model.index(line, 0)):
                painter.fillRect(0, at, width, height, now.colour("selected"))
            elif line == self.hovered:
                painter.fillRect(0, at, width, height, now.colour("hover"))
            painter.fillRect(0, at + height - 1, width, 1, now.colour("faint_line"))
            if line == current:
                bar = now.px(FOCUS)
                painter.fillRect(width - bar if view.isRightToLeft() else 0, at, bar, height - 1, now.colour("accent"))

    # -- words ---------------------------------------------------------------------------------------------------

    def _room(self, box: QRect) -> QRect:
        """Return where the words of a cell stand."""
        if box.width() <= self._slim:
            return QRect(box.left() + 3, box.top(), box.width() - 3, box.height())
        return QRect(box.left() + self._left, box.top(), box.width() - self._left - self._right, box.height())

    def _plain(self, painter: QPainter, box: QRect, row: Row, model: PaperTable, *, field: str) -> None:
        room = self._room(box)
        shown = self.normal.cut(model.text(row, field), room.width())
        if self.terms:
            words.mark(painter, room, shown, self.normal, self.terms.get(field, ()))
        self._writer.write(painter, room, shown, self.normal, "amber" if field == "rating" else "second")

    def _date(self, painter: QPainter, box: QRect, row: Row, _model: PaperTable, *, field: str) -> None:
        """A narrow column shows the month, or the year: a date cut short says nothing. One form for a whole column."""
        room = self._room(box)
        advance = self.normal.metrics.horizontalAdvance
        fitting = (n for n, widest in ((10, WIDEST), (7, "May 2028")) if advance(widest) <= room.width() + 1)
        shown = dates.shown((getattr(row, field) or "")[: next(fitting, 4)])
        self._writer.write(painter, room, self.normal.cut(shown, room.width()), self.normal, "second")

    def _title(self, painter: QPainter, box: QRect, row: Row, model: PaperTable) -> None:
        now = theme.now()
        face, colour = self._title_look(row, model)
        room, whole = self._room(box), model.text(row, "title")
        if row.news:
            self._news(painter, room, row)
        note = now.px(22) if row.has_note else 0
        two = now.wrapped_titles or now.title_over_authors
        shown, second = face.two(whole, room.width(), note) if two else (face.cut(whole, room.width() - note), "")
        if second or now.title_over_authors:
            self._upper(room, face.height)
        self._title_line(painter, room, shown, face, colour, whole)
        lower = room.translated(0, face.height)
        if second:
            room, shown = lower, second
            self._title_line(painter, room, shown, face, colour, whole)
        if note:
            self._note(painter, room, shown, face, whole)
        if now.title_over_authors:
            used = face.metrics.horizontalAdvance(second) + note + now.px(_PARTED) if second else 0
            self._below(painter, self._rest(lower, used, face, whole), row, model)

    def _news(self, painter: QPainter, room: QRect, row: Row) -> None:
        """Write what became of a paper at the end of its title's room, in as many words as half of it holds."""
        advance, half = self.normal.metrics.horizontalAdvance, room.width() // 2
        shown = next((said for said in row.news if advance(said) <= half), self.normal.cut(row.news[-1], half))
        width = advance(shown)
        place = QRect(room.right() + 1 - width, room.top(), width, room.height())
        self._writer.write(painter, place, shown, self.normal, "amber")
        room.setRight(place.left() - theme.now().px(10))

    @staticmethod
    def _upper(room: QRect, height: int) -> None:
        """Make `room` that of the upper one of two lines of a height, which stand in the middle together."""
        room.setTop(room.top() + (room.height() - 2 * height) // 2)
        room.setHeight(height)

    def _rest(self, line: QRect, used: int, face: Face, whole: str) -> QRect:
        """Return what is left of a line for small words, of which a title has `used` some pixels: on one baseline."""
        rest = QRect(line.left(), line.top() + face.ascent - self.small.ascent, line.width(), self.small.height)
        if words.from_the_right(whole):
            rest.setRight(rest.right() - used)
        else:
            rest.setLeft(rest.left() + used)
        return rest

    def _title_look(self, row: Row, model: PaperTable) -> tuple[Face, str]:
        status = model.status(row.status)
        kind = status.kind if isinstance(status, Status) else statuses.TO_READ
        face = self.bold if kind in statuses.BOLD_KINDS else self.medium
        return face, "second" if kind in statuses.DONE_KINDS else "text"

    def _title_line(self, painter: QPainter, room: QRect, shown: str, face: Face, colour: str, whole: str) -> None:
        if self.terms:
            words.mark(painter, room, shown, face, self.terms.get("title", ()), whole)
        self._writer.write(painter, room, shown, face, colour, whole)

    def _below(self, painter: QPainter, room: QRect, row: Row, model: PaperTable) -> None:
        """Write below a title, where it leaves room, who wrote the paper, how far it is read, when it is due."""
        if room.width() < theme.now().px(_LEAST_BELOW):
            return
        shown = self.small.cut(self._second(row, model), room.width())
        if self.terms:
            words.mark(painter, room, shown, self.small, self.terms.get("authors", ()))
        self._writer.write(painter, room, shown, self.small, "second")

    def _second(self, row: Row, model: PaperTable) -> str:
        parts = [(row.date or "")[:4] if self.dates_below else "", model.text(row, "authors")]
        status = model.status(row.status)
        kind = status.kind if isinstance(status, Status) else statuses.TO_READ
        if row.page and row.pages and kind in (statuses.READING, statuses.PAUSED):
            parts.append(_("page {page} of {pages}").format(page=row.page, pages=row.pages))
        if row.due and kind not in statuses.DONE_KINDS:
            parts.append(dates.due_words(row.due))
        return " · ".join(part for part in parts if part)

    def _note(self, painter: QPainter, room: QRect, shown: str, face: Face, whole: str) -> None:
        """Paint the sign of a note behind a title."""
        now = theme.now()
        size, beside = now.px(14), face.metrics.horizontalAdvance(shown) + now.px(7)
        left = room.right() + 1 - beside - size if words.from_the_right(whole) else room.left() + beside
        picture = icons.pixmap("note", now.colour("second"), size, self._ratio)
        painter.drawPixmap(left, room.center().y() - size // 2 + 1, picture)

    def _tags(self, painter: QPainter, box: QRect, row: Row, _model: PaperTable) -> None:
        if not row.tags:
            return
        left_out, left = self._chips.paint(painter, box, row.tags, self._ratio)
        if left_out and box.right() - left > theme.now().px(14):
            room = QRect(left, box.top(), box.right() - left, box.height())
            self._writer.write(painter, room, f"+{left_out}", self.small, "second")

    # -- what cells need -----------------------------------------------------------------------------------------

    def needed(self, row: Row, field: str, model: PaperTable) -> int:
        """Return the width in pixels of a cell that shows all it has to say; 0 for one that has nothing to say."""
        self.prepare()
        if field == "tags":
            return self._chips.needed(row.tags)
        text = model.text(row, field)
        if not text:
            return 0
        around = self._left + self._right + 1
        if field in DATES:
            return self.normal.metrics.horizontalAdvance(WIDEST) + around
        if field != "title":
            return self.normal.metrics.horizontalAdvance(text) + around
        face, _colour = self._title_look(row, model)
        width = face.metrics.horizontalAdvance(text) + (theme.now().px(22) if row.has_note else 0)
        if theme.now().wrapped_titles:
            width = width * 11 // 20  # a line more, parted where a word ends
        if theme.now().title_over_authors:
            width = max(width, self.small.metrics.horizontalAdvance(self._second(row, model)))
        return width + around

    def needed_first_tag(self, row: Row) -> int:
        """Return the width in pixels of a cell that names the first tag of a paper and counts the others."""
        self.prepare()
        return self._chips.needed_first(row.tags)

    def cut_title(self, row: Row, width: int, model: PaperTable) -> bool:
        """Return whether a title's cell of that width in pixels does not show all of the title."""
        self.prepare()
        now, whole = theme.now(), model.text(row, "title")
        face, _colour = self._title_look(row, model)
        room, note = width - self._left - self._right, now.px(22) if row.has_note else 0
        two = now.wrapped_titles or now.title_over_authors
        shown = face.two(whole, room, note)[1] if two else face.cut(whole, room - note)
        return shown.endswith(_ELLIPSIS) and not whole.endswith(_ELLIPSIS)

    def left_out(self, row: Row, field: str, width: int, model: PaperTable) -> str:
        """Return the words of a cell of that width in pixels where some of them are not to be seen; "" else."""
        now, whole = theme.now(), model.text(row, field)
        if field != "title" or not (now.wrapped_titles or now.title_over_authors):
            return whole if self.needed(row, field, model) > width else ""
        cut, below = self.cut_title(row, width, model), ""
        if now.title_over_authors:
            face, _colour = self._title_look(row, model)
            room, note = width - self._left - self._right, now.px(22) if row.has_note else 0
            below, second = self._second(row, model), face.two(whole, room, note)[1]
            used = face.metrics.horizontalAdvance(second) + note + now.px(_PARTED) if second else 0
            cut = cut or self.small.metrics.horizontalAdvance(below) > room - used
        return "\n".join(filter(None, (whole, below))) if cut else ""
