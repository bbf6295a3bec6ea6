"""How well a title ends in a certain word: rules with weights on the log-like scale of `split`."""

from __future__ import annotations

import re

from readinglist.core.names import given
from readinglist.core.text import is_cjk
from readinglist.formats.listing import words
from readinglist.formats.listing.author_names import PREFIXES

_GLUED_PREFIXES = ("Mc", "Mac", "Le", "De", "La")


def title_end_score(title: str) -> float:
    """Return how well `title` ends: a known word, an acronym, a digit or a closing mark, not half a name."""
    if not any(char.isalnum() for char in title):
        return -8.0
    last = title[-1]
    token = title.split()[-1]
    if last in "?!)]}\"”»$…’'":
        return 1.5
    if last == ".":
        return -5.0 if re.search(r"(?:^|[\s.-])\w\.$", title) or token[:-1].isupper() else -1.0
    if not last.isalnum():
        return 0.3
    if last.isdigit() or is_cjk(last):
        return 0.7
    tail = re.split(r"[-–—‐‑/(\[{\"“'’.$:]", token)[-1]
    return next(score for rule in _WORD_RULES if (score := rule(tail, token)) is not None)


# How well a title's last word ends it: the first rule that has a say decides. `tail` is the part of the word (`token`)
# behind a hyphen or another mark.


def _half_a_name(tail: str, token: str) -> float | None:
    """A prefix that the rest of a name was cut from: "LeCun" -> "Le"."""
    if tail in PREFIXES and tail not in {"San", "Den"}:
        return -3.0
    glued = any(tail.endswith(prefix) and tail[: -len(prefix)][-1:].islower() for prefix in _GLUED_PREFIXES)
    return -3.0 if glued else None


def _function_word(tail: str, token: str) -> float | None:
    return -2.0 if tail.lower() in words.FUNCTION_WORDS and tail == token and not tail.isupper() else None


def _one_letter(tail: str, token: str) -> float | None:
    if len(tail) != 1:
        return None
    return 0.3 if len(token) > 1 or tail.isupper() else -1.0


def _acronym(tail: str, token: str) -> float | None:
    return 1.8 if tail in words.ACRONYMS or tail.removesuffix("s") in words.ACRONYMS else None


def _behind_closing_mark(tail: str, token: str) -> float | None:
    return -2.0 if re.search(r"[)\]}?!$][A-Z][a-z]+$", token) else None


def _capitals(tail: str, token: str) -> float | None:
    return 0.8 if tail.isupper() or re.fullmatch(r"(?:[A-Z]|\d)+s", tail) else None


def _ordinary_word(tail: str, token: str) -> float | None:
    if not (tail[1:].islower() or tail.islower()):
        return None
    known = words.likelihood(tail)
    named = given.likelihood(tail) == 1.0 and known < 1.0 and tail[0].isupper()
    return 2.0 * max(known, 0.35 if len(tail) > 3 else 0.0) - (0.9 if named else 0.0)


def _capital_inside(tail: str, token: str) -> float:
    """Two words glued together: a name, or an ordinary word and the beginning of a name?"""
    parts = re.findall(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![a-z])|\d+", tail)
    if len(parts) < 2:
        return -0.2
    if given.likelihood(parts[-1]) == 1.0:
        return -1.5
    known, last = words.likelihood(parts[0]), parts[-1]
    initial = len(last) == 1 and last.isupper() and known > 0
    return -1.0 if initial or (known == 1.0 and parts[0][0].isupper() and last[1:].islower()) else -0.2


_WORD_RULES = (
    _half_a_name, _function_word, _one_letter, _acronym, _behind_closing_mark, _capitals, _ordinary_word,
    _capital_inside,
)  # fmt: skip
