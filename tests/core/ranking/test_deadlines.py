"""Due dates: how they press, what must be read a day, what is at risk, in words."""

from __future__ import annotations

import datetime as dt

import pytest

from readinglist.core.ranking.deadlines import Deadline, nearest

TODAY = dt.date(2026, 11, 23)  # a Monday


def due(days: int, **values) -> Deadline:
    return Deadline(TODAY + dt.timedelta(days=days), **values)


@pytest.mark.parametrize(
    ("deadline", "said"),
    [
        (due(4), "due Friday"),
        (due(0), "due today"),
        (due(1), "due tomorrow"),
        (due(8), "due Dec 1"),
        (due(-20), "overdue since Nov 3"),
        (due(21, tag="journal club", pages=60, minutes=180), "for journal club on Dec 14: 3 pages a day"),
        (due(2, pages=90, minutes=270), "due Wednesday: 30 pages a day, at risk"),
        (due(6, tag="club"), "for club on Sunday"),
    ],
)
def test_words(deadline, said):
    assert deadline.words(TODAY) == said


def test_pages_are_spread_over_the_days_left_today_included():
    assert due(0, pages=7).pages_a_day(TODAY) == 7
    assert due(6, pages=7).pages_a_day(TODAY) == 1
    assert due(6, pages=8).pages_a_day(TODAY) == 2
    assert due(-3, pages=8).pages_a_day(TODAY) == 8
    assert due(6).pages_a_day(TODAY) is None


def test_what_the_days_left_cannot_hold_is_at_risk_and_raised():
    fine, late = due(9, minutes=600), due(9, minutes=601)
    assert not fine.at_risk(TODAY)
    assert late.at_risk(TODAY)
    assert late.pressure(TODAY) == 1.0
    assert not late.at_risk(TODAY, minutes_a_day=120)
    assert due(-1).at_risk(TODAY)


def test_pressure_grows_as_the_day_comes_near():
    pressures = [due(days, minutes=30).pressure(TODAY) for days in range(40, -5, -1)]
    assert pressures == sorted(pressures)
    assert pressures[0] < 0.05
    assert pressures[-5] == 1.0


def test_the_nearer_of_two_dates_counts():
    own, tag = due(3), due(2, tag="club")
    assert nearest(own, tag) is tag
    assert nearest(own, due(3, tag="club")) is own
    assert nearest(None, tag) is tag
    assert nearest(own, None) is own
    assert nearest(None, None) is None
