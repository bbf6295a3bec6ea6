"""The laws of what comes next, each for any papers, weights and days."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from readinglist.core.ranking.deadlines import Deadline
from readinglist.core.ranking.pace import estimate
from readinglist.core.ranking.score import TERMS, Candidate, Moment, Unlocks, Weights, rank, score, skip_term
from readinglist.core.ranking.taste import Verdict

TODAY = dt.date(2026, 11, 23)
NOW = Moment(TODAY)

days = st.integers(-400, 400).map(lambda n: TODAY + dt.timedelta(days=n))
deadlines = st.builds(
    Deadline, days, st.sampled_from(("", "club")), st.none() | st.integers(1, 500), st.integers(1, 999)
)
candidates = st.builds(
    Candidate,
    paper=st.integers(1, 10**6),
    rank=st.integers(0, 3),
    added=st.dates(dt.date(2000, 1, 1), TODAY).map(dt.date.isoformat),
    waited=st.floats(0, 9000),
    deadline=st.none() | deadlines,
    taste=st.none() | st.floats(0, 1).map(Verdict),
    estimate=st.builds(estimate, st.none() | st.integers(1, 400), st.none() | st.integers(0, 50)),
    unlocks=st.builds(Unlocks, st.just((1,)) | st.just(()), st.just((2, 3)) | st.just(()), st.just(()) | st.just((4,))),
    skipped=st.lists(st.floats(0, 30), max_size=4).map(tuple),
    snoozed_until=st.none() | days.map(dt.date.isoformat),
    queued=st.none() | st.integers(1, 99),
)
weights = st.builds(Weights, **{name: st.integers(0, 100) for name in TERMS})
moments = st.builds(Moment, st.just(TODAY), st.none() | st.integers(1, 300))


@given(st.lists(candidates, max_size=12, unique_by=lambda c: c.paper), weights, moments)
def test_the_queue_always_wins_and_keeps_its_order(papers, chosen, moment):
    order = [one.candidate.queued for one in rank(papers, chosen, moment)]
    queued = [place for place in order if place is not None]
    assert order[: len(queued)] == sorted(queued)


@given(candidates, st.floats(0, 9000), st.integers(1, 3), weights)
def test_waiting_never_lifts_a_paper_past_a_higher_priority(paper, waited, higher, chosen):
    paper = replace(paper, rank=min(paper.rank, higher - 1), queued=None, snoozed_until=None, waited=waited, paper=1)
    other = replace(paper, rank=higher, waited=0.0, added="2026-11-23", paper=2)
    if chosen.priority:
        assert [one.candidate.paper for one in rank([paper, other], chosen, NOW)] == [2, 1]


@given(candidates, weights)
def test_skips_fade_within_a_week(paper, chosen):
    never = score(replace(paper, skipped=()), chosen, NOW).total
    totals = [score(replace(paper, skipped=(float(ago),)), chosen, NOW).total for ago in range(9)]
    assert totals == sorted(totals)
    assert totals[7] == totals[8] == never
    assert not chosen.skips or totals[0] < never


def test_a_second_skip_weighs_more_but_never_more_than_all():
    assert skip_term([3.5]) == 0.5
    assert skip_term([3.5, 3.5]) == 1.0
    assert skip_term([0, 0, 0]) == 1.0
    assert skip_term([]) == skip_term([7, 30]) == 0.0


@given(st.lists(candidates, max_size=12, unique_by=lambda c: c.paper), weights, moments)
def test_what_is_snoozed_or_too_long_never_appears(papers, chosen, moment):
    shown = {one.candidate.paper for one in rank(papers, chosen, moment)}
    for paper in papers:
        asleep = paper.snoozed_until is not None and paper.snoozed_until > TODAY.isoformat()
        long = moment.minutes is not None and paper.estimate.minutes > moment.minutes
        assert (paper.paper in shown) == (not asleep and not long)


@given(st.lists(candidates, max_size=12, unique_by=lambda c: c.paper), weights, moments, st.randoms())
def test_the_same_papers_give_the_same_order(papers, chosen, moment, chance):
    shuffled = list(papers)
    chance.shuffle(shuffled)
    assert rank(papers, chosen, moment) == rank(shuffled, chosen, moment)


@given(candidates, weights, moments)
def test_terms_lie_between_0_and_1_and_the_parts_add_up(paper, chosen, moment):
    found = score(paper, chosen, moment)
    assert tuple(found.terms) == TERMS
    assert all(0.0 <= value <= 1.0 for value in found.terms.values())
    assert abs(found.total - sum(found.parts.values())) < 1e-12
    assert found.parts["skips"] <= 0
    assert found.total <= 1.0 + 1e-9
    assert set(found.score) == {"total", *TERMS}


def test_ties_go_by_date_added():
    papers = [Candidate(1, added="2026-02-01"), Candidate(2, added="2026-01-01"), Candidate(3, added="2026-01-01")]
    assert [one.candidate.paper for one in rank(papers, Weights(), NOW)] == [2, 3, 1]


def test_every_term_can_decide():
    """Each term alone lifts a paper past its twin: none is there for show."""
    plain = Candidate(1, added="2026-01-01")
    better = {
        "priority": {"rank": 1},
        "deadline": {"deadline": Deadline(TODAY + dt.timedelta(days=3))},
        "taste": {"taste": Verdict(0.9)},
        "unlocks": {"unlocks": Unlocks(finished=(9,))},
        "age": {"waited": 100.0},
        "time": {"estimate": estimate(14)},
    }
    for term, values in better.items():
        other = replace(plain, **{"paper": 2, "taste": Verdict(0.1), "added": "2026-06-01", **values})
        twin = replace(plain, taste=Verdict(0.1))
        assert rank([twin, other], Weights(), Moment(TODAY, 45))[0].candidate.paper == 2, term


@given(st.lists(candidates, max_size=12, unique_by=lambda c: c.paper), weights, moments)
def test_what_was_skipped_today_stands_behind_all_other_suggestions(papers, chosen, moment):
    papers = [replace(one, put_back=f"{n % 3}" if n % 3 else "") for n, one in enumerate(papers)]
    put_back = [one.candidate.put_back for one in rank(papers, chosen, moment) if one.candidate.queued is None]
    assert put_back == sorted(put_back)
