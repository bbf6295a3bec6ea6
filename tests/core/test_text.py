"""Text as people search and sort it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.core import text
from readinglist.core.text import beginning, capital, clean, fold, one_line, segment, sort_key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ångström", "angstrom"),
        ("ŁUKASIEWICZ", "lukasiewicz"),
        ("Straße", "strasse"),
        ("𝐀𝒪", "ao"),
        ("Ｆｕｌｌ", "full"),
        ("Þór", "thor"),
        ("plain", "plain"),
    ],
)
def test_case_and_accents_fold(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_one_line_is_every_run_of_white_space_as_one_space(text):
    assert one_line(text) == re.sub(r"\s+", " ", text).strip()


@given(st.text())
def test_clean_leaves_nothing_that_cannot_be_stored(text):
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert "\r" not in cleaned
    assert "\x00" not in cleaned
    assert clean(cleaned) == cleaned


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_printable_ascii_stays_as_it_is(text):
    assert clean(text) == text


@pytest.mark.parametrize(("text", "key"), [("“Why?”", "why?”"), ("...", "..."), ("", None), (None, None), (" a ", "a")])
def test_leading_marks_do_not_sort(text, key):
    assert sort_key(text) == key


def test_every_cjk_character_is_a_word_of_its_own():
    assert segment("深度学习 of X").split() == ["深", "度", "学", "习", "of", "x"]


def test_sort_keys_of_giant_texts_are_not_kept():
    text._sort_key.cache_clear()
    assert sort_key("Ö" * 100_000) == "o" * 96
    assert sort_key("Ö") == "o"
    assert text._sort_key.cache_info().currsize == 1


def test_words_begin_a_line_with_a_capital():
    assert (capital("due today"), capital("ärger"), capital("")) == ("Due today", "Ärger", "")


@pytest.mark.parametrize(
    ("text", "most", "begins"),
    [
        ("short", 9, "short"),
        ("two words", 5, "two "),
        ("two words", 3, "two"),
        ("两个词语", 3, "两个词"),
        ("x" * 900, 700, "x" * 700),
        ("ae\u0301" * 300, 2, "a"),
        ("👍🏽" * 300, 3, "👍🏽"),
    ],
)
def test_a_text_begins_with_whole_words(text, most, begins):
    assert beginning(text, most) == begins


@given(st.text(), st.integers(1, 40))
def test_a_beginning_begins_the_text_and_is_no_longer_than_said(text, most):
    assert text.startswith(beginning(text, most))
    assert len(beginning(text, most)) <= most
    assert beginning(text, most) or not text
