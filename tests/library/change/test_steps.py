"""Steps: all or nothing, nested or long; nothing written outside one; who wrote what is told once and to everybody."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from readinglist.core import dates, errors
from readinglist.core.events import Changed
from readinglist.core.ops import Op
from readinglist.core.paper import Draft
from readinglist.library.change import journal, steps
from readinglist.library.file import connection
from readinglist.library.file.journaled import JOURNALED
from readinglist.library.library import Library
from tests.library.kit import assert_sound, open_quick, snapshot, start


class OddError(Exception):
    """What these tests raise inside steps."""


def heard(library: Library) -> list[Changed]:
    """Return the list that what `library` tells will be added to."""
    told: list[Changed] = []
    library.listeners.append(told.append)
    return told


def fail(library: Library, inside: Callable[[], object]) -> None:
    """Do `inside` in a step that then fails."""

    def whole() -> None:
        with library.step(Op.EDIT):
            inside()
            raise OddError

    with pytest.raises(OddError):
        whole()


def test_an_exception_leaves_nothing(tmp_path: Path) -> None:
    with start(tmp_path / "library.db") as library:
        before, history = snapshot(library.db), library.history(1)
        told = heard(library)
        fail(library, lambda: library.papers.add(Draft(title="Gone", tags=["gone"])))
        assert (snapshot(library.db), library.history(1), told) == (before, history, [])
        assert library.tags.by_name("gone") is None
        library.papers.add(Draft(title="Kept", tags=["gone"]))  # the tag that was never made is made now
        assert len(told) == 1
    assert_sound(tmp_path / "library.db")


@pytest.mark.parametrize("parts", [1, 3])
def test_an_exception_leaves_nothing_of_a_step_that_partly_committed(parts: int, tmp_path: Path) -> None:
    with start(tmp_path / "library.db") as library, open_quick(tmp_path / "library.db") as other:
        before = snapshot(library.db)
        undo_name = library.undo_name()

        def long_deed() -> None:
            for n in range(parts):
                library.papers.add(Draft(title=f"Batch {n}"))
                library.papers.trash([1])
                library.commit_part()
                assert other.db.execute("SELECT count(*) FROM paper").fetchone()[0] == 7 + n
            library.papers.delete([2])

        fail(library, long_deed)
        assert snapshot(other.db) == before
        assert library.undo_name() == undo_name
    assert_sound(tmp_path / "library.db")


def test_a_step_that_cannot_be_taken_back_at_once_is_taken_back_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    with start(tmp_path / "library.db") as made:
        before = snapshot(made.db)
    blocker = sqlite3.connect(tmp_path / "library.db", isolation_level=None)
    with Library.open(tmp_path / "library.db") as library:
        commit = library._commit

        def block_after() -> None:
            commit()
            blocker.execute("BEGIN IMMEDIATE")

        def deed() -> None:
            with library.step(Op.IMPORT):
                library.papers.add(Draft(title="Half"))
                library._commit = block_after  # type: ignore[method-assign]
                library.commit_part()

        with pytest.raises(errors.Locked):
            deed()
        library._commit = commit  # type: ignore[method-assign]
        assert snapshot(library.db) != before
        blocker.execute("ROLLBACK")
        library.papers.trash([1])
        library.undo()
        assert snapshot(library.db) == before
    blocker.close()
    assert_sound(tmp_path / "library.db")


def test_a_nested_step_that_fails_is_taken_back_alone(tmp_path: Path) -> None:
    with start(tmp_path / "library.db") as library:
        with library.step(Op.IMPORT, 2):
            kept = library.papers.add(Draft(title="Kept"))
            fail(library, lambda: library.papers.add(Draft(title="Gone", tags=["gone"])))
            library.papers.add(Draft(title="Kept too", tags=["gone"]))
        assert [paper.title for paper in library.papers.many([kept, kept + 1])] == ["Kept", "Kept too"]
        assert library.history(1)[0].op == Op.IMPORT
        library.undo()
        assert len(library.search.ids()) == 6
    assert_sound(tmp_path / "library.db")


def test_a_nested_step_leaves_the_outer_one_its_count(tmp_path: Path) -> None:
    with start(tmp_path / "library.db") as library:
        with library.step(Op.IMPORT, 5):
            library.readings.set_status([1], "dropped")
        assert library.history(1)[0].count == 5
        library.readings.set_status([2, 3, 999], "dropped")
        assert library.history(1)[0].count == 2


def test_committing_a_part_belongs_in_the_outermost_step(tmp_path: Path) -> None:
    with start(tmp_path / "library.db") as library:
        with pytest.raises(RuntimeError):
            library.commit_part()
        with pytest.raises(RuntimeError), library.step(Op.IMPORT), library.step(Op.ADD):
            library.commit_part()
        with pytest.raises(RuntimeError), library.step(Op.IMPORT):
            library.undo()


@pytest.mark.parametrize("table", JOURNALED)
@pytest.mark.parametrize("armed", [False, True])
def test_nothing_is_written_outside_a_step(table: str, armed: bool, tmp_path: Path) -> None:
    with start(tmp_path / "library.db") as library:
        library.db.execute("SELECT 1")
    with Library.open(tmp_path / "library.db") as library:
        if armed:
            library.papers.trash([1])
        before = snapshot(library.db)
        column = {"paper_tag": "tag", "queue_item": "rank", "identifier": "value", "setting": "value"}.get(table)
        column = column or [row[1] for row in library.db.execute(f"PRAGMA table_info({table})")][1]
        statements = [
            f"INSERT INTO {table} SELECT * FROM {table} LIMIT 1",
            f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1",
            f"UPDATE {table} SET {column} = {column} || '1'",
            f"DELETE FROM {table}",
        ]
        empty = {
            "setting": "(key, value) VALUES ('k', 'v')",
            "paper_alias": "(uid, paper) VALUES ('u', 1)",
            "reference": "(paper, place) VALUES (1, 0)",
            "feed": "(uid, kind, source, name) VALUES ('u', 'arxiv', 'cs.LG', 'cs.LG')",
            "arrival": "(name, feed, arrived) VALUES ('doi:10.1/x', 'u', '2026-01-01T00:00:00Z')",
        }
        if table in empty:  # there is nothing to update or delete
            statements = [f"INSERT INTO {table} {empty[table]}"]
        for sql in statements:
            with pytest.raises(sqlite3.DatabaseError):
                library.db.execute(sql)
        assert snapshot(library.db) == before


def test_typing_joins_and_is_undone_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with start(tmp_path / "library.db") as library, open_quick(tmp_path / "library.db") as other:
        told = heard(other)
        before = snapshot(library.db)
        for text in ("W", "Wo", "Wor", "Word"):
            assert library.papers.set_note(4, text, typing=True)
            assert other.poll() == 1  # each save is news, although the step is an old one
        assert not library.papers.set_note(4, "Word", typing=True)
        assert len({change.step for change in told}) == 1
        library.undo()
        assert snapshot(library.db) == before
        library.redo()
        assert library.papers.note(4) == "Word"
        library.papers.set_note(4, "Words", typing=True)
        library.papers.set_note(5, "Else", typing=True)  # another note is another step
        library.papers.set_note(4, "Words.", typing=True)
        assert [step.op for step in library.history(3)] == [Op.NOTE] * 3
        monkeypatch.setattr(steps, "JOIN_SECONDS", -1)
        library.papers.set_note(4, "Words, later", typing=True)
        library.undo()
        assert library.papers.note(4) == "Words."


def test_a_clock_set_back_joins_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with start(tmp_path / "library.db") as library:
        monkeypatch.setattr(dates, "now", lambda: "2999-01-01T00:00:00Z")
        library.papers.set_note(4, "Future", typing=True)
        monkeypatch.undo()
        library.papers.set_note(4, "Present", typing=True)
        library.undo()
        assert library.papers.note(4) == "Future"


def test_listeners_hear_after_the_commit_and_all_of_them(tmp_path: Path) -> None:
    with start(tmp_path / "library.db") as library, open_quick(tmp_path / "library.db") as other:
        seen: list[int] = []

        def odd(_changed: Changed) -> None:
            raise OddError

        library.listeners += [odd, lambda change: seen.append(len(other.search.ids()))]
        with pytest.raises(OddError):
            library.papers.trash([1])
        assert seen == [5]
        library.listeners.remove(odd)
        library.undo()
        assert seen == [5, 6]


def test_news_say_whose_and_which(tmp_path: Path) -> None:
    with start(tmp_path / "library.db") as library, open_quick(tmp_path / "library.db", origin="cli") as other:
        mine, theirs = heard(library), heard(other)
        library.tags.edit([3, 1], ["fresh"])
        (change,) = mine
        assert (change.op, change.papers, change.mine) == (Op.TAG, (1, 3), True)
        assert change.tables - {"paper"} == {"tag", "paper_tag"}  # `changed` may be this very second already
        assert change.step == library.history(1)[0].id
        assert other.poll() == 1
        assert [(change.papers, change.mine) for change in theirs] == [((1, 3), False)]
        assert (other.poll(), library.poll()) == (0, 0)
        other.undo()
        assert library.poll() == 1
        assert (mine[-1].op, mine[-1].papers, mine[-1].mine) == (Op.TAG, (1, 3), False)


def test_nothing_is_missed_when_both_write(tmp_path: Path) -> None:
    """Whoever writes first hears the other's news before or with his own, and never twice."""
    with start(tmp_path / "library.db") as library, open_quick(tmp_path / "library.db") as other:
        mine, theirs = heard(library), heard(other)
        for turn in range(20):
            other.papers.set_note(1 + turn % 3, f"other {turn}")
            if turn % 4:
                library.papers.set_note(4 + turn % 3, f"library {turn}")
            if turn % 5 == 0:
                other.poll()
        fail(library, lambda: None)
        other.papers.set_note(1, "before a step that fails")
        fail(library, lambda: library.papers.trash([1]))
        library.poll()
        other.poll()
        numbers = [step.id for step in library.history(36)]
        assert sorted(change.step for change in mine) == sorted(numbers)
        assert sorted(change.step for change in theirs) == sorted(numbers)
        assert sum(change.mine for change in mine) == 15
        assert sum(change.mine for change in theirs) == 21


