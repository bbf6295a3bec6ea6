"""Reads TeX token by token: groups, commands with arguments, accents, math; knows no BibTeX."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from readinglist.core.tex.tables import (
    ACCENTS,
    COMMANDS,
    DROPPED,
    FUNCTIONS,
    MATH_ACCENTS,
    PLAIN,
    SECOND,
    SPACING,
    shifted,
)
from readinglist.core.tex.unicode_math import MATH, decode_math, formula

_TOKEN = re.compile(r"\\(?P<name>[A-Za-z]+)\*?\s*|\\(?P<sign>.)|(?P<brace>[{}])|(?P<math>\$)|[^\\{}$]+", re.DOTALL)
_OPTION = re.compile(r"\[[^\[\]{}]{0,200}\]\s*")
# Commands with a length behind: `\raise .5ex\hbox{c}`.
_LENGTHS = frozenset({"raise", "lower", "kern", "hskip", "vskip", "moveleft", "moveright", "mkern", "penalty"})
_LENGTH = re.compile(r"=?\s*-?\s*[\d.]+\s*(?:true\s*)?(?:pt|pc|in|bp|cm|mm|dd|cc|sp|em|ex|mu)?\s*")
_RAW_GROUP = re.compile(r"\s*\{((?:[^{}]|\{[^{}]*\}){0,4000})\}")
# What is inside holds no other start, and is taken possessively: always linear.
_PAREN_MATH = re.compile(r"\\\(((?:[^\\]|\\[^()\[\]])++)\\\)|\\\[((?:[^\\]|\\[^()\[\]])++)\\\]", re.DOTALL)

SIGNS = {
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", "\n": " ", "\t": " ", ",": " ",
    ";": " ", ":": " ", "!": "", "-": "", "/": "", "@": "", "\\": " ", "|": "‖", "*": "", "+": "", ">": " ", "<": "",
    "(": "", ")": "", "[": "", "]": "",
}  # fmt: skip
# Handlers nest only so deep; below, groups are taken as they are, so that time stays linear.
_DEEPEST = 24

# Commands whose argument is not running text.
RAW_ARGUMENT = frozenset({"url", "path", "nolinkurl", "ensuremath"})

Handler = Callable[[str], str]


def accented(accent: str, base: str) -> str:
    """Return `base` with the accent command `accent` on its first letter; the bare sign when there is no base."""
    base = base.strip()
    if not base:
        return SPACING.get(accent, "")
    combining = ACCENTS.get(accent) or MATH_ACCENTS[accent]
    first, rest = base[0], base[1:]
    if accent not in ("d", "c", "k", "b"):
        first = {"ı": "i", "ȷ": "j"}.get(first, first)
    # An accent goes behind those the letter has; NFC makes one character of it where there is one.
    while rest and unicodedata.combining(rest[0]):
        first, rest = first + rest[0], rest[1:]
    return unicodedata.normalize("NFC", first + combining) + rest


def shown_command(name: str, *, spaced: bool) -> str:
    """Return what a command of `COMMANDS` stands for, `spaced` where a blank follows it.

    TeX swallows that blank: behind letters it has to go, behind `\\LaTeX Project` its writers meant it.
    """
    shown = COMMANDS[name]
    return shown + " " if spaced and len(shown) > 2 else shown


def _dropped(_text: str) -> str:
    return ""


def _superscript(text: str) -> str:
    return shifted(text, up=True) or text


def _subscript(text: str) -> str:
    return shifted(text, up=False) or text


def _char(text: str) -> str:
    """Return the character of `\\char` numbers: decimal, `"` hexadecimal or `'` octal."""
    text = text.strip()
    base = {'"': 16, "'": 8}.get(text[:1], 10)
    try:
        code = int(text.lstrip("\"'"), base)
    except ValueError:
        return text
    return chr(code) if 31 < code < 0xD800 or 0xE000 <= code < 0x110000 else ""


_HANDLERS: dict[str, list[Handler | None]] = {
    "textsuperscript": [_superscript], "textsubscript": [_subscript], "mkbibsuperscript": [_superscript],
    "up": [_superscript], "fup": [_superscript], "unichar": [_char], "symbol": [_char],
    "discretionary": [_dropped, _dropped, _dropped],
    "footnote": [_dropped], "thanks": [_dropped], "footnotemark": [_dropped], "footnotetext": [_dropped],
}  # fmt: skip
_HANDLERS |= {name: [_dropped] for name in DROPPED}
_HANDLERS |= {name: [_dropped, None] for name in SECOND}
# csquotes and biblatex: an argument between quotes.
_QUOTED = {"enquote": ("“", "”"), "mkbibquote": ("“", "”"), "textquote": ("“", "”"), "mkbibparens": ("(", ")"),
           "mkbibbrackets": ("[", "]")}  # fmt: skip


class Reader:
    """One pass over one text. `tidy` turns the ligatures of plain runs into characters."""

    def __init__(self, text: str, tidy: Handler) -> None:
        self._text = text
        self._tidy = tidy
        self._parts: list[str] = []
        # What the end of a group does: go back to these parts, with this handler on what the group holds (None: the
        # parts are shared), put this text behind, and go on waiting for these arguments.
        self._frames: list[tuple[list[str], Handler | None, str, list[Handler | None]]] = []
        self._deep = 0
        self._quotes = 0
        self._pending: list[Handler | None] = []
        self._closing = ""

    def read(self) -> str:
        """Return the whole text decoded."""
        text, at, end = self._text, 0, len(self._text)
        match = _TOKEN.match
        while at < end:
            found = match(text, at)
            if found is None:  # a lone backslash at the very end
                break
            at = found.end()
            kind = found.lastgroup
            if kind is None:
                self._plain(found[0])
            elif kind == "brace":
                if found[0] == "{":
                    self._open()
                else:
                    self._close()
            elif kind == "name":
                at = self._command(found["name"], at)
            elif kind == "math":
                at = self._math(at)
            else:
                at = self._sign(found["sign"], at)
        while self._frames:
            self._close()
        return "".join(self._parts)

    def _plain(self, run: str) -> None:
        if self._pending:
            bare = run.lstrip()
            if not bare:
                return
            # A command without braces takes one character: `\\v s`, `\\textsuperscript 2`.
            self._argument(bare[0])
            run = bare[1:]
        if "-" in run or "`" in run or "'" in run:
            run = self._tidy(run)
        self._parts.append(run.replace("~", " ") if "~" in run else run)

    def _argument(self, value: str) -> None:
        """Give `value` to the command that waits for its argument, or put it down as it is."""
        if self._pending:
            handler = self._pending[0]
            self._pending = []
            value = (handler(value) if handler else value) + self._closing
            self._closing = ""
        self._parts.append(value)

    def _open(self) -> None:
        handler, rest, closing = None, self._pending, ""
        if rest:
            handler, rest = rest[0], rest[1:]
            self._pending = []
        if not rest:
            closing, self._closing = self._closing, ""
        if handler is not None and self._deep < _DEEPEST:
            self._deep += 1
            self._frames.append((self._parts, handler, closing, rest))
            self._parts = []
        else:
            self._frames.append((self._parts, None, closing, rest))

    def _close(self) -> None:
        if not self._frames:
            return
        if self._pending:
            self._argument("")
        parts, handler, closing, self._pending = self._frames.pop()
        if handler is not None:
            self._deep -= 1
            held, self._parts = "".join(self._parts), parts
            self._parts.append(handler(held))
        if closing:
            self._parts.append(closing)
            if closing in "”’":
                self._quotes -= 1

    def _command(self, name: str, at: int) -> int:
        """Read the command `name` that ends at `at`; return where to go on."""
        if name in COMMANDS:
            self._argument(shown_command(name, spaced=self._text[at - 1].isspace()))
            return self._skip_empty_group(at)
        if name in PLAIN:
            return self._verbatim(name, at)
        if name in ACCENTS or name in MATH_ACCENTS:
            self._accent(name)
        elif name in _HANDLERS:
            option = _OPTION.match(self._text, at)
            at = option.end() if option else at
            self._pending = list(_HANDLERS[name])
        elif name in _QUOTED:
            left, self._closing = _QUOTED[name]
            if left == "“":
                left, self._closing = (left, self._closing) if self._quotes % 2 == 0 else ("‘", "’")
                self._quotes += 1
            self._parts.append(left)
            self._pending = [None]
        elif name == "char":
            number = re.compile(r"\"[0-9A-Fa-f]{1,5}|'[0-7]{1,6}|\d{1,6}").match(self._text, at)
            if number:
                self._argument(_char(number[0]))
                at = number.end()
        else:
            at = self._unknown(name, at)
        return at

    def _accent(self, accent: str) -> None:
        """Wait for the base of an accent; one accent behind another goes on the same letter."""
        outer = self._pending[0] if self._pending else None

        def put(text: str) -> str:
            letter = accented(accent, text)
            return outer(letter) if outer else letter

        self._pending = [put]

    def _unknown(self, name: str, at: int) -> int:
        """A command we do not know: its argument if it has one, else its name, so that nothing is unreadable."""
        option = _OPTION.match(self._text, at)
        if option and self._text[option.end() : option.end() + 1] == "{":
            return option.end()
        if name in _LENGTHS:
            length = _LENGTH.match(self._text, at)
            return length.end() if length else at
        begun = at - len(name) - 1
        while self._text[begun] != "\\":
            begun -= 1
        if self._text[begun - 1 : begun] == "{" and self._text[at - 1].isspace() and self._text[at : at + 1] != "}":
            return at  # first in its group, with text behind: a change of font, `{\\sltt text}`
        if self._text[at : at + 1] != "{" and (name in FUNCTIONS or len(name) > 1):
            self._argument("°" if name == "deg" else name)  # an operator in formulas only
            if self._text[at - 1 : at].isspace():
                self._parts.append(" ")
        return at

    def _verbatim(self, name: str, at: int) -> int:
        """The commands whose argument is not running text: addresses and math."""
        if name in RAW_ARGUMENT:
            group = _RAW_GROUP.match(self._text, at)
            if group:
                inside = group[1]
                shown = decode_math(inside) if name == "ensuremath" else inside.replace("\\", "")
                self._argument(f"${inside}$" if shown is None else shown)
                return group.end()
        return at

    def _skip_empty_group(self, at: int) -> int:
        return at + 2 if self._text[at : at + 2] == "{}" else at

    def _sign(self, sign: str, at: int) -> int:
        if sign in ACCENTS:
            self._accent(sign)
            return at
        if sign in "([":
            found = _PAREN_MATH.match(self._text, at - 2)
            if found:
                inside = found[1] if found[1] is not None else found[2]
                shown = decode_math(inside)
                self._argument(f"${inside}$" if shown is None else shown)
                return found.end()
        self._argument(SIGNS.get(sign, sign))
        return at

    def _math(self, at: int) -> int:
        """Read the math that a dollar sign before `at` opens; a dollar without its twin is one."""
        found = MATH.match(self._text, at - 1)
        if found is None:
            self._argument("$")
            return at
        shown = decode_math(formula(found))
        # Without the blanks just inside, so that it is taken for a formula wherever it goes from here.
        kept = f"${found['loose'].strip()}$" if found["loose"] else found[0]
        self._argument(kept if shown is None else shown)
        return found.end()
