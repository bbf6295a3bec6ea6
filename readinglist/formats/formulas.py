"""Formulas that markup says twice, as MathML and as TeX: each is left once, in one line."""

from __future__ import annotations

import re
from collections.abc import Callable

_ALTERNATIVES = re.compile(r"<((?:jats:)?alternatives)\b[^<>]*>")
_TEX = re.compile(r"<((?:jats:)?tex-math)\b[^<>]*>")
_MATH = re.compile(r"<((?:mml:|m:)?math)\b[^<>]*>")
_NOTE = re.compile(r"<((?:mml:|m:)?annotation(?:-xml)?)\b[^<>]*>")
_BETWEEN_TAGS = re.compile(r"(?<=>)\s+|\s+(?=<)")
_BODY = ("\\begin{document}", "\\end{document}")
_FENCES = (("$$", "$$"), ("$", "$"), ("\\(", "\\)"), ("\\[", "\\]"))


def said_once(text: str) -> str:
    """Return text with markup in which each formula is TeX between dollars, where it has TeX, else its MathML.

    The white space within MathML goes, and so do the notes in which it says a formula again. Linear in the length.
    """
    if "tex-math" in text:
        text = _replaced(text, _ALTERNATIVES, _tex_alone)
        text = _replaced(text, _TEX, _fenced)
    if "math" in text:
        text = _replaced(text, _NOTE, lambda _inner: "")
        text = _replaced(text, _MATH, lambda inner: f"<math>{_BETWEEN_TAGS.sub('', inner).strip()}</math>")
    return text


def _replaced(text: str, opening: re.Pattern[str], said: Callable[[str], str]) -> str:
    """Return `text` with what `said` makes of the inside of each element; one that does not end stays."""
    kept, at = [], 0
    for found in opening.finditer(text):
        if found.start() < at:
            continue
        closing = f"</{found[1]}>"
        end = text.find(closing, found.end())
        if end < 0:
            break
        kept += [text[at : found.start()], said(text[found.end() : end])]
        at = end + len(closing)
    return "".join((*kept, text[at:]))


def _tex_alone(inner: str) -> str:
    found = _TEX.search(inner)
    end = inner.find(f"</{found[1]}>", found.end()) if found else -1
    return inner if found is None or end < 0 else f"{inner[found.start() : end]}</{found[1]}>"


def _fenced(tex: str) -> str:
    """Return TeX between dollars, without the document that some publishers write around it."""
    start, end = tex.find(_BODY[0]), tex.rfind(_BODY[1])
    if 0 <= start < end:
        tex = tex[start + len(_BODY[0]) : end]
    tex = " ".join(tex.split())
    for opening, closing in _FENCES:
        if tex.startswith(opening) and tex.endswith(closing) and len(tex) > len(opening) + len(closing):
            tex = tex[len(opening) : -len(closing)].strip()
            break
    return f"${tex}$" if tex else ""
