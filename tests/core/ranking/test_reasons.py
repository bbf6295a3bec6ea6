"""The reasons in plain words, strongest first."""

from __future__ import annotations

import datetime as dt

import pytest

from readinglist.core.ranking.deadlines import Deadline
from readinglist.core.ranking.pace import estimate
from readinglist.core.ranking.reasons import Facts, Reason, explain, line, short, silence
from readinglist.core.ranking.score import Candidate, Moment, Unlocks, Weights, score
from readinglist.core.ranking.taste import Opinion, Verdict

TODAY = dt.date(2026, 11, 23)
FIVE = [Opinion(n, 1.0, 5) for n in range(4)]


def reasons(candidate: Candidate, facts: Facts | None = None, minutes: int | None = None) -> list[str]:
    moment = Moment(TODAY, minutes)
    return [one.words for one in explain(score(candidate, Weights(), moment), moment, facts or Facts())]


@pytest.mark.parametrize(
    ("candidate", "facts", "minutes", "said"),
    [
        (Candidate(1), Facts(), None, ["added today"]),
        (Candidate(1, waited=12), Facts(), None, ["added Nov 11, 2026"]),
        (Candidate(1, waited=100), Facts(), None, ["waiting since Aug 2026"]),
        (Candidate(1, waited=9), Facts(longest="To read"), None, ["waiting longest in To read"]),
        (Candidate(1, queued=1), Facts(), None, ["first in your queue"]),
        (Candidate(1, queued=4, rank=3, estimate=estimate(12)), Facts(), 45,
         ["number 4 in your queue", "high priority", "12 pages: fits 45 min"]),
        (Candidate(1, rank=1, deadline=Deadline(dt.date(2026, 11, 27)), estimate=estimate(23, 14)),
         Facts(page=14, pages=23), None, ["due Friday", "low priority", "page 14 of 23"]),
        (Candidate(1, taste=Verdict(0.9, ("fisher", "gradient"))), Facts(alike=FIVE), None,
         ["like 4 papers you rated 5 stars: fisher, gradient"]),
        (Candidate(1, taste=Verdict(0.9, ("fisher",))), Facts(alike=[Opinion(1, 0.8, 4)]), None,
         ["like 1 paper you rated 4 stars: fisher"]),
        (Candidate(1, taste=Verdict(0.9, ("fisher",))), Facts(alike=[Opinion(1, 0.4)]), None,
         ["like 1 paper you finished: fisher"]),
        (Candidate(1, taste=Verdict(0.9, ("fisher",))), Facts(), None, ["like what you finish: fisher"]),
        (Candidate(1, taste=Verdict(0.5, ("fisher",))), Facts(alike=FIVE), None, ["added today"]),
        (Candidate(1, unlocks=Unlocks((1, 2))), Facts(), None, ["cited by 2 papers you finished"]),
        (Candidate(1, unlocks=Unlocks((), (1,), (9,))), Facts(titles={9: "Griffin: gated"}), None,
         ["follows Griffin, which you are reading, cited by 1 of your waiting papers: read it first"]),
        (Candidate(1, skipped=(1.0, 3.0, 9.0)), Facts(), None, ["skipped 2 times lately"]),
        (Candidate(1), Facts(), 45, ["probably fits 45 min"]),
    ],
)  # fmt: skip
def test_each_reason(candidate, facts, minutes, said):
    assert reasons(candidate, facts, minutes) == said


def test_no_paper_goes_without_a_reason():
    for value in (0.0, 0.3, 0.5, 1.0):
        assert reasons(Candidate(1, taste=Verdict(value)))


def test_in_a_line():
    assert line([Reason("", "high priority"), Reason("", "18 pages")]) == "High priority · 18 pages"
    assert short("A: subtitle") == "A"
    assert len(short("word " * 40)) <= 48


def test_silence_counts():
    assert silence(14) == "Taste is silent until you have finished 15 papers; 14 so far."
    assert silence(15) == ""
