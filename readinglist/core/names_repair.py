"""Name lists that break BibTeX's rules, parted as their writers meant them; never touches a list that keeps them."""

from __future__ import annotations

import re

_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s~-]*){1,4}")


def repaired(text: str) -> list[str]:
    """Return the names of a list that has no "and": parted by semicolons, by commas, or as the one name that it is."""
    if ";" in text and "&" not in text and "{" not in text and "\\" not in text:
        return [part.strip() for part in text.split(";")]
    if text.count(",") <= 2 or "{" in text:
        return [text]
    parts = [re.sub(r"^(?:and|&)\s+", "", part.strip()) for part in text.split(",")]
    parts = [part for part in parts if part]
    if all(len(part.split()) >= 2 and not _INITIALS.fullmatch(part) for part in parts):
        return parts
    # "Ali Babar, M., Dingsøyr, T., Lago, P.": family and initials in turn.
    if len(parts) % 2 == 0 and all(_INITIALS.fullmatch(part) for part in parts[1::2]):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    return [text]
