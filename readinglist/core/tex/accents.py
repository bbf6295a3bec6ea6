r"""Accents of TeX and their letters: `\'e`, `{\"\i}`, `\c{c}` in every spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from readinglist.core.tex.symbols import ACCENTS, LETTERS, MATH_ACCENTS, SPACING

_KEPT = 20_000  # spellings remembered: a text repeats few of them
_LONGEST_KEPT = 100  # characters

_NAMES = "|".join(name for name in ACCENTS if len(name) > 1)
_BASE = r"(?:\\(?:[ijoOlL]|ae|AE|oe|OE|aa|AA)(?![A-Za-z])\s*(?:\{\})?|[^\W\d_])"
ACCENT = re.compile(
    rf"""\\(?:(?P<mark>["'`^~=.])\s*|(?P<letter>[vcukrHdbhGUfCt]|{_NAMES})(?:\s+|(?=[{{\\])))"""
    rf"""(?:\{{\s*(?P<inner>{_BASE})\s*\}}|(?P<bare>{_BASE}))"""
)
_IN_NAMES = re.compile(
    rf"\{{(?:{ACCENT.pattern}|\\(?P<lone>[oOlLij]|ae|AE|oe|OE|aa|AA|ss|SS|dh|DH|th|TH|dj|DJ|ng|NG)(?:\{{\}})?\s*)\}}"
)


def remembered(meaning: Callable[[re.Match[str]], str]) -> Callable[[re.Match[str]], str]:
    """Return `meaning` with its answers kept by what the match spells."""
    known: dict[str, str] = {}

    def of(found: re.Match[str]) -> str:
        spelling = found[0]
        done = known.get(spelling)
        if done is None:
            done = meaning(found)
            if len(known) < _KEPT and len(spelling) < _LONGEST_KEPT:
                known[spelling] = done
        return done

    return of


@remembered
def composed(found: re.Match[str]) -> str:
    """Return what a match of `ACCENT` comes to."""
    base = (found["inner"] or found["bare"]).strip()
    if base.startswith("\\"):
        base = LETTERS[base[1:].rstrip("{} \t\n")]
    return accented(found["mark"] or found["letter"], base)


def accented(accent: str, base: str) -> str:
    """Return `base` with the accent command `accent` on its first letter; the bare sign when there is no base."""
    base = base.strip()
    if not base:
        return SPACING.get(accent, "")
    first, rest = base[0], base[1:]
    if accent not in ("d", "c", "k", "b"):
        first = {"ı": "i", "ȷ": "j"}.get(first, first)
    # An accent goes behind those the letter has; NFC makes one character of it where there is one.
    while rest and unicodedata.combining(rest[0]):
        first, rest = first + rest[0], rest[1:]
    return unicodedata.normalize("NFC", first + (ACCENTS.get(accent) or MATH_ACCENTS[accent])) + rest


def decode_letters(text: str) -> str:
    """Return TeX text with its accented and foreign letters as Unicode and the groups around each gone.

    Everything else stays, other braces too: a letter in braces is BibTeX's "special character", which counts in a name
    like the letter that it is.
    """
    if "{" in text:
        text = _IN_NAMES.sub(lambda found: LETTERS[found["lone"]] if found["lone"] else composed(found), text)
    return ACCENT.sub(composed, text) if "\\" in text else text
