"""Unicode text as TeX that LaTeX compiles and `decode` reads back the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from readinglist.core.tex import greek
from readinglist.core.tex.alphabets import BLACKBOARD, SUBSCRIPTS, SUPERSCRIPTS
from readinglist.core.tex.dollars import formulas, within
from readinglist.core.tex.mended import MATH_OF_LATEX, mended
from readinglist.core.tex.symbols import ACCENTS, COMMANDS, GREEK

_SPECIALS = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "$": r"\$", "&": r"\&", "%": r"\%",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "`": r"\textasciigrave{}",
    "|": r"\textbar{}", "<": r"\textless{}", ">": r"\textgreater{}",
}  # fmt: skip
_SPECIAL_TABLE = str.maketrans(_SPECIALS)
_ANY_SPECIAL = re.compile(r"[\\{}$&%#_~^`|<>]|--|''")
_TOUCHING = re.compile(r"(?<=[-–—])(?=[-–—])|(?<=['”])(?=['”])")
_NOT_ASCII = re.compile(r"[^\x00-\x7f](?:[\u0300-\u036f\u20d7]*)|[A-Za-z][\u0300-\u036f\u20d7]+")

# Text commands that every LaTeX since 2020 (textcomp in the kernel) or plain T1 has; the rest goes through math.
_TEXT = (
    "textquotedblleft textquotedblright textquoteleft textquoteright textellipsis textbullet textdegree textsection "
    "textparagraph textdagger textdaggerdbl textcopyright textregistered texttrademark textsterling texteuro textcent "
    "textyen textcurrency textbrokenbar textperthousand textexclamdown textquestiondown guillemetleft guillemetright "
    "guilsinglleft guilsinglright quotedblbase quotesinglbase textonehalf textonequarter textthreequarters "
    "textordfeminine textordmasculine textperiodcentered textnumero textestimated textmu textservicemark"
)
_LETTER_NAMES = "i j o O l L ss ae AE oe OE aa AA dh DH th TH dj DJ ng NG ohorn OHORN uhorn UHORN"
_LATIN_CAPITALS = {
    "Alpha": "A", "Beta": "B", "Epsilon": "E", "Zeta": "Z", "Eta": "H", "Iota": "I", "Kappa": "K", "Mu": "M", "Nu": "N",
    "Omicron": "O", "Rho": "P", "Tau": "T", "Chi": "X",
}  # fmt: skip
# Commands that LaTeX has with a package only, and what they may be without it, so that it compiles all the same.
_PROVIDED = {
    "h": "[1]{#1}", "G": "[1]{#1}", "U": "[1]{#1}", "f": "[1]{#1}", "ohorn": "{o}", "OHORN": "{O}", "uhorn": "{u}",
    "UHORN": "{U}", "mathbb": r"[1]{\mathbf{#1}}", "lesssim": r"{\leq}", "gtrsim": r"{\geq}", "leqslant": r"{\leq}",
    "geqslant": r"{\geq}", "nexists": r"{\not\exists}", "hslash": r"{\hbar}", "varkappa": r"{\kappa}",
    "lozenge": r"{\diamond}", "omicron": "{o}", **greek.PROVIDED,
    **{name: rf"{{\mathrm{{{letter}}}}}" for name, letter in _LATIN_CAPITALS.items()},
}  # fmt: skip
_ANY_PROVIDED = re.compile(rf"\\({'|'.join(sorted(_PROVIDED, key=len, reverse=True))})(?![A-Za-z])")
_PACKAGE_MATH = "lesssim gtrsim leqslant geqslant nexists lozenge"
# What a document in UTF-8 prints as it stands: the letters of Latin alphabets, quotes and dashes.
_NOT_LATIN = re.compile(
    r"(?![\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017e¡«»¿‘’“”–—…])[^\x00-\x7f](?:[\u0300-\u036f\u20d7]*)|[A-Za-z][\u0300-\u036f\u20d7]+"
)
_HORN = "\u031b"
_BELOW = "\u0323\u0327\u0328\u0331"


def _table() -> dict[str, str]:
    """Return the TeX of characters; where a character has several, the first one counts."""
    table = {"–": "--", "—": "---", "\u00a0": "~", "\u2009": r"\,", "\u2011": "-", "\u2010": "-", "−": "{$-$}"}
    table |= {"“": "``", "”": "''"}
    greek = GREEK.keys() - {"digamma", "varkappa"}
    written = [(COMMANDS[name], f"{{\\{name}}}") for name in _LETTER_NAMES.split()]
    written += [(COMMANDS[name], f"\\{name}{{}}") for name in _TEXT.split()]
    math = (*MATH_OF_LATEX, *_PACKAGE_MATH.split(), *sorted(greek))
    written += [(COMMANDS[name], f"{{$\\{name}$}}") for name in math]
    written += [(char, f"{{$\\mathbb{{{letter}}}$}}") for letter, char in BLACKBOARD.items()]
    written += _scripts("superscript", SUPERSCRIPTS) + _scripts("subscript", SUBSCRIPTS)
    for char, tex in written:
        table.setdefault(char, tex)
    return table


def _scripts(name: str, scripts: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (char, f"\\text{name}{{{plain}}}") for plain, char in scripts.items() if plain.isascii() and char not in " *"
    ]


_CHARS = _table()
_ACCENT_OF = {combining: name for name, combining in reversed(ACCENTS.items()) if len(name) == 1}
_DOTLESS = {"i": r"\i", "j": r"\j"}


def encode(text: str, *, unicode: bool = False) -> str:
    """Return `text` as TeX, so that `decode` gives the same text (in NFC, on one line).

    `unicode` leaves Latin letters as they are (biblatex and LaTeX read UTF-8); without it they become commands, too.
    Greek and symbols always do, since no LaTeX prints them by itself; scripts without commands stay. Formulas
    (`$...$`) in the text are TeX already and stay; `decode` then gives the simple ones in Unicode.
    """
    if text.isascii() and not _ANY_SPECIAL.search(text):
        return text
    parts, at = [], 0
    for found in formulas(text):
        inner = within(found)
        # A formula with blanks just inside is none that `decode` has left: these dollars are dollars.
        if _balanced(inner) and (found["display"] or inner == inner.strip()):
            parts += [_plain(text[at : found.start()], unicode), mended(found[0])]
            at = found.end()
    return "".join([*parts, _plain(text[at:], unicode)])


def _balanced(text: str) -> bool:
    depth = 0
    for char in re.findall(r"[{}]", text):
        depth += 1 if char == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _plain(text: str, unicode: bool) -> str:
    text = unicodedata.normalize("NFC", text)
    if _ANY_SPECIAL.search(text):
        text = text.translate(_SPECIAL_TABLE)
    # Signs that TeX would draw together, kept apart.
    text = _TOUCHING.sub("{}", text)
    if text.isascii():
        return text
    text = greek.WORD.sub(greek.of_word, text)
    return (_NOT_LATIN if unicode else _NOT_ASCII).sub(_command, text)


def _command(found: re.Match[str]) -> str:
    """Return the TeX of one character (with the combining marks behind it) beyond ASCII."""
    cluster = found[0]
    known = _CHARS.get(cluster)
    if known is not None:
        return known
    base, *marks = list(unicodedata.normalize("NFD", cluster))
    if _HORN in marks and base in "oOuU":
        base = unicodedata.normalize("NFC", base + _HORN)
        marks.remove(_HORN)
    if not marks or any(mark not in _ACCENT_OF for mark in marks):
        return _CHARS.get(cluster[0], cluster[0]) + cluster[1:]
    tex = _base(base, marks)
    if tex is None:
        return cluster
    for mark in marks:
        name = _ACCENT_OF[mark]
        tex = f"\\{name}{{{tex}}}" if name.isalpha() else f"\\{name}{tex if len(tex) < 3 else '{' + tex + '}'}"
    return "{" + tex + "}"


def _base(base: str, marks: list[str]) -> str | None:
    """Return the TeX of a letter below accents, or None where it has none; an i under an accent has no dot."""
    if base.isascii() and base.isalpha():
        return base if any(mark in _BELOW for mark in marks) else _DOTLESS.get(base, base)
    known = _CHARS.get(base, "")
    return known[1:-1] if known.startswith("{\\") else None


def package_commands(tex: str) -> set[str]:
    """Return the commands in `tex` that `provisions` can define."""
    return set(_ANY_PROVIDED.findall(tex)) if "\\" in tex else set()


def provisions(commands: Iterable[str]) -> str:
    """Return TeX that defines `commands` where no package has done so."""
    return "".join(f"\\providecommand{{\\{name}}}{_PROVIDED[name]}" for name in sorted(commands))


_INNER_CAPITAL = re.compile(r"(?<![\w\\])(?:[A-Za-z0-9]*[a-z0-9][A-Z][A-Za-z0-9]*|[A-Z]{2,}[A-Za-z0-9]*)(?![\w{])")
# What keeps its capitals already, or is no word: groups (two deep), formulas, commands.
_NO_WORDS = re.compile(r"(\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}|\$[^$]*\$|\\(?:[A-Za-z]+|.))")


def protect(tex: str) -> str:
    """Return a title in TeX with words such as BERT or NeurIPS in braces, so that styles keep their capitals."""
    parts = _NO_WORDS.split(tex)
    parts[::2] = [_INNER_CAPITAL.sub(lambda found: "{" + found[0] + "}", part) for part in parts[::2]]
    return "".join(parts)
