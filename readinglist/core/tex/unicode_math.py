"""Simple math as Unicode: Greek, operators, sub- and superscripts; what is more than that stays TeX."""

from __future__ import annotations

import re

from readinglist.core.tex.tables import ACCENTS, BLACKBOARD, COMMANDS, FUNCTIONS, MATH_ACCENTS, PLAIN, shifted

# A formula as most viewers take it: no space just inside the dollars; one that begins with a digit has no digit behind
# it, so that prices are not math. Blanks just inside (`$ 5 \times 7 $`, `$\mu $`) are let pass where it holds a
# command, or is one word or an equation between two blanks. Bounded, so that a text full of dollars costs linear time.
_OPERAND = r"[^\s$\\=<>+*/]{1,20}"
_IN = r"(?:[^$\\]|\\.)"
MATH = re.compile(
    r"\$(?:\$(?P<display>(?:[^$\\]|\\.){1,2000})\$\$"
    r"|(?P<inline>(?P<price>\d)?+(?:(?:[^$\\\s]|\\.)(?:(?:[^$\\]|\\.){0,2000}(?:[^$\\\s]|\\.))?|(?<=\d)))\$(?(price)(?!\d))"
    rf"|(?P<loose>\s+(?:\d{{1,3}}|[^\s$\\\d][^\s$\\]{{0,40}})\s+|\s+{_OPERAND}(?:\s*[=<>+*/]\s*{_OPERAND}){{1,8}}\s+"
    rf"|(?=[^$]{{0,400}}?\\[A-Za-z{{}},;])(?!\d){_IN}{{1,400}})\$(?!\d))",
    re.DOTALL,
)

_TOKEN = re.compile(r"\\([A-Za-z]+)|\\(.)|([\^_])|([{}])|(\s+)|([^\\^_{}\s])", re.DOTALL)
_DEEPEST = 8
_SPACING = {",": " ", ";": " ", ":": " ", " ": " ", "!": "", "{": "{", "}": "}", "%": "%", "$": "$", "&": "&", "#": "#",
            "_": "_", "|": "‖", ">": " "}  # fmt: skip
_GROUPED = frozenset(PLAIN - {"left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr", "bigg", "Bigg"})


class _TooComplex(Exception):
    """This formula has no plain form; caught in `decode_math` alone."""


def formula(found: re.Match[str]) -> str:
    """Return what stands between the dollars of a match of `MATH`."""
    return str(found["display"] or found["inline"] or found["loose"] or "")


def decode_math(source: str) -> str | None:
    """Return the formula `source` (without its dollars) in plain Unicode, or None where only TeX can say it.

    Letters stay upright, and a sub- or superscript that Unicode lacks keeps its `_` or `^`: `L_∞`.
    """
    if source.isalnum() and source.isascii():
        return source
    try:
        text, _at = _read(source, 0, 0)
    except _TooComplex:
        return None
    return " ".join(text.split())


def _read(source: str, at: int, deep: int) -> tuple[str, int]:
    """Read up to the end of the group that starts at `at`; return its text and the place behind it."""
    if deep > _DEEPEST:
        raise _TooComplex
    parts: list[str] = []
    while at < len(source):
        found = _TOKEN.match(source, at)
        if found is None:
            raise _TooComplex
        name, sign, script, brace, space, char = found.groups()
        at = found.end()
        if brace == "}":
            return "".join(parts), at
        if brace or name is not None:
            text, at = _read(source, at, deep + 1) if brace else _command(source, name, at, deep)
            parts.append(text)
        elif script:
            text, at = _argument(source, at, deep)
            parts.append(_shift(text, script))
        elif space:
            parts.append(" ")
        elif sign is not None:
            if sign not in _SPACING:
                raise _TooComplex
            parts.append(_SPACING[sign])
        elif char == "&":
            raise _TooComplex
        else:
            parts.append({"'": "′", "~": " "}.get(char, char))
    return "".join(parts), at


def _shift(text: str, script: str) -> str:
    text = text.strip()
    if not text:
        return ""
    if text == "′":
        return text
    return shifted(text, up=script == "^") or script + text


def _argument(source: str, at: int, deep: int) -> tuple[str, int]:
    """Read one argument: a group, a command or a character."""
    while at < len(source) and source[at].isspace():
        at += 1
    if at >= len(source):
        return "", at
    if source[at] == "{":
        return _read(source, at + 1, deep + 1)
    found = _TOKEN.match(source, at)
    if found is None or found[3] or found[4] or found[2]:
        raise _TooComplex
    if found[1] is not None:
        return _command(source, found[1], found.end(), deep + 1)
    return found[0], found.end()


def _command(source: str, name: str, at: int, deep: int) -> tuple[str, int]:
    """Read the command `name` that ends at `at`; return its text and where to go on. Raises _TooComplex."""
    if deep > _DEEPEST:
        raise _TooComplex
    if name in COMMANDS:
        shown = COMMANDS[name]
        # TeX drops blanks behind a command; behind a relation or an operator they help to read.
        if shown.isalpha():
            while at < len(source) and source[at].isspace():
                at += 1
        return shown, at
    if name in FUNCTIONS:
        follows = source[at : at + 1]
        return name + (" " if follows == "\\" or follows.isalnum() else ""), at
    if name in MATH_ACCENTS or name in ACCENTS:
        text, at = _argument(source, at, deep)
        if len(text) != 1:
            raise _TooComplex
        return text + (MATH_ACCENTS.get(name) or ACCENTS[name]), at
    if name in ("frac", "tfrac", "dfrac", "sfrac", "nicefrac"):
        above, at = _argument(source, at, deep)
        below, at = _argument(source, at, deep)
        if not (above.isalnum() and below.isalnum()):
            raise _TooComplex
        return f"{above}/{below}", at
    if name == "sqrt" and source[at : at + 1] != "[":
        text, at = _argument(source, at, deep)
        return (f"√{text}" if len(text) == 1 else f"√({text})"), at
    if name in ("mathbb", "Bbb", "mathds"):
        text, at = _argument(source, at, deep)
        return "".join(BLACKBOARD.get(char, char) for char in text), at
    if name in _GROUPED and name not in ("limits", "nolimits", "displaystyle", "relax", "bm"):
        return _argument(source, at, deep) if source[at : at + 1] == "{" else ("", at)
    if name in PLAIN:
        return "", at
    raise _TooComplex
