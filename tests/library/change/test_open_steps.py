"""Steps that a program left open: found by who has them open, whatever the clock says, and ended as one decides."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.core.ops import Op
from readinglist.core.paper import Draft
from readinglist.library.change.open_steps import Unfinished
from readinglist.library.library import Library
from readinglist.library.place import reserve
from tests.library.kit import assert_sound, open_quick, snapshot, start


def left(path: Path, *, others: bool = False) -> None:
    """Begin an import, commit two parts of it, and die; with `others`, somebody else wrote between the two."""
    dying = Library.open(path, origin="cli")
    with contextlib.suppress(sqlite3.ProgrammingError), dying.step(Op.IMPORT):
        for number in (1, 2):
            dying.papers.add(Draft(title=f"Came {number}"))
            dying.set_count(number)
            dying.told.update(done=number, total=12)
            if others and number == 1:
                with dying.released(), open_quick(path) as other:
                    other.papers.set_note(1, "between")
            else:
                dying.commit_part()
        dying.db.close()
    reserve.keep(path, 0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    start(tmp_path / "library.db").close()
    return tmp_path / "library.db"


def found_in(library: Library) -> Unfinished:
    found = library.unfinished()
    assert found is not None
    return found


@pytest.mark.parametrize("at", ["1970-01-01T00:00:00Z", "2999-01-01T00:00:00Z"])
def test_the_clock_says_nothing(path: Path, at: str) -> None:
    left(path)
    with sqlite3.connect(path) as db:
        db.execute("UPDATE step SET at = ? WHERE stack = 'open'", (at,))
    with Library.open(path) as library:
        assert found_in(library).words() == "2 of 12 papers came in before the program that imported them was stopped."
        assert library.papers.set_note(1, "goes on meanwhile")
        assert found_in(library)


@pytest.mark.parametrize("others", [False, True])
def test_taken_back_nothing_of_it_is_left(path: Path, others: bool) -> None:
    with Library.open(path) as library:
        if others:
            library.papers.set_note(1, "between")
        before = snapshot(library.db)
        if others:
            library.undo()
    left(path, others=others)
    with Library.open(path) as library:
        assert library.take_back_unfinished(found_in(library))
        assert library.unfinished() is None
        if not others:
            assert snapshot(library.db) == before
        titles = [row.title for row in library.search.rows(list(library.search.ids())).values()]
        assert not any("Came" in title for title in titles)
        assert library.papers.note(1) == ("between" if others else library.papers.note(1))
    assert not reserve.place(path).exists()
    assert_sound(path)


def test_gone_on_with_it_is_one_step(path: Path) -> None:
    with Library.open(path) as library:
        before = snapshot(library.db)
    left(path)
    with Library.open(path) as library:
        with library.going_on(found_in(library)):
            library.papers.add(Draft(title="Came 3"))
            library.set_count(3)
        newest = library.history()[0]
        assert (newest.count, newest.stack, newest.joined_key) == (3, "undo", None)
        library.undo()
        assert snapshot(library.db) == before


def _go_on_and_fail(library: Library) -> None:
    with library.going_on(found_in(library)):
        library.papers.add(Draft(title="Came 3"))
        raise ZeroDivisionError


def test_an_error_while_going_on_takes_back_what_came_before_too(path: Path) -> None:
    with Library.open(path) as library:
        before = snapshot(library.db)
    left(path)
    with Library.open(path) as library:
        with pytest.raises(ZeroDivisionError):
            _go_on_and_fail(library)
        assert snapshot(library.db) == before
        assert library.unfinished() is None


def test_kept_it_is_a_step_like_any_other_and_each_part_has_its_own_count(path: Path) -> None:
    left(path, others=True)
    with Library.open(path) as library:
        library.keep_unfinished(found_in(library))
        assert [step.count for step in library.history() if step.op == Op.IMPORT] == [1, 1]
        assert library.unfinished() is None
        assert library.undo().op == Op.IMPORT


def test_it_is_decided_once(path: Path) -> None:
    left(path)
    with Library.open(path) as library, Library.open(path) as other:
        found = found_in(library)
        other.keep_unfinished(found)
        for decide in (library.keep_unfinished, library.take_back_unfinished):
            with pytest.raises(errors.Refused, match="decided already"):
                decide(found)


def _imported_while_taken_back(library: Library, other: Library) -> None:
    with library.step(Op.IMPORT):
        library.papers.add(Draft(title="Came 1"))
        with library.released():
            other.take_back_unfinished(found_in(other))


def test_what_was_taken_back_by_another_is_not_gone_on_with(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where machines share a disk, and one cannot see that the other's program runs."""
    with Library.open(path) as library, Library.open(path) as other:
        before = snapshot(library.db)
        monkeypatch.setattr("readinglist.library.place.owner.holds", lambda _token: False)
        with pytest.raises(errors.Refused, match="taken back meanwhile"):
            _imported_while_taken_back(library, other)
        assert snapshot(library.db) == before
