"""Several steps taken back together, and done again: all or none, and the stacks as if it were one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.core.paper import Draft
from readinglist.library.library import Library


@pytest.fixture
def library(tmp_path: Path):
    with Library.open(tmp_path / "library.db", create=True) as opened:
        opened.papers.add(Draft(title="One"))
        for status in ("to_read", "reading", "paused", "read"):
            opened.readings.set_status([1], status)
        yield opened


def status(library: Library) -> str | None:
    return library.papers.get(1).status


def test_so_many_steps_are_taken_back_and_done_again(library: Library) -> None:
    heard: list[object] = []
    library.listeners.append(heard.append)
    assert library.undo(steps=3).detail == "reading"
    assert status(library) == "to_read"
    assert len({changed.step for changed in heard}) == 3
    assert library.redo(steps=2).detail == "paused"
    assert status(library) == "paused"
    library.undo()
    library.redo(steps=2)
    assert status(library) == "read"
    library.undo(steps=4)
    assert status(library) == "inbox"


def test_more_than_there_are_is_refused_and_leaves_all_as_it_was(library: Library) -> None:
    with pytest.raises(errors.NothingToUndo):
        library.undo(steps=6)
    assert status(library) == "read"
    assert [deed.undone for deed in library.deeds()] == [False] * 5
    with pytest.raises(errors.NothingToUndo):
        library.redo()


def test_what_can_be_done_again_and_what_not(library: Library) -> None:
    library.undo(steps=2)
    assert [(deed.undone, deed.waits) for deed in library.deeds()][:3] == [(True, True), (True, True), (False, True)]
    library.tags.edit([1], ["rl"], [])
    states = [(deed.undone, deed.waits) for deed in library.deeds()]
    assert states[:3] == [(False, True), (True, False), (True, False)]


def test_the_size_of_several_is_that_of_all(library: Library) -> None:
    one, four = library.size("undo", 1000), library.size("undo", 1000, 4)
    assert four > one > 0
    assert library.size("undo", 2, 4) == 2
    assert library.size("redo", 1000) == 0


def test_titles_of_papers_that_are_gone_come_from_the_journal(library: Library) -> None:
    library.papers.add(Draft(title="Two"))
    library.undo()
    assert library.titles([1, 2, 3]) == {1: "One", 2: "Two"}
