"""TeX of bibliographies read token by token as plain text: all of TeX goes, and no word is lost."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from readinglist.core.tex.accents import accented
from readinglist.core.tex.alphabets import shifted
from readinglist.core.tex.commands import ADDRESSES, DROPPED, PLAIN, SECOND
from readinglist.core.tex.formula import read_math
from readinglist.core.tex.reader import DEEPEST, SPECIAL, Reader
from readinglist.core.tex.run import Run, flat
from readinglist.core.tex.symbols import ACCENTS, COMMANDS, MATH_ACCENTS

_TEX = re.compile(r"[\\{}$]")
_OPTION = re.compile(r"\[[^\[\]{}]{0,200}\]\s*")
# Commands with a length behind: `\raise .5ex\hbox{c}`.
_LENGTHS = frozenset({"raise", "lower", "kern", "hskip", "vskip", "moveleft", "moveright", "mkern", "penalty"})
_LENGTH = re.compile(r"=?\s*-?\s*[\d.]+\s*(?:true\s*)?(?:pt|pc|in|bp|cm|mm|dd|cc|sp|em|ex|mu)?\s*")
_NUMBER = re.compile(r"\"[0-9A-Fa-f]{1,5}|'[0-7]{1,6}|\d{1,6}")
_RAW_GROUP = re.compile(r"\{((?:[^{}]|\{[^{}]*\}){0,4000})\}")
_SINGLE_QUOTED = re.compile(r"`([^`'\n]{0,200})'")

SIGNS = {c: c for c in "&%$#_{}"} | dict.fromkeys(" \n\t,;:>\\", " ") | dict.fromkeys("!-/@*+<()[]", "") | {"|": "‖"}
RAW_ARGUMENT = ADDRESSES | {"ensuremath"}  # commands whose argument is no running text
_NOTES = ("footnote", "thanks", "footnotemark", "footnotetext")
_RAISED = {"textsuperscript": True, "mkbibsuperscript": True, "up": True, "fup": True, "textsubscript": False}


@lru_cache(maxsize=1024)  # where one stays TeX, it is asked for twice
def formula_text(inner: str) -> str | None:
    """Return the formula `inner` (without its dollars) in plain Unicode, or None where only TeX can say it.

    A sub- or superscript that Unicode lacks keeps its `_` or `^`: `L_∞`.
    """
    if inner.isalnum() and inner.isascii():
        return inner
    runs = read_math(inner.strip(), Run(""), lambda text, style: [style.says(read(text))], storing=True)
    return None if runs is None else " ".join(flat(runs).split())


def fenced(inner: str) -> str:
    """Return the formula `inner` in plain Unicode, or between dollars where only TeX can say it."""
    shown = formula_text(inner)
    return f"${inner.strip()}$" if shown is None else shown


def command_text(name: str, *, spaced: bool) -> str:
    """Return what a command of `COMMANDS` stands for, `spaced` where a blank follows it.

    TeX swallows that blank: behind letters it has to go, behind `\\LaTeX Project` its writers meant it.
    """
    shown = COMMANDS[name]
    return shown + " " if spaced and len(shown) > 2 else shown


def ligatures(text: str) -> str:
    """Return `text` with TeX's dashes and quotes as their characters."""
    if "--" in text:
        text = text.replace("---", "—").replace("--", "–")
    if "''" in text:
        text = text.replace("''", "”")
    if "`" in text:
        text = text.replace("``", "“").replace("!`", "¡").replace("?`", "¿")
        text = _SINGLE_QUOTED.sub("‘\\1’", text)
    return text


def read(text: str) -> str:
    """Return TeX text in plain Unicode, its white space as it comes. Never raises; time is linear in the length."""
    stored = Stored(text)
    stored.part(0, len(text))
    return "".join(stored.parts)


