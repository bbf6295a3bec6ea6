"""Text as people search and sort it: folding, sort keys, one-line forms, words."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that NFKD does not take apart but that people type without their stroke.
_PLAIN = dict(ø="o", đ="d", ð="d", ł="l", þ="th", æ="ae", œ="oe", ı="i", ħ="h", ŧ="t", ŋ="n")  # noqa: C408 - short
_STROKES = str.maketrans(_PLAIN)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LEADING = re.compile(r"^[\W_]+")
_KEPT = 500  # characters: longer texts are not kept with their sort keys, a file may be full of giant ones


def fold(text: str) -> str:
    """Return `text` without case and accents, for comparing: "Ångström" and "angstrom" fold alike."""
    if text.isascii():
        return text.lower()
    plain = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return plain.casefold().translate(_STROKES)  # once more: letters of mathematics are capitals only now


@lru_cache(maxsize=4096)
def fold_name(name: str) -> str:
    """Return `fold(name)`, and remember it: tags are folded at every change, and nothing bounds how long one is."""
    return fold(name)


def sort_key(text: str | None, length: int = 96) -> str | None:
    """Return what `text` sorts by: folded, leading punctuation gone, at most `length` characters; None for blanks."""
    if not text:
        return None
    return _sort_key(text, length) if len(text) <= _KEPT else _sort_key.__wrapped__(text, length)


@lru_cache(maxsize=4096)  # a title is folded to be compared and to be stored, a venue for every paper
def _sort_key(text: str, length: int) -> str | None:
    folded = fold(text)
    key = _LEADING.sub("", folded) or folded
    return key[:length].strip() or None


def one_line(text: str) -> str:
    """Return `text` with every run of white space (no-break spaces too) as one space, trimmed."""
    return " ".join(text.split())


def capital(words: str) -> str:
    """Return words as they begin a line."""
    return words[:1].upper() + words[1:]


def clean(text: str) -> str:
    """Return `text` in NFC, without control characters and lone surrogates, its line ends as `\\n`."""
    if text.isprintable() and (text.isascii() or unicodedata.is_normalized("NFC", text)):
        return text  # most of all text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROL.sub("", text)
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode("utf-8")
        text = unicodedata.normalize("NFC", text)
    return text


def is_cjk(char: str) -> bool:
    """True for a character of a script written without spaces (Han, Kana, Hangul, Thai)."""
    code = ord(char)
    return (
        0x2E80 <= code <= 0x9FFF
        or 0xAC00 <= code <= 0xD7AF
        or 0xF900 <= code <= 0xFAFF
        or 0xFF66 <= code <= 0xFF9F
        or 0x0E00 <= code <= 0x0E7F
        or 0x20000 <= code <= 0x3FFFF
    )


_LOOKED_BACK = 500  # characters: what is longer without a blank is no word that anybody reads


def beginning(text: str, most: int) -> str:
    """Return the first characters of `text`, at most `most`, ending where a word ends.

    Only what has no blank far and wide is cut elsewhere, and then between characters that do not belong together.
    Joined to `text[len(...):]` it is `text`.
    """
    if len(text) <= most:
        return text
    for end in range(most, max(0, most - _LOOKED_BACK), -1):
        if _parts(text[end - 1], text[end]):
            return text[:end]
    end = most
    while end > 1 and (_joins(text[end]) or text[end - 1] == "\u200d") and most - end < _LOOKED_BACK:
        end -= 1
    return text[:end]


def _parts(before: str, after: str) -> bool:
    """True where a line may end between two characters."""
    return (before.isspace() or after.isspace() or is_cjk(before) or is_cjk(after)) and not _joins(after)


def _joins(char: str) -> bool:
    """True for a character that is one with the one before: an accent, a colour of skin, a joiner."""
    return char == "\u200d" or "\U0001f3fb" <= char <= "\U0001f3ff" or unicodedata.category(char) in ("Mn", "Mc", "Me")


@lru_cache(maxsize=1)
def _cjk() -> re.Pattern[str]:
    """Made where it is asked for: it takes a millisecond of every start."""
    return re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\u0e00-\u0e7f\U00020000-\U0003ffff]")


def segment(text: str | None) -> str:
    """Return `text` as the search index stores it: folded strokes, and spaces around every CJK character.

    SQLite's stock tokenizers take a run of CJK characters for one word; apart, each is a word of its own and a
    CJK word is a phrase, so one character is enough to find it.
    """
    if not text:
        return ""
    if text.isascii():
        return text
    text = text.casefold()
    for letter, plain in _PLAIN.items():  # quicker than `translate`, which looks every character up
        if letter in text:
            text = text.replace(letter, plain)
    return _cjk().sub(lambda found: f" {found[0]} ", text)


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a short text, in order."""
    return tuple(re.findall(r"\w+", fold(text)))


# Scripts in which a name stands family first, without a blank.
_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〆ヶ"
_HIRAGANA = "\u3040-\u309f"
_KATAKANA = "\u30a0-\u30ff\uff66-\uff9f"
_HANGUL = "\uac00-\ud7af"


@lru_cache(maxsize=1)
def _of_names() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what a part of such a name is, a foreign one, and a whole name. Made where it is asked for, as `_cjk`."""
    return (
        re.compile(rf"[{_HAN}{_HIRAGANA}{_KATAKANA}]+|[{_HANGUL}]+"),
        re.compile(rf"[{_KATAKANA}]+"),
        re.compile(rf"([{_HAN}]{{1,4}}) ([{_HAN}{_HIRAGANA}{_KATAKANA}]{{1,5}})"),
    )


def east_asian_name(family: str, given: str) -> str | None:
    """Return a name in one of these scripts as people write it ("王伟", "山田太郎", "김민수"); None for any other.

    A foreign name in Katakana is written given name first, with a dot ("ジョン・スミス").
    """
    if family.isascii():
        return None
    part, foreign, _whole = _of_names()
    if not part.fullmatch(family) or not part.fullmatch(given):
        return None
    if foreign.fullmatch(family) and foreign.fullmatch(given):
        return f"{given}・{family}"
    return family + given


def closed_up(literal: str) -> str:
    """Return a name that was given as a whole, family first, without the blank in it ("山田 太郎")."""
    if literal.isascii():
        return literal
    _part, _foreign, whole = _of_names()
    found = whole.fullmatch(literal)
    return found[1] + found[2] if found else literal
