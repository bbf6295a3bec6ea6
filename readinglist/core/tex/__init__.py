"""TeX: of titles and abstracts, shown; of bibliographies, decoded for storing; and Unicode text encoded as TeX."""

from __future__ import annotations

import re

from readinglist.core.text import beginning

_MAYBE_TEX = re.compile(r"[\\$`]|--|~")


_LINE = 1_000  # characters: no line on screen has room for more, and a file may be full of giant titles


def line(title: str) -> str:
    """Return a title as it stands in one line on screen: plain, and of a giant one the beginning."""
    return plain(beginning(title, _LINE))


def plain(text: str) -> str:
    """Return a title or abstract in Unicode for one look: `β-VAE`, `L₂`, `O(n²)`, `10⁻³`.

    What is not understood stays exactly as typed.
    """
    if not _MAYBE_TEX.search(text):
        return text
    from readinglist.core.tex.showing import plain_text  # most texts have none, and a start is quicker without it

    return plain_text(text)
