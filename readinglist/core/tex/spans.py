"""Text with inline TeX as runs: formulas found, `\\emph` and accents read; what is not understood stays as typed."""

# ruff: noqa: SIM905 -- tables of words read better as one text

from __future__ import annotations

import re
import unicodedata

from readinglist.core.tex.formula import read_math
from readinglist.core.tex.run import Run, joined
from readinglist.core.tex.tables import ACCENTS, COMMANDS, DROPPED, GREEK, LETTERS, MATH_ACCENTS, PLAIN

_DEEPEST = 24
_LONGEST = 2000  # characters of one formula; keeps a text full of dollars in linear time

# Everything that could be TeX; all else is copied as it stands.
_SPECIAL = re.compile(r"\\[A-Za-z]+\*?|\\.|\$\$?|[{}]|``|''|`|(?<!-)-{2,3}(?!-)|~|\\", re.DOTALL)
_WITHIN = r"\\(?:text[a-z]*|[mh]box)\{[^{}]{0,500}\}"  # text in a formula may hold formulas
_INLINE = re.compile(rf"\$((?:{_WITHIN}|[^$\\]|\\.){{1,{_LONGEST}}}+)\$", re.DOTALL)
_DISPLAY = re.compile(rf"\$\$((?:[^$\\]|\\.){{1,{_LONGEST}}}+)\$\$", re.DOTALL)
_MARKS = re.compile(r"[\\^_{=<>]")
_WORDS = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}+[ \n]++[^\W\d_]{2}")
_BLANK_LINE = re.compile(r"\n\s*\n")
_SINGLE = re.compile(r"`([^`'\n]{1,200})'(?!\w)")
_BRACE_BEARERS = re.compile(r"\\(?:\\|[{}])|[{}]")
_LETTER = r"(\\[ij](?![A-Za-z])\s*(?:\{\})?|[^\W\d_])"
_ACCENTED = re.compile(rf"\s*(?:\{{\s*{_LETTER}\s*\}}|{_LETTER})")

_SIGNS = {c: c for c in "%&#_${}"} | {" ": " ", "\n": " ", ",": " ", ";": " ", "/": "", "@": ""}
_LOOKS = {
    "emph": "italic", "textit": "italic", "textsl": "italic", "mkbibemph": "italic", "textbf": "bold",
    "texttt": "mono", "em": "italic", "it": "italic", "sl": "italic", "itshape": "italic", "slshape": "italic",
    "bf": "bold", "bfseries": "bold", "tt": "mono", "ttfamily": "mono", "sc": "", "rm": "", "sf": "",
    "scshape": "", "rmfamily": "", "sffamily": "", "normalfont": "", "upshape": "",
}  # fmt: skip
_DECLARATIONS = frozenset(_LOOKS) - {"emph", "textit", "textsl", "mkbibemph", "textbf", "texttt"}
_KEPT = frozenset(PLAIN) - _DECLARATIONS - {"left", "right", "cprotect", "kern", "penalty"} | {"url", "underline"}
_CITED = frozenset("cite citep citet citealp citealt citeauthor citeyear parencite textcite autocite".split())


def read_text(source: str, style: Run) -> list[Run]:
    """Return `source` as runs in `style`. Never raises; time is linear in the length."""
    if not _SPECIAL.search(source):
        return [style.says(source)] if source else []
    reader = _Text(source)
    reader.part(0, len(source), style)
    return joined(reader.runs)


