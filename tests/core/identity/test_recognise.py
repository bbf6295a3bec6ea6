"""What people paste, and what it names: a table written from how the sites and services write their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.core.identity.recognise import recognise

TABLE = Path(__file__).parents[2] / "data" / "identifiers.txt"
WORDS = """
Attention is all you need
2024
12345678
Deep learning (2015)
A theory of 10.5 dimensional spaces
Reading: 1706.03762 and more
see arXiv:1706.03762 for details
Nature 521, 436-444
10.1 Introduction
W3
hal-like languages
deadbeef
World Models
GPT-4 Technical Report
An image is worth 16x16 words: Transformers for image recognition at scale
978-0-262-03561-4
C++ and 3/4 of it
author@example.org
"""


def rows() -> list[tuple[str, str, str]]:
    """Return scheme, value and way of each line of the table: a line after `=` says what the ways below it name."""
    found, scheme, value = [], "", ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            scheme, value = line[2:].split(" ", 1)
        elif line and not line.startswith("#"):
            found.append((scheme, value, line))
    return found


def test_the_table_is_large_enough() -> None:
    assert len({way for _scheme, _value, way in rows()}) >= 220


@pytest.mark.parametrize(("scheme", "value", "way"), rows(), ids=lambda part: part[:60])
def test_it_is_recognised(scheme: str, value: str, way: str) -> None:
    found = recognise(way)
    assert found is not None
    assert (found.scheme, found.value) == (scheme, value)
    assert recognise(f"  {way}\t") == found  # as it comes out of a paste


@pytest.mark.parametrize("line", WORDS.strip().splitlines())
def test_words_are_no_identifier(line: str) -> None:
    assert recognise(line) is None


@given(st.text(max_size=300))
def test_no_text_makes_it_raise(text: str) -> None:
    recognise(text)


@given(st.sampled_from([way for _scheme, _value, way in rows()]), st.integers(0, 60), st.text(max_size=3))
def test_nor_does_one_that_is_damaged(way: str, at: int, put: str) -> None:
    recognise(way[:at] + put + way[at:])
    recognise(way[:at])


def test_very_long_lines_are_quick_and_nothing() -> None:
    for part in ("a/", "10.1/", "https://arxiv.org/abs/", "%2f", "v1.full", "-1", "(", "1 "):
        assert recognise(part * 100_000) is None
