"""Where formulas stand in a text, and which dollars are prices."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 2000  # characters of one formula; keeps a text full of dollars in linear time
_WITHIN = r"\\(?:text[a-z]*|[mh]box)\{[^{}]{0,500}\}"  # text in a formula may hold formulas
FENCED = re.compile(
    rf"\$\$(?P<display>(?:[^$\\]|\\.){{1,{LONGEST}}}+)\$\$|\$(?P<inline>(?:{_WITHIN}|[^$\\]|\\.){{1,{LONGEST}}}+)\$",
    re.DOTALL,
)
_MARKS = re.compile(r"[\\^_{=<>]")
_WORDS = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}+[ \n]++[^\W\d_]{2}")
_MARKED = re.compile(r"\\[A-Za-z]+\s*(?:\{[^{}]*\})?")
_BLANK_LINE = re.compile(r"\n\s*\n")


def within(found: re.Match[str]) -> str:
    """Return what stands between the dollars of a match of `FENCED`."""
    return found["display"] or found["inline"]


def formula_at(text: str, at: int) -> re.Match[str] | None:
    """Return the formula whose dollar stands at `at`, or None where the dollar is one."""
    found = FENCED.match(text, at)
    return found if found and plausible(within(found), text[found.end() : found.end() + 1]) else None


def formulas(text: str) -> Iterator[re.Match[str]]:
    """Yield the formulas of a text in their order."""
    at = text.find("$")
    while at >= 0:
        found = formula_at(text, at)
        if found:
            yield found
        at = text.find("$", found.end() if found else at + 1)


def plausible(inner: str, behind: str) -> bool:
    """True where what stands between two dollars is a formula rather than the text between two prices.

    A formula has a sign of TeX in it, or is tight within its dollars, is no two words, and if it begins with a digit
    has none behind it.
    """
    if not inner.strip() or _BLANK_LINE.search(inner):
        return False
    if _MARKS.search(inner) and not (inner[0].isdigit() and _WORDS.search(_MARKED.sub(" ", inner))):
        return True
    if inner[0].isspace() or inner[-1].isspace():
        return len(inner.strip()) == 1 and not inner.strip().isdigit()
    return not _WORDS.search(inner) and not (inner[0].isdigit() and behind.isdigit())
