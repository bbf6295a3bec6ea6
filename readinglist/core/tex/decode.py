"""TeX of bibliographies read as Unicode text.

Three ways, the quickest that fits: text without a TeX character comes back as it is; braces, ligatures, accents,
simple formulas and commands without arguments are replaced; the rest is read token by token (`storing`).
"""

from __future__ import annotations

import re
from html.entities import html5

from readinglist.core.tex.accents import ACCENT, composed, remembered
from readinglist.core.tex.commands import PLAIN
from readinglist.core.tex.dollars import FENCED, plausible, within
from readinglist.core.tex.storing import RAW_ARGUMENT, SIGNS, command_text, formula_text, ligatures, read
from readinglist.core.tex.symbols import COMMANDS

_BLANK_LINE = re.compile(r"[ \t]*\n[ \t]*(?:\n[ \t]*)+")
_ENTITY = re.compile(r"\\?&([A-Za-z]{2,8}\d{0,2}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});")


def decode(text: str) -> str:
    """Return TeX text as Unicode on one line: accents, symbols, simple math, dashes and quotes; braces gone.

    Math that has no plain form in Unicode stays as `$...$`. Unknown commands leave their argument, or their name.
    Never raises; time is linear in the length of `text`.
    """
    text = _decode_signs(text)
    if "\n" in text or "  " in text or "\t" in text or "\r" in text or text[:1] == " " or text[-1:] == " ":
        text = " ".join(text.split())
    return text


def _decode_signs(text: str) -> str:
    """Do all that `decode` does but for white space."""
    if "\\" in text or "$" in text:
        text = _decode_commands(text)
    else:
        text = _bare(ligatures(text) if "-" in text or "'" in text or "`" in text else text)
    if "&" in text and ";" in text:
        text = _ENTITY.sub(_entity, text)
    return text


def _bare(text: str) -> str:
    """Return `text` without its braces, its ties as spaces."""
    if "{" in text or "}" in text:
        text = text.replace("{", "").replace("}", "")
    return text.replace("~", " ") if "~" in text else text


def decode_block(text: str) -> str:
    """Return TeX text of several paragraphs as Unicode: like `decode`, but blank lines and `\\par` stay paragraphs."""
    if "\n" not in text and "\r" not in text and not ("\\" in text and "\\par" in text):
        # On one line there is nothing to fold; looking for double blanks is what would cost most here.
        return _decode_signs(text).strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\\par ", "\n\n").replace("\\par\n", "\n\n")
    if "\n\n" not in text and not _BLANK_LINE.search(text):
        return decode(text)
    # Groups may span paragraphs, so the text is decoded whole; a mark that TeX text cannot hold keeps the places.
    marked = decode(_BLANK_LINE.sub(" \ue000 ", text.strip()))
    return "\n\n".join(part for part in (part.strip() for part in marked.split("\ue000")) if part)


def _entity(found: re.Match[str]) -> str:
    """Return the character of an HTML entity that a web page left in the text."""
    name = found[1]
    if name[0] != "#":
        return " " if name == "nbsp" else html5.get(f"{name};", found[0])
    code = int("0" + name[1:], 0) if name[1] == "x" else int(name[1:])
    return chr(code) if 31 < code < 0x110000 and not 0xD800 <= code < 0xE000 else found[0]


class _OddText(Exception):
    """This text needs to be read token by token; never leaves this module."""


# What replacing would take for TeX again if a command left it behind.
_AMBIGUOUS = frozenset("\\{}$~`'-")


def _unless_odd(shown: str | None) -> str:
    """Return `shown`; raises _OddText where there is none, or where it would be taken for TeX again."""
    if shown is None or not _AMBIGUOUS.isdisjoint(shown):
        raise _OddText
    return shown


@remembered
def _command(found: re.Match[str]) -> str:
    """Return what a command without arguments comes to; raises _OddText for the others."""
    name = found["name"]
    if name is None:
        return _unless_odd(SIGNS.get(found["sign"]))
    if name in COMMANDS:
        return _unless_odd(command_text(name, spaced=found[0][-1].isspace()))
    return _unless_odd("" if name in PLAIN and name not in RAW_ARGUMENT else None)


@remembered
def _known_formula(found: re.Match[str]) -> str:
    return _unless_odd(formula_text(within(found)) if plausible(within(found), "") else None)


def _formula(found: re.Match[str]) -> str:
    """Return what a formula comes to; raises _OddText for prices and for those that stay TeX."""
    if found[0][1].isdigit() and found.string[found.end() : found.end() + 1].isdigit():
        raise _OddText
    return _known_formula(found)


# `{\\\\'e}`: an accent that some program escaped once more.
_ESCAPED_TWICE = re.compile(r"""\{\\\\(["'`^~=.]\{?\\?[A-Za-z]\}?)\}""")
_ODD = re.compile(r"\\[\\$(\[]")
_COMMAND = re.compile(r"\\(?:(?P<name>[A-Za-z]+)\*?(?:\{\}|\s*)|(?P<sign>.))", re.DOTALL)


def _decode_commands(text: str) -> str:
    """Decode text with commands or math: by replacement where every one stands for itself, else token by token."""
    # Two backslashes and a quote are a line break and a quote, no accent; `\\$` would be taken for the end of a
    # formula, and `\\(` begins one.
    if "\\\\" in text:
        text = _ESCAPED_TWICE.sub(r"{\\\1}", text)
    if _ODD.search(text):
        return read(text)
    try:
        return _bare(ligatures(_replaced(text)))
    except _OddText:
        return read(text)


def _replaced(text: str) -> str:
    """Return `text` with formulas, accents and commands as what they stand for; raises _OddText where more is left."""
    if "$" in text:
        text = FENCED.sub(_formula, text)
    if "\\" in text:
        text = _COMMAND.sub(_command, ACCENT.sub(composed, text))
    if "$" in text or "\\" in text:
        raise _OddText
    return text
