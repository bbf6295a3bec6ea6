"""TeX: of titles and abstracts, shown; of bibliographies, decoded for storing; and Unicode text encoded as TeX."""

from __future__ import annotations

import re

_MAYBE_TEX = re.compile(r"[\\$`]|--|~")


def plain(text: str) -> str:
    """Return a title or abstract in Unicode for one look: `β-VAE`, `L₂`, `O(n²)`, `10⁻³`.

    What is not understood stays exactly as typed.
    """
    if not _MAYBE_TEX.search(text):
        return text
    from readinglist.core.tex.showing import plain_text  # most texts have none, and a start is quicker without it

    return plain_text(text)
