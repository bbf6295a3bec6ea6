"""How like a paper is to a title that was typed, perhaps with its year and names of its authors."""

from __future__ import annotations

import re

from readinglist.core.paper import Draft
from readinglist.core.text import fold

_HINT = 6.0  # what a year or an author's name that was typed along is worth, beside 100 for the same title
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def likeness(text: str, draft: Draft) -> float:
    """Return how like the paper is to what was typed: 100 for the same title, a little more where year and names fit.

    A year and names of the paper's own authors are hints and no part of the title, unless it holds them too.
    """
    from rapidfuzz import fuzz  # 20 ms to load: only where titles are compared

    title = title_words(draft.title)
    names = {word for person in draft.authors for word in title_words(person.family or person.literal)}
    year = str(draft.year or "")
    typed = title_words(text)
    hints = {word for word in typed if word not in title and (word in names or word == year)}
    rest = " ".join(word for word in typed if word not in hints)
    wrong_year = year and any(found not in title and found != year for found in _YEAR.findall(text))
    like = 0.7 * fuzz.token_sort_ratio(rest, " ".join(title)) + 0.3 * fuzz.token_set_ratio(rest, " ".join(title))
    return float(like + _HINT * min(len(hints), 3) - (_HINT if wrong_year else 0))


def title_words(text: str) -> list[str]:
    """Return the words of a title, folded, without its signs."""
    return re.findall(r"\w+", fold(text))
