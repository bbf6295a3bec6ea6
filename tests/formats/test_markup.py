"""Markup goes out of texts, everything else stays."""

from __future__ import annotations

import pytest

from readinglist.formats.markup import plain


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("CO<sub>2</sub> &amp; <i>E. coli</i>", "CO2 & E. coli"),
        ("a < b and c > d", "a < b and c > d"),
        ("p<0.05, q>0.1", "p<0.05, q>0.1"),
        ("&lt;i&gt;x", "<i>x"),
        ("AT&amp;amp;T", "AT&T"),
        ("List<T> is", "List<T> is"),
        ("a <b and c> d", "a <b and c> d"),
        ("E<sub class=x>0</sub> <mml:math><mml:mi>x</mml:mi></mml:math>", "E0 x"),
        ("x<span class='a'>y</span>", "xy"),
    ],
)
def test_markup_goes_and_text_stays(text: str, wanted: str) -> None:
    assert plain(text) == wanted


def test_jats_paragraphs() -> None:
    text = "<jats:title>Abstract</jats:title><jats:p>One\n   two</jats:p>\n<jats:p>Three<jats:sup>4</jats:sup></jats:p>"
    assert plain(text, lines=True) == "One\ntwo\n\nThree4"
