"""A formula as runs of Unicode, italics and shifts, or not at all; leaves finding formulas in text to `core.tex.spans`.

The rules of spacing are TeX's in short (The TeXbook, chapter 18): atoms have classes, and the classes of neighbours
decide. A formula with anything that is not understood gives None, so that it stays as typed.
"""

# ruff: noqa: SIM905 -- tables of words read better as one text

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from readinglist.core.tex.run import Run
from readinglist.core.tex.symbols import (
    BINARY,
    MATH_COMMANDS,
    OPERATORS,
    RELATIONS,
    SIGNS,
    accented,
    alphabet,
    marked,
    struck,
)
from readinglist.core.tex.tables import FUNCTIONS, GREEK, MATH_ACCENTS

_DEEPEST = 24
_TOKEN = re.compile(r"\s+|\\[A-Za-z]+\*?|\\.|[A-Za-z]+|\d+(?:[.,]\d+)*|:=|.", re.DOTALL | re.ASCII)
_OPTION = re.compile(r"\s*\[([^\[\]{}\\$]{0,20})\]")

_ESCAPED = {c: c for c in "{}%$&#_"} | {"|": "‖"}
_SPACES = {",": " ", ";": " ", ":": " ", " ": " ", ">": " ", "\n": " ", "!": "", "/": "", "-": ""}
_WIDE = frozenset(("quad", "qquad", "enspace", "thinspace", "space", "medspace", "thickspace"))
_IGNORED = frozenset(
    "left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm "
    "displaystyle textstyle scriptstyle limits nolimits nonumber relax mathstrut allowbreak nobreak "
    "ensuremath mathord mathop mathbin mathrel mathopen mathclose mathinner boldmath smash".split()
)
# Commands and old-style declarations that change letters; `it` is what a formula begins with.
_FONTS = {
    "mathrm": "rm", "mathup": "rm", "mathbf": "bf", "mathit": "it", "mathnormal": "it", "mathsf": "rm", "mathtt": "tt",
    "mathcal": "cal", "mathscr": "cal", "mathfrak": "frak", "mathbb": "bb", "mathds": "bb", "Bbb": "bb",
    "boldsymbol": "bm", "bm": "bm", "pmb": "bm", "mathbfcal": "cal", "bbm": "bb", "mathbbm": "bb",
}  # fmt: skip
_DECLARED = {"rm": "rm", "bf": "bf", "it": "it", "cal": "cal", "sf": "rm", "tt": "tt", "mit": "it", "frak": "frak"}
_TEXTS = {"text": "", "textrm": "", "mbox": "", "hbox": "", "textnormal": "", "textsf": "", "textup": "", "textsc": "",
          "textit": "italic", "emph": "italic", "textbf": "bold", "texttt": "mono"}  # fmt: skip
_FRACTIONS = frozenset(("frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"))
_ROOTS = {"3": "∛", "4": "∜"}
_OVER_ALL = frozenset(("overline", "bar", "underline"))


class Atom(NamedTuple):
    """A part of a formula. `kind` is TeX's class; `spaced` tells whether white space stood before it."""

    kind: str
    runs: list[Run]
    spaced: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class _NotUnderstoodError(Exception):
    """Something in the formula has no form here; never leaves this module."""


def read_math(source: str, style: Run, read_text: Callable[[str, Run], list[Run]]) -> list[Run] | None:
    """Return the formula `source` (without its dollars) as runs in `style`, or None where it is not understood.

    `read_text` reads what stands in `\\text{}`. Time is linear in the length.
    """
    try:
        return _Formula(source, read_text).all(style._replace(math=True))
    except _NotUnderstoodError:
        return None


