"""Letters as they were meant: TeX's loose accents put on them, ligatures taken apart, hyphens at line ends closed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from readinglist.core.text import clean, one_line

# The accents that fonts have as characters of their own, and what puts them on a letter.
ACCENTS = {
    "´": "\u0301", "`": "\u0300", "ˋ": "\u0300", "ˊ": "\u0301", "¨": "\u0308", "ˆ": "\u0302", "^": "\u0302",
    "˜": "\u0303", "~": "\u0303", "ˇ": "\u030c", "˘": "\u0306", "˚": "\u030a", "˙": "\u0307", "¯": "\u0304",
    "˝": "\u030b", "¸": "\u0327", "˛": "\u0328",
}  # fmt: skip
_BELOW = "¸˛"
_SIGNS = "".join(ACCENTS)
_BEFORE = re.compile(rf"([{re.escape(_SIGNS)}]) ?([^\W\d_])")
_AFTER = re.compile(rf"([^\W\d_]) ?([{_BELOW}])")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ı": "ı"})
_LAST = 0x17F  # letters of European names
_DOTLESS = str.maketrans("ıȷ", "ij")
_STRANGE = re.compile(r"[\ue000-\uf8ff\ufffd\ufeff\u200b-\u200f\u00ad\x02]")
_COMPOUNDS = frozenset(
    [
        "self",
        "non",
        "well",
        "high",
        "low",
        "long",
        "short",
        "two",
        "three",
        "multi",
        "semi",
        "quasi",
        "cross",
        "co",
        "pre",
        "post",
        "sub",
        "inter",
        "intra",
        "anti",
        "micro",
        "macro",
        "large",
        "small",
        "real",
        "time",
        "state",
        "end",
        "data",
        "model",
        "based",
        "so",
        "in",
        "on",
        "off",
        "and",
        "to",
        "by",
        "low",
        "first",
        "second",
        "single",
        "double",
        "one",
        "full",
        "half",
        "fine",
        "open",
        "close",
        "hand",
        "human",
        "machine",
        "object",
        "user",
    ]
)


def is_accent(text: str) -> bool:
    """True for a text that is nothing but a loose accent."""
    return bool(text.strip()) and all(sign in ACCENTS or sign.isspace() for sign in text)


def mended(text: str) -> str:
    """Return a text with its accents on their letters, without ligatures and what is no character, in one line."""
    text = _STRANGE.sub("", text).translate(_LIGATURES)
    if any(sign in text for sign in ACCENTS):
        text = _AFTER.sub(lambda found: _put(found[1], found[2]) or found[0], _BEFORE.sub(_over, text))
    return one_line(clean(unicodedata.normalize("NFC", text)))


def _over(found: re.Match[str]) -> str:
    return _put(found[2], found[1]) or found[0]


def _put(letter: str, sign: str) -> str:
    """Return a letter with an accent on it; "" where there is no such letter."""
    made = unicodedata.normalize("NFC", letter.translate(_DOTLESS) + ACCENTS[sign])
    return made if len(made) == 1 else ""


def _is_name_letter(letter: str) -> bool:
    return len(letter) == 1 and ord(letter) <= _LAST


def with_accent(text: str, sign: str, at: float) -> str:
    """Return a text with an accent on its letter nearest to the part `at` (0..1), capitals first; unchanged if none."""
    place = at * len(text)
    letters = [index for index, letter in enumerate(text) if letter.isalpha() and _is_name_letter(_put(letter, sign))]
    near = sorted(letters, key=lambda index: (abs(index + 0.5 - place) - 2 * text[index].isupper(), index))
    if not near or abs(near[0] + 0.5 - place) > 4:
        return text
    return text[: near[0]] + _put(text[near[0]], sign) + text[near[0] + 1 :]


def joined(lines: Sequence[str]) -> str:
    """Return lines as one text; a word that a line's end has broken is put together."""
    text = ""
    for line in lines:
        line = line.strip()
        if not text or not line:
            text += line
        elif text[-1] in "-‐" and line[0].islower() and len(text) > 1 and text[-2].isalpha():
            before = re.split(r"[\s(]", text[:-1])[-1]
            keep = before.lower() in _COMPOUNDS or "-" in before
            text = text + line if keep else text[:-1] + line
        elif text[-1] in "-‐/" and len(text) > 1 and not text[-2].isspace():
            text += line
        else:
            text += " " + line
    return text
