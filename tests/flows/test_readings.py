"""Reading a paper from start to finish, in a real library; each deed is one step and undo is exact."""

from __future__ import annotations

from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.core.paper import Draft
from readinglist.flows import readings
from readinglist.library.library import Library
from tests.library.kit import assert_sound, open_quick, snapshot


@pytest.fixture
def library(tmp_path: Path):
    with open_quick(tmp_path / "library.db", create=True) as opened:
        opened.papers.add(Draft(title="One", status="to_read", pages=20))
        opened.papers.add(Draft(title="Two_", status="inbox"))
        opened.queue.add([1, 2])
        yield opened
    assert_sound(tmp_path / "library.db")


def passes(library: Library, paper: int = 1):
    return library.readings.of(paper)


def status(library: Library, paper: int = 1) -> str | None:
    return library.papers.get(paper).status


def test_one_pass_with_pauses(library):
    readings.start(library, [1], "2026-03-01")
    readings.pause(library, [1])
    assert (status(library), len(passes(library)), passes(library)[0].ended) == ("paused", 1, None)
    readings.resume(library, [1])
    readings.finish(library, [1], depth="studied", date="2026-03-09", rating=5)
    (only,) = passes(library)
    assert (only.started, only.finished, only.ended, only.depth) == ("2026-03-01", "2026-03-09", "finished", "studied")
    paper = library.papers.get(1)
    assert (paper.status, paper.rating, paper.finished, paper.queue_position) == ("read", 5, "2026-03-09", None)


def test_stopping_ends_the_pass_and_drops_the_paper(library):
    readings.start(library, [1], "2026-03-01")
    readings.stop(library, [1])
    assert (status(library), passes(library)[0].ended) == ("dropped", "stopped")
    assert 1 not in library.queue.ids()


def test_reading_again_is_a_pass_of_its_own_even_at_once(library):
    readings.finish(library, [1])
    first = passes(library)[0]
    library.papers.update([1], "set_progress", {"page": 20})
    readings.again(library, [1])
    assert passes(library)[0] == first
    assert (len(passes(library)), passes(library)[1].ended, status(library)) == (2, None, "reading")
    assert library.papers.get(1).page is None
    readings.finish(library, [1], depth="skimmed")
    assert [one.depth for one in passes(library)] == [None, "skimmed"]
    readings.finish(library, [1], date="2030")
    assert [one.finished for one in passes(library)][-1] == "2030"
    assert library.papers.get(1).finished == "2030"


def test_read_before_this_program_was_used(library):
    readings.read_before(library, [1], "2016", "read")
    (only,) = passes(library)
    assert (only.started, only.finished, only.ended, only.depth) == (None, "2016", "finished", "read")
    readings.read_before(library, [2])
    assert (passes(library, 2)[0].finished, status(library, 2)) == (None, "read")
    assert library.queue.ids() == []
    readings.read_before(library, [1], "2017-05")
    assert [one.finished for one in passes(library)] == ["2017-05"], "a date put right is no second reading"


def test_an_older_reading_does_not_hide_the_newer_one(library):
    readings.start(library, [1], "2026-03-01")
    readings.finish(library, [1], date="2026-03-09")
    readings.read_before(library, [1], "2012")
    assert [one.finished for one in passes(library)] == ["2012", "2026-03-09"]
    readings.finish(library, [1], date="2020-01", depth="skimmed")
    assert [(one.finished, one.depth) for one in passes(library)][1] == ("2020-01", "skimmed")
    assert library.papers.get(1).finished == "2026-03-09"


def test_minutes_and_pages_are_logged_on_the_open_pass(library):
    readings.log_time(library, 1, minutes=30, page=8)
    readings.log_time(library, 1, minutes=15, pages=4)
    assert (status(library), passes(library)[0].minutes, library.papers.get(1).page) == ("reading", 45, 12)
    readings.finish(library, [1])
    assert (passes(library)[0].minutes, passes(library)[0].to_page) == (45, 12)
    with pytest.raises(errors.WrongUsage):
        readings.log_time(library, 1)
    with pytest.raises(errors.WrongUsage):
        readings.log_time(library, 1, minutes=-1)


def test_pages_read_before_the_log_began_are_not_counted_to_it(library):
    library.papers.update([1], "set_progress", {"page": 10})
    readings.log_time(library, 1, minutes=30, page=20)
    readings.finish(library, [1])
    assert (passes(library)[0].from_page, library.reading_log.ended()[0].pages) == (11, 10)


