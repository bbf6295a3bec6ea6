"""A box for plain text of any length: what is pasted or shown is laid out in pieces, and given back as it was."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from readinglist.ui.widgets.text import long_lines


class PlainBox(QPlainTextEdit):
    """Takes the place of Qt's, which a line of a megabyte holds up for seconds. HTML is pasted as its plain text."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._seam = ""
        self.setPlainText(text)

    def setPlainText(self, text: str) -> None:
        """Show `text`."""
        self._seam = long_lines.seam_for(text)
        super().setPlainText(long_lines.split(text, self._seam) if self._seam else text)

    def toPlainText(self) -> str:
        """Return the text as it was given and typed."""
        return long_lines.joined(super().toPlainText(), self._seam)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop as plain text, very long lines in pieces."""
        text = source.text()
        self._seam = self._seam or long_lines.seam_for(text)
        self.textCursor().insertText(long_lines.split(text, self._seam) if self._seam else text)
