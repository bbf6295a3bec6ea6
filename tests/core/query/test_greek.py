"""Greek letters are found by their names and names by their letters, all of them, by index and in texts."""

from __future__ import annotations

import pytest

from readinglist.core.paper import Draft
from readinglist.core.query.contains import has_words
from readinglist.core.query.greek import LETTER_OF, spellings
from readinglist.flows.finding import find
from tests.library.kit import open_quick

TITLES = ["β-VAE in use", r"$\beta$-VAE in TeX", "The beta prior", "Learning βVAEs", "Other things: beth"]


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with open_quick(tmp_path_factory.mktemp("greek") / "library.db", create=True) as opened:
        for title in TITLES:
            opened.papers.add(Draft(title=title))
        for name, letter in LETTER_OF.items():
            opened.papers.add(Draft(title=f"Of {letter}", abstract=f"It is {letter.upper()}."))
            opened.papers.add(Draft(title="By name", abstract=f"It is $\\{name}$."))
        yield opened


def titles(library, query):
    return {library.papers.get(paper).title for paper in find(library, query)}


@pytest.mark.parametrize("query", ["beta", "β", "Β", "title:beta", "title:β", '"β"', '"beta"', "beta OR nothing"])
def test_either_finds_both(library, query):
    assert {"β-VAE in use", r"$\beta$-VAE in TeX", "The beta prior"} <= titles(library, query)
    assert "Other things: beth" not in titles(library, query)


@pytest.mark.parametrize("query", ["beta-vae", "β-vae", '"beta vae"', "β vae", "beta vae"])
def test_side_by_side_too(library, query):
    found = titles(library, query)
    assert {"β-VAE in use", r"$\beta$-VAE in TeX"} <= found
    assert "The beta prior" not in found


@pytest.mark.parametrize("name", [name for name in LETTER_OF if not name.startswith("var")])
def test_every_letter_both_ways(library, name):
    letter = LETTER_OF[name]
    for query in (name, letter, letter.upper(), name.upper()):
        assert {f"Of {letter}", "By name"} <= titles(library, query), query


@pytest.mark.parametrize("text", ["beta", "β", "Σ", "varphi", "β-vae", "no greek", "Gemini", "λx"])
def test_texts_are_searched_as_the_index_is(library, text):
    for title in TITLES:
        by_index = title in titles(library, f'title:"{text}"')
        assert by_index == has_words(text, False, title), (text, title)


def test_what_has_no_greek_stays_alone():
    for text in ("deep learning", "alphabet", "pipe", "学習", "naïve", ""):
        assert spellings(text) == (text,)