@pytest.mark.parametrize(
    "deed",
    [
        lambda lib: readings.start(lib, [1, 2]),
        lambda lib: readings.pause(lib, [1]),
        lambda lib: readings.stop(lib, [1, 2]),
        lambda lib: readings.finish(lib, [1, 2], depth="read", date="2020", rating=3),
        lambda lib: readings.again(lib, [1]),
        lambda lib: readings.read_before(lib, [1, 2], "1999-12"),
        lambda lib: readings.log_time(lib, 1, minutes=5, page=3),
        lambda lib: readings.edit(lib, passes(lib)[0].uid, {"minutes": 99, "finished": "2026-02"}),
        lambda lib: readings.remove(lib, passes(lib)[0].uid),
    ],
)
def test_each_deed_is_one_step_and_undo_restores_exactly(library, deed):
    readings.start(library, [1], "2026-01-01")
    readings.finish(library, [1], date="2026-01-05")
    before = snapshot(library.db)
    steps = len(library.history())
    deed(library)
    after = snapshot(library.db)
    assert after != before
    assert len(library.history()) == steps + 1
    library.undo()
    assert snapshot(library.db) == before
    library.redo()
    assert snapshot(library.db) == after


@pytest.mark.parametrize(
    "values",
    [{"started": "2027", "finished": "2026-01"}, {"depth": "deep"}, {"minutes": -1}, {"finished": "yesterday"}],
)
def test_what_cannot_be_is_refused_and_changes_nothing(library, values):
    readings.finish(library, [1], date="2026-01-05")
    before = snapshot(library.db)
    with pytest.raises(errors.WrongUsage):
        readings.edit(library, passes(library)[0].uid, values)
    assert snapshot(library.db) == before
    with pytest.raises(errors.WrongUsage):
        readings.edit(library, "gone", {"minutes": 1})
    with pytest.raises(errors.WrongUsage):
        readings.finish(library, [1], depth="deep")
    with pytest.raises(errors.WrongUsage):
        readings.finish(library, [1], date="soon")


def test_the_log_is_by_date_finished_newest_first(library):
    readings.finish(library, [1], date="2026-01-05", depth="skimmed", rating=4)
    readings.read_before(library, [2])
    readings.finish(library, [1], date="2025-06")
    assert [(one.paper, one.finished) for one in readings.reading_log(library)] == [
        (1, "2026-01-05"), (1, "2025-06"), (2, None),
    ]  # fmt: skip
    assert [one.finished for one in readings.reading_log(library, "2026")] == ["2026-01-05"]
    assert [one.finished for one in readings.reading_log(library, "2025", "2025")] == ["2025-06"]
    assert list(readings.markdown(readings.reading_log(library))) == [
        "# Reading log", "", "## Jan 2026", "", "- Jan 5, 2026: **One** · skimmed, 20 pages, ★★★★", "", "## Jun 2025",
        "", "- **One** · 20 pages, ★★★★", "", "## At a time no longer known", "", "- **Two\\_**",
    ]  # fmt: skip
    with pytest.raises(errors.WrongUsage):
        readings.reading_log(library, "last year")
    assert readings.as_json(readings.reading_log(library)[0])["finished"] == "2026-01-05"


def test_stopped_passes_are_in_the_log_when_asked_for(library):
    readings.start(library, [1], "2026-01-01")
    readings.stop(library, [1])
    assert readings.reading_log(library) == []
    assert [one.ended for one in readings.reading_log(library, stopped=True)] == ["stopped"]


def test_readings_outlive_the_undo_journal(library):
    readings.finish(library, [1], date="2026-01-05")
    for number in range(5):
        library.papers.set_note(2, str(number))
    library.prune(2)
    assert [one.finished for one in readings.reading_log(library)] == ["2026-01-05"]


def test_advancing_goes_on_by_one_status_and_leaves_those_at_the_end(library):
    before = snapshot(library.db)
    assert readings.advance(library, [1, 2]) == 2
    assert (status(library, 1), status(library, 2)) == ("reading", "to_read")
    readings.finish(library, [1])
    assert readings.advance(library, [1]) == 0
    assert readings.advance(library, [1, 2]) == 1
    assert (status(library, 1), status(library, 2)) == ("read", "reading")
    for _step in range(3):
        library.undo()
    assert snapshot(library.db) == before
