"""Runs: pieces of text of one look each, and the same text in plain Unicode."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from readinglist.core.tex.alphabets import common, shifted

_HIGH = frozenset("†‡§¶′°")  # these stand high by themselves


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

    def looking(self, look: str) -> Run:
        """Return this look with "italic", "bold" or "mono" added; "" adds nothing."""
        italic, bold, mono = self.italic or look == "italic", self.bold or look == "bold", self.mono or look == "mono"
        return Run(self.text, self.math, italic, bold, mono, self.shift)

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


def flat(parts: list[Run], depth: int = 0) -> str:
    """Return runs at the same first `depth` shifts as one text, deeper ones as Unicode scripts.

    Scripts without Unicode characters keep their sign: `x_θ`, `e^(iω)`. Letters that few fonts have are plain.
    """
    pieces: list[str] = []
    for sign, group in groupby(parts, lambda run: run.shift[depth : depth + 1]):
        if sign:
            pieces.append(_script(list(group), sign, depth + 1))
        else:
            pieces.extend(run.common for run in group)
    return "".join(pieces)


def _script(parts: list[Run], sign: str, depth: int) -> str:
    inner = flat(parts, depth)
    small = inner if sign == "^" and inner in _HIGH else shifted(inner, sign == "^")
    if small is not None:
        return small
    # `D_KL` reads well, `e^iω` does not.
    alone = len(inner) == 1 or (sign == "_" and inner.isalnum() and all(len(run.shift) == depth for run in parts))
    return sign + (inner if alone else f"({inner})")
