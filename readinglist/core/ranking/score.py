"""The order of what to read next: a weighted sum of terms, each 0..1, behind the hand-made queue.

The laws, held by tests/core/ranking/test_score.py: the queue always wins; waiting never lifts a paper past a higher
priority; a skip puts a paper behind the others for that day and is forgotten within a week; what is snoozed does not
appear; the same facts give the same order.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from readinglist.core.ranking.deadlines import MINUTES_A_DAY, Deadline
from readinglist.core.ranking.pace import Estimate
from readinglist.core.ranking.taste import Verdict

TERMS = ("priority", "deadline", "taste", "time", "unlocks", "age", "skips")
OLDEST_DAYS = 365  # waiting longer than this adds nothing
SKIP_DAYS = 7  # a skip weighs less each day and nothing after these
AGE_CAP = 0.9  # of one step of priority: so much is the most that waiting can add
_STEPS = 3  # of priority: low, medium, high
_GUESSED = 0.3  # how well a paper of unknown length fits a given time


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each term counts, as whole numbers that only matter against each other."""

    priority: int = 30
    deadline: int = 30
    taste: int = 20
    time: int = 10
    unlocks: int = 20
    age: int = 10
    skips: int = 40

    @property
    def total(self) -> int:
        """The sum of what speaks for a paper."""
        return max(1, self.priority + self.deadline + self.taste + self.time + self.unlocks + self.age)


@dataclass(frozen=True, slots=True)
class Unlocks:
    """Papers that cite or link to this one, finished or still waiting, and those being read that this one follows."""

    finished: tuple[int, ...] = ()
    waiting: tuple[int, ...] = ()
    follows: tuple[int, ...] = ()

    @property
    def value(self) -> float:
        """0..1: each one adds, the first ones most; to go on where one is reading adds most."""
        return 1.0 - 0.7 ** (len(self.finished) + len(self.waiting) + 2 * len(self.follows))


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is known of a paper that could be read next. `rank` is the priority, 3 (high) to 1 (low), 0 for none.

    `added` is the UTC time; `waited` the days since. `skipped` holds the days since each skip, `put_back` the UTC time
    of today's last one, "" for none. `queued` is the place in the queue, from 1. `taste` is None while taste is silent.
    `why` is what the user noted on why it was saved.
    """

    paper: int
    rank: int = 0
    added: str = ""
    waited: float = 0.0
    kind: str = "to_read"
    deadline: Deadline | None = None
    taste: Verdict | None = None
    estimate: Estimate = field(default_factory=lambda: Estimate(36, 12, False, ""))
    unlocks: Unlocks = Unlocks()
    skipped: tuple[float, ...] = ()
    snoozed_until: str | None = None
    queued: int | None = None
    put_back: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """What the ranking depends on beside the papers: the day, the minutes at hand (None: any), minutes read a day."""

    today: dt.date
    minutes: int | None = None
    minutes_a_day: int = MINUTES_A_DAY


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its score. `terms` are 0..1; `parts` are what each adds to `total` (skips take away)."""

    candidate: Candidate
    terms: dict[str, float]
    parts: dict[str, float]
    total: float

    @property
    def score(self) -> dict[str, float]:
        """The score as the command line writes it: the total, and the parts that add up to it."""
        return {"total": round(self.total, 4)} | {name: round(part, 4) for name, part in self.parts.items()}


def skip_term(skipped: Iterable[float]) -> float:
    """Return 0..1 for skips so many days ago: each fades evenly to nothing within SKIP_DAYS."""
    return min(1.0, sum(max(0.0, 1.0 - max(0.0, days) / SKIP_DAYS) for days in skipped))


def terms_of(candidate: Candidate, moment: Moment) -> dict[str, float]:
    """Return each term of a candidate, 0..1."""
    deadline = candidate.deadline
    return {
        "priority": candidate.rank / _STEPS,
        "deadline": deadline.pressure(moment.today, moment.minutes_a_day) if deadline else 0.0,
        "taste": candidate.taste.value if candidate.taste else 0.0,
        "time": _fit(candidate.estimate, moment.minutes),
        "unlocks": candidate.unlocks.value,
        "age": max(0.0, min(1.0, candidate.waited / OLDEST_DAYS)),
        "skips": skip_term(candidate.skipped),
    }


def _fit(estimate: Estimate, minutes: int | None) -> float:
    """Return 0..1: how well a paper fills the time at hand. Without a given time nothing fits better than another."""
    if minutes is None or estimate.minutes > minutes:
        return 0.0
    return 0.5 + 0.5 * estimate.minutes / minutes if estimate.known else _GUESSED


def score(candidate: Candidate, weights: Weights, moment: Moment) -> Scored:
    """Return a candidate's score: the parts of all terms by their weights, which sum up to 1, less the skips."""
    terms = terms_of(candidate, moment)
    parts = {name: terms[name] * getattr(weights, name) / weights.total for name in TERMS}
    one_step = weights.priority / weights.total / _STEPS
    parts["age"] = terms["age"] * min(weights.age / weights.total, AGE_CAP * one_step)
    parts["skips"] = -parts["skips"] or 0.0
    return Scored(candidate, terms, parts, sum(parts.values()))


def snoozed(candidate: Candidate, today: dt.date) -> bool:
    """True for a paper that is to stay out of the way today."""
    return bool(candidate.snoozed_until and candidate.snoozed_until > today.isoformat())


def rank(candidates: Sequence[Candidate], weights: Weights, moment: Moment) -> list[Scored]:
    """Return the candidates in the order in which to read them: the queue in its order, then by score.

    What was skipped today stands behind all others, the last skipped one last. What is snoozed, or does not fit the
    minutes at hand, is left out. Ties go by the place in the queue, then by the date added, oldest first.
    """
    fit = [
        score(candidate, weights, moment)
        for candidate in candidates
        if not snoozed(candidate, moment.today)
        and (moment.minutes is None or candidate.estimate.minutes <= moment.minutes)
    ]
    return sorted(fit, key=_place)


def _place(scored: Scored) -> tuple[bool, int, str, float, str, int]:
    one = scored.candidate
    # Rounded, so that a sum's last bit does not decide where the rules say that nothing does.
    put_back = one.put_back if one.queued is None else ""
    return one.queued is None, one.queued or 0, put_back, -round(scored.total, 9), one.added, one.paper
