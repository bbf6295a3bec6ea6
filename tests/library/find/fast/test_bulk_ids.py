"""Many ids at once are the same ids, in the same order, however many there are."""

from __future__ import annotations

import sqlite3

import pytest

from readinglist.library.find.fast import limits
from readinglist.library.find.fast.bulk_ids import bulk_ids
from readinglist.library.find.sql import Sql


@pytest.mark.parametrize("piece", [1, 7, 30_000])
@pytest.mark.parametrize("numbers", [[], [5], [3, 1, 2**40, 7, 7, 100], list(range(500, 0, -1))])
def test_they_come_out_in_their_order(numbers: list[int], piece: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PIECE_CHARACTERS", piece)
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE kept (place INTEGER PRIMARY KEY, id INTEGER)")
    db.executemany("INSERT INTO kept (id) VALUES (?)", [(number,) for number in numbers])
    assert list(bulk_ids(db, Sql("SELECT id FROM kept ORDER BY place"))) == numbers
    assert list(bulk_ids(db, Sql("SELECT id FROM kept ORDER BY place"), limit=3)) == numbers[:3]
    above = Sql("SELECT id FROM kept WHERE id > ? ORDER BY place", (5,))
    assert list(bulk_ids(db, above)) == [number for number in numbers if number > 5]
    db.close()
