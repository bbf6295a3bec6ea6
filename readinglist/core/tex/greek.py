"""Greek words as TeX that compiles without a Greek font: letters of math mode, breathings by commands of ours.

A letter alone (the β of a title) is written as everybody writes it, `{$\\beta$}`; the letters of a word stand each in
`{\\ensuremath{...}}`, which BibTeX takes for one letter when it makes initials. Accents that math mode has not are
commands called as in LaTeX's greek-fontenc, the iota below apart, which there is no accent.
"""

from __future__ import annotations

import re
import unicodedata

from readinglist.core.tex.symbols import COMMANDS, GREEK

# As `formula` reads them back. The two shapes of phi and epsilon: the one of running text is the `var` one.
_LETTERS = {char: name for name, char in GREEK.items()} | {"ε": "varepsilon", "φ": "varphi", "ς": "varsigma"}
_IN_MATH = {"\u0301": "acute", "\u0300": "grave", "\u0308": "ddot", "\u0304": "bar", "\u0306": "breve"}
_BY_COMMAND = {
    "\u0313": "accpsili",
    "\u0314": "accdasia",
    "\u0342": "accperispomeni",
    "\u0345": "accypogegrammeni",
}
# What each does where no package defines it; `#1` is the letter.
PROVIDED = {
    "accpsili": r"[1]{'#1}",
    "accdasia": r"[1]{`#1}",
    "accperispomeni": r"[1]{\ensuremath{\tilde{#1}}}",
    "accypogegrammeni": r"[1]{\ensuremath{#1_\iota}}",
}
WORD = re.compile(r"(?:[\u0370-\u03ff\u1f00-\u1fff][\u0300-\u036f]*)+")


def of_word(found: re.Match[str]) -> str:
    """Return the TeX of a run of Greek letters; letters that TeX has no name for stay as they are."""
    clusters = _clusters(unicodedata.normalize("NFD", found[0]))
    if len(clusters) == 1 and len(clusters[0]) == 1:
        return found[0]  # a sign, not a word: written like other signs
    return "".join(map(_letter, clusters))


def _clusters(text: str) -> list[str]:
    return re.findall(r"[^\u0300-\u036f][\u0300-\u036f]*", text)


def _letter(cluster: str) -> str:
    name = _LETTERS.get(cluster[0])
    if name is None or COMMANDS.get(name) != cluster[0] or any(mark not in _ALL for mark in cluster[1:]):
        return unicodedata.normalize("NFC", cluster)
    tex = f"\\{name}"
    marks = list(cluster[1:])
    while marks and marks[0] in _IN_MATH:
        tex = f"\\{_IN_MATH[marks.pop(0)]}{{{tex}}}"
    tex = f"\\ensuremath{{{tex}}}"
    for mark in marks:
        tex = (
            f"\\{_BY_COMMAND[mark]}{{{tex}}}" if mark in _BY_COMMAND else f"\\ensuremath{{\\{_IN_MATH[mark]}{{{tex}}}}}"
        )
    return f"{{{tex}}}"


_ALL = _IN_MATH.keys() | _BY_COMMAND.keys()
