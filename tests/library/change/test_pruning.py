"""The undo journal is shortened when a library is closed: old steps go, kept ones can be undone, readings stay."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.core.ops import Op
from readinglist.core.paper import Draft
from readinglist.library.change import pruning
from readinglist.library.find.fast import limits
from readinglist.library.library import Library
from tests.library.kit import assert_sound, open_quick, snapshot


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(pruning, "KEEP_STEPS", 5)
    monkeypatch.setattr(pruning, "LEEWAY", 3)
    with open_quick(tmp_path / "library.db", create=True) as library:
        library.papers.add(Draft(title="One"))
        library.readings.set_status([1], "read", "2026-01-05")
    return tmp_path / "library.db"


def rate(library: Library, times: int) -> None:
    for n in range(times):
        library.papers.update([1], Op.SET_RATING, {"rating": n % 5 + 1})


def steps(path: Path) -> int:
    db = sqlite3.connect(path)
    count = db.execute("SELECT count(*) FROM step").fetchone()[0]
    db.close()
    return int(count)


def test_old_steps_go_and_kept_ones_are_undone(path: Path) -> None:
    with open_quick(path) as library:
        rate(library, 7)
        states = [snapshot(library.db)]
    assert steps(path) == 5
    with open_quick(path) as library:
        assert [one.finished for one in library.readings.of(1)] == ["2026-01-05"]
        for _ in range(5):
            library.undo()
            states.append(snapshot(library.db))
        with pytest.raises(errors.NothingToUndo):
            library.undo()
        assert library.papers.get(1).rating == 2
        for state in reversed(states[:-1]):
            library.redo()
            assert snapshot(library.db) == state
        assert [one.finished for one in library.readings.of(1)] == ["2026-01-05"]
    assert_sound(path)


def test_a_few_steps_too_many_cost_no_commit(path: Path) -> None:
    with open_quick(path) as library:
        rate(library, 6)
        asked: list[str] = []
        library.db.set_trace_callback(asked.append)
    assert steps(path) == 8
    assert [sql for sql in asked if sql.startswith(("BEGIN", "DELETE", "UPDATE"))] == []


def test_who_only_reads_forgets_nothing(path: Path) -> None:
    with open_quick(path) as library:
        rate(library, 20)
        reader = library.another(readonly=True)
        assert reader.papers.get(1).rating == 5
        reader.close()
        assert steps(path) == 22


def test_closing_waits_for_nobody(path: Path) -> None:
    library = open_quick(path)
    rate(library, 20)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    asked: list[str] = []
    library.db.set_trace_callback(asked.append)
    library.close()
    assert "PRAGMA busy_timeout = 0" in asked
    other.execute("ROLLBACK")
    other.close()
    assert steps(path) == 22
    library.close()  # a second time is nothing


def test_a_large_step_goes_in_parts_and_is_not_undone_by_halves(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pruning, "AT_ONCE", 20)
    with open_quick(path) as library:
        library.papers.add_many([Draft(title=f"T {n}") for n in range(45)])
        rate(library, 12)
    assert steps(path) > 5
    with open_quick(path) as library:
        count = len(library.history())
        assert count == 5
        for _ in range(count):
            library.undo()
        with pytest.raises(errors.NothingToUndo):  # the import behind them has lost a part of its journal
            library.undo()
        assert library.search.count() == 46
    for _ in range(4):
        with open_quick(path) as library:
            rate(library, 1)
    assert steps(path) <= 8
    assert_sound(path)


def test_a_step_that_is_still_open_stays_with_all_behind_it(path: Path) -> None:
    with open_quick(path) as importing, open_quick(path) as library:
        with importing.step(Op.IMPORT, 2):
            importing.papers.add(Draft(title="Before"))
            with importing.released():
                rate(library, 12)
                library.prune(0)
                assert steps(path) == 13
            importing.papers.add(Draft(title="Behind"))
        assert importing.undo_name() == "Import 1 paper"  # each part has its own share in its name
        importing.undo()
        assert importing.search.count() == 2
    assert_sound(path)


def test_who_follows_changes_one_by_one_never_takes_a_gap_for_none() -> None:
    """Each step that stays has a change: who is behind what went is behind by more than is followed."""
    assert limits.FOLLOWED_CHANGES < 2_000 == pruning.KEEP_STEPS


def test_others_hear_of_what_went_before_they_looked(path: Path) -> None:
    with open_quick(path) as library, open_quick(path) as other:
        before = other.links.edges()
        library.own_statuses.add("Later", "to_read")
        library.readings.set_status([1], "later")
        library.papers.add(Draft(title="Two", note="[[One]]"))
        rate(library, 12)
        library.prune(5)
        assert steps(path) == 5
        told = []
        other.listeners.append(told.append)
        assert other.poll() == 6  # anything, and the five that are left
        assert "status" in told[0].tables
        assert "paper" in told[0].tables
        assert other.statuses.get("later").label == "Later"
        assert (before, other.links.edges()) == (frozenset(), {(2, 1)})
