"""The heads of the table's columns: a click sorts; leaves the order itself to the browser."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from readinglist.core.fields import COLUMN_BY_NAME, Sort, SortKey
from readinglist.i18n import _
from readinglist.ui.look import theme
from readinglist.ui.models.paper_table import PaperTable
from readinglist.ui.widgets.plain import elided

_LEAST_LETTERS = 4  # of a label that was cut, and its ellipsis


class Header(QHeaderView):
    """The column heads: a click sorts, again reverses, with Shift it adds a second key."""

    sort_asked = Signal(str, bool)
    menu_asked = Signal(QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.sort: Sort = ()
        self.ranked = False
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumSectionSize(8)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda spot: self.menu_asked.emit(self.mapToGlobal(spot)))
        self.sectionClicked.connect(self._clicked)
        self._added = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._added = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mousePressEvent(event)

    def show_sort(self, sort: Sort, *, ranked: bool = False) -> None:
        """Show by which columns the list is ordered, or that it is `ranked`: the best hits of a search come first."""
        if (sort, ranked) != (self.sort, self.ranked):
            self.sort, self.ranked = sort, ranked
            self.viewport().update()

    def in_order(self) -> None:
        """Undo what was moved by hand, without a word: the columns of another view stand as its model has them."""
        self.blockSignals(True)
        for section in range(self.count()):
            self.moveSection(self.visualIndex(section), section)
        self.blockSignals(False)

    def _clicked(self, section: int) -> None:
        model = self.model()
        if isinstance(model, PaperTable):
            self.sort_asked.emit(model.columns[section].name, self._added)

    def needed(self, section: int) -> int:
        """Return the width in pixels that the words of a head need, with the arrow of an order."""
        label = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        px = theme.now().px
        return QFontMetrics(theme.font(-0.5)).horizontalAdvance(label) + px(14 + 18) if label else px(32)

    def words(self, section: int) -> str:
        """Return what the head of a column says."""
        model = self.model()
        label = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        title = isinstance(model, PaperTable) and model.columns[section].name == "title"
        return _("{title} (best hits first)").format(title=label) if self.ranked and title else label

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        model = self.model()
        if not isinstance(model, PaperTable) or logicalIndex >= len(model.columns):
            return
        now = theme.now()
        painter.save()
        painter.fillRect(rect, now.colour("window"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), now.colour("line"))
        field = model.columns[logicalIndex].name
        place = next((n for n, key in enumerate(self.sort) if key.field == field), None)
        painter.setFont(theme.font(-0.5))
        painter.setPen(now.colour("text" if place is not None else "second"))
        label = self.words(logicalIndex)
        arrow = now.px(18) if place is not None else 0
        room = rect.adjusted(now.px(8), 0, -now.px(4) - arrow, 0)
        metrics = painter.fontMetrics()
        shown = elided(metrics, label, room.width())
        if len(shown) < _LEAST_LETTERS and shown != label:
            shown = ""  # the tooltip has it
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        if place is not None:
            self._arrow(painter, rect, self.sort[place].falling, place)
        painter.restore()

    def _arrow(self, painter: QPainter, rect: QRect, falling: bool, place: int) -> None:
        now = theme.now()
        size = now.px(4)
        x, y = rect.right() - now.px(12), rect.center().y() + 1
        tip = size // 2 + 1 if falling else -(size // 2) - 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.colour("second" if place else "text"))
        painter.drawPolygon([QPoint(x - size, y - tip), QPoint(x + size, y - tip), QPoint(x, y + tip)])


def next_sort(sort: Sort, field: str, *, added: bool) -> Sort:
    """Return the order after a click on the head of `field`; `added` keeps the other key as the first."""
    falls = COLUMN_BY_NAME[field].falls
    first = sort[0] if sort else None
    if added and first and first.field != field:
        second = next((key for key in sort[1:] if key.field == field), None)
        return (first, SortKey(field, not second.falling if second else falls))
    if first and first.field == field:
        return (SortKey(field, not first.falling), *sort[1:])
    return (SortKey(field, falls),)
