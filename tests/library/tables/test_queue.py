"""The queue against a plain list that does the same, through gaps used up, Trash and undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readinglist.core.ops import Op
from readinglist.core.paper import Draft
from readinglist.library.library import Library
from tests.library.kit import open_quick, snapshot

PAPERS = 8


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_quick(tmp_path_factory.mktemp("queue") / "library.db", create=True) as opened:
        for n in range(PAPERS):
            opened.papers.add(Draft(title=f"P {n}"))
        yield opened


papers = st.lists(st.integers(1, PAPERS), max_size=4)
deeds = st.lists(
    st.one_of(
        st.tuples(st.just("add"), papers),
        st.tuples(st.just("remove"), papers),
        st.tuples(st.just("move"), papers, st.integers(-2, PAPERS + 3)),
        st.tuples(st.just("trash"), papers),
        st.tuples(st.just("restore"), papers),
    ),
    max_size=25,
)


class Model:
    """Two lists: the queue with the papers in the Trash in it, and the Trash."""

    def __init__(self) -> None:
        self.order: list[int] = []
        self.trash: set[int] = set()

    def shown(self) -> list[int]:
        return [paper for paper in self.order if paper not in self.trash]

    def do(self, deed: str, chosen: list[int], to: int = 0) -> None:
        if deed == "trash":
            self.trash |= set(chosen)
        elif deed == "restore":
            self.trash -= set(chosen)
        elif deed == "remove":
            self.order = [paper for paper in self.order if paper not in chosen or paper in self.trash]
        else:
            new = [paper for paper in dict.fromkeys(chosen) if paper not in self.order and paper not in self.trash]
            self.order += new
            if deed == "move":
                self.move([paper for paper in self.shown() if paper in chosen], to)

    def move(self, moving: list[int], to: int) -> None:
        rest = [paper for paper in self.shown() if paper not in moving]
        at = max(0, min(to - 1, len(rest)))
        if not moving or rest[:at] + moving + rest[at:] == self.shown():
            return
        left = [paper for paper in self.order if paper not in moving]
        place = left.index(rest[at - 1]) + 1 if at else 0  # to the top means before those in the Trash, too
        left[place:place] = moving
        self.order = left


def do(library: Library, deed: str, chosen: list[int], to: int = 0) -> None:
    if deed == "move":
        library.queue.move(chosen, to)
    elif deed in ("add", "remove"):
        getattr(library.queue, deed)(chosen)
    else:
        getattr(library.papers, deed)(chosen)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(todo=deeds)
def test_like_a_list(library: Library, todo: list[tuple[str, list[int]]]) -> None:
    before, mark = snapshot(library.db), library.history(1)[0].id
    model = Model()
    try:
        for deed in todo:
            do(library, *deed)
            model.do(*deed)
            assert library.queue.ids() == model.shown()
            assert [library.queue.position(paper) for paper in model.shown()] == list(range(1, len(model.shown()) + 1))
    finally:
        while (step := library.journal.newest("undo")) and step.id > mark:
            library.undo()
    assert snapshot(library.db) == before


def test_a_move_writes_one_row(library: Library) -> None:
    library.queue.add(list(range(1, PAPERS + 1)))
    written = []
    for turn in range(14):
        library.queue.move([PAPERS - turn % 2], 2)
        step = library.history(1)[0].id
        written.append(library.db.execute("SELECT count(*) FROM change WHERE step = ?", (step,)).fetchone()[0])
    assert written == [1] * 14


def test_papers_of_one_rank_are_parted_when_something_is_put_between(tmp_path: Path) -> None:
    """Two machines may put papers at the same place; they then stand in the order of their permanent ids."""
    with open_quick(tmp_path / "library.db", create=True) as library:
        library.queue.add([library.papers.add(Draft(title=f"P {n}")) for n in range(4)])
        with library.step(Op.QUEUE_MOVE, 3):
            library.db.execute("UPDATE queue_item SET rank = 'a0' WHERE paper IN (1, 2, 3)")
        order = library.queue.ids()
        assert order[3] == 4
        assert order[:3] == sorted(order[:3], key=lambda paper: library.papers.get(paper).uid)
        for place in (2, 3, 1, 4):
            library.queue.move([4], place)
            moved = [paper for paper in order if paper != 4]
            moved.insert(place - 1, 4)
            assert library.queue.ids() == moved
            assert [library.queue.position(paper) for paper in moved] == [1, 2, 3, 4]


def test_what_is_not_there_is_passed_over(library: Library) -> None:
    assert library.queue.add([999]) == 0
    assert library.queue.remove([999]) == 0
    library.queue.move([999], 1)
    assert library.queue.position(999) is None


def test_a_move_is_one_step_even_of_papers_not_queued_yet(tmp_path: Path) -> None:
    with open_quick(tmp_path / "library.db", create=True) as library:
        ids = [library.papers.add(Draft(title=f"P {n}")) for n in range(3)]
        library.queue.add(ids[:2])
        library.queue.move([ids[2]], 1)
        assert library.queue.ids() == [ids[2], ids[0], ids[1]]
        assert library.undo().op == Op.QUEUE_MOVE
        assert library.queue.ids() == ids[:2]


def test_a_paper_in_the_trash_keeps_its_place_behind_those_moved(tmp_path: Path) -> None:
    with open_quick(tmp_path / "library.db", create=True) as library:
        for title in "ABC":
            library.papers.add(Draft(title=title))
        library.queue.add([2, 3, 1])
        library.papers.trash([1])
        library.queue.move([2], 2)
        library.papers.restore([1])
        assert library.queue.ids() == [3, 2, 1]


def test_what_was_put_first_stays_before_what_comes_back_from_the_trash(tmp_path: Path) -> None:
    with open_quick(tmp_path / "library.db", create=True) as library:
        for title in "ABC":
            library.papers.add(Draft(title=title))
        library.queue.add([1, 3])
        library.papers.trash([1])
        library.queue.move([2], 1)
        library.papers.restore([1])
        assert library.queue.ids() == [2, 1, 3]
