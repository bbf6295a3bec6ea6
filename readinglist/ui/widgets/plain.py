"""Small parts that show text as it is, never as HTML: labels, flat buttons, tooltips."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from readinglist.core.text import beginning, one_line
from readinglist.ui.look import theme

# Longer single-line texts are cut before Qt measures them: shaping 300,000 characters takes seconds.
_LONGEST = 500


def cut(text: str, longest: int = _LONGEST) -> str:
    """Return `text` in one line and at most `longest` characters, with "…" behind a whole word where it was cut."""
    line = one_line(text[: longest * 2])
    whole = len(line) <= longest and len(text) <= longest * 2
    return line if whole else beginning(line, longest - 1).rstrip() + "…"


def elided(
    metrics: QFontMetrics | QFontMetricsF,
    text: str,
    room: float,
    where: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> str:
    """Return as much of `text` as has room in so many pixels, with "…" where it was cut: its end or its middle."""
    if len(text) > _LONGEST:
        middle = where == Qt.TextElideMode.ElideMiddle
        text = f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 2 :]}" if middle else cut(text)
    return metrics.elidedText(text, where, int(room))


def tip(widget: QWidget, text: str) -> None:
    """Give `widget` a tooltip that shows `text` as it is; Qt would take a text with tags for HTML."""
    widget.setToolTip(as_plain(text))


def as_plain(text: str) -> str:
    """Return what a tooltip is given to show `text` as it is, in one line that is cut where it is very long."""
    shown = cut(text)
    return f"<span>{escape(shown)}</span>" if "<" in shown or "&" in shown else shown


def label(parent: QWidget, role: str = "", *, wrap: bool = False) -> QLabel:
    """Return an empty label of `parent` for plain text; `role` names its look in the style sheet."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if wrap:
        # A long word must not widen the whole pane.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    if role:
        made.setProperty("role", role)
    return made


class FlatButton(QAbstractButton):
    """A word that can be pressed, by mouse and by Space or Enter; flush with the text around it, cut where it must be.

    `look` is `faint`, `calm`, `strong`, `alarm` or `link`.
    """

    def __init__(self, parent: QWidget, look: str = "faint", points: float = -0.5) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._look, self._points, self._words = look, points, ""

    def set_words(self, words: str) -> None:
        """Show `words`."""
        self._words = cut(words)
        self.setAccessibleName(self._words)
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """Return what is shown, uncut."""
        return self._words

    def look(self) -> str:
        """Return which look it has."""
        return self._look

    def set_look(self, look: str) -> None:
        """Change the colour and weight."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self._words) + 1, max(theme.now().px(20), metrics.height() + 2))

    def minimumSizeHint(self) -> QSize:
        """As narrow as one letter: the text is cut short."""
        metrics = QFontMetrics(self._font())
        return QSize(min(self.sizeHint().width(), metrics.horizontalAdvance("M…")), self.sizeHint().height())

    def paintEvent(self, event: object) -> None:
        """Paint the words; a line below them shows the focus, and the mouse over a link."""
        now = theme.now()
        colour = {"faint": "third", "calm": "second", "strong": "text", "link": "accent"}.get(self._look, self._look)
        if self.underMouse() and self._look in ("faint", "calm"):
            colour = "text"
        painter = QPainter(self)
        painter.setFont(self._font())
        painter.setPen(now.colour(colour))
        metrics = QFontMetrics(self._font())
        text = elided(metrics, self._words, self.width() + 1)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        below = (self.height() + metrics.ascent() - metrics.descent()) / 2 + metrics.descent() * 0.7
        if self.hasFocus():
            painter.setPen(QPen(now.colour("accent"), 2))
            painter.drawLine(QPointF(0, below), QPointF(self.width(), below))
        elif self.underMouse() and self._look == "link":
            painter.drawLine(QPointF(0, below), QPointF(metrics.horizontalAdvance(text), below))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Paint again as the mouse comes and goes; measure again in another text size."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        elif event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self.updateGeometry()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _font(self) -> QFont:
        return theme.font(self._points, bold=self._look in ("strong", "alarm"))
