"""Uniting two edits of a note: what each wrote is there, what each left alone is not doubled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.core.text_merge import merge

LINES = st.lists(st.sampled_from(["a", "b", "c", "", "d e"]), max_size=6).map("\n".join)


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "united"),
    [
        ("old", "old", "new", "new"),
        ("old", "new", "old", "new"),
        ("", "mine", "theirs", "mine\ntheirs"),
        ("one", "one and a half", "one\n\nappended\n", "one and a half\n\nappended\n"),
        ("a\nb\nc", "A\nb\nc", "a\nb\nC", "A\nb\nC"),
        ("a\nb\nc", "a\nc", "a\nb\nc\nd", "a\nc\nd"),
        ("a\nb", "a\nmine", "a\ntheirs", "a\nmine\ntheirs"),
        ("a", "a\nx", "a\nx", "a\nx"),
        ("keep", "", "keep", ""),
    ],
)
def test_united(base, mine, theirs, united):
    assert merge(base, mine, theirs) == united


@given(LINES, LINES, LINES)
def test_no_new_line_of_either_is_lost(base, mine, theirs):
    united = merge(base, mine, theirs).split("\n")
    for text in (mine, theirs):
        assert {line for line in text.split("\n") if line not in base.split("\n")} <= set(united)


@given(LINES, LINES)
def test_who_changed_nothing_has_no_say(base, other):
    assert merge(base, base, other) == other
    assert merge(base, other, base) == other
