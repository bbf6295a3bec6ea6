"""The parts of a formula, atoms, and how they stand beside each other.

The rules are TeX's in short (The TeXbook, chapter 18): atoms have classes, and the classes of neighbours decide.
"""

# ruff: noqa: SIM905 -- tables of words read better as one text

from __future__ import annotations

from typing import NamedTuple

from readinglist.core.tex.alphabets import alphabet
from readinglist.core.tex.run import Run

# Relations and arrows stand apart from both sides; operators from what they act on; binary signs as typed.
_RELATIONS = frozenset(
    "= := < > ≤ ≥ ⩽ ⩾ ≪ ≫ ≠ ≡ ∼ ≃ ≈ ≅ ≍ ≐ ∝ ≺ ≻ ⪯ ⪰ ≲ ≳ ⊨ ⊢ ⊣ ⊥ ∣ ∤ ∥ ∈ ∋ ∉ ⊂ ⊃ ⊆ ⊇ ⊑ ⊒ → ← ↔ ⇒ ⟹ ⇐ ⇔ ⟺ ↦ ⟶ "
    "⟵ ⟼ ↪ ↩ ⇌ ⇝ ≜ ≔ ≕ ⪆ ⪅ ≾ ≿ ⊊ ⊋ ⊈ ≰ ≱ ≮ ≯ ⊴ ⊵ ↠ ⇀ ⟸ ⟷ ↣ ⊩ ⊬ ⋈ ∴ ∵".split()
) - {"⊥"}  # mostly a superscript or a value
_BINARY = frozenset("+ − ± ∓ × ÷ ∗ ⋆ ∘ ⊕ ⊖ ⊗ ⊘ ⊙ ∧ ∨ ∩ ∪ ⊓ ⊔ ⊎ ∖ ≀ ⨿ · • ⋉ ⋊ ⊠ ⊞ ⊛ ⊺".split())
_OPERATORS = frozenset("∑ ∏ ∐ ∫ ∬ ∭ ∮ ⋂ ⋃ ⨁ ⨂ ⋀ ⋁ ⨆ ⨄ ⨀".split())
_UPRIGHT = frozenset("ΓΔΘΛΞΠΣΥΦΨΩ")
_KINDS: dict[str, str] = (
    dict.fromkeys("([{⟨⌈⌊⟦", "open")
    | dict.fromkeys(")]}⟩⌉⌋⟧", "close")
    | dict.fromkeys(",;:", "punct")
    | dict.fromkeys(_OPERATORS, "op")
    | dict.fromkeys(_BINARY, "bin")
    | dict.fromkeys(_RELATIONS, "rel")
)


class Atom(NamedTuple):
    """A part of a formula. `kind` is TeX's class, "" of what is not seen; `spaced`: white space stood before it."""

    kind: str
    runs: list[Run]
    spaced: bool = False

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def kind_of(sign: str) -> str:
    """Return the class of a sign."""
    return _KINDS.get(sign, "ord")


def letters(text: str, style: Run, font: str) -> Run:
    """Return letters or digits as a formula shows them in `font`: single letters slant, digits stand."""
    if font in ("cal", "frak", "bb"):
        return style.says(alphabet(font, text))
    if font == "it" and text[0].isdigit():
        return style.says(text)
    slant = font in ("it", "bm") and text[0].isalpha() and not (len(text) == 1 and text.isupper() and text in _UPRIGHT)
    bold = style.bold or font in ("bf", "bm")
    return Run(text, style.math, style.italic or slant, bold, style.mono or font == "tt", style.shift)


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
    atoms = [atom for atom in atoms if atom.kind or atom.runs]
    before = "start"
    for atom, after in zip(atoms, [*atoms[1:], None], strict=False):
        kind = _role(atom, before, after) if atom.kind == "bin" else atom.kind
        if atom.runs and runs and not tight and _apart(before, kind, atom, runs):
            runs.append(atom.runs[0]._replace(text=" ", italic=False, bold=False, shift=""))
        runs.extend(atom.runs)
        before = kind
    return runs


def _role(atom: Atom, before: str, after: Atom | None) -> str:
    """Return what a binary sign is: one of a number, or between two things, as far apart as it was typed.

    Behind a command the space tells nothing.
    """
    if before in ("start", "bin", "rel", "op", "open", "punct"):
        return "sign"
    spaced = after and (atom.spaced or (after.spaced and len(atom.text) == 1 and atom.text in "+−∗-*"))
    return "spaced" if spaced else "bin"


# The classes between which there is a space; "spaced" is a binary sign that stands apart.
_SPACED = {(before, "op") for before in ("ord", "close", "op", "punct")} | {("op", "ord")}


def _apart(before: str, kind: str, atom: Atom, runs: list[Run]) -> bool:
    if runs[-1].text.endswith(" ") or "space" in (before, kind) or before == "start":
        return False
    if before in ("rel", "spaced"):
        return len(runs) > 1 or atom.spaced
    return kind in ("rel", "spaced") or (before, kind) in _SPACED or (before == "punct" and atom.spaced)
