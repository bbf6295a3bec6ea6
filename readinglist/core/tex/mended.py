"""TeX as somebody typed it, with what would stop LaTeX written as LaTeX wants it."""

from __future__ import annotations

import re
import unicodedata

from readinglist.core.tex.alphabets import BLACKBOARD, SUBSCRIPTS, SUPERSCRIPTS
from readinglist.core.tex.symbols import COMMANDS, GREEK

# In the order of what stands for itself: verbatim arguments, commands, dollars, specials, letters beyond Latin.
_PART = re.compile(
    r"(?P<kept>\\(?:url|path|nolinkurl|href)\s*\{[^{}]*\}|\\(?:[A-Za-z]+|.))|(?P<dollar>\$\$?)|(?P<special>[&#%^_])"
    r"|(?P<sign>[^\x00-\u017f‘’“”–—…]|[¬±×÷µ])",
    re.DOTALL,
)
_ESCAPED = {"&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_", "^": r"\textasciicircum{}"}
# Symbols of math mode that LaTeX itself has (no packages).
_MATH_OF_LATEX = (
    "times div pm mp ast star circ oplus ominus otimes oslash odot wedge vee neg cap cup sqcap sqcup uplus setminus "
    "wr bigcap bigcup bigoplus bigotimes leq geq ll gg neq equiv sim simeq approx cong asymp doteq propto prec succ "
    "models vdash dashv perp top mid parallel in ni notin subset supset subseteq supseteq emptyset forall exists nabla "
    "partial infty sum prod coprod int oint surd angle triangle diamond prime langle rangle lceil rceil lfloor rfloor "
    "rightarrow leftarrow leftrightarrow Rightarrow Leftarrow Leftrightarrow uparrow downarrow mapsto longrightarrow "
    "longleftarrow nearrow searrow swarrow nwarrow rightleftharpoons sharp flat natural heartsuit spadesuit clubsuit "
    "diamondsuit bowtie hbar ell Re Im wp aleph"
)
MATH_OF_LATEX = tuple(_MATH_OF_LATEX.split())
_MATH = {char: f"\\{name}" for name, char in reversed(GREEK.items())}
_MATH |= {COMMANDS[name]: f"\\{name}" for name in reversed(MATH_OF_LATEX)}
_MATH |= {char: f"\\mathbb{{{letter}}}" for letter, char in BLACKBOARD.items()}
_MATH |= {char: f"^{{{plain}}}" for plain, char in SUPERSCRIPTS.items() if plain.isascii()}
_MATH |= {char: f"_{{{plain}}}" for plain, char in SUBSCRIPTS.items() if plain.isascii()}
_MATH["−"] = "-"


def mended(tex: str) -> str:
    """Return `tex` with bare `& # % ^ _` outside math escaped, a dollar without a partner too, and signs that LaTeX
    does not print by themselves as commands of math. What compiles already comes back as it is.
    """
    if tex.isascii() and not re.search(r"[&#%^_$]", tex):
        return tex
    tex = unicodedata.normalize("NFC", tex)
    dollars = [found.start() for found in _PART.finditer(tex) if found["dollar"]]
    odd = dollars[-1] if len(dollars) % 2 else -1
    parts, at, in_math = [], 0, False
    for found in _PART.finditer(tex):
        parts.append(tex[at : found.start()])
        at = found.end()
        if found["dollar"]:
            lone = found.start() == odd
            in_math ^= not lone
            parts.append(r"\$" * len(found[0]) if lone else found[0])
        elif found["special"]:
            parts.append(found[0] if in_math and found[0] in "^_&" else _ESCAPED[found[0]])
        elif found["sign"]:
            parts.append(_sign(found[0], in_math, tex[at : at + 1]))
        else:
            parts.append(found[0])
    return "".join([*parts, tex[at:]])


def _sign(char: str, in_math: bool, behind: str) -> str:
    """Return a sign as a command of math mode, in dollars where it stands in text."""
    known = _MATH.get(char)
    if known is None:
        return char
    if not in_math:
        return f"{{${known}$}}"
    return f"{known} " if known[-1].isalpha() and behind.isalpha() else known
