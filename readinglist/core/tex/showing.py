"""TeX of titles and abstracts as runs to lay out; what is not understood stays exactly as typed, prices and all."""

# ruff: noqa: SIM905 -- tables of words read better as one text

from __future__ import annotations

import re
from collections.abc import Callable

from readinglist.core.tex.accents import ACCENT, composed
from readinglist.core.tex.commands import ADDRESSES, DECLARATIONS, DROPPED, LOOKS, PLAIN
from readinglist.core.tex.dollars import LONGEST
from readinglist.core.tex.formula import read_math
from readinglist.core.tex.reader import DEEPEST, SPECIAL, Reader
from readinglist.core.tex.run import Run, flat, joined
from readinglist.core.tex.symbols import ACCENTS, COMMANDS, GREEK, LETTERS

_SIGNS = {c: c for c in "%&#_${}"} | dict.fromkeys(" \n,;", " ") | {"/": "", "@": ""}
_KEPT = PLAIN - DECLARATIONS.keys() - {"left", "right", "cprotect"} | {"url", "underline"}
_CITED = frozenset("cite citep citet citealp citealt citeauthor citeyear parencite textcite autocite".split())
_SCRIPTS = {"textsuperscript": "^", "textsubscript": "_"}
_UPRIGHT = Run("")
_SINGLE = re.compile(r"`([^`'\n]{1,200})'(?!\w)")


def runs(text: str, style: Run = _UPRIGHT) -> list[Run]:
    """Return `text` as runs of one look each on top of `style`, none empty; joined they are what a person reads.

    Never raises; time is linear in the length.
    """
    if not SPECIAL.search(text):
        return [style.says(text)] if text else []
    shown = _Shown(text, style)
    shown.part(0, len(text))
    return joined(shown.runs)


def common_runs(text: str) -> list[Run]:
    """Return `runs(text)` without letters in formulas that few fonts have, for a window whose font lacks them."""
    return joined(run.says(run.common) if run.math else run for run in runs(text))


def plain_text(text: str) -> str:
    """Return `text` in plain Unicode: what `core.tex.plain` does."""
    return flat(runs(text))


def _cited(keys: str) -> str:
    return "[" + ", ".join(key.strip() for key in keys.split(",")) + "]"


# Commands whose argument is no text with TeX in it: how long it may be, and what is shown of it.
_WHOLE: dict[str, tuple[int, Callable[[str], str]]] = (
    dict.fromkeys(DROPPED, (200, lambda _inner: ""))
    | dict.fromkeys(ADDRESSES, (LONGEST, lambda inner: inner.replace("\\%", "%").replace("\\_", "_")))
    | dict.fromkeys(_CITED, (LONGEST, _cited))
)


