"""Whether a text has words as the search index finds them, for texts outside the index or too few to ask it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from readinglist.core.query.greek import spellings
from readinglist.core.text import segment

_PIECE = re.compile(r"[^\W_]+")
_MARKS = re.compile("[\u0300-\u036f]+")


def has_words(words: str, prefix: bool, *texts: str | None) -> bool:
    """True where `words` stand side by side in a text, case and accents aside; with `prefix` the last may go on.

    A Greek letter is found by its name, and a name by its letter.
    """
    return any(_has(way, prefix, texts) for way in spellings(words))


def _has(words: str, prefix: bool, texts: tuple[str | None, ...]) -> bool:
    begin, rest = _sought(words, prefix)
    for text in texts:
        if not text:
            continue
        plain = _plain(text)
        at = plain.find(begin)  # many times quicker than any pattern
        while at >= 0:
            if (at == 0 or not plain[at - 1].isalnum()) and (rest is None or rest.match(plain, at + len(begin))):
                return True
            at = plain.find(begin, at + 1)
    return False


@lru_cache(maxsize=64)
def _sought(words: str, prefix: bool) -> tuple[str, re.Pattern[str] | None]:
    """Return the first word of `words` and what must follow it; None for anything."""
    first, *others = _PIECE.findall(_plain(words)) or [""]
    if prefix and not others:
        return first, None
    following = "".join(r"[\W_]+" + re.escape(word) for word in others)
    return first, re.compile(following + ("" if prefix else r"(?![^\W_])"))


def _plain(text: str) -> str:
    """Return `text` as the index's tokenizer compares it: small letters without accents."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFKD", segment(text)))
