"""Characters in other shapes: script, Fraktur and blackboard letters, superscripts and subscripts, struck signs.

The alphabets are Unicode's Mathematical Alphanumeric Symbols, with the letters that Unicode had before them
(Letterlike Symbols) in their places.
"""

from __future__ import annotations

import unicodedata

_LETTERLIKE = {
    "cal": dict(zip("BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ", strict=True)),
    "frak": dict(zip("CHIRZ", "ℭℌℑℜℨ", strict=True)),
    "bb": dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True)),
}
_BLOCKS = {"cal": (0x1D49C, 0x1D4B6), "frak": (0x1D504, 0x1D51E), "bb": (0x1D538, 0x1D552)}
_BB_DIGITS = 0x1D7D8
# Letters of these alphabets that few text fonts have although they stand outside the block.
_SCRIPTS = frozenset((*_LETTERLIKE["cal"].values(), *_LETTERLIKE["frak"].values()))
BLACKBOARD = _LETTERLIKE["bb"]

_SUPER = dict(zip("0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθιφχ′∗*",
                  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᶥᵠᵡ′**", strict=True))  # fmt: skip
_SUB = dict(zip("0123456789+-=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", strict=True))
SUPERSCRIPTS: dict[str, str] = _SUPER | {"∘": "°", "−": "⁻", " ": " "}
SUBSCRIPTS: dict[str, str] = _SUB | {"−": "₋", " ": " "}


def shifted(text: str, up: bool) -> str | None:
    """Return `text` in Unicode superscripts (`up`) or subscripts, or None where a character has none."""
    table = SUPERSCRIPTS if up else SUBSCRIPTS
    try:
        return "".join([table[char] for char in text])
    except KeyError:
        return None


def alphabet(name: str, text: str) -> str:
    """Return the letters of `text` in the alphabet `cal`, `frak` or `bb`; whatever has no letter there as it is."""
    return "".join(_letter(name, char) for char in text)


def _letter(name: str, char: str) -> str:
    found = _LETTERLIKE[name].get(char)
    upper, lower = _BLOCKS[name]
    if found or not char.isascii():
        return found or char
    if char.isupper():
        return chr(upper + ord(char) - ord("A"))
    if char.islower():
        return chr(lower + ord(char) - ord("a"))
    return chr(_BB_DIGITS + int(char)) if char.isdigit() and name == "bb" else char


def common(text: str) -> str:
    """Return `text` with script, Fraktur and rare blackboard letters as plain ones: fit for any font and for search."""
    if text.isascii():
        return text
    plain = "".join(unicodedata.normalize("NFKC", char) if _rare(char) else char for char in text)
    return text if plain == text else unicodedata.normalize("NFC", plain)


def _rare(char: str) -> bool:
    return 0x1D400 <= ord(char) <= 0x1D7FF or char in _SCRIPTS


def marked(text: str, mark: str) -> str:
    """Return `text` with a combining `mark` on each of its characters, spaces aside (a line over several letters)."""
    return "".join(char if char.isspace() else char + mark for char in text)


def struck(sign: str) -> str:
    """Return a relation denied: `=` as `≠`, by Unicode's own composition."""
    return unicodedata.normalize("NFC", sign + "\u0338")
