"""Queues by name beside Up next: each deed one step that undo takes back; their papers keep their own order."""

from __future__ import annotations

from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.core.paper import Draft
from tests.library.kit import assert_sound, open_quick, snapshot


@pytest.fixture
def library(tmp_path: Path):
    with open_quick(tmp_path / "library.db", create=True) as opened:
        for number in range(5):
            opened.papers.add(Draft(title=f"P{number}"))
        opened.queue.add([1, 2])
        yield opened
    assert_sound(tmp_path / "library.db")


def test_each_queue_has_papers_and_an_order_of_its_own(library):
    queues = library.queues
    club = queues.add("Journal club")
    library.queue.add([3, 2, 4], club)
    library.queue.move([4], 1, club)
    assert (library.queue.ids(), library.queue.ids(club)) == ([1, 2], [4, 3, 2])
    library.papers.trash([3])
    assert [(one.name, one.count) for one in queues.all()] == [("Up next", 2), ("Journal club", 2)]
    library.readings.set_status([2], "read")
    assert (library.queue.ids(), library.queue.ids(club)) == ([1], [4]), "what is done with leaves every queue"
    assert queues.find("JOURNAL CLUB").id == club


def test_each_deed_is_taken_back_exactly(library):
    queues = library.queues
    club = queues.add("Club")
    library.queue.add([3, 1], club)
    for deed in (lambda: queues.add("Later"), lambda: queues.rename(club, "club"), lambda: queues.delete(club)):
        before, steps = snapshot(library.db), len(library.history())
        deed()
        assert len(library.history()) == steps + 1
        assert library.undo_name().startswith("Edit queue ")
        library.undo()
        assert snapshot(library.db) == before


def test_what_cannot_be_is_refused(library):
    queues = library.queues
    queues.add("Club")
    for deed in (lambda: queues.add("up next"), lambda: queues.add(" "), lambda: queues.rename(1, "Mine"),
                 lambda: queues.delete(1), lambda: queues.delete(99), lambda: queues.find("none")):  # fmt: skip
        with pytest.raises(errors.WrongUsage):
            deed()
