"""Dates of papers and tags, their calendar, and the weekly review, in a real library."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.core.paper import Draft
from readinglist.flows.next_up import Suggester, planning
from tests.library.kit import open_quick, snapshot

TODAY = dt.date.today()


def day(ahead: int) -> str:
    return (TODAY + dt.timedelta(days=ahead)).isoformat()


@pytest.fixture
def library(tmp_path: Path):
    with open_quick(tmp_path / "library.db", create=True) as opened:
        yield opened


def test_papers_are_due_by_themselves_or_by_a_tag(library):
    library.papers.add(Draft(title="Own", due=day(9)))
    library.papers.add(Draft(title="Tagged", tags=["club"], pages=60))
    library.papers.add(Draft(title="Both", due=day(1), tags=["club"]))
    library.papers.add(Draft(title="None"))
    library.papers.add(Draft(title="Read", due=day(1), status="read"))
    before = snapshot(library.db)
    assert planning.set_tag_due(library, "CLUB", "+2d") == "club"
    assert library.undo_name() == "Set due date of tag club"
    found = planning.due(library)
    assert [(one.paper.title, one.deadline.tag, one.at_risk) for one in found] == [
        ("Both", "", False), ("Tagged", "club", False), ("Own", "", False),
    ]  # fmt: skip
    assert found[1].words.endswith(": 20 pages a day")
    planning.set_tag_due(library, "club", None)
    assert [one.paper.title for one in planning.due(library)] == ["Both", "Own"]
    library.undo()
    library.undo()
    assert snapshot(library.db) == before
    for name, when in (("none such", "tomorrow"), ("club", "someday")):
        with pytest.raises(errors.WrongUsage):
            planning.set_tag_due(library, name, when)


def test_the_calendar_names_papers_and_tags_once(library):
    library.papers.add(Draft(title="Own", due="2026-12-01", doi="10.1/x", pages=9))
    library.papers.add(Draft(title="Tagged", tags=["club"]))
    planning.set_tag_due(library, "club", "2026-12-14")
    text = planning.calendar_of(library)
    assert text.count("BEGIN:VEVENT") == 2
    assert "SUMMARY:Read: Own" in text
    assert "URL:https://doi.org/10.1/x" in text
    assert "SUMMARY:club" in text
    assert "DESCRIPTION:Tagged" in text
    assert f"UID:{library.papers.get(1).uid}@readinglist" in text


def test_the_review_offers_the_longest_waiting(library):
    for number in range(7):
        library.papers.add(Draft(title=f"P{number}", status="to_read", added=f"202{number}-01-01"))
    library.queue.add([1])
    assert [paper.title for paper in planning.review(library)] == ["P1", "P2", "P3", "P4", "P5"]
    before = snapshot(library.db)
    planning.keep(library, [2])
    planning.snooze(library, [3])
    planning.let_go(library, [4])
    assert [paper.title for paper in planning.review(library)] == ["P4", "P5", "P6"]
    assert library.papers.get(4).status == "dropped"
    assert 3 not in [item.paper.id for item in Suggester(library).next(9)]
    later = TODAY + dt.timedelta(days=8)
    assert planning.review(library, today=later)[0].title == "P1", "kept for a week, not for good"
    for _ in range(3):
        library.undo()
    assert snapshot(library.db) == before