class Stored(Reader):
    """Reads everything as TeX: unknown commands leave their argument, or their name."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.parts: list[str] = []
        self.endings: dict[int, str] = {}  # what the closing brace at a place stands for
        self.quotes = 0

    def say(self, text: str) -> None:
        self.parts.append(text)

    def said(self, text: str, after: int) -> int:
        self.parts.append(text)
        return after

    def leave(self, sign: str) -> None:
        if sign[0] == "\\":
            self.say(SIGNS.get(sign[1:], sign[1:]))
        elif sign not in "{}":
            self.say(sign)

    def typography(self, sign: str, at: int) -> int | None:
        if sign == "\\":
            return None
        single = _SINGLE_QUOTED.match(self.source, at) if sign == "`" else None
        if single and not _TEX.search(single[1]):
            return self.said(ligatures(single[0]).replace("~", " "), single.end())
        return self.said(" " if sign == "~" else ligatures(sign), at + len(sign))

    def formula(self, inner: str, start: int, end: int) -> int:
        return self.said(self.source[start:end] if self.source.startswith("$$", start) else fenced(inner), end)

    def brace(self, sign: str, at: int) -> int | None:
        if at in self.endings:
            self.quotes -= 1
            self.say(self.endings.pop(at))
        return at + 1

    def command(self, name: str, at: int, after: int, end: int) -> int | None:
        if not name[0].isalpha():
            return self.accent(name, after, end) if name in ACCENTS else self.said(SIGNS.get(name, name), after)
        name = name.rstrip("*")
        behind = _blanks(self.source, after, end)
        if name in COMMANDS:
            self.say(command_text(name, spaced=behind > after))
            return behind + 2 if self.source.startswith("{}", behind) else behind
        rule = _RULES.get(name)
        return rule(self, name, behind, end) if rule else self.unknown(name, at, behind)

    def argument(self, at: int, end: int) -> tuple[str, int]:
        """Return what a command takes, and the place behind it: a group, a command or one character."""
        at = _blanks(self.source, at, end)
        if at >= end or self.depth >= DEEPEST:
            return "", at
        outer, self.parts = self.parts, []
        self.depth += 1
        close = self.closing.get(at)
        found = SPECIAL.match(self.source, at, end)
        if close is not None and close < end:
            self.part(at + 1, close)
            at = close + 1
        elif found:
            at = self.token(found[0], at, end) if found[0] not in "{}" else at
        else:
            self.say(self.source[at])
            at += 1
        self.depth -= 1
        text, self.parts = "".join(self.parts), outer
        return text, at

    def look(self, _name: str, after: int, _end: int) -> int:
        return after

    def accent(self, name: str, after: int, end: int) -> int:
        base, behind = self.argument(after, end)
        bare = base or self.closing.get(after) is not None  # `\\~{}` is how a bare tilde is written
        return self.said(accented(name, base) if bare else "", behind)

    def script(self, name: str, after: int, end: int) -> int:
        text, after = self.argument(after, end)
        return self.said(shifted(text, _RAISED[name]) or text, after)

    def dropped(self, name: str, after: int, end: int) -> int:
        after = self.option(after)
        for _argument in range(3 if name == "discretionary" else 1):
            close = self.closing.get(after, end)
            after = close + 1 if close < end else after
        return after

    def option(self, after: int) -> int:
        option = _OPTION.match(self.source, after)
        return option.end() if option else after

    def quoted(self, _name: str, after: int, _end: int) -> int:
        """Say a quotation mark and leave its partner to the end of the group; quotes in quotes are single ones."""
        close = self.closing.get(after)
        if close is not None:
            opening, self.endings[close] = "‘’" if self.quotes % 2 else "“”"
            self.quotes += 1
            self.say(opening)
        return after

    def character(self, _name: str, after: int, end: int) -> int:
        """Read `\\char` numbers: decimal, `"` hexadecimal or `'` octal."""
        number = _NUMBER.match(self.source, after + (after in self.closing))
        if not number:
            return after
        code = int(number[0].lstrip("\"'"), {'"': 16, "'": 8}.get(number[0][0], 10))
        self.say(chr(code) if 31 < code < 0xD800 or 0xE000 <= code < 0x110000 else "")
        return self.closing.get(after, number.end() - 1) + 1

    def length(self, _name: str, after: int, _end: int) -> int:
        length = _LENGTH.match(self.source, after)
        return length.end() if length else after

    def raw(self, name: str, after: int, _end: int) -> int:
        """Read addresses and math."""
        group = _RAW_GROUP.match(self.source, after)
        if group is None:
            return after
        return self.said(fenced(group[1]) if name == "ensuremath" else group[1].replace("\\", ""), group.end())

    def unknown(self, name: str, at: int, after: int) -> int:
        """Leave the argument of a command, or its name where it has none."""
        source = self.source
        option = self.option(after)
        if option > after and source.startswith("{", option):
            return option
        blank = " " if source[after - 1].isspace() else ""
        if blank and source[at - 1 : at] == "{" and not source.startswith("}", after):
            return after  # first in its group, with text behind: a change of font, `{\sltt text}`
        if not source.startswith("{", after) and len(name) > 1:
            self.say(("°" if name == "deg" else name) + blank)  # an operator in formulas only
        return after


def _blanks(source: str, at: int, end: int) -> int:
    """Return the place behind the white space at `at`."""
    while at < end and source[at].isspace():
        at += 1
    return at


# What reads each command; where a name stands in several rows, the last one counts.
_RULES: Mapping[str, Callable[[Stored, str, int, int], int]] = (
    dict.fromkeys(("char", "symbol", "unichar"), Stored.character)
    | dict.fromkeys(("enquote", "mkbibquote", "textquote"), Stored.quoted)
    | dict.fromkeys((*DROPPED, *SECOND, *_NOTES, "discretionary"), Stored.dropped)
    | dict.fromkeys(_RAISED, Stored.script)
    | dict.fromkeys((*ACCENTS, *MATH_ACCENTS), Stored.accent)
    | dict.fromkeys(PLAIN, Stored.look)
    | dict.fromkeys(RAW_ARGUMENT, Stored.raw)
    | dict.fromkeys(_LENGTHS, Stored.length)
)
