"""The text of a PDF's pages as it is indexed: words that a line's end has broken are whole again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from readinglist.core.text import clean, fold, segment

MOST = 8_000_000  # characters of one file that are indexed
_BROKEN = re.compile(
    "[\\x02\ufffe\u00ad]\\s*|(?<=[a-z])-\\s*\\r?\\n\\s*(?=[a-z])"
)  # what PDFium gives for such a hyphen
_WORD = re.compile(r"\w+")


def joined(pages: Iterable[str]) -> str:
    """Return the pages as one text."""
    text = _BROKEN.sub("", "\n".join(pages))[:MOST]
    return clean(text)


def indexed(text: str) -> str:
    """Return a text as the index takes it: East Asian words are parted."""
    return text if text.isascii() else segment(text)


def text_hash(text: str) -> str | None:
    """Return a hash of the words, whatever their case and accents, and what stands between; None for no words."""
    words = " ".join(_WORD.findall(fold(text)))
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest() if words else None
