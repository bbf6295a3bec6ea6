"""Random deeds, all undone, all redone: the library comes back byte for byte, its index and checksums with it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.core.ops import Op
from readinglist.core.paper import Draft
from readinglist.library.change import revert, triggers, writer
from readinglist.library.library import Library
from tests.library.deeds import User
from tests.library.kit import assert_sound, open_quick, snapshot, start

DEFAULT, LONG = 100, 20_000


def run_down(library: Library) -> list[str]:
    """Undo everything and return the snapshots on the way, the present one first."""
    seen = [snapshot(library.db)]
    with contextlib.suppress(errors.NothingToUndo):
        while True:
            library.undo()
            seen.append(snapshot(library.db))
    return seen


class Sequences:
    """One library on two connections, to which sequence after sequence of random deeds is done and undone."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.library = start(path)
        self.other = open_quick(path, origin="cli")
        self.library.prune(0)
        self.begun = snapshot(self.library.db)

    def run(self, seed: int) -> int:
        """Do some ten random deeds, undo all, redo all, undo all. Returns how many steps they were."""
        user = User(seed, self.library, self.other)
        for _ in range(user.random.randint(2, 14)):
            user.deed()
        with contextlib.suppress(errors.NothingToUndo):
            while True:
                self.other.redo()
        thorough = seed % 4 == 0
        if thorough:
            assert_sound(self.path)
        down = run_down(user.random.choice((self.library, self.other)))
        assert down[-1] == self.begun
        if thorough:
            assert_sound(self.path)
        again = user.random.choice((self.library, self.other))
        for wanted in reversed(down[:-1]):
            again.redo()
            assert snapshot(again.db) == wanted
        with pytest.raises(errors.NothingToUndo):
            again.redo()
        if thorough:
            assert_sound(self.path)
        assert run_down(self.library)[-1] == self.begun
        self.library.prune(0)
        return len(down) - 1

    def close(self) -> None:
        self.library.close()
        self.other.close()


@pytest.fixture
def sequences(tmp_path: Path) -> Iterator[Sequences]:
    made = Sequences(tmp_path / "library.db")
    yield made
    made.close()


@pytest.mark.parametrize("block", range(10))
def test_all_undone_is_the_start_and_redone_the_end(block: int, sequences: Sequences) -> None:
    steps = sum(sequences.run(seed) for seed in range(block * DEFAULT // 10, (block + 1) * DEFAULT // 10))
    assert steps > DEFAULT / 10 * 4
    assert_sound(sequences.path)


@pytest.mark.long
def test_the_same_for_long(sequences: Sequences) -> None:
    for seed in range(DEFAULT, DEFAULT + LONG):
        sequences.run(seed)
    assert_sound(sequences.path)


def test_a_journal_that_forgets_a_column_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    columns = triggers.columns
    monkeypatch.setattr(triggers, "columns", lambda db, table: tuple(n for n in columns(db, table) if n != "rating"))
    with start(tmp_path / "library.db") as library:
        before = snapshot(library.db)
        library.papers.update([1], Op.SET_RATING, {"rating": 4})
        library.undo()
        assert snapshot(library.db) != before


@pytest.mark.parametrize("count", [99, 100, 400])
def test_large_steps_are_undone_in_one_go_and_small_ones_row_by_row(
    count: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (writer, revert):
        monkeypatch.setattr(module, "MANY_UPDATED_ROWS", 100)
    with open_quick(tmp_path / "library.db", create=True) as library:
        with library.step(Op.IMPORT, count):
            papers = [
                library.papers.add(Draft(title=f"P {n}", tags=["t"], abstract="a", note="n")) for n in range(count)
            ]
        begun = snapshot(library.db)
        library.readings.set_status(papers, "reading")
        library.readings.set_status(papers, "read")
        library.tags.edit(papers, ["big"], ["t"])
        library.queue.add(papers)
        library.queue.move(papers[::2], 1)
        library.papers.update(papers, Op.EDIT, {"title": "Same", "abstract": "other", "rating": 3})
        with library.step(Op.EDIT, count):  # the same rows twice in one step
            library.papers.update(papers, Op.EDIT, {"rating": 4})
            library.papers.update(papers[: count // 2], Op.EDIT, {"rating": 5})
        library.papers.delete(papers)
        ended = snapshot(library.db)
        for _ in range(8):
            library.undo()
        assert snapshot(library.db) == begun
        assert_sound(tmp_path / "library.db")
        for _ in range(8):
            library.redo()
        assert snapshot(library.db) == ended
        for _ in range(9):
            library.undo()
        assert library.db.execute("SELECT count(*) FROM paper").fetchone() == (0,)
        assert_sound(tmp_path / "library.db")


def test_names_swapped_within_one_large_step_come_back(tmp_path: Path) -> None:
    with open_quick(tmp_path / "library.db", create=True) as library:
        paper = library.papers.add(Draft(title="P", tags=[f"tag {n}" for n in range(300)]))
        before = snapshot(library.db)
        tags = sorted(library.tags.known())
        with library.step(Op.EDIT_TAG, 300):
            library.tags.rename(tags[0], "spare")
            for at in range(1, 300):
                library.tags.rename(tags[at], f"tag {at - 1}")
        library.undo()
        assert snapshot(library.db) == before
        assert len(library.papers.get(paper).tags) == 300


def test_a_new_deed_ends_what_could_be_redone(tmp_path: Path) -> None:
    with start(tmp_path / "library.db") as library:
        library.papers.trash([1])
        library.undo()
        assert library.redo_name() == "Delete 1 paper"
        library.papers.trash([2])
        assert library.redo_name() is None
        with pytest.raises(errors.NothingToUndo):
            library.redo()


def test_undo_survives_a_restart_and_takes_back_what_another_face_did(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with start(path) as library:
        before = snapshot(library.db)
        library.readings.set_status([1, 2], "read")
    with Library.open(path, origin="cli") as library:
        assert library.undo_name() == "Mark 2 papers as read"
        assert library.undo().origin == "window"
        assert snapshot(library.db) == before
        assert [step.stack for step in library.history(3)] == ["redo", "past", "undo"]


def test_what_changes_nothing_is_no_step(tmp_path: Path) -> None:
    with start(tmp_path / "library.db") as library:
        newest = library.history(1)
        library.papers.update([1], Op.SET_RATING, {"rating": library.papers.get(1).rating})
        library.tags.edit([1], ["RL"], ["not there"])
        library.readings.set_status([5], library.papers.get(5).status)
        library.queue.add([2])
        library.queue.move([2], 1)
        library.papers.set_note(1, library.papers.note(1))
        library.papers.restore([1])
        with library.step(Op.EDIT):
            pass
        assert library.history(1) == newest


def test_deeds_say_what_became_of_them(tmp_path):
    with Library.open(tmp_path / "library.db", create=True) as library:
        first = library.papers.add(Draft(title="One"))
        library.papers.set_note(first, "a note")
        library.readings.set_status([first], "read")

        def told() -> list[tuple[str, bool]]:
            return [(deed.step.op, deed.undone) for deed in library.deeds()]

        library.undo()
        library.undo()
        assert told() == [("set_status", True), ("note", True), ("add", False)]
        library.redo()
        assert told() == [("set_status", True), ("note", False), ("add", False)]
        library.undo()
        library.redo()
        library.redo()
        assert told() == [("set_status", False), ("note", False), ("add", False)]
        library.undo()
        library.queue.add([first])  # a new deed: what was undone stays so
        assert told() == [("queue_add", False), ("set_status", True), ("note", False), ("add", False)]
        assert [deed.step.op for deed in library.deeds(2)] == ["queue_add", "set_status"]
