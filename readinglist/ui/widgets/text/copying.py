"""What is copied of a text on screen: its words as they are, scripts of formulas in plain Unicode."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument

from readinglist.core.tex.run import Run, flat

_SHIFTS = {
    QTextCharFormat.VerticalAlignment.AlignSuperScript: "^",
    QTextCharFormat.VerticalAlignment.AlignSubScript: "_",
}


def selected(cursor: QTextCursor, end: int | None = None) -> str:
    """Return what `cursor` has selected, up to the position `end` where that comes before: `x²` for a raised 2."""
    document = cursor.document()
    first, last = cursor.selectionStart(), cursor.selectionEnd() if end is None else min(end, cursor.selectionEnd())
    if document is None or first >= last:
        return ""
    lines = []
    block = document.findBlock(first)
    while block.isValid() and block.position() <= last:
        lines.append(_line(document, block, first, last))
        block = block.next()
    return "\n".join(lines)


def only(words: str, data: QMimeData) -> QMimeData:
    """Return what Qt would copy with `words` in its place, and nothing else.

    Data that is made here would be deleted by the clipboard when Python is gone already, and end the program so.
    """
    data.text()  # Qt makes it when it is first asked for
    data.clear()
    data.setText(words)
    return data


def _line(document: QTextDocument, block: QTextBlock, first: int, last: int) -> str:
    """Return what lies between two positions of one block."""
    words = []
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        start, end = max(first, fragment.position()), min(last, fragment.position() + fragment.length())
        if start < end:
            part = QTextCursor(document)
            part.setPosition(start)
            part.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            text = part.selectedText().replace("\u2028", "\n")
            shift = _SHIFTS.get(fragment.charFormat().verticalAlignment())
            words.append(flat([Run(text, shift=shift)]) if shift else text)
        at += 1
    return "".join(words)
