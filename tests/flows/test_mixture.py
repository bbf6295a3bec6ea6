"""Mixtures read: each segment by its kind, in order, and every line accounted for."""

from __future__ import annotations

import itertools

import pytest

from readinglist.core.errors import Problem
from readinglist.flows import mixture
from readinglist.flows.mixture import Mixture
from readinglist.flows.typed import Typed
from tests.formats.segments.test_segments import KINDS, MAIN

# What the sample of each kind must be read as.
SAID = {
    "bibtex": "Attention Is All You Need",
    "ris": "Deep learning",
    "json": "Long short-term memory",
    "listing": "Support-vector networks",
    "nbib": "A paper of PubMed",
    "refer": "A paper of Refer",
    "wos": "A paper of the web",
    "refworks": "A paper of RefWorks",
    "identifiers": "1512.03385v1",
    "address": "10.1038/nature14539",
    "words": "? A theory of everything",
}


def read(text: str) -> list[str]:
    return [item.draft.title or "" if isinstance(item, Typed) else f"? {item.raw}" for item in Mixture(text)]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(("kinds", "many"), [(list(SAID), 2), (MAIN, 3)])
def test_every_mixture_is_read_whole_and_in_order(kinds: list[str], many: int, between: str) -> None:
    for names in itertools.product(kinds, repeat=many):
        if between == "\n" and any(
            a in ("nbib", "refer", "refworks") and b == "words" for a, b in itertools.pairwise(names)
        ):
            continue  # words right behind a value without an end go on with it
        assert read(between.join(KINDS[name] for name in names)) == [SAID[name] for name in names], names


def test_abstracts_do_not_take_in_what_follows() -> None:
    (paper, asked, other) = Mixture(f"{KINDS['listing']}\nA theory of everything\nAnother title of mine")
    assert isinstance(paper, Typed)
    assert (paper.draft.abstract or "").endswith("classification problems.")
    assert isinstance(asked, Problem)
    assert (asked.place, asked.words) == ("line 4", True)
    assert isinstance(other, Problem)
    assert (other.place, other.words) == ("line 5", True)


def test_places_are_of_the_whole_text() -> None:
    items = list(Mixture("1706.03762\n\n" + KINDS["bibtex"] + "\nwords and words\n" + KINDS["ris"] + '\n[{"a"'))
    places = [item.draft.place if isinstance(item, Typed) else item.place for item in items]
    assert places == ["line 1", "line 3", "line 7", "line 8", "line 12"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("x" * 500, "neither an identifier"),
        ("!!! %%%", "neither an identifier"),
        ('[{"colour": "blue"}]', "none of the known formats"),
        ("<records><nothing/></records>\n1706.03762", "no record in it"),
        ("[]\n1706.03762", "none of the known formats"),
        ("\n".join(f"line of prose {n}" for n in range(500)) + "\n1706.03762", "500 lines are not recognised"),
    ],
)
def test_what_can_be_no_title_is_not_offered_as_one(text: str, why: str) -> None:
    found = [item for item in Mixture(text) if isinstance(item, Problem)]
    assert len(found) == 1
    assert why in found[0].reason
    assert not found[0].words


def test_kinds_in_words() -> None:
    text = "\n\n".join(KINDS[name] for name in MAIN)
    assert Mixture(text).kinds() == [
        "BibTeX", "RIS", "CSL-JSON", "Paper listing", "identifiers", "text that is not recognised"
    ]  # fmt: skip


def test_words_of_a_command_line_are_titles_where_they_were_put_in_quotes() -> None:
    def given(*what: str) -> list[tuple[str, str | None]]:
        return [
            (item.draft.title or "", item.draft.place) if isinstance(item, Typed) else (f"? {item.raw}", item.place)
            for item in mixture.given(what)
        ]

    assert given("A title") == [("A title", "line 1")]
    assert given("Dropout") == [("Dropout", "line 1")]
    assert given("1706.03762", "A title", "odd") == [
        ("1706.03762", "argument 1"), ("A title", "argument 2"), ("? odd", "argument 3")
    ]  # fmt: skip
    assert given("1706.03762\nA title of mine") == [("1706.03762", "line 1"), ("? A title of mine", "line 2")]
    assert given("x", "1706.03762\nA title")[1:] == [
        ("1706.03762", "argument 2, line 1"), ("? A title", "argument 2, line 2")
    ]  # fmt: skip
