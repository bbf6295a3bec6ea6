"""How long a paper takes: from its pages, its depth and the user's own readings, and how that is known."""

from __future__ import annotations

import pytest

from readinglist.core.ranking.pace import Logged, Pace, estimate, learn, span


def test_without_readings_the_default_speaks_and_says_so():
    found = estimate(23)
    assert (found.minutes, found.pages, found.known) == (69, 23, True)
    assert found.how == "from 23 pages at 3 min a page, until you log readings of your own"
    assert found.shown == "about 1 h 10 min"


def test_what_is_read_already_is_not_counted_again():
    assert estimate(23, 14).minutes == 27
    assert estimate(23, 14).how.startswith("from the 9 pages left")
    assert estimate(10, 10).pages == 1


def test_the_users_own_readings_correct_it():
    slow = learn([Logged(20, 120) for _ in range(10)])
    assert 5.5 < slow.minutes < 6
    assert slow.own
    assert estimate(10, None, slow).how == "from 10 pages at your pace of 5.8 min a page"


def test_one_reading_alone_does_not_overturn_it():
    assert 3 < learn([Logged(1, 60)]).minutes < 8


def test_depth_counts():
    skims = learn([Logged(20, 21, "skimmed") for _ in range(10)])
    assert abs(skims.minutes - 3.0) < 0.01, "skimming at a third of the time is plain reading at 3 min a page"
    assert estimate(20, depth="studied").minutes == 150
    assert estimate(20, depth="skimmed").minutes == 21


def test_slips_of_the_hand_are_passed_over():
    assert learn([Logged(10, 100_000), Logged(1000, 1), Logged(0, 5), Logged(-3, 5), Logged(5, 0)]) == Pace()


def test_an_unknown_length_is_called_a_guess():
    found = estimate(None, None, learn([], [30, 31, 32, 33, 34]))
    assert not found.known
    assert found.pages == 32
    assert "not known" in found.how
    assert estimate(None).pages == 12


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "1 min"), (7, "7 min"), (42, "40 min"), (43, "45 min"), (60, "1 h"), (69, "1 h 10 min"), (180, "3 h"),
     (100, "1 h 30 min"), (106, "2 h")],
)  # fmt: skip
def test_span(minutes, said):
    assert span(minutes) == said