def test_names_that_others_made_are_known_at_once(tmp_path: Path) -> None:
    with start(tmp_path / "library.db") as library, open_quick(tmp_path / "library.db") as other:
        assert library.tags.by_name("elsewhere") is None
        other.tags.edit([1], ["Elsewhere"])
        assert "Elsewhere" in library.papers.get(1).tags
        assert "Elsewhere" in [tag.name for tag in library.search.rows([1])[1].tags]
        other.tags.edit([1], ["Third"])
        library.tags.edit([2], ["third"])  # not a second tag of that name
        assert "Third" in library.papers.get(2).tags
        gone = library.tags.by_name("third")
        assert gone
        other.tags.delete(gone.id)
        with pytest.raises(errors.WrongUsage):
            library.tags.recolour(gone.id, "red")


def test_news_that_were_pruned_before_they_were_read_name_every_table(tmp_path: Path) -> None:
    with start(tmp_path / "library.db") as library, open_quick(tmp_path / "library.db") as other:
        told = heard(other)
        for _ in range(3):
            library.papers.trash([1])
            library.papers.restore([1])
        readings = library.readings.of(1)
        steps_before = len(library.history(1000))
        assert library.prune(2) == steps_before - 2
        assert len(library.history()) == 2
        assert other.poll() == 3
        assert told[0] == Changed("", (), frozenset(JOURNALED), mine=False, step=0)
        assert [change.op for change in told[1:]] == [Op.TRASH, Op.RESTORE]
        assert library.readings.of(1) == readings
        library.undo()
        library.undo()
        with pytest.raises(errors.NothingToUndo):
            library.undo()
        other.poll()
        library.papers.trash([2])
        assert other.poll() == 1


