"""Papers that are dragged: what is under the mouse meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QDrag, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from readinglist.i18n import plural
from readinglist.ui.look import theme
from readinglist.ui.models.paper_table import papers_mime
from readinglist.ui.widgets.plain import elided


def drag_papers(source: QWidget, papers: Sequence[int], title: str, actions: Qt.DropAction) -> None:
    """Drag papers out of a list until they are let go; `title` is that of the one that was taken hold of."""
    drag = QDrag(source)
    drag.setMimeData(papers_mime(papers))
    words = title if len(papers) == 1 else plural("{n} paper", "{n} papers", len(papers))
    drag.setPixmap(picture(words, source.devicePixelRatioF()))
    drag.setHotSpot(QPoint(theme.now().px(16), theme.now().px(15)))
    drag.exec(actions)


def picture(words: str, ratio: float) -> QPixmap:
    """Return a small label with `words`, cut where they are long, for a screen of that pixel ratio."""
    now = theme.now()
    font = theme.font()
    metrics = QFontMetrics(font)
    shown = elided(metrics, words, now.px(280))
    wide, high = metrics.horizontalAdvance(shown) + now.px(28), max(now.px(30), metrics.height() + now.px(12))
    made = QPixmap(round(wide * ratio), round(high * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(now.colour("accent"), 1.5))
    painter.setBrush(now.colour("selected"))
    box = QRectF(0, 0, wide, high)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), now.px(7), now.px(7))
    painter.setFont(font)
    painter.setPen(now.colour("text"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), shown)
    painter.end()
    return made
