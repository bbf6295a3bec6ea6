"""Dollars: which open a formula and which are prices."""

from __future__ import annotations

import pytest

from readinglist.core.tex.dollars import formula_at, formulas, plausible, within


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("costs $5 and $\\beta$, $x_1$", ["\\beta", "x_1"]),
        ("$$E=mc^2$$ and $n$", ["E=mc^2", "n"]),
        ("a \\$ and $a \\$ b$", ["a \\$ b"]),
        ("from $5-$6 a month", []),
        ("US$ 5 million and US$ 7 million", []),
        ("$\\text{where $\\beta$ is}$", ["\\text{where $\\beta$ is}"]),
        ("$x$$y$", ["x", "y"]),
        ("$", []),
    ],
)
def test_formulas_among_prices(text, found):
    assert [within(one) for one in formulas(text)] == found


def test_a_price_is_no_formula_where_it_stands():
    assert formula_at("$5 and $6", 0) is None
    assert formula_at("from $x$ on", 5)[0] == "$x$"


@pytest.mark.parametrize("inner", ["", " ", "a\n\n\\alpha", "two words", " 5 ", "5 for x_1 in one year and "])
def test_not_plausible(inner):
    assert not plausible(inner, "")


@pytest.mark.parametrize(("inner", "behind"), [("5", ""), ("n", "2"), (" n ", ""), ("10^{6}", "5"), (" a = b ", "")])
def test_plausible(inner, behind):
    assert plausible(inner, behind)


def test_a_number_before_a_digit_is_a_price():
    assert not plausible("5", "1")