class _Text:
    """One pass over a text; the methods that read something return the place behind it, or None."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.runs: list[Run] = []
        self.depth = 0
        self.closing = _braces(source)
        self.last_quotes = source.rfind("''")
        self.last_bracket = max(source.rfind("\\)"), source.rfind("\\]"))
        self.open_quotes = 0

    def say(self, text: str, style: Run) -> None:
        self.runs.append(style.says(text))

    def part(self, start: int, end: int, style: Run) -> None:
        """Read source[start:end]; a special that leads nowhere is copied."""
        at = start
        while True:
            found = _SPECIAL.search(self.source, at, end)
            if not found:
                break
            self.say(self.source[at : found.start()], style)
            after = self.special(found, end, style)
            if after is None or after > end:
                self.say(found[0], style)
                after = found.end()
            at = after
        self.say(self.source[at:end], style)

    def special(self, found: re.Match[str], end: int, style: Run) -> int | None:
        sign, at = found[0], found.start()
        if sign[0] == "$":
            return self.dollars(sign, at, style)
        if sign == "{":
            return self.group(at, style)
        if sign[0] == "\\" and len(sign) > 1:
            if sign[1] in "([":
                return self.bracket_math(at, style)
            return self.command(sign[1:], at, found.end(), end, style)
        written = self.typographic(sign, at)
        if written is None:
            return None
        text, after = written
        self.say(text, style)
        return after

    def typographic(self, sign: str, at: int) -> tuple[str, int] | None:
        """Return quotes, dashes and ties as characters, where their neighbours show that they are meant so."""
        source, after = self.source, at + len(sign)
        before, behind = source[at - 1 : at], source[after : after + 1]
        if sign == "``" and at < self.last_quotes:
            self.open_quotes += 1
            return "“", after
        if sign == "''" and self.open_quotes:
            self.open_quotes -= 1
            return "”", after
        if sign == "`":
            single = _SINGLE.match(source, at)
            return ("‘" + single[1] + "’", single.end()) if single and not _SPECIAL.search(single[1]) else None
        if sign == "---":
            return "—", after
        if sign == "--" and (before.isalnum() or before in tuple(")}$”'") or (before == " " and behind == " ")):
            return "–", after
        tie = sign == "~" and (before.isalpha() or before in tuple(".)}$]"))
        return ("\u00a0", after) if tie and (behind.isalnum() or behind in tuple("\\$({[")) else None

    def dollars(self, sign: str, at: int, style: Run) -> int | None:
        found = (_DISPLAY if sign == "$$" else _INLINE).match(self.source, at)
        if not found or not plausible(found[1], self.source[found.end() : found.end() + 1]):
            return None
        return self.formula(found[1], at, found.end(), style)

    def bracket_math(self, at: int, style: Run) -> int | None:
        closing = "\\)" if self.source[at + 1] == "(" else "\\]"
        if at > self.last_bracket:
            return None
        end = self.source.find(closing, at + 2, at + _LONGEST)
        return None if end < 0 else self.formula(self.source[at + 2 : end], at, end + 2, style)

    def formula(self, inner: str, start: int, end: int, style: Run) -> int:
        """Say a formula, or its source as typed."""
        self.depth += 1
        runs = None if self.depth > _DEEPEST else read_math(inner.strip(), style, read_text)
        self.depth -= 1
        self.runs.extend(runs if runs is not None else [style.says(self.source[start:end])])
        return end

    def group(self, at: int, style: Run) -> int | None:
        """Read `{\\em ...}`, `{\\'e}` and `{\\o}`; other braces are text (a set, a listing) and stay."""
        close = self.closing.get(at)
        if close is None:
            return None
        inner = _SPECIAL.match(self.source, at + 1, close)
        if not inner or inner[0][0] != "\\" or len(inner[0]) < 2:
            return None
        name = inner[0][1:]
        if name in _DECLARATIONS:
            start = inner.end() + (self.source[inner.end()] == " ")
            return self.inside(start, close, _look(name, style))
        if name in ACCENTS or name in LETTERS or name.rstrip("*") in _KEPT:
            return self.inside(at + 1, close, style)
        return None

    def inside(self, start: int, close: int, style: Run) -> int | None:
        """Read up to a closing brace and return the place behind it; None where groups are too deep."""
        if self.depth >= _DEEPEST or close < start:
            return None
        self.depth += 1
        self.part(start, close, style)
        self.depth -= 1
        return close + 1

    def command(self, name: str, at: int, after: int, end: int, style: Run) -> int | None:
        if name in _SIGNS:
            return self.sign(_SIGNS[name], after, style)
        if name in ACCENTS:
            return self.accent(name, after, style)
        if name == "\\":  # a line's end; two backslashes before a name are a path's
            return self.sign(" ", after, style) if self.source[after : after + 1].isspace() else None
        if name == "-":  # a place to break a word
            broken = self.source[at - 1 : at].isalpha() and self.source[after : after + 1].isalpha()
            return self.sign("", after, style) if broken else None
        opening = after if self.source[after : after + 1] == "{" else -1
        close = self.closing.get(opening)
        if close is not None and close < end:
            read = self.with_argument(name.rstrip("*"), opening, close, style)
            if read is not None:
                return read
        return self.named(name, at, after, style)

    def sign(self, text: str, after: int, style: Run) -> int:
        self.say(text, style)
        return after

    def with_argument(self, name: str, opening: int, close: int, style: Run) -> int | None:
        """Read a command with its group, which lies from `opening` to `close`."""
        inner = self.source[opening + 1 : close]
        if name in _LOOKS and name not in _DECLARATIONS:
            return self.inside(opening + 1, close, _look(name, style))
        if name in ("url", "nolinkurl", "path") and len(inner) <= _LONGEST:
            return self.sign(inner.replace("\\%", "%").replace("\\_", "_"), close + 1, style)
        if name in _CITED and inner.strip() and len(inner) <= _LONGEST:
            keys = ", ".join(key.strip() for key in inner.split(","))
            return self.sign(f"[{keys}]", close + 1, style)
        if name == "href" and self.closing.get(close + 1):
            return self.inside(close + 2, self.closing[close + 1], style)
        if name in ("textsuperscript", "textsubscript"):
            return self.inside(opening + 1, close, style.shifted("^" if name == "textsuperscript" else "_"))
        if name in MATH_ACCENTS and name not in _KEPT:
            return None
        if name in _KEPT:
            return self.inside(opening + 1, close, style)
        return close + 1 if name in DROPPED and len(inner) <= 200 else None

    def named(self, name: str, at: int, after: int, style: Run) -> int | None:
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
        return self.sign(text, after, style._replace(italic=style.italic or (name in GREEK and text.islower())))

    def accent(self, name: str, after: int, style: Run) -> int | None:
        """Read `\\'e`, `\\'{e}`, `\\c c`, `\\v{\\i}`; a letter's command needs a space or a brace before its base."""
        base = _ACCENTED.match(self.source, after)
        if not base or (name.isalpha() and base[0][0] not in " {\\"):
            return None
        letter = (base[1] or base[2]).rstrip("{} \t\n")
        letter = {"\\i": "i", "\\j": "j"}.get(letter, letter)
        return self.sign(unicodedata.normalize("NFC", letter + ACCENTS[name]), base.end(), style)


