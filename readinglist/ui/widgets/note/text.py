"""The field in which a note is typed, as Markdown source."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from readinglist.i18n import _
from readinglist.ui.look import theme
from readinglist.ui.widgets.note import lists
from readinglist.ui.widgets.note.styling import NoteStyling
from readinglist.ui.widgets.text import copying, found_words, long_lines, text_changes
from readinglist.ui.widgets.text.found_words import units

# Of a longer note the beginning is shown, to be read only; more is not pasted: Qt needs some 5 µs a line.
MOST, MOST_LINES = 1_000_000, 20_000
_BEGINNING = 20_000  # characters
_MOST_STYLED = 100_000
_MOST_MARKED = 100_000


class NoteText(QPlainTextEdit):
    """Typing, with lists that go on by themselves. Emits `left()` for Escape, `unfocused()` when the focus goes.

    `refused(words)` says why something is not pasted.
    """

    left = Signal()
    refused = Signal(str)
    unfocused = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("note")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Note"))
        self.setAccessibleDescription(_("Markdown. Saved as you type. Escape returns to the table."))
        self.setPlaceholderText(_("What do you think of it?"))
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.elsewhere: Callable[[QKeyEvent], bool] = lambda _event: False
        self._seam = ""  # between the pieces of long lines, where there are any
        self._whole = ""  # of a note of which only the beginning is shown
        self._read: tuple[int, str] = (-1, "")  # the text as it was typed, at this revision of the document
        self._terms: list[str] = []
        self._styled = theme.now()
        self._styling = NoteStyling(self.document())
        self._restyle()

    def put(self, text: str) -> None:
        """Show another note from its beginning; what was undoable in the one before is gone."""
        self._whole = text if _too_long(text) else ""
        self.setReadOnly(bool(self._whole))
        text = text[:_BEGINNING] if self._whole else text
        self._seam = long_lines.seam_for(text)
        shown = long_lines.split(text, self._seam) if self._seam else text
        plain = len(text) > _MOST_STYLED or text.count("\n") > _MOST_STYLED // 50
        if plain == (self._styling.document() is not None):
            self._styling.setDocument(None if plain else self.document())
        self.setPlainText(shown)
        self._read = (-1, "")
        self._mark()

    def note(self) -> str:
        """Return the text as it was typed."""
        if self._whole:
            return self._whole
        revision = self.document().revision()
        if self._read[0] != revision:
            # toPlainText() would turn no-break spaces into spaces.
            text = self.document().toRawText().replace("\u2029", "\n")
            self._read = (revision, long_lines.joined(text, self._seam))
        return self._read[1]

    def in_part(self) -> bool:
        """True where only the beginning is shown, which cannot be changed."""
        return bool(self._whole)

    def change_to(self, text: str) -> None:
        """Show what the note has become elsewhere: only what differs is exchanged, so the cursor stays in place."""
        old = self.note()
        if old == text:
            return
        place = self.textCursor().position()
        if self._whole or self._seam or long_lines.seam_for(text) or max(len(old), len(text)) > _MOST_STYLED:
            self.put(text)
            cursor = self.textCursor()
            cursor.setPosition(min(place, self.document().characterCount() - 1))
            self.setTextCursor(cursor)
            return
        self.setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for start, end, words in reversed(text_changes.changes(old, text)):
            cursor.setPosition(units(old[:start]))
            cursor.setPosition(units(old[:end]), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(words)
        cursor.endEditBlock()
        self.setUndoRedoEnabled(True)
        self._mark()

    def set_terms(self, terms: Sequence[str]) -> None:
        """Mark the words of a search."""
        if list(terms) != self._terms:
            self._terms = list(terms)
            self._mark()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Tab steps items of lists; an undo that has nothing to undo here is the window's.

        While titles are offered below the cursor, the keys that choose among them are theirs.
        """
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.elsewhere(event):
            event.ignore()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if self._is_windows_undo(event):
                event.ignore()
                return False
            if _wrapping_mark(event):
                event.accept()
                return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            tab, back = event.key() == Qt.Key.Key_Tab, event.key() == Qt.Key.Key_Backtab
            if (tab or back) and not self.isReadOnly() and self._step_items(out=back):
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves, Enter continues lists, Ctrl+B and Ctrl+I wrap."""
        mark = _wrapping_mark(event)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif self.isReadOnly():
            super().keyPressEvent(event)
        elif mark:
            self._wrap(mark)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self._go_on():
            event.accept()
        elif self._is_windows_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the typing may be over."""
        super().focusOutEvent(event)
        self.unfocused.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files dropped here are for the window."""
        return not any(url.isLocalFile() for url in source.urls()) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text, very long lines in pieces."""
        text = source.text()
        if _too_long(text) or self.document().characterCount() + len(text) > MOST:
            self.refused.emit(_("A note takes {n} characters; this was not pasted.").format(n=f"{MOST:,}"))
            return
        seam = long_lines.seam_for(text)
        if seam:
            self._seam = self._seam or long_lines.seam_for(self.note() + text)
            self.textCursor().insertText(long_lines.split(text, self._seam))
            return
        super().insertFromMimeData(source)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the text as it was typed: Qt would make spaces of no-break spaces, and take seams along."""
        words = self.textCursor().selectedText().replace("\u2029", "\n")
        return copying.only(long_lines.joined(words, self._seam), super().createMimeDataFromSelection())

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is ever loaded."""
        return QImage(1, 1, QImage.Format.Format_ARGB32)

    def minimumSizeHint(self) -> QSize:
        """Four lines."""
        return QSize(theme.now().px(80), max(90, theme.now().px(92)))

    def needed_height(self, most: int) -> int:
        """Return the height that shows all lines, or a little more than `most` where they need more."""
        margins = self.viewportMargins()
        needed = margins.top() + margins.bottom() + 2 * self.frameWidth() + theme.now().px(4)
        block = self.document().begin()
        while block.isValid() and needed <= most:
            needed += round(self.blockBoundingRect(block).height())
            block = block.next()
        return needed

    def changeEvent(self, event: QEvent) -> None:
        """Other colours or another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange) and self._styled != theme.now():
            self._styled = theme.now()
            self._styling.restyle()
            self._restyle()
            self._mark()

    def _is_windows_undo(self, event: QKeyEvent) -> bool:
        undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
        document = self.document()
        return (undo and not document.isUndoAvailable()) or (redo and not document.isRedoAvailable())

    def _restyle(self) -> None:
        # Margins of the viewport, not padding of the frame: the scroll bar stays at the edge.
        px = theme.now().px
        self.setViewportMargins(px(10), px(8), px(4), px(8))

    def _go_on(self) -> bool:
        cursor = self.textCursor()
        line = cursor.block().text()
        begin = lists.opening(line) if cursor.positionInBlock() == units(line) else None
        if begin is None or cursor.hasSelection():
            return False
        if begin:
            cursor.insertText("\n" + begin)
        else:
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            cursor.removeSelectedText()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _step_items(self, *, out: bool) -> bool:
        cursor = self.textCursor()
        document = self.document()
        first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
        if last.blockNumber() - first.blockNumber() > 1000 or not lists.is_item(first.text()):
            return False
        if out and not first.text().startswith((" ", "\t")):
            return False  # nowhere to step out to: the focus goes back, as everywhere
        cursor.beginEditBlock()
        block = first
        while block.isValid() and block.blockNumber() <= last.blockNumber():
            line = block.text()
            moved = lists.stepped(line, out=out)
            edit = QTextCursor(block)
            if len(moved) > len(line):
                edit.insertText(moved[: len(moved) - len(line)])
            elif len(moved) < len(line):
                edit.movePosition(
                    QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len(line) - len(moved)
                )
                edit.removeSelectedText()
            block = block.next()
        cursor.endEditBlock()
        return True

    def _wrap(self, mark: str) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        text = cursor.selectedText()
        if "\u2029" in text:
            return
        start = cursor.selectionStart()
        made = lists.wrapped(text, mark)
        cursor.insertText(made)
        if text.strip():
            cursor.setPosition(start)
            cursor.setPosition(start + units(made), QTextCursor.MoveMode.KeepAnchor)
        else:
            cursor.setPosition(start + len(mark))
        self.setTextCursor(cursor)

    def _mark(self) -> None:
        made = []
        text = self.toPlainText() if self._terms and self.document().characterCount() < _MOST_MARKED else ""
        for start, length in found_words.find_units(text, self._terms):
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


def _too_long(text: str) -> bool:
    return len(text) > MOST or (len(text) > MOST_LINES and text.count("\n") > MOST_LINES)


def _wrapping_mark(event: QKeyEvent) -> str:
    if event.modifiers() != Qt.KeyboardModifier.ControlModifier:
        return ""
    return {Qt.Key.Key_B: "**", Qt.Key.Key_I: "*"}.get(Qt.Key(event.key()), "")