class _Formula:
    """One pass over the tokens of a formula; every method leaves `at` behind what it has read."""

    def __init__(self, source: str, read_text: Callable[[str, Run], list[Run]]) -> None:
        self.source = source
        self.tokens = [(found[0], found.start()) for found in _TOKEN.finditer(source)]
        self.at = 0
        self.depth = 0
        self.read_text = read_text

    def all(self, style: Run) -> list[Run]:
        runs = self.sequence(style, "it")
        if self.at < len(self.tokens):
            raise _NotUnderstoodError  # a closing brace too many
        return runs

    def peek(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def skip_space(self) -> bool:
        if self.at < len(self.tokens) and not self.tokens[self.at][0].isspace():
            return False
        spaced = False
        while self.peek().isspace():
            self.at += 1
            spaced = True
        return spaced

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
            elif token[0] == "\\" and token[1:] in _DECLARED:
                font = _DECLARED[token[1:]]
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
        runs = self.argument(style.shifted(sign), font).runs
        text = "".join(run.text for run in runs)
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
        return self.atom(token, style, font)

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
        return sign_atom(SIGNS.get(token, token), style)

    def group(self, style: Run, font: str) -> Atom:
        """Read a group whose opening brace has been read."""
        runs = self.sequence(style, font)
        if self.peek() != "}":
            raise _NotUnderstoodError
        self.at += 1
        return Atom("ord", runs)

    def command(self, name: str, style: Run, font: str) -> Atom:
        if name in _ESCAPED:
            return sign_atom(_ESCAPED[name], style)
        if name in _SPACES or name in _WIDE:
            return Atom("space", [style.says(_SPACES.get(name, " "))])
        if name in _IGNORED:
            if name in ("left", "right") and self.peek() == ".":
                self.at += 1
            return Atom("none", [])
        if name in _FONTS:
            return self.argument(style, _FONTS[name])
        if name in _TEXTS:
            return self.text(name, style)
        if name in MATH_ACCENTS:
            return self.accent(name, style, font)
        if name in ("mod", "bmod"):
            return Atom("rel", [style.says("mod")])
        if name in FUNCTIONS:
            return Atom("op", [style.says({"argmax": "arg max", "argmin": "arg min"}.get(name, name))])
        if name in MATH_COMMANDS:
            return symbol(name, style, font)
        return self.structure(name, style, font)

    def structure(self, name: str, style: Run, font: str) -> Atom:
        """Read the commands that put several parts together."""
        if name in _FRACTIONS:
            above, below = self.argument(style, font), self.argument(style, font)
            slash = "⁄" if simple(above) and simple(below) else "/"
            return Atom("ord", [*bracketed(above, style), style.says(slash), *bracketed(below, style)])
        if name == "sqrt":
            return self.root(style, font)
        if name in ("operatorname", "operatorname*"):
            return Atom("op", self.argument(style, "rm").runs)
        if name == "not":
            after = self.argument(style, font)
            if len(after.text) != 1 or after.text.isalnum():
                raise _NotUnderstoodError
            return Atom("rel", [style.says(struck(after.text))])
        if name in ("pmod", "pod"):
            inner = self.argument(style, font).runs
            word = "(mod " if name == "pmod" else "("
            return Atom("ord", [style.says(" " + word), *inner, style.says(")")])
        if name in ("overset", "stackrel", "underset"):
            small = self.argument(style.shifted("_" if name == "underset" else "^"), font)
            base = self.argument(style, font)
            return Atom(base.kind, [*base.runs, *small.runs])
        raise _NotUnderstoodError

    def root(self, style: Run, font: str) -> Atom:
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
        mark = MATH_ACCENTS[name]
        text = accented(base.text, mark)
        if text is None:
            if name not in _OVER_ALL or any(run.shift != style.shift for run in base.runs):
                raise _NotUnderstoodError
            return Atom("ord", [run.says(marked(run.text, mark)) for run in base.runs])
        return Atom("ord", [base.runs[0].says(text)])

    def text(self, name: str, style: Run) -> Atom:
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
                return Atom("ord", self.read_text(self.source[start:place], text_style(name, style)))
        raise _NotUnderstoodError


def text_style(name: str, style: Run) -> Run:
    """Return the look of text within a formula."""
    look = _TEXTS[name]
    return style._replace(
        math=False,
        italic=style.italic or look == "italic",
        bold=style.bold or look == "bold",
        mono=style.mono or look == "mono",
    )


def letters(text: str, style: Run, font: str) -> Run:
    """Return letters or digits as a formula shows them in `font`: single letters slant, digits stand."""
    if font in ("cal", "frak", "bb"):
        return style.says(alphabet(font, text))
    if font == "it" and text[0].isdigit():
        return style.says(text)
    slant = font in ("it", "bm") and text[0].isalpha() and not (len(text) == 1 and text.isupper() and text in _UPRIGHT)
    bold = style.bold or font in ("bf", "bm")
    return Run(text, style.math, style.italic or slant, bold, style.mono or font == "tt", style.shift)


_UPRIGHT = frozenset("ΓΔΘΛΞΠΣΥΦΨΩ")


def symbol(name: str, style: Run, font: str) -> Atom:
    """Return a named symbol; Greek letters are letters."""
    text = MATH_COMMANDS[name]
    if name in GREEK:
        return Atom("ord", [letters(text, style, font if font in ("it", "bm", "bf") else "rm")])
    return sign_atom(text, style._replace(bold=style.bold or font in ("bf", "bm")))


def sign_atom(text: str, style: Run) -> Atom:
    """Return a sign with its class."""
    kind = "ord"
    if text in RELATIONS:
        kind = "rel"
    elif text in BINARY:
        kind = "bin"
    elif text in OPERATORS:
        kind = "op"
    elif text in "([{⟨⌈⌊⟦":
        kind = "open"
    elif text in ")]}⟩⌉⌋⟧":
        kind = "close"
    elif text in (",", ";", ":"):
        kind = "punct"
    return Atom(kind, [style.says(text)])


def simple(atom: Atom) -> bool:
    """True for what needs no brackets beside a fraction's slash or under a root: a number, a letter, a root."""
    text = atom.text
    if len(text) > 1 and text[0] == "√":
        text = text[1:]
    on_line = {run.shift for run in atom.runs}
    return len(on_line) == 1 and (len(text) == 1 or text.replace(".", "").isdigit())


def bracketed(atom: Atom, style: Run) -> list[Run]:
    """Return the runs of `atom`, in brackets unless it is simple."""
    if simple(atom):
        return atom.runs
    return [style.says("("), *atom.runs, style.says(")")]


def lay(atoms: list[Atom], tight: bool) -> list[Run]:
    """Put atoms side by side with the spaces that their classes ask for; in scripts (`tight`) with none."""
    runs: list[Run] = []
    atoms = [atom for atom in atoms if atom.kind != "none" or atom.runs]
    before = "start"
    for place, atom in enumerate(atoms):
        kind = atom.kind
        if kind == "bin" and before in ("start", "bin", "rel", "op", "open", "punct"):
            kind = "sign"
        after = atoms[place + 1] if place + 1 < len(atoms) else None
        if atom.runs and runs and not tight and _apart(before, kind, atom, after, runs):
            runs.append(atom.runs[0]._replace(text=" ", italic=False, bold=False, shift=""))
        runs.extend(atom.runs)
        before = "binspaced" if kind == "bin" and _wide(atom, after) else kind
    return runs


def _wide(atom: Atom, after: Atom | None) -> bool:
    """A binary sign stands as far apart as it was typed; behind a command the space tells nothing."""
    return after is not None and (atom.spaced or (after.spaced and len(atom.text) == 1 and atom.text in "+−∗"))


def _apart(before: str, kind: str, atom: Atom, after: Atom | None, runs: list[Run]) -> bool:
    if runs[-1].text.endswith(" ") or "space" in (before, kind) or before == "start":
        return False
    if before in ("rel", "binspaced"):
        return len(runs) > 1 or atom.spaced
    if kind == "rel":
        return True
    if kind == "bin":
        return _wide(atom, after)
    if kind == "op":
        return before in ("ord", "close", "op", "punct")
    return (before == "op" and kind == "ord") or (before == "punct" and atom.spaced)
