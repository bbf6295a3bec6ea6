"""A few keys with what they do, in lines that are centred: each key in a frame, its words beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from readinglist.i18n import _
from readinglist.ui.look import theme

_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_LINE, _PAD, _GAP, _BETWEEN = 28, 7, 7, 22  # pixels at normal text size


class KeyHints(QWidget):
    """The keys; nothing while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys: list[tuple[str, str]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show these keys, each with its words."""
        self.keys = list(keys)
        self.setAccessibleName(_("Keys worth knowing: {keys}").format(keys="; ".join(f"{k} {w}" for k, w in keys)))
        self.updateGeometry()
        self.update()

    def _widths(self) -> list[tuple[int, int]]:
        """Return how wide each key's frame is, and how wide it is with its words."""
        px, metrics = theme.now().px, QFontMetrics(theme.font(-0.5))
        made = []
        for key, words in self.keys:
            cap = metrics.horizontalAdvance(key) + 2 * px(_PAD)
            made.append((cap, cap + px(_GAP) + metrics.horizontalAdvance(words)))
        return made

    def _lines(self, width: int) -> list[list[int]]:
        """Return which keys stand in which line."""
        lines: list[list[int]] = []
        left = 0
        for place, (_cap, whole) in enumerate(self._widths()):
            if not lines or left + whole > width:
                lines.append([])
                left = 0
            lines[-1].append(place)
            left += whole + theme.now().px(_BETWEEN)
        return lines

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * theme.now().px(_LINE)

    def sizeHint(self) -> QSize:
        return QSize(theme.now().px(420), self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(max((whole for _cap, whole in self._widths()), default=0), theme.now().px(_LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        now, widths = theme.now(), self._widths()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(-0.5))
        for line, places in enumerate(self._lines(self.width())):
            whole = sum(widths[place][1] for place in places) + now.px(_BETWEEN) * (len(places) - 1)
            left, top = (self.width() - whole) / 2, line * now.px(_LINE) + now.px(3)
            for place in places:
                cap, with_words = widths[place]
                frame = QRectF(left + 0.5, top + 0.5, cap - 1, now.px(_LINE - 6) - 1)
                painter.setPen(QPen(now.colour("edge"), 1))
                painter.setBrush(now.colour("chip"))
                painter.drawRoundedRect(frame, now.px(5), now.px(5))
                painter.setPen(now.colour("text"))
                painter.drawText(frame, _CENTRE, self.keys[place][0])
                painter.setPen(now.colour("second"))
                room = frame.translated(cap + now.px(_GAP), 0)
                room.setWidth(with_words)
                painter.drawText(room, _LEFT, self.keys[place][1])
                left += with_words + now.px(_BETWEEN)
        painter.end()
