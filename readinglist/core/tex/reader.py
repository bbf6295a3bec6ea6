"""The tokenizer of TeX text, and the walk over its tokens that showing and storing share."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod

from readinglist.core.tex.dollars import LONGEST, formula_at, within

DEEPEST = 24  # arguments within arguments; below, what is not understood is left, so that time stays linear
# Everything that could be TeX; all else is text.
SPECIAL = re.compile(r"\\[A-Za-z]+\*?|\\.|\$\$?|[{}]|``|''|[!?]?`(?!`)|`|(?<!-)-{2,}|~|\\", re.DOTALL)
_BRACES = re.compile(r"\\(?:\\|[{}])|[{}]")


class Reader(ABC):
    """One pass over a text. The methods that read something return the place behind it, or None.

    What is read is said (`say`); what leads nowhere is left to `leave`.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.depth = 0
        self.closing = _partners(source)
        self.last_bracket = max(source.rfind("\\)"), source.rfind("\\]"))

    def part(self, start: int, end: int) -> None:
        """Read source[start:end]."""
        source, at = self.source, start
        while found := SPECIAL.search(source, at, end):
            begun = found.start()
            if begun > at:
                self.say(source[at:begun])
            at = self.token(found[0], begun, end)
        if at < end:
            self.say(source[at:end])

    def token(self, sign: str, at: int, end: int) -> int:
        """Read what begins with the token `sign` at `at`, and leave the token where it leads nowhere."""
        after = self.special(sign, at, end)
        if after is None or after > end:
            after = at + len(sign)
            self.leave(sign)
        return after

    def special(self, sign: str, at: int, end: int) -> int | None:
        if sign[0] == "\\" and len(sign) > 1:
            if sign[1] in "([":
                return self.bracketed(sign, at)
            return self.command(sign[1:], at, at + len(sign), end)
        if sign[0] == "$":
            found = formula_at(self.source, at)
            return self.formula(within(found), at, found.end()) if found else None
        return self.brace(sign, at) if sign in "{}" else self.typography(sign, at)

    def bracketed(self, sign: str, at: int) -> int | None:
        """Read `\\(...\\)` and `\\[...\\]`."""
        if at > self.last_bracket:
            return None
        end = self.source.find("\\)" if sign == "\\(" else "\\]", at + 2, at + LONGEST)
        return None if end < 0 else self.formula(self.source[at + 2 : end], at, end + 2)

    @abstractmethod
    def say(self, text: str) -> None:
        """Say a text as it stands."""

    @abstractmethod
    def leave(self, sign: str) -> None:
        """Say a token that leads nowhere."""

    @abstractmethod
    def command(self, name: str, at: int, after: int, end: int) -> int | None:
        """Read a command called `name` at `at`, whose name ends at `after`."""

    @abstractmethod
    def formula(self, inner: str, start: int, end: int) -> int:
        """Say the formula `inner`, which stands from `start` to `end` with its signs."""

    @abstractmethod
    def brace(self, sign: str, at: int) -> int | None:
        """Read a brace."""

    @abstractmethod
    def typography(self, sign: str, at: int) -> int | None:
        """Read quotation marks, dashes and blanks as TeX writes them."""


def _partners(source: str) -> dict[int, int]:
    """Return the place of each opening brace's partner; escaped braces are none."""
    pairs: dict[int, int] = {}
    if "{" not in source:
        return pairs
    opened: list[int] = []
    for found in _BRACES.finditer(source):
        if found[0] == "{":
            opened.append(found.start())
        elif found[0] == "}" and opened:
            pairs[opened.pop()] = found.start()
    return pairs
