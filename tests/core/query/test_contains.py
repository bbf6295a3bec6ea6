"""Words looked for in a text itself are found where the search index finds them."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.core.query.contains import has_words
from readinglist.core.text import segment
from readinglist.library.file import search_index
from readinglist.library.find.compile import match_text

_WORDS = st.sampled_from(
    "learning learn le l Ångström angstrom Łódź strasse Straße 深度 学 self-supervised U.S.A. x² naïve don't".split()
)
_MARKS = st.sampled_from([" ", ", ", "-", ". ", "\n", "_", " — ", "", "(", "/"])


@pytest.mark.parametrize(
    ("words", "prefix", "text", "found"),
    [
        ("learn", True, "Deep Learning", True),
        ("learn", False, "Deep Learning", False),
        ("earn", True, "Deep Learning", False),
        ("deep learning", False, "Deep-Learning, again", True),
        ("deep learning", False, "Deep and learning", False),
        ("deep lea", True, "Sparse deep learning", True),
        ("lodz", True, "Uniwersytet w Łodzi, Łódź", True),
        ("度学", True, "深度学习", True),
        ("strasse", False, "Hauptstraße 1", False),
        ("hauptstrasse", False, "Hauptstraße 1", True),
    ],
)
def test_words_stand_where_words_begin(words: str, prefix: bool, text: str, found: bool) -> None:
    assert has_words(words, prefix, None, "", text) is found


@given(
    parts=st.lists(st.tuples(_WORDS, _MARKS), min_size=1, max_size=8),
    words=st.lists(_WORDS, min_size=1, max_size=2),
    prefix=st.booleans(),
)
def test_the_index_agrees(parts: list[tuple[str, str]], words: list[str], prefix: bool) -> None:
    text = "".join(word + mark for word, mark in parts)
    sought = " ".join(words)
    db = sqlite3.connect(":memory:")
    db.execute(search_index.definition("one", ["text"], "prefix = '1 2 3'"))
    db.execute("INSERT INTO one (rowid, text) VALUES (1, ?)", (segment(text),))
    hits = db.execute("SELECT rowid FROM one WHERE one MATCH ?", (match_text(sought, prefix=prefix),)).fetchall()
    db.close()
    assert has_words(sought, prefix, text) is bool(hits)
