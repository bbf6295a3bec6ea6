"""A page of its own for a note: the paper's title, and below it the editor that stands in the detail pane else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from readinglist.i18n import _
from readinglist.ui.look import theme
from readinglist.ui.widgets.note.editor import NoteEditor
from readinglist.ui.widgets.text.pieces import from_tex
from readinglist.ui.widgets.text.reading_text import ReadingText

_WIDEST = 760  # unscaled pixels: longer lines are hard to read
_MARGIN = 28
_LONGEST_TITLE = 300


class NotePage(QWidget):
    """`left()` for Escape."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notePage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Note"))
        self.title = ReadingText(self, points=5.0, line_height=104, bold=True)
        self.title.setObjectName("title")
        self.title.setAccessibleName(_("Title"))
        self.title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lines = QVBoxLayout(self)
        self._lines.addWidget(self.title)

    def take(self, title: str, editor: NoteEditor) -> None:
        """Show the editor under the title of its paper."""
        self.title.show_paragraphs(from_tex(title or _("Untitled"), most=_LONGEST_TITLE), most=_LONGEST_TITLE)
        self._lines.addWidget(editor, 1)
        editor.set_margins(0, 0)
        editor.show()
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that the note did not use leaves the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines of a width that can be read."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """The text size changed."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._fit()

    def _fit(self) -> None:
        px = theme.now().px
        side = max(px(_MARGIN), (self.width() - px(_WIDEST)) // 2)
        self._lines.setContentsMargins(side, px(22), side, px(18))
        self._lines.setSpacing(px(10))
        self.title.setFixedHeight(min(self.title.needed_height(self.width() - 2 * side), self.height() // 3))
