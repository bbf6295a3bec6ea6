"""Where the words of a search stand in a text, without case and accents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from readinglist.core.text import fold, is_cjk

MOST_FOUND = 500


def find(text: str, terms: Sequence[str], most: int = MOST_FOUND) -> list[tuple[int, int]]:
    """Return (start, length) of the first `most` places in `text` where a word begins with one of `terms`.

    A term of a script written without spaces is found inside words too. Places do not overlap and are in order.
    """
    sought = _sought(tuple(terms))
    if sought is None or not text:
        return []
    folded, places = _folded(text)
    found = []
    for hit in sought.finditer(folded):
        start, end = places[hit.start()], places[hit.end() - 1] + 1
        found.append((start, end - start))
        if len(found) == most:
            break
    return found


@lru_cache(maxsize=32)
def _sought(terms: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return what finds the beginnings of words that are sought; None where nothing is."""
    wanted = [fold(term).strip() for term in terms]
    parts = [
        (r"" if is_cjk(term[0]) else r"(?<!\w)") + re.escape(term) for term in sorted(wanted, key=len)[::-1] if term
    ]
    return re.compile("|".join(parts)) if parts else None


_folded_char = lru_cache(maxsize=4096)(fold)


def find_units(text: str, terms: Sequence[str], most: int = MOST_FOUND) -> list[tuple[int, int]]:
    """Return what `find` returns in Qt's positions, where characters beyond the basic plane count two."""
    found = find(text, terms, most)
    if text.isascii() or not found:
        return found
    made, at, passed = [], 0, 0
    for start, length in found:
        passed += units(text[at:start])
        at = start
        made.append((passed, units(text[start : start + length])))
    return made


def units(text: str) -> int:
    """Return how many of Qt's positions `text` takes."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@lru_cache(maxsize=512)  # what a table shows is painted again and again
def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Return `text` folded, and for each of its characters the place in `text` that it comes from."""
    if text.isascii():
        return text.lower(), range(len(text))
    pieces: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        piece = _folded_char(char)
        pieces.append(piece)
        places.extend([at] * len(piece))
    return "".join(pieces), places
