"""TeX of others: what compiles stays, what would stop LaTeX is escaped, and neither changes what it says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readinglist.core.tex.decode import decode
from readinglist.core.tex.mended import mended


@pytest.mark.parametrize(
    "tex", ["plain", r"{\'E}t{\'e} \& $x_1^2$ \url{a_b%c}", r"\% \# \_", "Größe und Łódź “so” – da"]
)
def test_what_compiles_stays(tex):
    assert mended(tex) == tex


@pytest.mark.parametrize(
    ("tex", "written"),
    [
        ("Wiley & Sons", r"Wiley \& Sons"),
        ("100% of #1 a_b", r"100\% of \#1 a\_b"),
        ("costs $5", r"costs \$5"),
        ("$β$-VAE", r"$\beta$-VAE"),
        ("$αx ≤ 2$", r"$\alpha x \leq 2$"),
        ("α and ≤", r"{$\alpha$} and {$\leq$}"),
        ("$50%$", r"$50\%$"),
    ],
)
def test_what_stops_latex_is_escaped(tex, written):
    assert mended(tex) == written


@settings(max_examples=200)
@given(st.text("ab {}&%#_^$\\αβ≤é", max_size=20))
def test_it_is_done_once(tex):
    assert mended(mended(tex)) == mended(tex)


@settings(max_examples=200)
@given(st.text("ab &%#é≤α", max_size=20))
def test_it_says_the_same(tex):
    assert decode(mended(tex)) == decode(tex)
