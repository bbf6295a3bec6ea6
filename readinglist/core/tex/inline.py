"""Inline TeX of titles and abstracts for reading: as plain Unicode, as runs to lay out, as safe HTML.

What is not understood stays exactly as typed, prices and all. The TeX of bibliography files is `decode`'s, which
decodes for storing; here the text in the library stays as it came and only what is shown changes.
"""

from __future__ import annotations

import html as _html
from itertools import groupby

from readinglist.core.tex.run import Run, joined
from readinglist.core.tex.spans import read_text
from readinglist.core.tex.tables import shifted
from readinglist.core.text import MAYBE_TEX

__all__ = ["Run", "common_runs", "html", "plain", "runs"]

_HIGH = frozenset("†‡§¶′°")  # these stand high by themselves


def runs(text: str) -> list[Run]:
    """Return `text` as runs of one look each, none empty; their texts joined are what a person reads."""
    if not MAYBE_TEX.search(text):
        return [Run(text)] if text else []
    return read_text(text, Run(""))


def plain(text: str) -> str:
    """Return `text` in Unicode for one look: `β-VAE`, `L₂`, `O(n²)`, `10⁻³`.

    Scripts without Unicode characters keep their sign: `x_θ`, `e^(iω)`. Letters that few fonts have are plain.
    """
    if not MAYBE_TEX.search(text):
        return text
    return _flat(read_text(text, Run("")), 0)


def html(text: str) -> str:
    """Return `text` as HTML that can do no harm: escaped, with no tags but i, b, sub, sup and span."""
    return _nested(runs(text), 0)


def _flat(parts: list[Run], depth: int) -> str:
    """Return runs at the same first `depth` shifts as one text, deeper ones as Unicode scripts or in signs."""
    pieces: list[str] = []
    for sign, group in groupby(parts, lambda run: run.shift[depth : depth + 1]):
        members = list(group)
        if not sign:
            pieces.extend(run.common for run in members)
            continue
        inner = _flat(members, depth + 1)
        small = inner if sign == "^" and inner in _HIGH else shifted(inner, sign == "^")
        if small is None:
            # `D_KL` reads well, `e^iω` does not.
            alone = len(inner) == 1 or (sign == "_" and inner.isalnum() and all(r.level == depth + 1 for r in members))
            small = sign + (inner if alone else f"({inner})")
        pieces.append(small)
    return "".join(pieces)


def _nested(parts: list[Run], depth: int) -> str:
    """Return runs at the same first `depth` shifts as HTML, deeper ones within their sub and sup."""
    pieces: list[str] = []
    for sign, group in groupby(parts, lambda run: run.shift[depth : depth + 1]):
        members = list(group)
        if sign:
            tag = "sup" if sign == "^" else "sub"
            pieces.append(f"<{tag}>{_nested(members, depth + 1)}</{tag}>")
        else:
            pieces.extend(_tagged(run) for run in members)
    return "".join(pieces)


def _tagged(run: Run) -> str:
    written = _html.escape(run.text)
    if run.mono:
        written = f'<span style="font-family:monospace">{written}</span>'
    if run.bold:
        written = f"<b>{written}</b>"
    if run.italic:
        written = f"<i>{written}</i>"
    return written


def common_runs(text: str) -> list[Run]:
    """Return `runs(text)` without letters that few fonts have, for a window whose font lacks them."""
    return joined(run.says(run.common) for run in runs(text))
