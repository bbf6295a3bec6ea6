"""Deeds over many papers in parts: one step, the same result, reports on the way, and nothing left of a stopped one."""

from __future__ import annotations

import pytest

from readinglist.core import errors
from readinglist.core.ops import Op
from readinglist.flows import batches
from readinglist.library.change import revert
from tests.library.kit import assert_sound, open_quick, snapshot, start


@pytest.fixture
def library(tmp_path, monkeypatch):
    monkeypatch.setattr(batches, "PART", 2)
    monkeypatch.setattr(revert, "_REPORTED_ROWS", 3)
    with start(tmp_path / "library.db") as made:
        yield made


PAPERS = [1, 2, 3, 4, 5, 6]


def unheard(_now, _whole):
    pass


def stopping_at(part):
    """A report that ends the work when it has come so far."""

    def report(now, _whole):
        if now >= part:
            raise errors.Cancelled

    return report


def entitle(library, papers):
    for paper in papers:
        library.papers.update([paper], Op.EDIT, {"title": f"New title {paper}", "venue": "Elsewhere"})


DEEDS = {
    "status": (Op.SET_STATUS, lambda library, papers: library.readings.set_status(papers, "read")),
    "tags": (Op.TAG, lambda library, papers: library.tags.edit(papers, ["fresh", "rl"], ["Übung"])),
    "titles": (Op.EDIT, entitle),
    "trash": (Op.TRASH, lambda library, papers: library.papers.trash(papers)),
    "delete": (Op.DELETE, lambda library, papers: library.papers.delete(papers)),
    "queue": (Op.QUEUE_ADD, lambda library, papers: library.queue.add(papers)),
}


@pytest.mark.parametrize("name", DEEDS)
def test_a_deed_in_parts_is_one_step_undone_and_redone_in_pieces(library, name):
    op, deed = DEEDS[name]
    before, told = snapshot(library.db), []
    batches.change(library, PAPERS, op, "", deed, lambda *so_far: told.append(so_far))
    after = snapshot(library.db)
    assert told == [(2, 6), (4, 6), (6, 6)]
    assert after != before
    assert library.deeds(1)[0].step.op == op
    assert_sound(library.path)
    told.clear()
    changes = library.size(batches.UNDO, 10**6)
    batches.revert(library, batches.UNDO, lambda *so_far: told.append(so_far))
    assert told == sorted(told)
    assert all(now <= whole == changes for now, whole in told)
    assert snapshot(library.db) == before
    assert_sound(library.path)
    batches.revert(library, batches.REDO, unheard)
    assert snapshot(library.db) == after
    assert_sound(library.path)


@pytest.mark.parametrize("part", [2, 4, 6])
@pytest.mark.parametrize("name", ["titles", "delete", "tags"])
def test_a_stopped_deed_leaves_nothing(library, name, part):
    op, deed = DEEDS[name]
    before, steps = snapshot(library.db), library.history()
    with pytest.raises(errors.Cancelled):
        batches.change(library, PAPERS, op, "", deed, stopping_at(part))
    assert snapshot(library.db) == before
    assert library.history() == steps
    assert_sound(library.path)
    batches.change(library, PAPERS, op, "", deed, unheard)  # what was settled before is settled anew
    assert_sound(library.path)


@pytest.mark.parametrize("stop", [3, 9])
def test_a_stopped_undo_leaves_nothing(library, stop):
    library.papers.delete(PAPERS)
    before, steps = snapshot(library.db), library.history()
    with pytest.raises(errors.Cancelled):
        batches.revert(library, batches.UNDO, stopping_at(stop))
    assert snapshot(library.db) == before
    assert library.history() == steps
    assert_sound(library.path)
    library.undo()
    assert_sound(library.path)


def test_the_step_counts_what_was_touched(library):
    op, deed = DEEDS["status"]
    library.readings.set_status([1, 2, 3], "read")
    batches.change(library, PAPERS, op, "read", deed, unheard)
    done = sum(library.papers.get(paper).status == "read" for paper in PAPERS)
    assert done == 6
    assert library.undo_name() == "Mark 2 papers as read"  # paper 5 was read from the beginning
    batches.change(library, PAPERS, op, "read", deed, unheard)
    assert library.undo_name() == "Mark 2 papers as read"  # nothing changed: no step


def test_how_much_there_is_to_undo_is_counted_no_further_than_asked(library):
    library.papers.trash(PAPERS)
    assert library.size("undo", 100) == 6
    assert library.size("undo", 4) == 4
    assert library.size("redo", 100) == 0


def test_settling_belongs_in_the_outermost_step(library):
    with pytest.raises(RuntimeError):
        library.settle()
    with library.step("edit"), library.step("edit"), pytest.raises(RuntimeError):
        library.settle()


def test_news_are_handed_over_as_ones_own_and_not_read_twice(library):
    told = []
    library.listeners.append(told.append)
    with library.another() as other:
        news = other.watched(lambda: other.tags.edit([1, 2], ["handed over"]))
    library.take_over(news)
    assert [(changed.op, changed.papers, changed.mine) for changed in told] == [(Op.TAG, (1, 2), True)]
    assert library.tags.by_name("handed over")
    library.poll()
    assert len(told) == 1


def test_where_others_wrote_as_well_everything_is_read(library):
    told = []
    library.listeners.append(told.append)
    with library.another() as other, open_quick(library.path, origin="cli") as third:
        third.papers.trash([3])
        news = other.watched(lambda: other.papers.trash([1]))
    library.take_over(news)
    assert [changed.papers for changed in told] == [(3,), (1,)]
    library.poll()
    assert len(told) == 2


def test_papers_are_queued_in_the_order_in_which_they_were_given(library):
    library.queue.remove(PAPERS)
    papers = [5, 2, 6, 1, 4]
    batches.change(library, papers, Op.QUEUE_ADD, "", lambda own, part: own.queue.add(part), unheard)
    assert library.queue.ids(1) == papers


def test_room_taken_for_a_long_deed_is_given_back(library):
    usual = library.db.execute("PRAGMA cache_size").fetchone()
    seen = []

    def look(own, part):
        seen.append(own.db.execute("PRAGMA cache_size").fetchone())
        own.readings.set_status(part, "read")
        raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        batches.change(library, [1], Op.SET_STATUS, "", look, unheard)
    assert library.db.execute("PRAGMA cache_size").fetchone() == usual != seen[0]
