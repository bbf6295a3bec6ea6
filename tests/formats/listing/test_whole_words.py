"""Places between title and authors that would cut a word in two, and those that would not."""

from __future__ import annotations

import pytest

from readinglist.formats.listing.whole_words import cuts_a_word


@pytest.mark.parametrize(
    "line",
    [
        "Things in GA|Ns Gemini Team", "A Study of R|L Markus", "Scaling LL|Ms Jane", "Sampling by MCM|C Ann Lee",
        "Quality of Style|GAN Tero Karras", "Learning Image|Net Olga", "a note from Deep|Seek-AI", "Under|standing Ann",
    ],
)  # fmt: skip
def test_a_word_is_cut(line: str) -> None:
    assert cuts_a_word(line.replace("|", ""), line.index("|"))


@pytest.mark.parametrize(
    "line",
    [
        "Reinforcement Learning|Markus Wulfmeier", "Things in GANs|Gemini Team", "Dropout in RL|David Silver",
        "a study|A. B. Smith", "Deep RL|DAVID SILVER", "Attention?|Ann Lee", "of the brain|van der Maaten",
        "Playing with AlphaGo|OpenAI", "Learning to see|Li Wei",
    ],
)  # fmt: skip
def test_no_word_is_cut(line: str) -> None:
    assert not cuts_a_word(line.replace("|", ""), line.index("|"))
