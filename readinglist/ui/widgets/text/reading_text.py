"""Text to read and copy, never to edit, laid out from runs: it knows no HTML, follows no address and loads nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt, QUrl
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

from readinglist.core.tex.showing import common_runs
from readinglist.ui.look import theme
from readinglist.ui.widgets.text import found_words

# Qt lays a paragraph out as a whole, in more than linear time, and no abstract is longer than this.
MOST = 8_000
_LONGEST_PARAGRAPH = 1_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of one look. `shift` is "" or begins with "^" or "_"; `colour` names a colour of the theme."""

    text: str
    italic: bool = False
    bold: bool = False
    shift: str = ""
    colour: str = "text"


Paragraph = list[Piece]


def from_tex(text: str, colour: str = "text", *, bold: bool = False) -> list[Paragraph]:
    """Return `text` as paragraphs, one a line, with its inline TeX as italics and scripts."""
    made: list[Paragraph] = [[]]
    for run in common_runs(text):
        for at, part in enumerate(run.text.split("\n")):
            if at:
                made.append([])
            if part:
                made[-1].append(Piece(part, run.italic, bold or run.bold, run.shift, colour))
    return [paragraph for paragraph in made if paragraph]


def in_bounds(paragraphs: Sequence[Paragraph], most: int = MOST) -> list[Paragraph]:
    """Return the first `most` characters of `paragraphs`, none longer than Qt can lay out at once."""
    made: list[Paragraph] = []
    left = most
    for paragraph in paragraphs:
        line: Paragraph = []
        length = 0
        for piece in paragraph:
            text = piece.text[:left]
            left -= len(text)
            while length + len(text) > _LONGEST_PARAGRAPH:
                head = text[: _LONGEST_PARAGRAPH - length]
                made.append([*line, Piece(head, piece.italic, piece.bold, piece.shift, piece.colour)])
                line, length, text = [], 0, text[len(head) :]
            if text:
                line.append(Piece(text, piece.italic, piece.bold, piece.shift, piece.colour))
                length += len(text)
        if line:
            made.append(line)
        if left <= 0:
            break
    return made


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
        self._terms: list[str] = []
        self._styled = theme.now()
        self._margin = 0
        self.verticalScrollBar().rangeChanged.connect(self._make_room)

    def set_bar_margin(self, margin: int) -> None:
        """Keep so many pixels free at the right: the scroll bar stands in them and never narrows the text."""
        self._margin = margin
        self._make_room()

    def show_paragraphs(self, paragraphs: Sequence[Paragraph], more: str = "", most: int = MOST) -> None:
        """Show `paragraphs`, cut to `most` characters, where the words `more` then stand at the end."""
        kept = in_bounds(paragraphs, most)
        whole = sum(len(piece.text) for paragraph in paragraphs for piece in paragraph)
        if more and whole > most:
            kept.append([Piece(more, colour="second")])
        if kept != self._paragraphs:
            self._paragraphs = kept
            self._fill()

    def set_terms(self, terms: Sequence[str]) -> None:
        """Mark the words that begin with one of `terms`."""
        if list(terms) != self._terms:
            self._terms = list(terms)
            self._mark()

    def needed_height(self, width: int) -> int:
        """Return the height that shows all of the text in `width`."""
        if self.document().isEmpty():
            return 0
        document = self.document()
        present = document.textWidth()
        if abs(present - width) <= 0.5:
            return int(document.size().height() + 0.99)
        document.setTextWidth(width)
        needed = int(document.size().height() + 0.99)
        document.setTextWidth(present)
        return needed

    def line_step(self) -> int:
        """Return the height of a line in pixels."""
        # By the font, in whole pixels as Qt lays it out: asked for before that there are no lines to look at.
        line = ceil(QFontMetricsF(theme.font(self._points, bold=self._bold)).height())
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
        document = self.document()
        document.setDefaultFont(theme.font(self._points, bold=self._bold))
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
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._mark()
        self.updateGeometry()

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
