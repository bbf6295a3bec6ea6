"""How large a file is, in words."""

from __future__ import annotations

from readinglist.i18n import _, plural


def size_in_words(count: int) -> str:
    """Return a number of bytes as people say it: `310 KB`, `1.2 MB`."""
    if count < 1000:
        return plural("{n} byte", "{n} bytes", count)
    if count < 999_500:
        return _("{n} KB").format(n=round(count / 1000))
    if count < 999_500_000:
        return _("{n} MB").format(n=_short(count / 1_000_000))
    return _("{n} GB").format(n=_short(count / 1_000_000_000))


def _short(value: float) -> str:
    return f"{value:.1f}" if value < 9.95 else f"{value:.0f}"
