"""The title of a paper, to read and to copy."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from readinglist.core.text import one_line
from readinglist.i18n import _
from readinglist.ui.look import theme
from readinglist.ui.widgets.text.pieces import from_tex
from readinglist.ui.widgets.text.reading_text import ReadingText

_MOST = 1_000  # characters that are laid out
# How much larger than text a title is, in points, by how many characters it has at most in a pane of a usual width (in
# pixels at the normal text size); a longer one is as the last.
_POINTS = ((70, 5.0), (110, 3.5), (_MOST, 2.0))
_USUAL = 345


class Title(ReadingText):
    """A title, as high as its lines; a very long one scrolls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, points=_POINTS[0][1], line_height=104, bold=True)
        self._length = 0
        self.setObjectName("title")
        self.setAccessibleName(_("Title"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_title(self, title: str) -> None:
        """Show `title`; without one, that there is none."""
        self._length = len(title)
        self._points = self._suiting()
        self.show_paragraphs(from_tex(one_line(title) or _("Untitled"), most=_MOST), most=_MOST)
        self.updateGeometry()

    def _suiting(self) -> float:
        """Return how much larger than text the title is: less for a long one in a narrow pane."""
        length = self._length * _USUAL * theme.now().scale / max(self.width(), 80)
        return next((points for most, points in _POINTS if length <= most), _POINTS[-1][1])

    def hasHeightForWidth(self) -> bool:
        """The height follows from the lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines, at most ten."""
        return max(theme.now().px(24), min(self.needed_height(width), 10 * self.line_step()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Layouts remember heights by width, also one that was measured while another width was being tried."""
        super().resizeEvent(event)
        if self._points != (points := self._suiting()):
            self._points = points
            self._fill()
        if self.height() != self.heightForWidth(self.width()):
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size at the present width."""
        width = max(self.width(), theme.now().px(200))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(theme.now().px(80), theme.now().px(24))
