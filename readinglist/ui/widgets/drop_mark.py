"""What lies over the window while files or text are dragged across it: what letting go will do."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from readinglist.i18n import _, plural
from readinglist.ui.look import icons, theme
from readinglist.ui.widgets.plain import elided


class DropMark(QWidget):
    """A frame at the edges, words at the foot, and a ring around the paper that files would be attached to.

    The mouse goes through it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dropMark")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.head = self.words = ""
        self._given = ""
        self._attachable = False
        self._row = QRect()
        self.hide()

    def show_for(self, data: QMimeData, room: QWidget, *, attachable: bool) -> None:
        """Lie over `room`, a part of the window, while this is dragged; `attachable`: papers take it as their files."""
        files = sum(url.isLocalFile() for url in data.urls())
        self._given = plural("from {n} file", "from {n} files", files) if files else _("from what it says")
        self._attachable = attachable
        self.setGeometry(QRect(room.mapTo(self.window(), QPoint()), room.size()))
        self.over("", QRect())
        self.show()
        self.raise_()

    def over(self, title: str, row: QRect) -> None:
        """Say what a drop does over the row of a paper, which is on screen at `row`; "" is anywhere else."""
        if not self._attachable:
            title, row = "", QRect()
        self._row = QRect(self.mapFromGlobal(row.topLeft()), row.size()) if title else QRect()
        if title:
            self.head = _("Drop to attach to “{title}”").format(title=title)
            self.words = _("beside the rows it adds new papers")
        else:
            self.head = _("Drop to add papers")
            rest = _("on a paper it attaches to it") if self._attachable else _("you see them before they are saved")
            self.words = f"{self._given} · {rest}"
        self.setAccessibleName(f"{self.head}, {self.words}")
        self.update()

    def paintEvent(self, event: object) -> None:
        now = theme.now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(now.colour("accent"), max(2, now.px(2))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = now.px(3)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), now.px(8), now.px(8))
        if not self._row.isEmpty():
            tint = QColor(now.colour("accent"))
            tint.setAlphaF(0.12)
            painter.setBrush(tint)
            painter.drawRoundedRect(QRectF(self._row).adjusted(2, 1, -2, -2), now.px(6), now.px(6))
        self._say(painter)
        painter.end()

    def _say(self, painter: QPainter) -> None:
        """Write what a drop does, on a ground of its own over the foot."""
        now, large, normal = theme.now(), theme.font(1.5, bold=True), theme.font()
        sign, side, gap = now.px(24), now.px(18), now.px(14)
        painter.setFont(large)
        head = painter.fontMetrics()
        painter.setFont(normal)
        lines = painter.fontMetrics()
        words = max(head.horizontalAdvance(self.head), lines.horizontalAdvance(self.words)) + 2
        wide = min(words + sign + gap + 2 * side, self.width() - now.px(40))
        high = head.height() + lines.height() + now.px(28)
        box = QRectF((self.width() - wide) / 2, self.height() - high - now.px(52), wide, high)
        painter.setPen(QPen(now.colour("edge"), 1))
        painter.setBrush(now.colour("popup"))
        painter.drawRoundedRect(box, now.px(10), now.px(10))
        picture = icons.pixmap("import", now.colour("accent"), sign, self.devicePixelRatioF())
        painter.drawPixmap(round(box.left() + side), round(box.center().y() - sign / 2), picture)
        left, top = box.left() + side + sign + gap, box.top() + now.px(13)
        for font, metrics, colour, said in (
            (large, head, "text", self.head),
            (normal, lines, "second", self.words),
        ):
            painter.setFont(font)
            painter.setPen(now.colour(colour))
            room = QRectF(left, top, box.right() - side - left + 1, metrics.height())
            shown = elided(metrics, said, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
            top += metrics.height() + now.px(2)
