"""`[[links]]` in notes and the names of papers: read, compared, rewritten."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.core.wiki_links import cited, links, name_of, names_of, retitled


def test_links_are_found_outside_of_code():
    note = "See [[Policy Distillation]] and [[rusu2015|the paper]].\n`[[no]]`\n```\n[[nor this]]\n```\n[[ ]] [[a\nb]]"
    assert [(link.target, link.shown) for link in links(note)] == [
        ("Policy Distillation", "Policy Distillation"),
        ("rusu2015", "the paper"),
    ]
    for link in links(note):
        assert note[link.start : link.end].startswith("[[")
        assert note[link.start : link.end].endswith("]]")


@pytest.mark.parametrize(
    ("reference", "name"),
    [
        ("https://doi.org/10.1000/XyZ", "doi:10.1000/xyz"),
        ("arXiv:1706.03762v5", "arxiv:1706.03762"),
        ("rusu2015policy", "key:rusu2015policy"),
        ("Policy Distillation", "title:policy distillation"),
        ("  ", None),
    ],
)
def test_names(reference, name):
    assert name_of(reference) == name


def test_one_word_may_be_a_key_or_a_title():
    assert names_of("Griffin") == ("key:Griffin", "title:griffin")


def test_a_new_title_is_followed_and_the_rest_of_the_note_stays():
    note = "a [[Old Title]] b [[old title|shown]] c [[Other]] `[[Old Title]]`"
    assert retitled(note, "Old Title", "New [x] | y") == "a [[New x y]] b [[New x y|shown]] c [[Other]] `[[Old Title]]`"


@given(st.text(alphabet="ab[]|`\n ~"), st.text(alphabet="ab[]| "), st.text(alphabet="ab "))
def test_rewriting_never_touches_other_text(note, old, new):
    again = retitled(note, old, new)
    if not any(link.target.strip() and link.target.casefold() == " ".join(old.split()).casefold()
               for link in links(note)):  # fmt: skip
        assert again == note


def test_what_other_programs_keep():
    extra = {"bibtex": {"related": "rusu2015,kirk2016", "note": "x"}, "csl": {"references": [{"DOI": "10.1/AB"}]}}
    assert sorted(found for key, value in extra.items() for found in cited(key, json.dumps(value))) == [
        ("cites", "doi:10.1/ab"), ("related", "key:kirk2016"), ("related", "key:rusu2015"),
    ]  # fmt: skip
    assert list(cited("title", '"nothing of the kind"')) == []
    assert list(cited("references", "7")) == []
    assert list(cited("related", '[[], {"x": 1}]')) == []
