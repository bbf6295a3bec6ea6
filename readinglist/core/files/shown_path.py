"""A path as it can be shown: it cannot mislead who reads it."""

from __future__ import annotations

from pathlib import Path


def shown(path: Path | str) -> str:
    """Return a path as a person can trust it: nothing in it turns the direction of the text or breaks the line."""
    text = "".join(char if char.isprintable() else "�" for char in str(path))
    return text if len(text) <= 300 else f"{text[:150]}…{text[-149:]}"