def plausible(inner: str, behind: str) -> bool:
    """True where what stands between two dollars is a formula rather than the text between two prices.

    A formula has a sign of TeX in it, or is tight within its dollars, is no two words, and if it begins with a digit
    has none behind it.
    """
    if not inner.strip() or _BLANK_LINE.search(inner):
        return False
    if _MARKS.search(inner) and not (inner[0].isdigit() and _WORDS.search(_MARKED.sub(" ", inner))):
        return True
    if inner[0].isspace() or inner[-1].isspace():
        return len(inner.strip()) == 1 and not inner.strip().isdigit()
    return not _WORDS.search(inner) and not (inner[0].isdigit() and behind.isdigit())


_MARKED = re.compile(r"\\[A-Za-z]+\s*(?:\{[^{}]*\})?")


def _look(name: str, style: Run) -> Run:
    look = _LOOKS[name]
    if look == "italic":
        return style._replace(italic=name != "emph" or not style.italic)
    return style._replace(bold=style.bold or look == "bold", mono=style.mono or look == "mono")


def _braces(source: str) -> dict[int, int]:
    """Return the place of each opening brace's partner; escaped braces are none."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for found in _BRACE_BEARERS.finditer(source):
        if found[0] == "{":
            opened.append(found.start())
        elif found[0] == "}" and opened:
            pairs[opened.pop()] = found.start()
    return pairs
