"""A formula as runs of Unicode, italics and shifts; None where anything in it is not understood."""

# ruff: noqa: SIM905 -- tables of words read better as one text

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from readinglist.core.tex.accents import accented
from readinglist.core.tex.alphabets import marked, struck
from readinglist.core.tex.atoms import Atom, bracketed, kind_of, lay, letters, simple
from readinglist.core.tex.commands import ADDRESSES, DECLARED_FONTS, FONTS, FUNCTIONS, PLAIN, TEXTS, UNSEEN
from readinglist.core.tex.run import Run
from readinglist.core.tex.symbols import COMMANDS, GREEK, MATH_ACCENTS

_DEEPEST = 24
_TOKEN = re.compile(r"\s+|\\[A-Za-z]+\*?|\\.|[A-Za-z]+|\d+(?:[.,]\d+)*|:=|.", re.DOTALL | re.ASCII)
_OPTION = re.compile(r"\s*\[([^\[\]{}\\$]{0,20})\]")

_SIGNS = {"-": "−", "*": "∗", "`": "‘"}
_ROOTS = {"3": "∛", "4": "∜"}


class _NotUnderstoodError(Exception):
    """Something in the formula has no form here; never leaves this module."""


def read_math(
    source: str, style: Run, read_text: Callable[[str, Run], list[Run]], *, storing: bool = False
) -> list[Run] | None:
    """Return the formula `source` (without its dollars) as runs in `style`, or None where it is not understood.

    `read_text` reads what stands in `\\text{}`. For `storing`, signs that a keyboard has stay as typed, and what loses
    by being written on one line is not understood. Time is linear in the length.
    """
    formula = _Formula(source, read_text, storing)
    try:
        runs = formula.sequence(style._replace(math=True), "it")
    except _NotUnderstoodError:
        return None
    return None if formula.peek() else runs  # a closing brace too many


