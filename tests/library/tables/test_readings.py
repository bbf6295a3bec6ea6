"""What a change of status does to the readings of a paper, case by case, and that undo brings back each exactly."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.core.ops import Op
from readinglist.core.paper import Draft, Reading
from readinglist.library.library import Library
from tests.library.kit import open_quick, snapshot

DAY = "2026-03-{:02d}T{:02d}:00:00Z"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_quick(tmp_path / "library.db", create=True) as opened:
        yield opened


def passes(library: Library, paper: int) -> list[tuple[str | None, str | None, str | None]]:
    return [(r.started, r.finished, r.ended) for r in library.readings.of(paper)]


def live(library: Library, *deeds: tuple[str, int, int]) -> list[tuple[str | None, str | None, str | None]]:
    """Let a new paper have these statuses on these days and hours of March, each undone and redone on the way."""
    paper = library.papers.add(Draft(title="P", added=DAY.format(1, 0)))
    for status, day, hour in deeds:
        before = snapshot(library.db)
        assert library.readings.set_status([paper], status, DAY.format(day, hour)) == [paper]
        after = snapshot(library.db)
        library.undo()
        assert snapshot(library.db) == before
        library.redo()
        assert snapshot(library.db) == after
    found = passes(library, paper)
    shown = library.papers.get(paper)
    assert (shown.started, shown.finished) == (found[-1][:2] if found else (None, None))
    return found


A, B, C = DAY.format(2, 10), DAY.format(5, 10), DAY.format(9, 10)


@pytest.mark.parametrize(
    ("deeds", "expected"),
    [
        ([("reading", 2, 10)], [(A, None, None)]),
        ([("paused", 2, 10)], [(A, None, None)]),
        ([("reading", 2, 10), ("paused", 5, 10), ("reading", 9, 10)], [(A, None, None)]),
        ([("reading", 2, 10), ("read", 5, 10)], [(A, B, "finished")]),
        ([("reading", 2, 10), ("dropped", 5, 10)], [(A, B, "stopped")]),
        ([("reading", 2, 10), ("to_read", 5, 10)], [(A, B, "stopped")]),
        ([("read", 5, 10)], [(None, B, "finished")]),
        ([("dropped", 5, 10)], []),
        ([("to_read", 5, 10), ("inbox", 9, 10)], []),
        # Read again: a second pass.
        ([("reading", 2, 10), ("read", 5, 10), ("reading", 9, 10)], [(A, B, "finished"), (C, None, None)]),
        ([("read", 2, 10), ("to_read", 5, 10), ("read", 9, 10)], [(None, A, "finished"), (None, C, "finished")]),
        # Slips of the hand within a day.
        ([("reading", 2, 10), ("to_read", 2, 11)], []),
        ([("read", 2, 10), ("inbox", 2, 11)], []),
        ([("reading", 2, 10), ("read", 5, 9), ("reading", 5, 10)], [(A, None, None)]),
        ([("reading", 2, 10), ("read", 5, 9), ("dropped", 5, 10)], [(A, DAY.format(5, 9), "finished")]),
        ([("reading", 2, 10), ("dropped", 5, 9), ("read", 5, 10)], [(A, B, "finished")]),
        ([("reading", 2, 10), ("read", 5, 8), ("to_read", 5, 9), ("read", 5, 10)], [(A, B, "finished")]),
        ([("read", 5, 9), ("dropped", 5, 9), ("read", 5, 10)], [(None, B, "finished")]),
        # A day later it is no slip.
        (
            [("reading", 2, 10), ("read", 5, 10), ("reading", 6, 11)],
            [(A, B, "finished"), (DAY.format(6, 11), None, None)],
        ),
        ([("reading", 2, 10), ("to_read", 3, 11)], [(A, DAY.format(3, 11), "stopped")]),
    ],
)
def test_a_life_of_a_paper(
    deeds: list[tuple[str, int, int]], expected: list[tuple[str | None, str | None, str | None]], library: Library
) -> None:
    assert live(library, *deeds) == expected


def test_a_pass_with_something_noted_is_no_slip(library: Library) -> None:
    paper = library.papers.add(Draft(title="P"))
    library.readings.set_status([paper], "reading", A)
    library.papers.update([paper], Op.SET_PROGRESS, {"page": 4})
    library.readings.set_status([paper], "to_read", DAY.format(2, 12))
    assert passes(library, paper) == [(A, DAY.format(2, 12), "stopped")]
    assert library.readings.of(paper)[0].to_page == 4


def test_a_pass_taken_up_again_ends_at_its_new_page(library: Library) -> None:
    paper = library.papers.add(Draft(title="P", page=3, status="reading", started=A))
    library.readings.set_status([paper], "read", B)
    library.readings.set_status([paper], "reading", DAY.format(5, 11))
    library.papers.update([paper], Op.SET_PROGRESS, {"page": 9})
    library.readings.set_status([paper], "read", C)
    (only,) = library.readings.of(paper)
    assert (only.started, only.finished, only.to_page) == (A, C, 9)


@pytest.mark.parametrize("at", ["2019", "2019-06", "2019-06-30"])
def test_read_on_paper_long_ago(at: str, library: Library) -> None:
    paper = library.papers.add(Draft(title="P"))
    library.readings.set_status([paper], "reading")
    library.readings.set_status([paper], "read", at)
    assert passes(library, paper) == [(None, at, "finished")]  # it did not begin today, years after its end
    library.readings.set_status([paper], "reading", "2020")
    assert passes(library, paper) == [(None, at, "finished"), ("2020", None, None)]
    library.readings.set_status([paper], "read", "2020-02-03")
    assert passes(library, paper)[-1] == ("2020", "2020-02-03", "finished")


def test_a_pass_begun_and_ended_on_one_day_known_only_as_a_day(library: Library) -> None:
    paper = library.papers.add(Draft(title="P"))
    library.readings.set_status([paper], "reading", "2026-03-02T10:00:00Z")
    library.readings.set_status([paper], "read", "2026-03-02")
    assert passes(library, paper) == [("2026-03-02T10:00:00Z", "2026-03-02", "finished")]


def test_a_later_reading_is_not_taken_up_by_an_earlier_date(library: Library) -> None:
    paper = library.papers.add(Draft(title="P"))
    library.readings.set_status([paper], "read", C)
    library.readings.set_status([paper], "reading", A)
    assert passes(library, paper) == [(None, C, "finished"), (A, None, None)]


def test_two_statuses_of_one_kind_are_one_pass(library: Library) -> None:
    with library.step(Op.EDIT_STATUS):
        library.db.execute(
            "INSERT INTO status (id, label, kind, colour, rank) VALUES ('club', 'Club', 'read', 'red', 'a9')"
        )
        library.db.execute(
            "INSERT INTO status (id, label, kind, colour, rank) VALUES ('deep', 'Deep', 'reading', 'red', 'aA')"
        )
    paper = library.papers.add(Draft(title="P", status="reading", started=A))
    library.readings.set_status([paper], "Deep", B)
    assert passes(library, paper) == [(A, None, None)]
    library.readings.set_status([paper], "club", B)
    library.readings.set_status([paper], "read", C)
    assert passes(library, paper) == [(A, B, "finished")]
    assert library.papers.get(paper).finished == B


def test_finished_and_dropped_papers_leave_the_queue_and_come_back_to_their_place(library: Library) -> None:
    papers = [library.papers.add(Draft(title=f"P {n}")) for n in range(5)]
    library.queue.add(papers)
    library.readings.set_status(papers[1:3], "read")
    library.readings.set_status(papers[4:], "dropped")
    library.readings.set_status(papers[:1], "reading")
    assert library.queue.ids() == [papers[0], papers[3]]
    for _ in range(3):
        library.undo()
    assert library.queue.ids() == papers


def test_many_papers_at_once_each_by_its_own_state(library: Library) -> None:
    begun = library.papers.add(Draft(title="Begun", status="reading", started=A))
    fresh = library.papers.add(Draft(title="Fresh"))
    done = library.papers.add(Draft(title="Done", status="read", finished=A))
    slip = library.papers.add(Draft(title="Slip", status="dropped", started=A, finished=DAY.format(5, 9)))
    assert library.readings.set_status([done, slip, fresh, begun, 99], "read", B) == [begun, fresh, slip]
    assert passes(library, begun) == [(A, B, "finished")]
    assert passes(library, fresh) == [(None, B, "finished")]
    assert passes(library, done) == [(None, A, "finished")]
    assert passes(library, slip) == [(A, B, "finished")]
    assert library.history(1)[0].count == 3


def test_drafts_come_with_the_reading_that_they_speak_of(library: Library) -> None:
    def added(**fields: str) -> list[tuple[str | None, str | None, str | None]]:
        return passes(library, library.papers.add(Draft(title="P", **fields)))  # type: ignore[arg-type]

    assert added() == []
    assert added(status="reading", started=A) == [(A, None, None)]
    assert added(status="read", started=A, finished=B) == [(A, B, "finished")]
    assert added(status="read") == [(None, None, "finished")]
    assert added(status="dropped", started=A) == [(A, None, "stopped")]
    assert added(status="dropped") == []


def test_a_uid_that_is_taken_is_replaced(library: Library) -> None:
    draft = Draft(title="P", uid="u", readings=[Reading(uid="r", finished=A, ended="finished")])
    first, second = library.papers.add(draft), library.papers.add(draft)
    assert library.papers.get(first).uid == "u"
    assert library.papers.get(second).uid != "u"
    assert library.readings.of(first)[0].uid == "r"
    assert library.readings.of(second)[0].uid not in ("r", "")


def test_papers_finished_since_a_day_are_counted_once(library: Library) -> None:
    paper = library.papers.add(Draft(title="P"))
    for day in (2, 5, 9):
        library.readings.set_status([paper], "read", DAY.format(day, 1))
        library.readings.set_status([paper], "inbox", DAY.format(day + 2, 1))
    assert (library.readings.finished_since("2026-03-05"), library.readings.finished_since("2026-04")) == (1, 0)
    library.papers.trash([paper])
    assert library.readings.finished_since("2026-03-05") == 0


def test_only_the_six_kinds_are_stored(library: Library) -> None:
    def add() -> None:
        with library.step(Op.EDIT_STATUS):
            library.db.execute(
                "INSERT INTO status (id, label, kind, colour, rank) VALUES ('x', 'X', 'odd', 'red', 'a9')"
            )

    with pytest.raises(sqlite3.IntegrityError):
        add()
