"""Many ids at once are the same ids, in the same order, however many there are."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.library.find.fast import bulk_ids


@pytest.mark.parametrize("piece", [1, 7, 30_000])
@pytest.mark.parametrize("numbers", [[], [5], [3, 1, 2**40, 7, 7, 100], list(range(500, 0, -1))])
def test_what_is_packed_comes_out_in_its_order(numbers: list[int], piece: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk_ids, "_PIECE", piece)
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE kept (place INTEGER PRIMARY KEY, id INTEGER)")
    db.executemany("INSERT INTO kept (id) VALUES (?)", [(number,) for number in numbers])
    assert list(bulk_ids.packed(db, "SELECT id FROM kept ORDER BY place")) == numbers
    assert list(bulk_ids.packed(db, "SELECT id FROM kept WHERE id > ? ORDER BY place", (5,))) == [
        number for number in numbers if number > 5
    ]
    db.close()


@given(st.lists(st.integers(1, 400), max_size=200), st.booleans(), st.sampled_from([10_000, 50, 11, 1]))
def test_by_number_is_sorted_whether_few_or_many(numbers: list[int], falling: bool, most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bulk_ids, "_MOST_SORTED", most)
        parts = list(bulk_ids.by_number(numbers, falling=falling))
    assert [paper for part in parts for paper in part] == sorted(set(numbers), reverse=falling)
