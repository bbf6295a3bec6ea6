"""Days in words, near and far, of this year and another."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from readinglist.core import dates

MONDAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("2026-11-23", "due today"),
        ("2026-11-24", "due tomorrow"),
        ("2026-11-27", "due Friday"),
        ("2026-11-29", "due Sunday"),
        ("2026-11-30", "due Nov 30"),
        ("2027-01-04", "due Jan 4, 2027"),
        ("2026-11-22", "overdue since Nov 22"),
        ("2025-11-02", "overdue since Nov 2, 2025"),
        ("2026-12", "due Dec 2026"),
        ("2027", "due 2027"),
    ],
)
def test_when_something_is_due(due, said):
    assert dates.due_words(due, MONDAY) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-23", "today"),
        ("2026-11-24", "tomorrow"),
        ("2026-11-25", "on Wednesday"),
        ("2026-11-20", "on Nov 20"),
        ("2027-01-04", "on Jan 4, 2027"),
    ],
)
def test_a_day_in_a_sentence(day, said):
    assert dates.on_day(day, MONDAY) == said


def test_the_year_goes_where_it_is_this_one():
    assert dates.short_day("2026-11-19", MONDAY) == "Nov 19"
    assert dates.short_day("2025-11-19", MONDAY) == "Nov 19, 2025"
    assert dates.short_day("2026-11", MONDAY) == "Nov 2026"
    assert dates.long_day("2026-12-04") == "Friday, Dec 4, 2026"


def test_a_time_is_the_users_own_day(monkeypatch):
    monkeypatch.setenv("TZ", "Pacific/Auckland")

    time.tzset()
    try:
        assert dates.local_day("2026-11-19T20:00:00Z") == "Nov 20, 2026"
        assert dates.local_day("2026-11-19") == "Nov 19, 2026"
        assert dates.local_day("not a Time") == "not a Time"
    finally:
        monkeypatch.undo()
        time.tzset()
