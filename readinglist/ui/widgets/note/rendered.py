"""A note as it is meant: Markdown laid out, formulas and links live, nothing ever loaded."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QRegularExpression, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from readinglist.core.tex.showing import common_runs
from readinglist.i18n import _
from readinglist.ui.look import theme
from readinglist.ui.widgets.note import prose
from readinglist.ui.widgets.note.live_parts import LINK, MATH, Part, Parted, parted
from readinglist.ui.widgets.text import copying, found_words
from readinglist.ui.widgets.text.pieces import MOST, Piece, in_bounds

_FEATURES = QTextDocument.MarkdownFeature(
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub.value | QTextDocument.MarkdownFeature.MarkdownNoHTML.value
)
# Lines, cells, pictures, links and formulas cost most of the time, some 0.1 ms each.
_COSTLY = re.compile(r"\n|\||!\[|\[\[|\$|[0-9][.)] |[-*+>] ")
_MOST_COSTLY = 700
_PAPER = "paper"  # the scheme of an address within a note: it leads to one of its parts


class NoteView(QTextBrowser):
    """`opened(address)` and `followed(target)` for what is pressed in it, `edit_asked()` for a double click."""

    opened = Signal(str)
    followed = Signal(str)
    edit_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("noteView")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Note, rendered"))
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._note = ""
        self._parts: list[Part] = []
        self._terms: list[str] = []
        self._styled = theme.now()
        self.anchorClicked.connect(self._pressed)
        self._restyle()

    def show_note(self, note: str) -> None:
        """Lay a note out, or its beginning where it is very long."""
        if note != self._note or self.document().isEmpty():
            self._note = note
            self._fill()

    def _fill(self) -> None:
        note = self._note
        end = prose.end_of(note[:MOST], _COSTLY, _MOST_COSTLY)
        kept, _rest = in_bounds([[Piece(note[:end] if end < MOST else note)]])
        begun = kept[0][0].text if kept and kept[0] else ""
        taken = parted(begun)
        self._parts = taken.parts
        document = self.document()
        document.setDefaultFont(theme.font())
        document.setIndentWidth(theme.now().px(18))
        document.setMarkdown(taken.markdown, _FEATURES)
        whole = QTextCursor(document)
        whole.beginEditBlock()  # laid out once, at the end
        prose.style(document)
        self._put_parts(taken)
        if len(begun) < len(note):
            self._say_rest()
        whole.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._mark()

    def set_terms(self, terms: Sequence[str]) -> None:
        """Mark the words of a search."""
        if list(terms) != self._terms:
            self._terms = list(terms)
            self._mark()

    def needed_height(self, most: int) -> int:
        """Return the height that shows the whole note, or `most` where it needs more."""
        margins = self.viewportMargins()
        around = margins.top() + margins.bottom() + 2 * self.frameWidth() + theme.now().px(4)
        return min(most, around + int(self.document().size().height() + 1))

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Whatever is asked for, nothing is loaded: Qt gets an empty picture and does not look further."""
        return QImage(1, 1, QImage.Format.Format_ARGB32)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the words without their look."""
        return copying.only(copying.selected(self.textCursor()), super().createMimeDataFromSelection())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is for the pane around."""
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go on writing where there is no link."""
        if self.anchorAt(event.position().toPoint()):
            super().mouseDoubleClickEvent(event)
        else:
            self.edit_asked.emit()

    def minimumSizeHint(self) -> QSize:
        """Four lines."""
        return QSize(theme.now().px(80), max(90, theme.now().px(92)))

    def changeEvent(self, event: QEvent) -> None:
        """Other colours or another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange) and self._styled != theme.now():
            self._styled = theme.now()
            self._restyle()
            self._fill()

    def _restyle(self) -> None:
        px = theme.now().px
        self.setViewportMargins(px(10), px(8), px(4), px(8))

    def _pressed(self, address: QUrl) -> None:
        if address.scheme() != _PAPER:
            self.opened.emit(address.toString())
            return
        number = int(address.path()) if address.path().isdigit() else len(self._parts)
        if number < len(self._parts) and self._parts[number].kind == LINK:
            self.followed.emit(self._parts[number].target)

    def _put_parts(self, taken: Parted) -> None:
        """Put formulas, links and what stands for pictures where their numbers stand."""
        places = QRegularExpression(f"{taken.sign}([0-9]+){taken.sign}")
        document = self.document()
        place = document.find(places)
        while not place.isNull():
            number = int(place.selectedText()[1:-1])
            part, look = taken.parts[number], place.charFormat()
            if part.kind == MATH:
                _insert_formula(place, part.shown, look)
            elif part.kind == LINK:
                place.insertText(part.shown, prose.anchored(look, f"{_PAPER}:{number}"))
            else:
                words = _("Picture: {words}").format(words=part.shown) if part.shown else _("Picture")
                place.insertText(words, prose.anchored(look, part.target) if part.target else look)
            place = document.find(places, place)

    def _say_rest(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        look = QTextCharFormat()
        look.setForeground(theme.now().colour("second"))
        cursor.insertBlock()
        cursor.insertText(_("… The rest is too long to show rendered."), look)

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


def _insert_formula(cursor: QTextCursor, source: str, look: QTextCharFormat) -> None:
    kinds = QTextCharFormat.VerticalAlignment
    for run in common_runs(source):
        made = QTextCharFormat(look)
        if run.italic:
            made.setFontItalic(True)
        if run.shift:
            made.setVerticalAlignment(kinds.AlignSuperScript if run.shift[0] == "^" else kinds.AlignSubScript)
        cursor.insertText(run.text, made)
