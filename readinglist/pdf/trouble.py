"""Why a PDF cannot be read, in words."""

from __future__ import annotations

from readinglist.core.errors import Refused
from readinglist.i18n import _
from readinglist.pdf import protocol

_WORDS = {
    protocol.NOT_PDF: _("This is no PDF."),
    protocol.EMPTY: _("There is nothing in it."),
    protocol.ENCRYPTED: _("It is locked with a password."),
    protocol.DAMAGED: _("This PDF is damaged and cannot be opened."),
    protocol.TOO_LARGE: _("This PDF, or a page of it, is too large to be read."),
    protocol.NO_PAGE: _("This PDF has no page that could be read."),
    protocol.SLOW: _("This PDF takes too long to read: it is damaged or made to be."),
    protocol.DIED: _("This PDF cannot be read: it made the program that reads PDFs fail."),
    protocol.UNREADABLE: _("It cannot be read."),
}


class Unreadable(Refused):
    """A PDF that cannot be read; `trouble` is one of the protocol's."""

    def __init__(self, trouble: str, why: str = "") -> None:
        words = _("It cannot be read: {why}.").format(why=why) if why else _WORDS.get(trouble, _WORDS[protocol.DIED])
        super().__init__(words)
        self.trouble = trouble
