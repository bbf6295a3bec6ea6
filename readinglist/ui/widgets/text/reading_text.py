"""Text to read and copy, never to edit, laid out from runs: it knows no HTML, follows no address and loads nothing."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from readinglist.ui.look import theme
from readinglist.ui.widgets.text import copying, found_words
from readinglist.ui.widgets.text.pieces import MOST, Paragraph, Piece, in_bounds

_MORE = Piece("", colour="second")


class ReadingText(QTextEdit):
    """Shows paragraphs, and marks the words of a search. `line_height` is in percent, `points` relative to text."""

    def __init__(self, parent: QWidget, *, points: float = 0.0, line_height: int = 145, bold: bool = False) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(0)
        self._points, self._line_height, self._bold = points, line_height, bold
        self._paragraphs: list[Paragraph] = []
        self._more, self._rest = "", ""  # what stands for the text that is too long to be laid out, and that text
        self._terms: list[str] = []
        self._styled = theme.now()
        self._heights: dict[int, int] = {}  # by width: layouts ask again and again
        self._margin = 0
        self.verticalScrollBar().rangeChanged.connect(self._make_room)

    def set_bar_margin(self, margin: int) -> None:
        """Keep so many pixels free at the right: the scroll bar stands in them and never narrows the text."""
        self._margin = margin
        self._make_room()

    def show_paragraphs(self, paragraphs: Sequence[Paragraph], more: str = "…", most: int = MOST) -> None:
        """Show `paragraphs`; where they are too long for it, the words `more` stand for what is left out.

        What is copied is whole all the same.
        """
        kept, rest = in_bounds(paragraphs, most)
        if (kept, rest) != (self._paragraphs, self._rest) or more != self._more:
            self._paragraphs, self._rest, self._more = kept, rest, more
            self._fill()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the words without their look; with the last of those shown also what there was no room for."""
        cursor = self.textCursor()
        end = self._end_of_text()
        words = copying.selected(cursor, end)
        if self._rest and cursor.selectionEnd() > end:
            words += self._rest
        return copying.only(words, super().createMimeDataFromSelection())

    def set_terms(self, terms: Sequence[str]) -> None:
        """Mark the words that begin with one of `terms`."""
        if list(terms) != self._terms:
            self._terms = list(terms)
            self._mark()

    def needed_height(self, width: int) -> int:
        """Return the height that shows all of the text in `width`."""
        if self.document().isEmpty():
            return 0
        found = self._heights.get(width)
        if found is None:
            document = self.document()
            present = document.textWidth()
            if abs(present - width) > 0.5:
                document.setTextWidth(width)
            found = self._heights[width] = int(document.size().height() + 0.99)
            if abs(present - width) > 0.5:
                document.setTextWidth(present)
        return found

    def line_step(self) -> int:
        """Return the height of a line in pixels."""
        # By the font, in whole pixels as Qt lays it out: asked for before that there are no lines to look at.
        line = ceil(QFontMetricsF(self._font()).height())
        return round(line * self._line_height / 100)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Whatever is asked for, nothing is loaded: Qt gets an empty picture and does not look further."""
        return QImage(1, 1, QImage.Format.Format_ARGB32)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is for the pane around."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Three lines."""
        return QSize(theme.now().px(80), 3 * self.line_step() if self._paragraphs else theme.now().px(60))

    def sizeHint(self) -> QSize:
        """No more than the least: the room that is left goes to it by its stretch."""
        return self.minimumSizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Other colours or another text size: lay out again."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange) and self._styled != theme.now():
            self._styled = theme.now()
            self._fill()
        elif event.type() == QEvent.Type.FontChange and self.document().defaultFont() != self._font():
            self.document().setDefaultFont(self._font())  # Qt has put that of the widget there
            self._heights.clear()
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height, other lines that are whole."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self, *_range: int) -> None:
        """Leave the margin free that the scroll bar stands in, and at the foot the room of a line that would be cut."""
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self.setViewportMargins(0, 0, max(0, self._margin - taken), self.height() - self._whole_lines())

    def _whole_lines(self) -> int:
        """Return the height of the lines that are shown whole; all of the height where no line is cut."""
        shown = 0.0
        block = self.document().begin()
        while block.isValid():
            layout = block.layout()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                bottom = layout.position().y() + line.y() + line.height()
                if bottom > self.height():
                    return ceil(shown) or self.height()
                shown = bottom
            block = block.next()
        return self.height()

    def _fill(self) -> None:
        self._heights.clear()
        document = self.document()
        document.setDefaultFont(self._font())
        self.clear()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        lines = QTextBlockFormat()
        lines.setLineHeight(self._line_height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        for at, paragraph in enumerate(self._paragraphs):
            if at:
                cursor.insertBlock(lines)
            else:
                cursor.setBlockFormat(lines)
            for piece in paragraph:
                cursor.insertText(piece.text, self._look(piece))
        if self._rest:
            cursor.insertText(f" {self._more}", self._look(_MORE))
        cursor.endEditBlock()
        self._heights.clear()  # layouts may have asked meanwhile, of the words before
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._mark()
        self.updateGeometry()

    def _end_of_text(self) -> int:
        """Return the position at which the text ends and the words begin that stand for the rest of it."""
        return self.document().characterCount() - 1 - (found_words.units(self._more) + 1 if self._rest else 0)

    def _font(self) -> QFont:
        """Return the font; what makes a title larger than text does not grow with the text, or it had no room."""
        return theme.font(self._points / max(1.0, theme.now().scale), bold=self._bold)

    def _look(self, piece: Piece) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(theme.now().colour(piece.colour, "text"))
        if piece.italic:
            made.setFontItalic(True)
        if piece.bold or self._bold:
            made.setFontWeight(QFont.Weight.DemiBold)
        if piece.shift:
            raised = piece.shift.startswith("^")
            kinds = QTextCharFormat.VerticalAlignment
            made.setVerticalAlignment(kinds.AlignSuperScript if raised else kinds.AlignSubScript)
        return made

    def _mark(self) -> None:
        made = []
        for start, length in found_words.find_units(self.toPlainText(), self._terms) if self._terms else ():
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            look = QTextCharFormat()
            look.setBackground(theme.now().colour("mark"))
            selection.format = look
            made.append(selection)
        self.setExtraSelections(made)
