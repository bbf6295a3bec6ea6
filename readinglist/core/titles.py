"""Titles as they are sorted and compared."""

from __future__ import annotations

from readinglist.core import tex
from readinglist.core.text import sort_key


def title_key(title: str | None) -> str | None:
    """Return what a title sorts and is compared by: as `sort_key`, its TeX read, so that `$\\beta$-VAE` is "β-vae"."""
    return sort_key(tex.plain(title) if title and ("$" in title or "\\" in title) else title)
