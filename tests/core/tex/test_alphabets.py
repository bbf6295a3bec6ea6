"""Characters in other shapes: there and back where Unicode has both."""

from __future__ import annotations

import string
import unicodedata

import pytest

from readinglist.core.tex.alphabets import SUBSCRIPTS, SUPERSCRIPTS, alphabet, common, shifted, struck


@pytest.mark.parametrize("name", ["cal", "frak", "bb"])
def test_letters_of_an_alphabet_are_those_letters(name):
    written = alphabet(name, string.ascii_letters)
    assert len(set(written)) == 52
    assert all(unicodedata.category(char)[0] == "L" for char in written)
    assert unicodedata.normalize("NFKC", written) == string.ascii_letters


def test_common_letters_keep_only_number_sets():
    assert common(alphabet("cal", "LO") + alphabet("frak", "g") + alphabet("bb", "RE")) == "LOgℝE"


@pytest.mark.parametrize(("table", "up"), [(SUPERSCRIPTS, True), (SUBSCRIPTS, False)])
def test_scripts_are_compatible_with_what_they_shift(table, up):
    for char in "0123456789+=()aehijklmnoprstuvx":
        assert unicodedata.normalize("NFKC", table[char]) == char
    assert shifted("Q", up) is None


def test_a_sign_is_denied_by_composition():
    assert (struck("="), struck("∈")) == ("≠", "∉")
