"""The sidebar's counts, followed from change to change, are those that counting everything gives."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from readinglist.core import dates
from readinglist.core.ops import Op
from readinglist.core.paper import Draft
from readinglist.core.query import language
from readinglist.library.find.fast import limits
from readinglist.library.find.fast.followed_counts import FollowedCounts
from readinglist.library.find.question import Question
from readinglist.library.library import Library
from tests.benchmarks import corpus

SEARCHES = (
    "learning",
    "tag:rl -status:read",
    "is:queued or due:<=7d",
    "has:note",
    "is:trashed",
    "title:deep note:word",
)


@pytest.fixture
def library(tmp_path: Path):
    with Library.open(tmp_path / "library.db", create=True) as made:
        made.papers.add_many(list(corpus.drafts(40)))
        yield made


def said(counted: FollowedCounts) -> dict[str, object]:
    return {
        "statuses": {name: n for name, n in counted.of_statuses().items() if n},
        "tags": {tag: n for tag, n in counted.of_tags().items() if n},
        "trash": counted.in_trash(),
        "searches": [counted.of_search(text, language.parse(text).node) for text in SEARCHES],
    }


def truth(library: Library) -> dict[str, object]:
    return {
        "statuses": {name: n for name, n in library.search.counts.of_statuses().items() if n},
        "tags": {tag.id: tag.count for tag in library.tags.all() if tag.count},
        "trash": library.search.counts.in_trash(),
        "searches": [library.search.count(Question(node=language.parse(text).node)) for text in SEARCHES],
    }


def deeds(library: Library, rng: random.Random) -> list[Callable[[], object]]:
    """Return what may be done next to some papers."""
    every = [row[0] for row in library.db.execute("SELECT id FROM paper")]
    live = list(library.search.ids())
    some = rng.sample(live, min(3, len(live)))
    trashed = [paper for paper in every if paper not in live]
    tag = rng.choice([*library.tags.known(), 0])
    if not some:
        return [lambda: library.papers.restore(trashed)]
    return [
        lambda: library.readings.set_status(some, rng.choice(["read", "reading", "to_read", "dropped"])),
        lambda: library.tags.edit(some, add=[rng.choice(["rl", "new", "vision"])], remove=["llm"]),
        lambda: library.papers.trash(some),
        lambda: library.papers.restore(trashed[:2]) if trashed else None,
        lambda: library.papers.delete(trashed[:1]) if trashed else None,
        lambda: library.papers.set_note(some[0], rng.choice(["a word", "nothing", ""])),
        lambda: library.papers.update(some, Op.EDIT, {"title": rng.choice(["Deep learning", "Shallow", "Learn it"])}),
        lambda: library.papers.update(some, Op.SET_DUE, {"due": rng.choice(["2020-01-01", None])}),
        lambda: library.queue.add(some),
        lambda: library.queue.remove(some),
        lambda: library.tags.rename(tag, rng.choice(["rl", "renamed", "theory"])) if tag else None,
        lambda: library.tags.delete(tag) if tag else None,
        lambda: library.papers.add(Draft(title="Learning anew", tags=["rl"], status="read")),
        lambda: library.undo() if library.undo_name() else None,
        lambda: library.undo() if library.undo_name() else None,
        lambda: library.redo() if library.redo_name() else None,
    ]


@pytest.mark.parametrize("seed", range(6))
def test_followed_counts_are_counted_ones(library: Library, seed: int) -> None:
    rng = random.Random(seed)
    with library.another(readonly=True) as other:
        own, elsewhere = library.search.followed_counts, other.search.followed_counts
        for _turn in range(60):
            for _deed in range(rng.choice([1, 1, 3])):
                rng.choice(deeds(library, rng))()
            other.forget()
            for counted in (own, elsewhere):
                counted.update()
                assert said(counted) == truth(library)
        assert own.anew <= 3  # deleting a tag of many papers may be too much to follow


def test_one_change_takes_no_look_at_all_papers(library: Library) -> None:
    counted = library.search.followed_counts
    counted.update()
    said(counted)
    ran: list[str] = []
    library.readings.set_status([7], "dropped")
    library.tags.edit([9], add=["rl"])
    library.db.set_trace_callback(ran.append)
    counted.update()
    found = said(counted)
    library.db.set_trace_callback(None)
    assert found == truth(library)
    assert counted.anew == 1
    asked = [f"EXPLAIN QUERY PLAN {sql}" for sql in ran if sql.startswith("SELECT")]
    plans = [row[3] for sql in asked for row in library.db.execute(sql)]
    assert any(plan.startswith("SEARCH pt") for plan in plans)
    assert not [plan for plan in plans if plan.startswith(("SCAN paper", "SCAN pt", "SCAN find"))]


def test_very_many_changes_and_another_day_are_counted_anew(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FOLLOWED_CHANGES", 5)
    counted = library.search.followed_counts
    counted.update()
    library.readings.set_status(list(library.search.ids()), "read")
    counted.update()
    assert counted.anew == 2
    assert said(counted) == truth(library)
    monkeypatch.setattr(dates, "today", lambda: dt.date(2031, 5, 5))
    counted.update()
    assert counted.anew == 3
