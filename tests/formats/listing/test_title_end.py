"""A title ends in a word of its own, not in half a name."""

from __future__ import annotations

import pytest

from readinglist.formats.listing.title_end import title_end_score


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Deep Reinforcement Learning", "Deep Reinforcement LearningLe"),
        ("Is This the End?", "Is This the End."),
        ("A Survey of LLMs", "A Survey of L"),
        ("Scaling to 7B", "Scaling to"),
        ("On Graphs", "On Graphs Mc"),
        ("Imitating Language", "Imitating LanguageMarkus"),
        ("Notes on GNNs", "Notes on (x)Ada"),
        ("Tides", "..."),
    ],
)
def test_a_whole_word_ends_a_title_better(better: str, worse: str) -> None:
    assert title_end_score(better) > title_end_score(worse)
