"""Slips of the pen: which known word a wrong one is probably meant for."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> tuple[str, int]:
    """Return the known word nearest to `word`, and how many letters to change, drop, add or swap make it that."""
    from rapidfuzz.distance import OSA  # 20 ms to load: only where something is typed wrong

    return min(((name, OSA.distance(word, name)) for name in known), key=lambda found: found[1])
