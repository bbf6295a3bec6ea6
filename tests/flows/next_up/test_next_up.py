"""What to read next in a real library: queue, suggestions, reasons, deeds and their undo."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.core.ops import Op
from readinglist.core.paper import Draft, Reading
from readinglist.flows.next_up import QUEUE, SUGGESTION, Suggester, in_progress_words, suggestions
from readinglist.library.library import Library
from readinglist.settings import Settings
from tests.library.kit import open_quick, snapshot

TODAY = dt.date.today()


def day(ahead: int) -> str:
    return (TODAY + dt.timedelta(days=ahead)).isoformat()


@pytest.fixture
def library(tmp_path: Path):
    with open_quick(tmp_path / "library.db", create=True) as opened:
        yield opened


def add(library: Library, title: str, **values) -> int:
    values.setdefault("status", "to_read")
    return library.papers.add(Draft(title=title, **values))


def titles(found) -> list[str]:
    return [item.paper.title for item in found]


def test_the_queue_comes_first_then_suggestions_each_with_reasons(library):
    plain = add(library, "Plain", added="2026-02-01T00:00:00Z")
    high = add(library, "High", priority="high", pages=12, added="2026-02-01T00:00:00Z")
    add(library, "Read", status="read", priority="high")
    queued = add(library, "Queued", pages=23, page=14)
    library.queue.add([queued])
    found = Suggester(library).next(3)
    assert [(item.paper.id, item.source) for item in found] == [
        (queued, QUEUE), (high, SUGGESTION), (plain, SUGGESTION),
    ]  # fmt: skip
    assert found[0].reasons == ("first in your queue", "page 14 of 23")
    assert found[1].reasons[0] == "high priority"
    assert "12 pages" in found[1].reasons
    assert found[1].line.startswith("High priority · ")
    assert found[1].minutes == 36
    assert found[1].estimate.how == "from 12 pages at 3 min a page, until you log readings of your own"
    assert found[1].score["total"] == pytest.approx(sum(found[1].score.values()) - found[1].score["total"], abs=1e-3)


def test_minutes_filter_the_queue_and_the_suggestions(library):
    long, short, unknown = add(library, "Long", pages=100), add(library, "Short", pages=12), add(library, "Unknown")
    library.queue.add([long, short])
    assert [item.paper.id for item in Suggester(library).next(5, 45)] == [short, unknown]
    assert Suggester(library).next(5, 45)[0].reasons == ("number 2 in your queue", "12 pages: fits 45 min")
    assert Suggester(library).next(5, 15) == []
    assert "probably fits 45 min" in Suggester(library).next(5, 45)[1].reasons


def test_due_dates_of_papers_and_tags_are_said(library):
    add(library, "Far", due=day(20))
    add(library, "Near", due=day(1))
    club = add(library, "Club", tags=["club"], pages=60)
    library.feedback.set_tag_due(library.tags.by_name("club").id, day(2))
    found = Suggester(library).next(3)
    assert titles(found) == ["Club", "Near", "Far"], "60 pages in three days are at risk, so they are raised"
    assert found[0].reasons[0].startswith("for club on ")
    assert found[0].reasons[0].endswith(": 20 pages a day") or found[0].reasons[0].endswith("at risk")
    assert found[1].reasons[0] == "due tomorrow"
    library.undo()
    assert titles(Suggester(library).next(1)) == ["Near"]
    assert club


def test_what_others_cite_link_to_or_follow_is_raised(library):
    base = add(library, "Base work", doi="10.1/BASE")
    reading = add(library, "Griffin: gated things", status="reading")
    follower = add(library, "Recurrent")
    add(library, "Nobody names this", added="2020-01-01")
    for number in range(2):
        done = add(library, f"Done {number}", status="read")
        library.links.add(done, ["https://doi.org/10.1/base"])
    library.papers.set_note(follower, "goes on from [[Griffin: gated things]]")
    found = {item.paper.id: item for item in Suggester(library).next(9)}
    assert "cited by 2 papers you finished" in found[base].reasons
    assert "follows Griffin, which you are reading" in found[follower].reasons
    assert list(found)[:2] == [base, follower] or list(found)[:2] == [follower, base]
    assert reading not in found


def test_imported_relations_count(library):
    base = add(library, "Base work", key="base2020")
    add(library, "Waiting", extra={"bibtex": {"related": "base2020"}})
    found = {item.paper.id: item for item in Suggester(library).next(9)}
    assert "cited by 1 of your waiting papers: read it first" in found[base].reasons


def liked_library(library: Library) -> None:
    drafts = []
    for number in range(16):
        drafts.append(Draft(title=f"Fisher whitening {number}", abstract="natural gradient fisher curvature metric",
                            status="read", rating=5))  # fmt: skip
        drafts.append(Draft(title=f"Chat prompt {number}", abstract="dialogue transformer language prompt chat",
                            status="dropped"))  # fmt: skip
    drafts.append(Draft(title="A prompt for chat", abstract="language dialogue", status="to_read", added="2020-01-01"))
    drafts.append(Draft(title="Curvature by fisher", abstract="gradient metric", status="to_read"))
    library.papers.add_many(drafts)


def test_taste_speaks_with_its_words_and_is_silent_below_15(library):
    liked_library(library)
    suggester = Suggester(library)
    found = suggester.suggestions(2)
    assert titles(found) == ["Curvature by fisher", "A prompt for chat"]
    said = next(reason for reason in found[0].reasons if reason.startswith("like "))
    assert said.startswith("like 16 papers you rated 5 stars: ")
    assert "fisher" in said or "curvature" in said
    assert suggester.silence() == ""
    ids = [paper.id for paper in library.papers.many(range(1, 33)) if paper.status == "read"]
    library.readings.set_status(ids[:2], "to_read")
    assert suggester.silence() == "Taste is silent until you have finished 15 papers; 14 so far."
    assert all(item.score["taste"] == 0 for item in suggester.suggestions(4))
    library.undo()
    assert [(i.paper.id, i.score) for i in suggester.suggestions(2)] == [(i.paper.id, i.score) for i in found]


def test_asking_again_and_asking_anew_agree_after_any_change(library):
    liked_library(library)
    kept = Suggester(library)
    kept.next(5)
    chance = random.Random(4)
    for step in range(8):
        paper = chance.randint(1, 34)
        deeds = (
            lambda p=paper: library.papers.update([p], Op.EDIT, {"abstract": "dialogue fisher chat"}, "abstract"),
            lambda p=paper: library.readings.set_status([p], "read"),
            lambda p=paper: suggestions.skip(library, [p]),
            lambda p=paper: library.queue.add([p]),
            lambda p=paper: library.readings.set_status([p], "inbox"),
        )
        deeds[step % len(deeds)]()
        assert [(i.paper.id, i.score) for i in kept.next(9)] == [
            (i.paper.id, i.score) for i in Suggester(library).next(9)
        ]


def test_same_library_same_answer(library):
    liked_library(library)
    first = [(i.paper.id, i.score, i.reasons) for i in Suggester(library).next(5)]
    assert [(i.paper.id, i.score, i.reasons) for i in Suggester(library).next(5)] == first


def test_skip_puts_back_and_undo_brings_back(library):
    one, two = add(library, "One", priority="low"), add(library, "Two", added="2026-06-01")
    before = snapshot(library.db)
    assert [i.paper.id for i in Suggester(library).next(2)] == [one, two]
    suggestions.skip(library, [one])
    assert [i.paper.id for i in Suggester(library).next(2)] == [two, one]
    assert "skipped 1 time lately" in Suggester(library).next(2)[1].reasons
    assert library.undo_name() == "Skip 1 suggestion"
    library.undo()
    assert snapshot(library.db) == before
    library.feedback.say([one], "skip", Op.SKIP, at=f"{day(-8)}T12:00:00Z")
    assert [i.paper.id for i in Suggester(library).next(2)] == [one, two], "a skip is forgotten within a week"


def test_snoozed_papers_do_not_appear_until_their_day(library):
    one, two = add(library, "One"), add(library, "Two")
    library.queue.add([two])
    before = snapshot(library.db)
    assert suggestions.snooze(library, [one, two], 3) == day(3)
    assert Suggester(library).next(5) == []
    suggester = Suggester(library)
    assert len(suggester.next(5, today=TODAY + dt.timedelta(days=2))) == 0
    assert len(suggester.next(5, today=TODAY + dt.timedelta(days=3))) == 2
    library.undo()
    assert snapshot(library.db) == before
    with pytest.raises(errors.WrongUsage):
        suggestions.snooze(library, [one], 0)


def test_take_queues_and_decides_and_start_begins(library):
    new, old = add(library, "New", status="inbox"), add(library, "Old")
    before = snapshot(library.db)
    suggestions.take(library, [new])
    assert (library.queue.ids(), library.papers.get(new).status) == ([new], "to_read")
    assert library.undo_name() == "Take 1 suggestion"
    library.undo()
    assert snapshot(library.db) == before
    suggestions.take(library, [old], start=True)
    assert library.papers.get(old).status == "reading"
    assert library.papers.get(old).readings[0].started
    library.undo()
    assert snapshot(library.db) == before


def test_rejected_papers_stay_out_until_they_are_welcome_again(library):
    one = add(library, "One")
    suggestions.reject(library, [one])
    assert Suggester(library).next(5) == []
    assert library.papers.get(one).status == "to_read"
    assert suggestions.welcome(library, [one, 999]) == [one]
    assert titles(Suggester(library).next(5)) == ["One"]
    assert suggestions.welcome(library, [one]) == []
    library.undo()
    assert Suggester(library).next(5) == []


def test_a_random_pick_avoids_recent_ones(library):
    papers = {add(library, f"P{n}") for n in range(6)}
    chance = random.Random(7)
    assert {suggestions.pick(library, chance=chance) for _ in papers} == papers
    assert suggestions.pick(library, chance=chance) in papers, "when all were picked lately it begins anew"
    only = sorted(papers)[2]
    assert suggestions.pick(library, [only], chance) == only
    library.readings.set_status(list(papers), "read")
    with pytest.raises(errors.NoPaper):
        suggestions.pick(library)


def test_feedback_goes_with_its_paper_and_comes_back_with_it(library):
    one = add(library, "One")
    suggestions.skip(library, [one])
    library.links.add(one, ["10.1/x"])
    before = snapshot(library.db)
    library.papers.delete([one])
    assert library.db.execute("SELECT count(*) FROM feedback").fetchone() == (0,)
    library.undo()
    assert snapshot(library.db) == before


def test_weights_come_from_the_settings(library, tmp_path):
    add(library, "Important", priority="high")
    add(library, "Due", due=day(1))
    settings = Settings(tmp_path / "settings.json")
    settings.set("weight_deadline", 0)
    assert titles(Suggester(library, settings).next(2)) == ["Important", "Due"]
    settings.set("weight_deadline", 100)
    assert titles(Suggester(library, settings).next(2)) == ["Due", "Important"]


def test_the_users_own_pace_is_learned(library):
    add(library, "Logged", status="read", pages=40,
        readings=[Reading(finished="2026-01-01", ended="finished", minutes=400)])  # fmt: skip
    pace = Suggester(library).pace()
    assert pace.own
    assert 7 < pace.minutes < 10
    add(library, "Next", pages=10)
    assert Suggester(library).next(1)[0].estimate.how.endswith("min a page")


def test_a_large_library_weighs_only_a_part_but_never_what_presses(library):
    drafts = [Draft(title=f"P{n}", status="to_read", added=f"2026-01-01T00:{n // 60:02d}:{n % 60:02d}Z")
              for n in range(300)]  # fmt: skip
    drafts[150].due, drafts[160].priority, drafts[170].title = day(1), "high", "Fisher information"
    library.papers.add_many(drafts)
    pool = library.ranking_facts.pool(TODAY.isoformat(), ["fisher"], [180], most=100)
    assert len(pool) <= 100
    assert {1, 151, 161, 171, 180, 300} <= set(pool)
    assert pool == library.ranking_facts.pool(TODAY.isoformat(), ["fisher"], [180, *range(10**6, 10**6 + 200_000)], 100)


def test_the_in_progress_limit_in_words():
    assert in_progress_words(2, 3) == "2 of 3 in progress"
    assert in_progress_words(3, 3).startswith("3 of 3 in progress: finish")
    assert in_progress_words(5, 3).startswith("5 of 3 in progress: more than")
    assert in_progress_words(5, 0) == "5 in progress"