def test_very_much_that_another_wrote_is_told_as_anything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with start(tmp_path / "library.db") as library, open_quick(tmp_path / "library.db") as other:
        theirs = heard(other)
        monkeypatch.setattr(journal, "_NEWS_ROWS", 3)
        library.papers.trash([1])
        assert other.poll() == 1
        library.papers.trash([2, 3, 4, 5])
        assert other.poll() == 1
        assert [change.op for change in theirs] == [Op.TRASH, ""]
        assert theirs[1].tables == frozenset(JOURNALED)
        library.papers.restore([1])
        assert other.poll() == 1
        assert theirs[2].papers == (1,)


def test_pruning_waits_for_no_first_step(tmp_path: Path) -> None:
    start(tmp_path / "library.db").close()
    with Library.open(tmp_path / "library.db") as library:
        assert library.prune(1) > 0
        assert library.prune(1) == 0


def test_poll_never_waits_and_looks_again(tmp_path: Path) -> None:
    with start(tmp_path / "library.db") as library, Library.open(tmp_path / "library.db") as window:
        told = heard(window)
        blocker = sqlite3.connect(tmp_path / "library.db", isolation_level=None)
        library.papers.trash([1])
        blocker.execute("BEGIN EXCLUSIVE")
        asked: list[str] = []
        window.db.set_trace_callback(asked.append)
        assert window.poll() == 0
        window.db.set_trace_callback(None)
        assert "busy_timeout = 0" in asked[1]  # whatever comes behind it is refused at once
        blocker.execute("ROLLBACK")
        blocker.close()
        assert window.poll() == 1
        assert len(told) == 1
        assert window.db.execute("PRAGMA busy_timeout").fetchone() == (int(connection.BUSY_SECONDS * 1000),)


