"""The text of a PDF's pages as it is indexed: words that a line's end has broken are whole again.

Page by page: what takes one long text at a time keeps Python, and with it the window, waiting.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence

from readinglist.core.text import clean, fold, segment

MOST = 8_000_000  # characters of one file that are indexed
_PIECE = 8_000  # characters that are looked at together; most pages have fewer
# A hyphen at a line's end, as PDFium gives it or as it stands.
_BROKEN = re.compile("[\\x02\ufffe\u00ad]\\s*|(?<=[a-z])-\\s*\\r?\\n\\s*(?=[a-z])")
_WORD = re.compile(r"\w+")


def joined(pages: Iterable[str]) -> list[str]:
    """Return the pages with their words whole, as much of them as is indexed."""
    found, left = [], MOST
    for piece in _pieces(pages):
        found.append(clean(_BROKEN.sub("", piece[:left])))
        left -= len(piece)
        if left <= 0:
            break
    return found


def _pieces(pages: Iterable[str]) -> Iterator[str]:
    for page in pages:
        start = 0
        while start < len(page):
            end = start + _PIECE
            if end < len(page):
                blank = page.rfind(" ", start + 1, end)
                end = blank if blank > 0 else end  # no word is cut, where there are any
            yield page[start:end]
            start = end


def indexed(pages: Sequence[str]) -> str:
    """Return pages as one text as the index takes it: East Asian words are parted."""
    return "\n".join(page if page.isascii() else segment(page) for page in pages)


def text_hash(pages: Sequence[str]) -> str | None:
    """Return a hash of the words, whatever their case and accents, and what stands between; None for no words."""
    found, some = hashlib.sha256(), False
    for page in pages:
        for word in _WORD.findall(fold(page)):
            found.update(word.encode("utf-8", "replace") + b" ")
            some = True
    return found.hexdigest() if some else None
