"""A piece of laid-out text: what is written and how it looks; leaves drawing it to the window."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from readinglist.core.tex.symbols import common


class Run(NamedTuple):
    """Text of one look. `math` is true within a formula.

    `shift` is the way up and down from the line: "" on it, "^" a superscript, "_" a subscript, "^_" a subscript within
    a superscript, and so on.
    """

    text: str
    math: bool = False
    italic: bool = False
    bold: bool = False
    mono: bool = False
    shift: str = ""

    def says(self, text: str) -> Run:
        """Return another text of this look; `_replace` would take three times as long, and this is done a lot."""
        return Run(text, self.math, self.italic, self.bold, self.mono, self.shift)

    def shifted(self, sign: str) -> Run:
        """Return this look one step up ("^") or down ("_")."""
        return Run(self.text, self.math, self.italic, self.bold, self.mono, self.shift + sign)

    @property
    def level(self) -> int:
        """How deep in sub- and superscripts: each level is set smaller."""
        return len(self.shift)

    @property
    def raised(self) -> bool:
        """True where the innermost shift is upwards."""
        return self.shift.endswith("^")

    @property
    def lowered(self) -> bool:
        """True where the innermost shift is downwards."""
        return self.shift.endswith("_")

    @property
    def common(self) -> str:
        """The text without letters that few fonts have: `O` for a script O."""
        return common(self.text)


def joined(runs: Iterable[Run]) -> list[Run]:
    """Return `runs` without empty ones, neighbours of one look as one."""
    found: list[Run] = []
    for _look, group in groupby((run for run in runs if run.text), lambda run: run[1:]):
        first, *others = group
        found.append(first.says("".join([first.text, *[run.text for run in others]])) if others else first)
    return found
