"""Every figure against counting it the slow way, over random histories."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from statistics import median

import pytest

from readinglist.core.dates import day_of
from readinglist.core.stats import PaperFact, PassFact, compute, month_of, week_of, year_of

TODAY = dt.date(2026, 11, 23)


def history(seed: int) -> tuple[list[PaperFact], list[PassFact]]:
    chance = random.Random(seed)

    def day(low: int = 700) -> str:
        return (TODAY - dt.timedelta(days=chance.randint(0, low))).isoformat()

    papers = [
        PaperFact(n, day(), day(), chance.choice(("inbox", "to_read", "reading", "paused", "read", "dropped")),
                  chance.choice((None, "cs.LG", "cs.AI")),
                  tuple(chance.sample(("rl", "llm", "x"), chance.randint(0, 3))))
        for n in range(chance.randint(0, 60))
    ]  # fmt: skip
    passes = []
    for _ in range(chance.randint(0, 120)):
        start, end = sorted((day(), day()))
        end = chance.choice((end, end, end, end[:7], end[:4], None))
        passes.append(
            PassFact(chance.randint(0, 70), chance.choice((start, None)), end,
                     chance.choice(("finished", "finished", "stopped", None)), chance.choice((None, 5, 30)),
                     chance.choice((None, 40)))
        )  # fmt: skip
    return papers, passes


@pytest.mark.parametrize("seed", range(60))
def test_every_figure_against_brute_force(seed):
    papers, passes = history(seed)
    found = compute(papers, passes, TODAY)
    ids = [paper.paper for paper in papers]
    done = [one for one in passes if one.ended == "finished" and one.paper in ids]
    whole = [one for one in done if one.finished and len(one.finished) == 10]

    for week, count in found.weeks:
        monday = dt.date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
        days = [(monday + dt.timedelta(days=n)).isoformat() for n in range(7)]
        assert count == sum(1 for one in whole if one.finished in days)
    assert sum(count for _week, count in found.weeks) == len(whole)
    for month, count in found.months:
        assert count == sum(1 for one in done if one.finished and one.finished[:7] == month)
    for year, count in found.years:
        assert count == sum(1 for one in done if one.finished and one.finished[:4] == year)
    assert sum(count for _year, count in found.years) == sum(1 for one in done if one.finished)
    for month, pages in found.pages_by_month:
        assert pages == sum(one.pages or 0 for one in done if one.finished and one.finished[:7] == month)

    assert len(found.days) == 52 * 7 + TODAY.weekday() + 1
    for text, count in found.days:
        assert count == sum(1 for one in whole if one.finished == text)

    read = {one.paper for one in done}
    assert dict(found.subjects) == Counter(p.subject for p in papers if p.paper in read and p.subject)
    assert dict(found.tags) == Counter(tag for p in papers if p.paper in read for tag in p.tags)
    assert [n for _name, n in found.tags] == sorted((n for _name, n in found.tags), reverse=True)
    assert found.papers_read == len(read)
    assert found.readings == len(done)
    assert found.in_progress == sum(1 for p in papers if p.kind == "reading")
    assert found.waiting == sum(1 for p in papers if p.kind in ("inbox", "to_read"))
    assert found.pages == sum(one.pages or 0 for one in done)
    assert found.minutes == sum(one.minutes or 0 for one in passes if one.paper in ids)


@pytest.mark.parametrize("seed", range(60))
def test_the_backlog_month_by_month_against_brute_force(seed):
    papers, passes = history(seed)
    rows = compute(papers, passes, TODAY).backlog

    def gone(paper: PaperFact) -> str | None:
        ends = [one.finished[:7] for one in passes
                if one.paper == paper.paper and one.ended and one.finished and len(one.finished) >= 7]  # fmt: skip
        if ends:
            return max(min(ends), paper.added[:7])
        if paper.kind == "read":
            return paper.added[:7]
        return max(paper.changed[:7], paper.added[:7]) if paper.kind == "dropped" else None

    for row in rows:
        assert row.added == sum(1 for p in papers if p.added[:7] == row.month)
        assert row.done == sum(1 for p in papers if gone(p) == row.month)
        there = [p for p in papers if p.added[:7] <= row.month]
        assert row.waiting == sum(1 for p in there if gone(p) is None or gone(p) > row.month)
    months = [row.month for row in rows]
    assert months == sorted(set(months))
    assert not papers or months[-1] == "2026-11"


@pytest.mark.parametrize("seed", range(60))
def test_times_and_streaks_against_brute_force(seed):
    papers, passes = history(seed)
    found = compute(papers, passes, TODAY)
    by_id = {p.paper: p for p in papers}
    read, begun = [], []
    for one in passes:
        if one.ended == "finished" and one.paper in by_id and one.started:
            began = dt.date.fromisoformat(one.started)
            if one.finished and len(one.finished) == 10 and one.started <= one.finished:
                read.append((dt.date.fromisoformat(one.finished) - began).days)
            if by_id[one.paper].added <= one.started:
                begun.append((began - dt.date.fromisoformat(by_id[one.paper].added)).days)
    assert found.days_to_read == (median(read) if read else None)
    assert found.days_to_start == (median(begun) if begun else None)
    waited = [(TODAY - dt.date.fromisoformat(p.added)).days for p in papers if p.kind not in ("read", "dropped")]
    assert found.days_waited == (median(waited) if waited else None)

    ended = [one.finished for one in passes if one.ended == "finished" and one.paper in by_id and one.finished]
    weeks = {week_of(dt.date.fromisoformat(day)) for day in ended if len(day) == 10}

    def run(day: dt.date) -> int:
        count = 0
        while week_of(day) in weeks:
            count, day = count + 1, day - dt.timedelta(days=7)
        return count

    assert found.streak.present == (run(TODAY) or run(TODAY - dt.timedelta(days=7)))
    assert found.streak.longest == max((run(TODAY - dt.timedelta(days=n)) for n in range(800)), default=0)


def test_partial_dates_count_where_they_are_known():
    assert (day_of("2026-11"), month_of("2026-11"), year_of("2026-11")) == (None, "2026-11", "2026")
    assert (month_of("2026"), year_of("2026"), year_of(None)) == (None, "2026", None)
    assert week_of(dt.date(2027, 1, 1)) == "2026-W53"


def test_a_utc_time_counts_on_the_users_own_day(monkeypatch):
    import time

    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    try:
        assert day_of("2026-11-22T23:30:00Z") == dt.date(2026, 11, 23)
    finally:
        monkeypatch.undo()
        time.tzset()


def test_an_impossible_year_costs_nothing():
    found = compute([PaperFact(1, "0001-01-01", "", "read")], [PassFact(1, None, "1026-01-01", "finished")], TODAY)
    assert found.weeks[0] == ("1025-W52", 1)
    assert len(found.weeks) < 2000
    assert found.years[0] == ("1026", 1)


def test_a_year_of_53_weeks_is_no_trap():
    found = compute([PaperFact(1, "1990-01-01", "", "read")], [PassFact(1, None, "1990-01-01", "finished")],
                    dt.date(2027, 1, 1))  # fmt: skip
    assert found.weeks[-1] == ("2026-W53", 0)


def test_a_given_year_has_all_its_days():
    papers, passes = [PaperFact(1, "2024-01-01", "", "read")], [PassFact(1, None, "2024-02-29", "finished")]
    days = compute(papers, passes, TODAY, 2024).days
    assert (len(days), days[0][0], days[-1][0], dict(days)["2024-02-29"]) == (366, "2024-01-01", "2024-12-31", 1)
