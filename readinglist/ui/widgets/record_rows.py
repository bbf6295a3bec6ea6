"""How a record of an import is painted: its title, the authors below it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from readinglist.ui.look import theme
from readinglist.ui.widgets.plain import elided

_TITLE = 1
_AUTHORS = 2
Index = QModelIndex | QPersistentModelIndex


class RecordRows(QStyledItemDelegate):
    """Paints the title with the authors; all else as Qt does, in two lines where it is long."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        if index.column() != _TITLE:
            super().paint(painter, option, index)
            return
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        title, whole.text = whole.text, ""
        style = whole.widget.style() if isinstance(whole.widget, QWidget) else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, whole.widget)
        authors = str(index.sibling(index.row(), _AUTHORS).data() or "")
        now = theme.now()
        room = whole.rect.adjusted(now.px(6), now.px(4), -now.px(6), -now.px(4))
        above = QRect(room.left(), room.top(), room.width(), room.height() // 2) if authors else room
        painter.save()
        lines = [(above, title, theme.font(bold=True), "text")]
        if authors:
            below = QRect(room.left(), above.bottom() + 1, room.width(), room.height() - above.height())
            lines.append((below, authors, theme.font(-1), "second"))
        for place, text, font, colour in lines:
            painter.setFont(font)
            painter.setPen(now.colour(colour))
            shown = elided(QFontMetrics(font), text, place.width())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return how wide a cell would like to be; the rows are all as high."""
        return super().sizeHint(option, index) + QSize(theme.now().px(8), 0)
