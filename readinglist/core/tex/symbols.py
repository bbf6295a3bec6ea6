"""What inline math needs beyond the names of its symbols: how symbols space, letters of the math alphabets.

The symbols themselves are in `core.tex.tables`; the alphabets are Unicode's Mathematical Alphanumeric Symbols, with
the letters that Unicode had before them (Letterlike Symbols) in their places.
"""

# ruff: noqa: SIM905 -- tables of words read better as one text

from __future__ import annotations

import unicodedata

from readinglist.core.tex.tables import COMMANDS

# Commands of math mode that the table of bibliographies lacks. `phi` is the letter that arXiv's pages show.
MATH_COMMANDS: dict[str, str] = COMMANDS | {
    "epsilon": "ϵ", "argmax": "arg max", "argmin": "arg min", "lbrack": "[", "rbrack": "]", "nolinebreak": "",
    "triangleq": "≜", "coloneqq": "≔", "eqqcolon": "≕", "gtrapprox": "⪆", "lessapprox": "⪅", "precsim": "≾",
    "succsim": "≿", "subsetneq": "⊊", "supsetneq": "⊋", "nsubseteq": "⊈", "nleq": "≰", "ngeq": "≱", "nless": "≮",
    "ngtr": "≯", "trianglelefteq": "⊴", "trianglerighteq": "⊵", "xrightarrow": "→", "twoheadrightarrow": "↠",
    "rightharpoonup": "⇀", "upharpoonright": "↾", "Uparrow": "⇑", "Downarrow": "⇓", "Longrightarrow": "⟹",
    "Longleftarrow": "⟸", "Longleftrightarrow": "⟺", "longleftrightarrow": "⟷", "rightarrowtail": "↣",
    "iiint": "∭", "bigsqcup": "⨆", "biguplus": "⨄", "bigodot": "⨀", "lvert": "|", "rvert": "|", "dotsb": "⋯",
    "dotsm": "⋯", "dotso": "…", "mathellipsis": "…", "boxtimes": "⊠", "boxplus": "⊞", "circledast": "⊛",
    "bigstar": "★", "blacktriangle": "▲", "triangledown": "▽", "measuredangle": "∡", "backprime": "‵", "eth": "ð",
    "Vdash": "⊩", "vDash": "⊨", "nvdash": "⊬", "intercal": "⊺", "varpropto": "∝", "thicksim": "∼", "thickapprox": "≈",
    "llbracket": "⟦", "rrbracket": "⟧", "lgroup": "⟮", "rgroup": "⟯", "ulcorner": "⌜", "urcorner": "⌝", "dots": "…",
    "gimel": "ℷ", "daleth": "ℸ", "Finv": "Ⅎ", "Bbbk": "𝕜", "backepsilon": "϶", "smallsetminus": "∖", "cdotp": "·",
}  # fmt: skip

# Relations and arrows stand apart from both sides; operators from what they act on; binary signs as typed.
RELATIONS = frozenset(
    "= := < > ≤ ≥ ⩽ ⩾ ≪ ≫ ≠ ≡ ∼ ≃ ≈ ≅ ≍ ≐ ∝ ≺ ≻ ⪯ ⪰ ≲ ≳ ⊨ ⊢ ⊣ ⊥ ∣ ∤ ∥ ∈ ∋ ∉ ⊂ ⊃ ⊆ ⊇ ⊑ ⊒ → ← ↔ ⇒ ⟹ ⇐ ⇔ ⟺ ↦ ⟶ "
    "⟵ ⟼ ↪ ↩ ⇌ ⇝ ≜ ≔ ≕ ⪆ ⪅ ≾ ≿ ⊊ ⊋ ⊈ ≰ ≱ ≮ ≯ ⊴ ⊵ ↠ ⇀ ⟸ ⟷ ↣ ⊩ ⊬ ⋈ ∴ ∵".split()
) - {"⊥"}  # mostly a superscript or a value
BINARY = frozenset("+ − ± ∓ × ÷ ∗ ⋆ ∘ ⊕ ⊖ ⊗ ⊘ ⊙ ∧ ∨ ∩ ∪ ⊓ ⊔ ⊎ ∖ ≀ ⨿ · • ⋉ ⋊ ⊠ ⊞ ⊛ ⊺".split())
OPERATORS = frozenset("∑ ∏ ∐ ∫ ∬ ∭ ∮ ⋂ ⋃ ⨁ ⨂ ⋀ ⋁ ⨆ ⨄ ⨀".split())
SIGNS = {"-": "−", "*": "∗", "`": "‘"}

_LETTERLIKE = {
    "cal": {
        "B": "ℬ",
        "E": "ℰ",
        "F": "ℱ",
        "H": "ℋ",
        "I": "ℐ",
        "L": "ℒ",
        "M": "ℳ",
        "R": "ℛ",
        "e": "ℯ",
        "g": "ℊ",
        "o": "ℴ",
    },
    "frak": {"C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"},
    "bb": {"C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"},
}
_BLOCKS = {"cal": (0x1D49C, 0x1D4B6), "frak": (0x1D504, 0x1D51E), "bb": (0x1D538, 0x1D552)}
_BB_DIGITS = 0x1D7D8
# Letters of these alphabets that text fonts have; what has none is written with its plain letter in `common`.
_KEPT = frozenset(_LETTERLIKE["bb"].values())
_SCRIPTS = frozenset(char for name in ("cal", "frak") for char in _LETTERLIKE[name].values())


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
    return (0x1D400 <= ord(char) <= 0x1D7FF or char in _SCRIPTS) and char not in _KEPT


def accented(base: str, mark: str) -> str | None:
    """Return one letter with a combining `mark`, composed where Unicode has it; None for more than one letter."""
    if len(unicodedata.normalize("NFC", base)) != 1 or not base.isalnum():
        return None
    base = {"ı": "i", "ȷ": "j"}.get(base, base)
    return unicodedata.normalize("NFC", base + mark)


def marked(text: str, mark: str) -> str:
    """Return `text` with a combining `mark` on each of its characters, spaces aside (a line over several letters)."""
    return "".join(char if char.isspace() else char + mark for char in text)


def struck(sign: str) -> str:
    """Return a relation denied: `=` as `≠`, by Unicode's own composition."""
    return unicodedata.normalize("NFC", sign + "\u0338")
