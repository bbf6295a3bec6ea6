"""A query is stopped by the clock, a question or another thread, keeps what it found, and later ones run freely."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from readinglist.library.file.time_limit import interruptible, until, within

ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
SHORT = f"{ENDLESS} LIMIT 5000"


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    made = sqlite3.connect(":memory:")
    yield made
    made.close()


def test_what_has_time_ends_by_itself(db: sqlite3.Connection) -> None:
    with within(db, 60):
        found = db.execute(SHORT).fetchall()
    assert len(found) == 5000


def test_an_endless_query_is_stopped_with_what_it_found(db: sqlite3.Connection) -> None:
    found = []
    with within(db, 0.01):
        for row in db.execute(ENDLESS):
            found.append(row[0])
    assert found == list(range(1, len(found) + 1))
    assert db.execute(SHORT).fetchall()[-1] == (5000,)  # the next one has all the time it wants


def test_a_question_stops_it(db: sqlite3.Connection) -> None:
    looks: list[int] = []

    def stop() -> bool:
        looks.append(1)
        return len(looks) > 3

    with until(db, stop):
        db.execute(ENDLESS).fetchall()
    assert len(looks) == 4


def test_an_interruption_ends_the_block(db: sqlite3.Connection) -> None:
    def interrupt() -> None:
        db.interrupt()

    db.create_function("interrupt", 0, interrupt)
    ended = False
    with interruptible():
        db.execute("SELECT interrupt(), i FROM (" + ENDLESS + ")").fetchall()
        ended = True
    assert not ended


@pytest.mark.parametrize(
    "block", [lambda db: within(db, 60), lambda db: until(db, lambda: False), lambda _db: interruptible()]
)
def test_other_errors_are_told(db: sqlite3.Connection, block) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), block(db):
        db.execute("SELECT * FROM missing")
