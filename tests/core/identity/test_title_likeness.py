"""How like papers are to what was typed: words first, year and names as hints."""

from __future__ import annotations

import pytest

from readinglist.core.identity.title_likeness import likeness
from readinglist.core.names.person import person
from readinglist.core.paper import Draft


def of(title: str, *authors: str, date: str) -> Draft:
    return Draft(title=title, authors=[person(name) for name in authors], date=date)


VASWANI = of("Attention Is All You Need", "Ashish Vaswani", "Noam Shazeer", date="2017-06-12")
BOOK = of("Deep Learning", "Ian Goodfellow", "Yoshua Bengio", date="2016")
NATURE = of("Deep learning", "Yann LeCun", "Yoshua Bengio", date="2015-05-27")
WHERE = of("Is Attention All You Need?", "Someone Else", date="2020")


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("deep learning 2016", BOOK, NATURE),
        ("LeCun deep learning", NATURE, BOOK),
        ("goodfellow, deep learning", BOOK, NATURE),
        ("deep learning lecun 2015", NATURE, BOOK),
        ("vaswani 2017 attention is all you need", VASWANI, WHERE),
        ("Attention is all you need", VASWANI, NATURE),
    ],
)
def test_a_year_and_names_are_hints(typed: str, better: Draft, worse: Draft) -> None:
    assert likeness(typed, better) > likeness(typed, worse)
