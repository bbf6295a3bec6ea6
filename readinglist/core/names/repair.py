"""Name lists that break BibTeX's rules, parted as their writers meant them."""

from __future__ import annotations

import re

_INITIALS = re.compile(r"(?:[^\W\d_a-zß-öø-ÿ]\.?[\s~-]*){1,4}")
_AND_BEFORE = re.compile(r"^(?:(?:and|&)\s+)+", re.IGNORECASE)
_FAMILY_INITIALS = re.compile(r"([^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+)?) ((?:[A-Z]\.?[ -]?){1,4})")
_NUMERAL = re.compile(r"(?:Jr|Sr|[IVX]{2,4}|Ph\.? ?D|M\.? ?D|Esq)\b\.?")
_AN_INITIAL = re.compile(r"\b[^\W\d_]\.")
_AMPERSAND = re.compile(r"(?<=\s)\\?&(?=\s)")
_WIDE_GAP = re.compile(r"[ \t]{3,}|[ \t]*\n\s*")


def repaired(text: str) -> list[str]:
    """Return the names of a list that has no "and": parted by semicolons, by commas, or as the one name that it is."""
    if ";" in text and "&" not in text and "{" not in text and "\\" not in text:
        return [part.strip() for part in text.split(";")]
    if "{" in text:
        return [text]
    return (by_commas(text) if text.count(",") > 1 else []) or _in_other_ways(text)


def by_commas(text: str) -> list[str]:
    """Return the names that commas part in a piece of a list, or [] where the commas are those of one name.

    "A. Ray, B. Fox, C. Doe" (also with a comma behind: "and" came next), "Ray, A., Fox, B.", "Ray A, Fox B, Doe C".
    """
    if "&" in text and (names := _in_turn(_pieces(_AMPERSAND.sub(",", text)))):
        return names
    parts = [_AND_BEFORE.sub("", part) for part in _pieces(text)]
    goes_on = not _AND_BEFORE.sub("", text.rpartition(",")[2].strip())
    parts = [part for part in parts if part]
    if len(parts) < (2 if goes_on else 3):
        return []
    return _in_turn(parts) or _turned(parts) or _in_full(parts)


def _pieces(text: str) -> list[str]:
    return [piece for piece in (piece.strip() for piece in text.split(",")) if piece]


def _turned(parts: list[str]) -> list[str]:
    """Return the names of "Ray A, Fox B, Doe C": family and initials without a comma; [] for another list."""
    turned = [found for part in parts if (found := _FAMILY_INITIALS.fullmatch(part))]
    if len(turned) < len(parts) or any(_NUMERAL.fullmatch(found[2].strip()) for found in turned):
        return []
    return [f"{found[1]}, {found[2].strip()}" for found in turned]


def _in_full(parts: list[str]) -> list[str]:
    """Return the names of "A. Ray, B. Fox, C. Doe"; [] for another list."""
    named = all(len(part.split()) >= 2 and not _INITIALS.fullmatch(part) for part in parts)
    return parts if named and not any(_NUMERAL.match(part) for part in parts[1:]) else []


def _in_turn(parts: list[str]) -> list[str]:
    """Return the names of "Ali Babar, M., Dingsøyr, T., Lago, P.": family and initials in turn; [] for another list."""
    if len(parts) < 4 or len(parts) % 2 or not all(_INITIALS.fullmatch(part) for part in parts[1::2]):
        return []
    return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]


def _in_other_ways(text: str) -> list[str]:
    """Part a list by ampersands or by wide gaps where every piece looks like a person; else it is one name."""
    for sign in (_AMPERSAND, _WIDE_GAP):
        pieces = [piece.strip() for piece in sign.split(text.strip())]
        if len(pieces) < 2:
            continue
        if sign is _WIDE_GAP and (len(pieces) < 3 or "," in text):
            continue
        if all(_is_person(piece) for piece in pieces) and any(_AN_INITIAL.search(piece) for piece in pieces):
            return pieces
    return [text]


def _is_person(piece: str) -> bool:
    return 2 <= len(piece.split()) <= 5 and piece.count(",") < 2 and not _INITIALS.fullmatch(piece)
