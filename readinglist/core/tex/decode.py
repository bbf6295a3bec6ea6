"""TeX of bibliographies read as Unicode text; leaves the way back to `encode`, math to `unicode_math`.

Three roads, the quickest that fits: text without a TeX character comes back as it is; braces, ligatures, accents,
simple formulas and commands without arguments are replaced; the rest is read token by token. All in linear time and
without recursion.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html.entities import html5

from readinglist.core.tex.groups import RAW_ARGUMENT, SIGNS, Reader, accented, shown_command
from readinglist.core.tex.tables import COMMANDS, LETTERS, PLAIN
from readinglist.core.tex.unicode_math import MATH, decode_math, formula

_BLANK_LINE = re.compile(r"[ \t]*\n[ \t]*(?:\n[ \t]*)+")
_SINGLE_QUOTED = re.compile(r"`([^`'\n]{0,200})'")
_ENTITY = re.compile(r"\\?&([A-Za-z]{2,8}\d{0,2}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});")

_BASE = r"(?:\\(?:[ijoOlL]|ae|AE|oe|OE|aa|AA)(?![A-Za-z])\s*(?:\{\})?|[^\W\d_])"
_ACCENT = re.compile(
    rf"""\\(?:(?P<mark>["'`^~=.])\s*|(?P<letter>[vcukrHdbhGUfC])(?:\s+|(?=\{{)))"""
    rf"""(?:\{{\s*(?P<inner>{_BASE})\s*\}}|(?P<bare>{_BASE}))"""
)


class _Accents(dict[str, str]):
    """What an accent and its base come to, by their spelling: a text repeats few of them."""

    def of(self, found: re.Match[str]) -> str:
        spelling = found[0]
        done = self.get(spelling)
        if done is None:
            base = (found["inner"] or found["bare"]).strip()
            if base.startswith("\\"):
                base = LETTERS[base[1:].rstrip("{} \t\n")]
            done = accented(found["mark"] or found["letter"], base)
            if len(self) < 20_000:
                self[spelling] = done
        return done


_replace_accent: Callable[[re.Match[str]], str] = _Accents().of
_IN_NAMES = re.compile(
    rf"\{{(?:{_ACCENT.pattern}|\\(?P<lone>[oOlLij]|ae|AE|oe|OE|aa|AA|ss|SS|dh|DH|th|TH|dj|DJ|ng|NG)(?:\{{\}})?\s*)\}}"
)


def _replace_letter(found: re.Match[str]) -> str:
    lone = found["lone"]
    return LETTERS[lone] if lone else _replace_accent(found)


def decode_letters(text: str) -> str:
    """Return TeX text with its accented and foreign letters as Unicode and the groups around each gone.

    Everything else stays, other braces too: a letter in braces is BibTeX's "special character", which counts in a name
    like the letter that it is.
    """
    if "{" in text:
        text = _IN_NAMES.sub(_replace_letter, text)
    return _ACCENT.sub(_replace_accent, text) if "\\" in text else text


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
        if "{" in text or "}" in text:
            text = _ligatures(text).replace("{", "").replace("}", "")
        elif ("-" in text and "--" in text) or ("'" in text and "''" in text) or "`" in text:
            text = _ligatures(text)
        if "~" in text:
            text = text.replace("~", " ")
    if "&" in text and ";" in text:
        text = _ENTITY.sub(_entity, text)
    return text


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


def _ligatures(text: str) -> str:
    """Return `text` with TeX's dashes and quotes as their characters."""
    if "--" in text:
        text = text.replace("---", "—").replace("--", "–")
    if "''" in text:
        text = text.replace("''", "”")
    if "`" in text:
        text = text.replace("``", "“").replace("!`", "¡").replace("?`", "¿")
        text = _SINGLE_QUOTED.sub("‘\\1’", text)
    return text


class _OddText(Exception):
    """This text needs to be read token by token; never leaves this module."""


# What the quick road would take for TeX again if a command left it behind.
_TELLING = frozenset("\\{}$~`'-")


class _Commands(dict[str, str]):
    """What commands without arguments come to, by their spelling; raises _OddText for the others."""

    def of(self, found: re.Match[str]) -> str:
        spelling = found[0]
        done = self.get(spelling)
        if done is None:
            done = self._meaning(found)
            if len(self) < 20_000:
                self[spelling] = done
        return done

    def _meaning(self, found: re.Match[str]) -> str:
        name, sign = found["name"], found["sign"]
        if name is None:
            shown = SIGNS.get(sign)
        elif name in COMMANDS:
            shown = shown_command(name, spaced=found[0][-1].isspace())
        else:
            shown = "" if name in PLAIN and name not in RAW_ARGUMENT else None
        if shown is None or not _TELLING.isdisjoint(shown):
            raise _OddText
        return shown


class _Formulas(dict[str, str]):
    """What formulas come to; raises _OddText for those that stay TeX."""

    def of(self, found: re.Match[str]) -> str:
        spelling = found[0]
        done = self.get(spelling)
        if done is None:
            done = decode_math(formula(found))
            if done is None or not _TELLING.isdisjoint(done):
                raise _OddText
            if len(self) < 20_000 and len(spelling) < 100:
                self[spelling] = done
        return done


# `{\\\\'e}`: an accent that some program escaped once more.
_ESCAPED_TWICE = re.compile(r"""\{\\\\(["'`^~=.]\{?\\?[A-Za-z]\}?)\}""")
_COMMAND = re.compile(r"\\(?:(?P<name>[A-Za-z]+)\*?(?:\{\}|\s*)|(?P<sign>.))", re.DOTALL)
_replace_command: Callable[[re.Match[str]], str] = _Commands().of
_replace_formula: Callable[[re.Match[str]], str] = _Formulas().of


def _decode_commands(text: str) -> str:
    """Decode text with commands or math: by replacement where every one stands for itself, else token by token."""
    # Two backslashes and a quote are a line break and a quote, no accent; `\\$` would be taken for the end of a
    # formula, and `\\(` begins one.
    if "\\\\" in text:
        text = _ESCAPED_TWICE.sub(r"{\\\1}", text)
    if "\\\\" in text or "\\$" in text or "\\(" in text or "\\[" in text:
        return Reader(text, _ligatures).read()
    try:
        quick = MATH.sub(_replace_formula, text) if "$" in text else text
        if "$" in quick:
            raise _OddText
        if "\\" in quick:
            quick = _ACCENT.sub(_replace_accent, quick)
            if "\\" in quick:
                quick = _COMMAND.sub(_replace_command, quick)
                if "\\" in quick:
                    raise _OddText
    except _OddText:
        return Reader(text, _ligatures).read()
    quick = _ligatures(quick)
    if "{" in quick or "}" in quick:
        quick = quick.replace("{", "").replace("}", "")
    return quick.replace("~", " ") if "~" in quick else quick