class _Shown(Reader):
    """Reads what is meant as TeX beyond doubt."""

    def __init__(self, source: str, style: Run) -> None:
        super().__init__(source)
        self.style = style
        self.runs: list[Run] = []
        self.last_quotes = source.rfind("''")
        self.open_quotes = 0

    def say(self, text: str) -> None:
        self.runs.append(self.style.says(text))

    def leave(self, sign: str) -> None:
        self.say(sign)

    def said(self, text: str, after: int) -> int:
        self.say(text)
        return after

    def typography(self, sign: str, at: int) -> int | None:
        """Read quotes, dashes and ties, where their neighbours show that they are meant so."""
        after = at + len(sign)
        before, behind = self.source[at - 1 : at], self.source[after : after + 1]
        match sign:
            case "``" | "''":
                written = self.quote(sign, at)
            case "---":
                written = "—"
            case "--":
                written = "–" if before.isalnum() or before in tuple(")}$”'") or before == behind == " " else None
            case "~":
                tied = before.isalpha() or before in tuple(".)}$]")
                written = "\u00a0" if tied and (behind.isalnum() or behind in tuple("\\$({[")) else None
            case _:
                return self.single_quotes(sign, after)
        return None if written is None else self.said(written, after)

    def single_quotes(self, sign: str, after: int) -> int | None:
        single = _SINGLE.match(self.source, after - 1)
        if not single or SPECIAL.search(single[1]):
            return None
        return self.said(f"{sign[:-1]}‘{single[1]}’", single.end())

    def quote(self, sign: str, at: int) -> str | None:
        """Return a quotation mark, where it has its partner."""
        if sign == "``" and at < self.last_quotes:
            self.open_quotes += 1
            return "“"
        if sign == "''" and self.open_quotes:
            self.open_quotes -= 1
            return "”"
        return None

    def formula(self, inner: str, start: int, end: int) -> int:
        """Say a formula, or its source as typed."""
        self.depth += 1
        read = None if self.depth > DEEPEST else read_math(inner.strip(), self.style, runs)
        self.depth -= 1
        self.runs.extend(read if read is not None else [self.style.says(self.source[start:end])])
        return end

    def brace(self, sign: str, at: int) -> int | None:
        """Read `{\\em ...}`, `{\\'e}` and `{\\o}`; other braces are text (a set, a listing) and stay."""
        close = self.closing.get(at)
        inner = SPECIAL.match(self.source, at + 1, close) if close is not None else None
        if close is None or inner is None or inner[0][0] != "\\" or len(inner[0]) < 2:
            return None
        name = inner[0][1:]
        if name in DECLARATIONS:
            start = inner.end() + (self.source[inner.end()] == " ")
            return self.inside(start, close, self.style.looking(DECLARATIONS[name]))
        if name in ACCENTS or name in LETTERS or name.rstrip("*") in _KEPT:
            return self.inside(at + 1, close, self.style)
        return None

    def inside(self, start: int, close: int, style: Run) -> int | None:
        """Read up to a closing brace in `style`; None where groups are too deep."""
        if self.depth >= DEEPEST or close < start:
            return None
        outer, self.style = self.style, style
        self.depth += 1
        self.part(start, close)
        self.depth -= 1
        self.style = outer
        return close + 1

    def command(self, name: str, at: int, after: int, end: int) -> int | None:
        if name in _SIGNS:
            return self.said(_SIGNS[name], after)
        if name in ACCENTS:
            found = ACCENT.match(self.source, at)
            return self.said(composed(found), found.end()) if found else None
        if name in ("\\", "-"):
            return self.break_off(name, at, after)
        close = self.closing.get(after, end)
        read = self.with_argument(name.rstrip("*"), after, close) if close < end else None
        return self.named(name, at, after) if read is None else read

    def break_off(self, name: str, at: int, after: int) -> int | None:
        """Read a line's end (two backslashes before a name are a path's) and a place to break a word."""
        behind = self.source[after : after + 1]
        if name == "\\":
            return self.said(" ", after) if behind.isspace() else None
        return after if self.source[at - 1 : at].isalpha() and behind.isalpha() else None

    def with_argument(self, name: str, opening: int, close: int) -> int | None:
        """Read a command with its group, which lies from `opening` to `close`."""
        if name in _WHOLE:
            inner = self.source[opening + 1 : close]
            longest, shown = _WHOLE[name]
            return self.said(shown(inner), close + 1) if len(inner) <= longest and shown(inner) != "[]" else None
        style = self.style
        if name in _SCRIPTS:
            style = style.shifted(_SCRIPTS[name])
        elif name in LOOKS:  # emphasis within emphasis stands upright
            upright = name == "emph" and style.italic
            style = style._replace(italic=False) if upright else style.looking(LOOKS[name])
        elif name == "href" and close + 1 in self.closing:
            opening, close = close + 1, self.closing[close + 1]
        elif name not in _KEPT:
            return None
        return self.inside(opening + 1, close, style)

    def named(self, name: str, at: int, after: int) -> int | None:
        """Read `\\alpha` and `\\ss`; behind a letter or a colon a symbol's name is a path's (`C:\\beta`)."""
        text = COMMANDS.get(name)
        if text is None:
            return None
        before = self.source[at - 1 : at]
        if name not in LETTERS and (before.isalnum() or before in (":", "\\", "/", "}", "$")):
            return None
        if self.source[after : after + 2] == "{}":
            after += 2
        elif name in LETTERS and self.source[after : after + 1] == " ":
            after += 1
        slanted = self.style.italic or (name in GREEK and text.islower())
        self.runs.append(self.style.says(text)._replace(italic=slanted))
        return after
