"""A search that finds nothing: the nearest words that are there, and nothing where there are none."""

from __future__ import annotations

import pytest

from readinglist.core.paper import Draft
from tests.library.kit import open_quick

PAPERS = [
    Draft(title="Deep Reinforcement Learning", abstract="We study bandits."),
    Draft(title="Reinforcement of concrete", note="Read about Schrödinger again."),
    Draft(title="Attention Is All You Need"),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    with open_quick(tmp_path_factory.mktemp("spelling") / "library.db", create=True) as opened:
        opened.papers.add_many(PAPERS)
        gone = opened.papers.add(Draft(title="Thrashing"))
        opened.papers.trash([gone])
        yield opened


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("reinforcment", "reinforcement"),
        ("Reinforcment lerning", "reinforcement learning"),
        ("title:reinforcment", "title:reinforcement"),
        ('"deep reinforcment"', '"deep reinforcement"'),
        ("attnetion", "attention"),
        ("kttention", "attention"),
        ("shrödinger", "schrodinger"),
        ("bandist -deep", None),  # what it would find is denied
        ("bandist", "bandits"),
        ("deep", None),
        ("zzzzzzz", None),
        ("trashing", None),
        ("xyz", None),
        ("tag:reinforcment", None),
        ("", None),
    ],
)
def test_what_may_have_been_meant(library, query, meant):
    found = library.spelling.mended(query)
    assert (found.query if found else None) == meant


def test_it_says_which_words(library):
    assert library.spelling.mended("deep reinforcment").words == (("reinforcment", "reinforcement"),)
