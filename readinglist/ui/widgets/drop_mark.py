"""What lies over the window while files or text are dragged across it: what letting go will do."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from readinglist.i18n import _, plural
from readinglist.ui.look import icons, theme


class DropMark(QWidget):
    """A frame at the edges, and in the middle what a drop does. The mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dropMark")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.head = _("Drop to add papers")
        self.words = ""
        self.hide()

    def show_for(self, data: QMimeData, room: QWidget) -> None:
        """Lie over `room`, a part of the parent, while this is dragged."""
        files = sum(url.isLocalFile() for url in data.urls())
        given = plural("from {n} file", "from {n} files", files) if files else _("from what it says")
        self.words = given + " · " + _("you see them before they are saved")
        self.setAccessibleName(f"{self.head}, {self.words}")
        self.setGeometry(QRect(room.mapTo(self.window(), QPoint()), room.size()))
        self.show()
        self.raise_()

    def paintEvent(self, event: object) -> None:
        now = theme.now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(now.colour("window"))
        veil.setAlphaF(0.72)
        painter.fillRect(self.rect(), veil)
        inset = now.px(9)
        painter.setPen(QPen(now.colour("accent"), max(2, now.px(2))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), now.px(10), now.px(10))
        self._say(painter)
        painter.end()

    def _say(self, painter: QPainter) -> None:
        """Write what a drop does, on a ground of its own in the middle."""
        now, large, normal = theme.now(), theme.font(3.0, bold=True), theme.font()
        sign, side, gap = now.px(26), now.px(26), now.px(8)
        painter.setFont(large)
        head = painter.fontMetrics()
        painter.setFont(normal)
        lines = painter.fontMetrics()
        wide = max(head.horizontalAdvance(self.head), lines.horizontalAdvance(self.words)) + 2 * side
        wide = min(wide, self.width() - now.px(40))
        high = sign + head.height() + lines.height() + 2 * gap + 2 * now.px(18)
        box = QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)
        painter.setPen(QPen(now.colour("line"), 1))
        painter.setBrush(now.colour("popup"))
        painter.drawRoundedRect(box, now.px(10), now.px(10))
        picture = icons.pixmap("import", now.colour("accent"), sign, self.devicePixelRatioF())
        top = box.top() + now.px(18)
        painter.drawPixmap(round(box.center().x() - sign / 2), round(top), picture)
        top += sign + gap
        centred = int(Qt.AlignmentFlag.AlignCenter)
        for font, metrics, colour, words in (
            (large, head, "text", self.head),
            (normal, lines, "second", self.words),
        ):
            painter.setFont(font)
            painter.setPen(now.colour(colour))
            room = QRectF(box.left() + gap, top, box.width() - 2 * gap, metrics.height())
            painter.drawText(room, centred, metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width())))
            top += metrics.height() + gap
