"""Tags: one a name whatever its case and accents, renamed, merged, coloured, and gone without their papers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.core.ops import Op
from readinglist.core.paper import Draft
from readinglist.core.views import View
from readinglist.library.find.question import Question
from readinglist.library.library import Library
from readinglist.library.tables.tags import COLOURS
from tests.library.kit import open_quick, snapshot


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_quick(tmp_path / "library.db", create=True) as opened:
        for names in (["RL", "vision"], ["rl"], []):
            opened.papers.add(Draft(title="P", tags=names))
        yield opened


def tags(library: Library) -> list[list[str]]:
    return [paper.tags for paper in library.papers.many([1, 2, 3])]


def tag(library: Library, name: str) -> int:
    found = library.tags.by_name(name)
    assert found
    return found.id


def test_one_tag_a_name(library: Library) -> None:
    assert tags(library) == [["RL", "vision"], ["RL"], []]
    library.tags.edit([1, 2, 3], ["Übung", "  ubung ", "ÜBUNG\n"])
    assert [t.name for t in library.tags.all()] == ["Übung", "RL", "vision"]
    assert [t.count for t in library.tags.all()] == [3, 2, 1]
    library.papers.trash([3])
    assert library.tags.all()[0].count == 2


def test_only_papers_that_change_are_touched(library: Library) -> None:
    told: list[tuple[int, ...]] = []
    library.listeners.append(lambda change: told.append(change.papers))
    library.tags.edit([1, 2, 3, 99], ["rl"], ["unknown"])
    library.tags.edit([1, 2, 3], [], ["VISION"])
    assert told == [(3,), (1,)]
    assert tags(library) == [["RL"], ["RL"], ["RL"]]


def test_a_rename_carries_every_paper_along(library: Library) -> None:
    library.tags.rename(tag(library, "rl"), " Reinforcement  learning ")
    assert tags(library)[1] == ["Reinforcement learning"]
    library.tags.rename(tag(library, "vision"), "VISION")  # the same name in another case is no merge
    assert tags(library)[0] == ["Reinforcement learning", "VISION"]
    library.undo()
    library.undo()
    assert tags(library) == [["RL", "vision"], ["RL"], []]


def test_a_rename_onto_another_merges(library: Library) -> None:
    before = snapshot(library.db)
    library.tags.rename(tag(library, "rl"), "Vision")
    assert tags(library) == [["vision"], ["vision"], []]
    assert len(library.tags.all()) == 1
    library.undo()
    assert snapshot(library.db) == before
    assert tags(library) == [["RL", "vision"], ["RL"], []]


def test_colours_are_handed_out_in_order_and_can_be_changed(library: Library) -> None:
    library.tags.edit([1], [f"t{n}" for n in range(8)])
    assert [t.colour for t in sorted(library.tags.known().values(), key=lambda t: t.id)] == [*COLOURS, None, None]
    library.tags.recolour(tag(library, "rl"), "#a0b0c0")
    assert [t.colour for t in library.search.rows([2])[2].tags] == ["#a0b0c0"]
    library.undo()
    assert [t.colour for t in library.search.rows([2])[2].tags] == [COLOURS[0]]


def test_deleting_a_tag_keeps_its_papers(library: Library) -> None:
    library.tags.delete(tag(library, "rl"))
    assert tags(library) == [["vision"], [], []]
    assert library.tags.by_name("rl") is None
    library.undo()
    assert tags(library) == [["RL", "vision"], ["RL"], []]


@pytest.mark.parametrize("name", ["", "  ", "\u00a0", "\x00"])
def test_a_tag_needs_a_name(name: str, library: Library) -> None:
    with pytest.raises(errors.WrongUsage):
        library.tags.edit([1], [name])
    with pytest.raises(errors.WrongUsage):
        library.tags.rename(tag(library, "rl"), name)
    with pytest.raises(errors.WrongUsage):
        library.tags.recolour(99, None)


def test_a_name_with_half_a_character_is_stored_whole(library: Library) -> None:
    library.tags.edit([3], ["half \ud800 one"])
    assert tags(library)[2] == ["half ? one"]


def test_a_tag_made_in_a_step_that_fails_is_not_remembered(library: Library) -> None:
    def deed() -> None:
        with library.step(Op.TAG):
            library.tags.edit([1], ["never"])
            raise KeyError

    with pytest.raises(KeyError):
        deed()
    library.tags.edit([2], ["never"])
    assert tags(library)[1] == ["never", "RL"]


def test_renaming_takes_along_what_stands_below_as_one_step(library):
    papers = [library.papers.add(Draft(title=f"P{n}", tags=tags)) for n, tags in enumerate(
        (["rl"], ["rl/imitation", "rlhf"], ["RL/theory/deep"], ["learning/theory/deep"]))]  # fmt: skip
    library.tags.rename(library.tags.by_name("rl").id, "learning")
    found = library.tags.names_of(papers)
    assert [found[paper] for paper in papers] == [
        ["learning"], ["learning/imitation", "rlhf"], ["learning/theory/deep"], ["learning/theory/deep"]
    ]  # fmt: skip
    library.undo()
    assert library.tags.names_of(papers)[papers[2]] == ["RL/theory/deep"]


def test_a_parent_and_all_below_are_counted_and_listed_once(library):
    for tags in (["a/b", "a/c"], ["a"], ["ab"], []):
        library.papers.add(Draft(title=f"{tags}", tags=tags))
    below = library.tags.below("A")
    assert len(below) == 3
    assert library.tags.counts_together(below) == 2
    assert len(library.search.ids(Question(View("tag", "a")))) == 2
    library.papers.trash([4])
    assert library.tags.counts_together(below) == 1
