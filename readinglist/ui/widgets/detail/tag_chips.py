"""One tag as a chip that can be taken off, and the words under which one or several papers carry it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from readinglist.i18n import _
from readinglist.ui.look import theme
from readinglist.ui.widgets.plain import cut, elided, tip


class Chip(QAbstractButton):
    """A tag. `having` of `total` papers carry it: all of them (a solid chip) or a part (an outline with the count).

    Emits `taken_off` for the ×, Delete and Backspace; `wanted_on_all` when a chip of a part is pressed; `moved(±1)`
    for the arrow keys.
    """

    taken_off = Signal(str)
    wanted_on_all = Signal(str)
    moved = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.having, self.total = "", 1, 1
        self._colour: str | None = None
        self._over_cross = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleDescription(_("Delete takes it off"))
        self.clicked.connect(self._pressed)

    def show_tag(self, name: str, colour: str | None, having: int = 1, total: int = 1) -> None:
        """Be the chip of this tag: chips are used again from paper to paper."""
        self.name, self._colour, self.having, self.total = name, colour, having, total
        words = _("Tag {name}").format(name=cut(name))
        if self.partial:
            words = _("Tag {name}, on {having} of {total} papers. Press to put it on all.").format(
                name=cut(name), having=f"{having:,}", total=f"{total:,}"
            )
        self.setAccessibleName(words)
        tip(self, words if self.partial else cut(name))
        self.update()

    @property
    def partial(self) -> bool:
        """True when not all of the papers carry the tag."""
        return self.having < self.total

    def words(self) -> str:
        """Return what the chip shows."""
        name = cut(self.name, 120)
        return f"{name}  {self.having:,}/{self.total:,}" if self.partial else name

    def sizeHint(self) -> QSize:
        """Room for the dot, the name and the ×."""
        px = theme.now().px
        wide = QFontMetrics(theme.font(-0.5)).horizontalAdvance(self.words()) + px(21 + 18)
        return QSize(wide, max(px(21), QFontMetrics(theme.font(-0.5)).height() + px(4)))

    def cross(self) -> QRectF:
        """Return where the × is."""
        px = theme.now().px
        return QRectF(self.width() - px(19), 0, px(19), self.height())

    def paintEvent(self, event: object) -> None:
        """Paint ground, dot and name; the × under the mouse and with the focus."""
        now = theme.now()
        px = now.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = box.height() / 2
        painter.setPen(QPen(now.colour("line"), 1) if self.partial else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if self.partial else now.colour("chip"))
        if self.hasFocus():
            painter.setPen(QPen(now.colour("accent"), 1.4))
        painter.drawRoundedRect(box, radius, radius)
        dot = px(8) / 2
        painter.setPen(QPen(now.colour(self._colour), 1.3) if self.partial else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if self.partial else now.colour(self._colour))
        painter.drawEllipse(QPointF(px(13), self.height() / 2), dot, dot)
        font = theme.font(-0.5)
        room = self.width() - px(21 + 16)
        text = elided(QFontMetrics(font), self.words(), room)
        painter.setFont(font)
        painter.setPen(now.colour("second" if self.partial else "chip_text"))
        where = QRectF(px(21), 0, room + 2, self.height())
        painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        if self.underMouse() or self.hasFocus():
            self._paint_cross(painter)
        painter.end()

    def _paint_cross(self, painter: QPainter) -> None:
        now = theme.now()
        centre, arm = QPointF(self.width() - now.px(11), self.height() / 2), now.px(3)
        painter.setPen(QPen(now.colour("alarm" if self._over_cross else "second"), 1.3))
        painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm))
        painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Redden the × under the mouse."""
        over = self.cross().contains(event.position())
        if over != self._over_cross:
            self._over_cross = over
            self.update()
        super().mouseMoveEvent(event)

    def event(self, event: QEvent) -> bool:
        """Show and hide the × as the mouse comes and goes."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self._over_cross = False
            self.update()
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The × takes the tag off; the rest is a press of the chip."""
        if event.button() == Qt.MouseButton.LeftButton and self.cross().contains(event.position()) and self.isDown():
            self.setDown(False)
            self.taken_off.emit(self.name)
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace take the tag off; arrows go to the neighbours."""
        key = event.key()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.taken_off.emit(self.name)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.moved.emit(-1)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.moved.emit(1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pressed()
        else:
            super().keyPressEvent(event)

    def _pressed(self) -> None:
        if self.partial:
            self.wanted_on_all.emit(self.name)