class _Formula:
    """One pass over the tokens of a formula; every method leaves `at` behind what it has read."""

    def __init__(self, source: str, read_text: Callable[[str, Run], list[Run]], storing: bool) -> None:
        self.source = source
        self.storing = storing
        self.tokens = [(found[0], found.start()) for found in _TOKEN.finditer(source)]
        self.at = 0
        self.depth = 0
        self.read_text = read_text

    def peek(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def skip_space(self) -> bool:
        start = self.at
        while self.peek().isspace():
            self.at += 1
        return self.at > start

    def sequence(self, style: Run, font: str) -> list[Run]:
        """Read atoms up to a closing brace (left unread) or the end."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _NotUnderstoodError
        atoms: list[Atom] = []
        while True:
            spaced = self.skip_space()
            token = self.peek()
            if not token or token == "}":
                break
            self.at += 1
            if token in "^_":
                self.script(atoms, token, style, font)
            elif token == "'":
                self.attach(atoms, [style.says("′")])
            elif token[0] == "\\" and token[1:] in DECLARED_FONTS:
                font = DECLARED_FONTS[token[1:]]
            else:
                atom = self.atom(token, style, font)
                atoms.append(atom._replace(spaced=True) if spaced else atom)
        self.depth -= 1
        return lay(atoms, bool(style.shift))

    def attach(self, atoms: list[Atom], runs: list[Run]) -> None:
        if not atoms:
            atoms.append(Atom("ord", []))
        atoms[-1].runs.extend(runs)

    def script(self, atoms: list[Atom], sign: str, style: Run, font: str) -> None:
        atom = self.argument(style.shifted(sign), font)
        runs, text = atom.runs, atom.text
        if sign == "^" and text in ("∘", "°"):
            runs = [style.says("°")]
        elif sign == "^" and text and not text.strip("′"):
            runs = [run._replace(shift=style.shift) for run in runs]
        self.attach(atoms, runs)

    def argument(self, style: Run, font: str) -> Atom:
        """Read what a command or a script takes: a group, a command, or one character."""
        self.skip_space()
        token = self.peek()
        if not token or token in "}^_'":
            raise _NotUnderstoodError
        if len(token) > 1 and token[0] != "\\":  # `x^10` raises the 1 alone
            start = self.tokens[self.at][1]
            self.tokens[self.at] = (token[1:], start + 1)
            return self.atom(token[0], style, font)
        self.at += 1
        atom = self.atom(token, style, font)
        if not atom.kind:
            raise _NotUnderstoodError
        return atom

    def atom(self, token: str, style: Run, font: str) -> Atom:
        if token == "{":
            return self.group(style, font)
        if token[0] == "\\":
            return self.command(token[1:], style, font)
        if token in ("&", "$", "}", "^", "_"):
            raise _NotUnderstoodError
        if token == "~":
            return Atom("space", [style.says(" ")])
        if token[0].isalpha() or token[0].isdigit():
            return Atom("ord", [letters(token, style, font)])
        sign = _SIGNS.get(token, token)
        return Atom(kind_of(sign), [style.says(token if self.storing else sign)])

    def group(self, style: Run, font: str) -> Atom:
        """Read a group whose opening brace has been read."""
        runs = self.sequence(style, font)
        if self.peek() != "}":
            raise _NotUnderstoodError
        self.at += 1
        return Atom("ord", runs)

    def command(self, name: str, style: Run, font: str) -> Atom:
        rule = _RULES.get(name)
        if rule is None and name not in _NAMED:
            raise _NotUnderstoodError
        return rule(self, name, style, font) if rule else self.named(name, style, font)

    def font(self, name: str, style: Run, _font: str) -> Atom:
        return self.argument(style, FONTS[name])

    def operator(self, _name: str, style: Run, _font: str) -> Atom:
        return Atom("op", self.argument(style, "rm").runs)

    def modulo(self, name: str, style: Run, font: str) -> Atom:
        inner = self.argument(style, font).runs
        return Atom("ord", [style.says(" (mod " if name == "pmod" else " ("), *inner, style.says(")")])

    def named(self, name: str, style: Run, font: str) -> Atom:
        """Read what stands for itself; Greek letters are letters."""
        kind, text = _NAMED[name]
        if name in GREEK:
            return Atom("ord", [letters(text, style, font if font in ("it", "bm", "bf") else "rm")])
        if name in ("left", "right") and self.peek() == ".":
            self.at += 1
        return Atom(kind, [style._replace(text=text, bold=style.bold or font in ("bf", "bm"))] if kind else [])

    def denied(self, _name: str, style: Run, font: str) -> Atom:
        after = self.argument(style, font)
        if len(after.text) != 1 or after.text.isalnum():
            raise _NotUnderstoodError
        return Atom("rel", [style.says(struck(after.text))])

    def fraction(self, _name: str, style: Run, font: str) -> Atom:
        above, below = self.argument(style, font), self.argument(style, font)
        if self.storing and not (above.text.isalnum() and below.text.isalnum()):
            raise _NotUnderstoodError
        slash = "⁄" if simple(above) and simple(below) and not self.storing else "/"
        return Atom("ord", [*bracketed(above, style), style.says(slash), *bracketed(below, style)])

    def over(self, name: str, style: Run, font: str) -> Atom:
        if self.storing:
            raise _NotUnderstoodError
        small = self.argument(style.shifted("_" if name == "underset" else "^"), font)
        base = self.argument(style, font)
        return Atom(base.kind, [*base.runs, *small.runs])

    def root(self, _name: str, style: Run, font: str) -> Atom:
        sign = [style.says("√")]
        start = self.tokens[self.at][1] if self.at < len(self.tokens) else len(self.source)
        option = _OPTION.match(self.source, start)
        if option:
            while self.at < len(self.tokens) and self.tokens[self.at][1] < option.end():
                self.at += 1
            degree = option[1].strip()
            sign = [style.says(_ROOTS.get(degree, "√"))]
            if degree not in _ROOTS:
                sign.insert(0, letters(degree, style.shifted("^"), "it"))
        return Atom("ord", [*sign, *bracketed(self.argument(style, font), style)])

    def accent(self, name: str, style: Run, font: str) -> Atom:
        base = self.argument(style, font)
        text = base.text
        if len(text) == 1 and text.isalnum():
            return Atom("ord", [base.runs[0].says(accented(name, text))])
        if name not in ("overline", "bar", "underline") or any(run.shift != style.shift for run in base.runs):
            raise _NotUnderstoodError
        return Atom("ord", [run.says(marked(run.text, MATH_ACCENTS[name])) for run in base.runs])

    def text(self, name: str, style: Run, _font: str) -> Atom:
        """Read `\\text{...}`: its source is text again, spaces and all."""
        self.skip_space()
        if self.peek() != "{":
            raise _NotUnderstoodError
        start, depth = self.tokens[self.at][1] + 1, 0
        while self.at < len(self.tokens):
            token, place = self.tokens[self.at]
            self.at += 1
            depth += (token == "{") - (token == "}")
            if depth == 0:
                return Atom(
                    "ord", self.read_text(self.source[start:place], style._replace(math=False).looking(TEXTS[name]))
                )
        raise _NotUnderstoodError


_Rule = Callable[[_Formula, str, Run, str], Atom]
_RULES: Mapping[str, _Rule] = (
    dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"), _Formula.fraction)
    | dict.fromkeys(("overset", "stackrel", "underset"), _Formula.over)
    | dict.fromkeys(("operatorname", "operatorname*"), _Formula.operator)
    | dict.fromkeys(("pmod", "pod"), _Formula.modulo)
    | {"sqrt": _Formula.root, "not": _Formula.denied}
    | dict.fromkeys(MATH_ACCENTS, _Formula.accent)
    | dict.fromkeys(TEXTS, _Formula.text)
    | dict.fromkeys(FONTS, _Formula.font)
)
# What stands for itself, with its class; without a class it only changes the look.
_NAMED: dict[str, tuple[str, str]] = (
    dict.fromkeys(PLAIN - ADDRESSES, ("", ""))
    | {name: (kind_of(text), text) for name, text in COMMANDS.items()}
    | {name: ("op", name) for name in FUNCTIONS}
    | {"argmax": ("op", "arg max"), "argmin": ("op", "arg min"), "mod": ("rel", "mod"), "bmod": ("rel", "mod")}
    | dict.fromkeys(UNSEEN, ("", ""))
    | dict.fromkeys([*",;: >\n", *"quad qquad enspace thinspace space medspace thickspace".split()], ("space", " "))
    | dict.fromkeys("!/-", ("space", ""))
    | {sign: (kind_of(sign), sign) for sign in "{}%$&#_"}
    | {"|": ("ord", "‖")}
)
