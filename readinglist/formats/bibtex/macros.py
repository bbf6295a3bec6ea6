"""The abbreviations (`@string`) of a BibTeX file, and how much they may add to it."""

from __future__ import annotations

from readinglist.formats.budgets import EXPANDED_FIELD, EXPANDED_FILE
from readinglist.i18n import _

TOO_LONG = "\x00"  # the value of an abbreviation that is too long: no text holds this


def _field_too_long() -> str:
    return _("With its abbreviations written out, a field is longer than 1 MB.")


class TooMuch(Exception):
    """A record whose text is too long once it is written out. Never leaves the reader."""


_JOINED = {"author": " and ", "editor": " and ", "keywords": ", "}


class Macros:
    """The abbreviations of a file: those `defined` so far, and those of the same block that come `later`.

    Names do not differ by case. A value is worked out when its definition is read, so nothing can go round in circles;
    a second definition takes the place of the first from there on.
    """

    __slots__ = ("added", "defined", "inherited", "later", "read")

    def __init__(self) -> None:
        self.defined: dict[str, str] = {}
        self.later: dict[str, str] = {}
        self.read = 0  # characters of the file so far
        self.added = 0  # characters that abbreviations have added to them
        self.inherited = 0  # and what records inherit

    def value(self, name: str) -> str:
        """Return what `name` stands for: itself where it is not defined anywhere."""
        low = name.lower()
        found = self.defined.get(low)
        if found is None:
            found = self.later.get(low, name)
        if found is TOO_LONG:
            raise TooMuch(_field_too_long())
        return found

    def joined(self, pieces: list[tuple[bool, str]]) -> str:
        """Return a value put together. Raises TooMuch where abbreviations make it, or the file, too long."""
        values, size = [], 0
        for macro, piece in pieces:
            values.append(self.value(piece) if macro else piece)
            size += len(values[-1]) if macro else 0
            if size > EXPANDED_FIELD:
                raise TooMuch(_field_too_long())
        self.added += size
        if self.added > max(EXPANDED_FILE, self.read):
            raise TooMuch(_("The abbreviations of this file, written out, come to more than 16 MB."))
        return "".join(values)

    def inherit(self, size: int) -> None:
        """Count what a record inherits. Raises TooMuch past 16 MB; past four times the file where that is more."""
        self.inherited += size
        if self.inherited > max(EXPANDED_FILE, 4 * self.read):
            raise TooMuch(_("What the records of this file inherit from each other comes to more than 16 MB."))
