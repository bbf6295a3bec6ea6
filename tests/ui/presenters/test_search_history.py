"""Earlier searches: order, doubles, what grows while it is typed, and a state file with other things in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from readinglist.settings import State
from readinglist.ui.presenters.search_history import KEY, MOST, SearchHistory


@pytest.fixture
def history(tmp_path: Path) -> SearchHistory:
    return SearchHistory(State(tmp_path / "state.json"))


def test_newest_first_and_each_once(history: SearchHistory) -> None:
    for line in ("one", "two", " one ", "three  words"):
        history.remember(line)
    assert history.lines() == ["three words", "one", "two"]


def test_the_last_fifty(history: SearchHistory) -> None:
    for number in range(MOST + 7):
        history.remember(f"search {number}")
    assert len(history.lines()) == MOST == 50
    assert history.lines()[-1] == "search 7"


def test_blank_and_endless_ones_are_left_out(history: SearchHistory) -> None:
    history.remember("  ")
    history.remember("x" * 5000)
    assert history.lines() == []


def test_what_grows_is_kept_once(history: SearchHistory) -> None:
    history.remember("ne", growing=True)
    history.remember("neural", growing=True)
    history.remember("neural nets")
    history.remember("neural nets and more")
    assert history.lines() == ["neural nets and more", "neural nets"]


def test_what_was_used_stays_when_it_grows(history: SearchHistory) -> None:
    history.remember("neural")
    history.remember("neural nets", growing=True)
    assert history.lines() == ["neural nets", "neural"]


def test_like(history: SearchHistory) -> None:
    for line in ("deep learning", "tag:rl deep", "Déep blue", "deep", "other"):
        history.remember(line)
    assert history.like("Deep", 4) == ["Déep blue", "deep learning", "tag:rl deep"]
    assert history.like("eep", 4) == []
    assert history.like("rl", 4) == ["tag:rl deep"]
    assert history.like("deep", 1) == ["Déep blue"]


@pytest.mark.parametrize("stored", [None, "neural", 7, {"a": 1}, [None, 3, ["x"], ""]])
def test_a_state_file_that_holds_something_else(history: SearchHistory, stored: object) -> None:
    history.state.set(KEY, stored)
    assert history.lines() == []
    history.remember("neural")
    assert history.lines() == ["neural"]


def test_cleared(history: SearchHistory) -> None:
    history.remember("neural", growing=True)
    history.clear()
    assert history.lines() == []
    assert KEY not in history.state.values