def test_a_poll_without_news_runs_four_statements(tmp_path: Path) -> None:
    with start(tmp_path / "library.db") as library:
        ran: list[str] = []
        library.db.set_trace_callback(ran.append)
        library.poll()
        library.db.set_trace_callback(None)
        assert len(ran) == 4


def test_nobody_undoes_while_a_long_step_is_under_way(tmp_path: Path) -> None:
    with start(tmp_path / "library.db") as library, open_quick(tmp_path / "library.db") as other:
        with library.step(Op.IMPORT):
            library.papers.add(Draft(title="One"))
            library.commit_part()
            library.papers.add(Draft(title="Two"))
            library.db.execute("COMMIT")  # as it stands between two parts
            with pytest.raises(errors.Locked):
                other.undo()
            library.db.execute("BEGIN IMMEDIATE")
        other.undo()
        assert len(other.search.ids()) == 6


def test_a_long_step_that_died_can_be_undone_at_once(tmp_path: Path) -> None:
    with start(tmp_path / "library.db") as made:
        before = snapshot(made.db)
    dying = Library.open(tmp_path / "library.db")
    asked: list[bool] = []

    def die() -> None:
        with dying.step(Op.IMPORT):
            dying.papers.add(Draft(title="One"))
            dying.set_count(1)
            with dying.released(), open_quick(tmp_path / "library.db") as library:
                asked.append(library.in_progress_elsewhere())
                with pytest.raises(errors.Locked):
                    library.undo()
                assert library.unfinished() is None
            dying.db.close()

    with pytest.raises(sqlite3.ProgrammingError):
        die()
    assert asked == [True]
    with open_quick(tmp_path / "library.db") as library:
        assert snapshot(library.db) != before
        assert library.unfinished()
        assert library.undo().op == Op.IMPORT
        assert snapshot(library.db) == before
        assert library.unfinished() is None
