"""Loose accents, ligatures and the ends of lines."""

import pytest

from readinglist.formats.front_page.letters import is_accent, joined, mended, with_accent


@pytest.mark.parametrize(
    ("loose", "meant"),
    [
        ("Andr´e M¨uller", "André Müller"),
        ("Jos´e Mar´ıa", "José María"),
        ("Fran¸coise", "Françoise"),
        ("Dvoˇr´ak", "Dvořák"),
        ("˚Angstr¨om", "Ångström"),
        ("ef\ufb01cient \ufb02ow", "efficient flow"),
        ("a\u00adb\u200bc\ufffd", "abc"),
        ("x ~ 5", "x ~ 5"),
        ("two  blanks", "two blanks"),
    ],
)
def test_letters_are_as_they_were_meant(loose, meant):
    assert mended(loose) == meant


def test_an_accent_over_a_capital_finds_its_letter():
    assert with_accent("Zdenek Smid", "ˇ", 0.66) == "Zdenek Šmid"
    assert with_accent("xyz", "ˇ", 0.0) == "xyž"
    assert with_accent("123", "ˇ", 0.5) == "123"


def test_what_is_an_accent():
    assert is_accent("´")
    assert is_accent("ˇ ´")
    assert not is_accent("e´")
    assert not is_accent(" ")


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["a hier-", "archical model"], "a hierarchical model"),
        (["a two-", "dimensional lattice"], "a two-dimensional lattice"),
        (["between Garcia-", "Lopez and"], "between Garcia-Lopez and"),
        (["one -", "two"], "one - two"),
        (["plain", "lines"], "plain lines"),
        (["", "x"], "x"),
    ],
)
def test_words_broken_by_the_end_of_a_line_are_put_together(lines, text):
    assert joined(lines) == text
