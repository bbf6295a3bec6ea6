"""What is pending is filled in answer by answer, as one step; stopped in between, what came stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from readinglist.core.identity.identifiers import Identifier
from readinglist.core.paper import PENDING, Draft
from readinglist.flows import adding, refreshing, typed
from readinglist.flows.lookup import Found
from readinglist.library.library import Library
from tests.library.kit import open_quick, snapshot

NUMBERS = ("1706.03762", "1512.03385", "1412.6980")


class Slow:
    """Services that answer one paper at a time, and look at the library in between."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.waiting: list[int] = []

    def answers(self, wanted: Iterable[Identifier]) -> Iterator[dict[Identifier, Found]]:
        for name in wanted:
            self.waiting.append(len(refreshing.find(self.library, refreshing.WAITING)))
            yield {name: Found(Draft(title=f"Title of {name.value}", arxiv=name.value), "arXiv")}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_quick(tmp_path / "library.db", create=True) as made:
        adding.add(made, [typed.read(number) for number in NUMBERS])
        yield made


def test_each_answer_is_filled_in_before_the_next_is_waited_for(library: Library) -> None:
    before, told, slow = snapshot(library.db), [], Slow(library)
    assert refreshing.complete(library, slow, took=lambda: told.append(1)) == (3, 0)
    assert slow.waiting == [3, 2, 1]
    assert told == [1, 1, 1]
    assert library.undo_name() == "Refresh 3 papers"
    library.undo()
    assert snapshot(library.db) == before


def test_stopped_what_came_stays(library: Library) -> None:
    asked = iter([False, True])
    assert refreshing.complete(library, Slow(library), cancelled=lambda: next(asked)) == (2, 1)
    papers = [library.papers.get(paper) for paper in library.search.ids()]
    assert sorted(PENDING in paper.extra for paper in papers) == [False, False, True]
