"""What became of a paper, in words against one's own reading; odd entries are passed over."""

from __future__ import annotations

from typing import Any

import pytest

from readinglist.core import updates
from readinglist.core.paper import Draft

RETRACTED = {"what": "retracted", "date": "2026-03-14", "by": "10.1/r"}


@pytest.mark.parametrize(
    ("started", "finished", "words"),
    [
        (None, None, "Retracted in March 2026; you have not read it yet"),
        ("2026-01-02", None, "Retracted in March 2026, you began it in January"),
        ("2025-12-02", "2026-01-20T10:00:00Z", "Retracted in March 2026, you finished it in January"),
        (None, "2025-06", "Retracted in March 2026, you finished it in June 2025"),
        (None, "2024", "Retracted in March 2026, you finished it in 2024"),
        (None, "2026-04-01T00:00:00Z", "Retracted in March 2026, before you finished it in April 2026"),
        ("2027-01-01", None, "Retracted in March 2026, before you began it in January 2027"),
    ],
)
def test_against_ones_own_reading(started: str | None, finished: str | None, words: str) -> None:
    assert updates.against(RETRACTED, started, finished) == words


def test_the_gravest_comes_first_and_each_once() -> None:
    version = {"what": "version", "date": "2026-05-01", "by": "v3"}
    corrected = {"what": "corrected", "date": None, "by": "10.1/c"}
    kept = updates.united([version], [RETRACTED, corrected, RETRACTED, version])
    assert [one["what"] for one in kept] == ["corrected", "retracted", "version"]
    told = updates.of(Draft(extra={"notices": kept}))
    assert [one["what"] for one in told] == ["retracted", "corrected", "version"]
    assert updates.short(told[1]) == "Corrected"
    assert updates.short(told[2]) == "New version v3 in May 2026"


@pytest.mark.parametrize("odd", [None, 7, "x", {}, [None], [{"what": "x"}], [{"what": "retracted", "date": 7}], [[]]])
def test_odd_entries_are_passed_over(odd: Any) -> None:
    assert updates.of(Draft(extra={"notices": odd})) == []
    assert updates.united(odd, [RETRACTED]) == [RETRACTED]
