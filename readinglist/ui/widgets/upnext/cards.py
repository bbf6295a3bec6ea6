"""A paper as Up next speaks of it, and text in a few lines, the last one cut short."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from readinglist.ui.look import theme
from readinglist.ui.widgets.plain import elided


@dataclass(frozen=True, slots=True)
class Card:
    """A paper to read. `who` is authors and year in a line, `time` such as "40 min", "" where unknown.

    `kind`, `colour` and `progress` are those of its status glyph. `page` and `pages` say how far it is read.
    """

    paper: int
    title: str
    who: str
    reasons: tuple[str, ...] = ()
    time: str = ""
    kind: str = "to_read"
    colour: str = "amber"
    progress: float | None = None
    page: int | None = None
    pages: int | None = None


class Lines(QWidget):
    """Text in at most `most` lines, the last one cut short with an ellipsis; QLabel cuts in the middle of nowhere.

    It has the height of all of them, or where it is `sparing` of those it needs.
    """

    def __init__(
        self,
        most: int,
        parent: QWidget,
        *,
        bold: bool = False,
        colour: str = "text",
        points: float = 0,
        sparing: bool = False,
    ) -> None:
        super().__init__(parent)
        self.most, self.bold, self.colour, self.points = most, bold, colour, points
        self.sparing = sparing
        self.text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Show this."""
        self.text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        font = theme.font(self.points, bold=self.bold)
        lines = sum(1 for _line in self._lines(font)) if self.sparing else self.most
        return QSize(80, QFontMetrics(font).lineSpacing() * max(1, lines))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.sparing and self.height() != self.sizeHint().height():
            self.updateGeometry()

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        font = theme.font(self.points, bold=self.bold)
        painter.setFont(font)
        painter.setPen(theme.now().colour(self.colour))
        metrics = QFontMetrics(font)
        y = 0
        for number, (start, end) in enumerate(self._lines(font), 1):
            text = self.text[start:end].rstrip()
            if number == self.most and end < len(self.text):
                text = elided(metrics, self.text[start:], self.width())
            painter.drawText(0, y + metrics.ascent(), text)
            y += metrics.lineSpacing()
        painter.end()

    def _lines(self, font: QFont) -> Iterator[tuple[int, int]]:
        """Yield where each line at the present width begins and ends, at most `most` of them."""
        layout = QTextLayout(self.text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        for _number in range(self.most):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self.width())
            yield line.textStart(), line.textStart() + line.textLength()
        layout.endLayout()
