"""Pages of the file as they were some time ago, rows deleted behind our back, bits flipped: `check` finds every one.

python3 tests -m long tests/reliability/test_lost_and_stale.py        1,000 pages, 200 rows, 10,000 flips that did harm
"""

from __future__ import annotations

import contextlib
import random
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from readinglist.core import errors
from readinglist.core.ops import Op
from readinglist.core.paper import Draft
from readinglist.library import check as checking
from readinglist.library.file import connection
from readinglist.library.file.damage import SUMMED
from readinglist.library.library import Library
from tests.library.kit import open_quick, start, whole_draft

STALE, DELETED, FLIPPED = 45, 40, 40
STALE_LONG, DELETED_LONG, FLIPPED_LONG = 1_000, 200, 10_000


class Lives(NamedTuple):
    """A library at several times, oldest first; what each page is of (`paper`, `find_head_data` ...) in the last."""

    states: list[bytes]
    pages: dict[int, str]

    @property
    def page_size(self) -> int:
        return int.from_bytes(self.states[-1][16:18]) or 65_536


def _live(library: Library, chance: random.Random, n: int) -> None:
    """A few deeds that touch many tables."""
    library.papers.add(whole_draft(100 + n))
    papers = chance.sample(library.papers.every(), 6)
    library.readings.set_status(papers[:2], chance.choice(("read", "reading", "to_read")))
    library.papers.update(papers[2:4], Op.EDIT, {"venue": f"Venue {n}", "rating": n % 6})
    library.papers.update(papers[:1], Op.EDIT, {"title": f"Title {n}", "extra": {"n": n}})
    library.tags.edit(papers[3:], [f"tag {n % 5}"], [f"tag {(n + 1) % 5}"])
    library.papers.set_note(papers[4], f"A note of turn {n} " * 20)
    library.queue.add(papers[:3])
    library.queue.move(papers[2:3], 1)
    library.feedback.say(papers[:2], "skip", Op.SKIP)
    library.links.add(papers[0], [f"10.1000/x{n}"])
    library.searches.save(f"Search {n}", "tag:rl")
    library.papers.delete(papers[5:])
    if n % 4 == 0:
        library.undo()


@pytest.fixture(scope="module")
def lives(tmp_path_factory: pytest.TempPathFactory) -> Lives:
    path = tmp_path_factory.mktemp("lives") / "library.db"
    chance, states = random.Random(7), []
    with start(path) as library:
        library.papers.add_many([*map(whole_draft, range(10, 50)), *(Draft(title=f"P {n}") for n in range(100))])
    for n in range(12):
        states.append(path.read_bytes())
        with open_quick(path) as library:
            _live(library, chance, n)
    states.append(path.read_bytes())
    db = sqlite3.connect(path)
    pages = {page: name for name, page in db.execute("SELECT name, pageno FROM dbstat")}
    db.close()
    return Lives(states, pages)


def found(path: Path, *, thorough: bool = False) -> bool:
    """Return whether looking the library over says that anything is wrong."""
    connection._opened.clear()  # each file is another one, though it may have the number of the last
    try:
        with Library.open(path) as library:
            return not checking.check(library, thorough=thorough).sound
    except (errors.Refused, sqlite3.DatabaseError, ValueError):
        return True


def stale(lives: Lives, folder: Path, most: int, only: Sequence[str] = ()) -> Counter[str]:
    """Put single pages of an earlier time into the last state until so many did harm; count those found and missed.

    `only`: pages of these tables. Those that differ only in bytes that nothing uses are counted apart.
    """
    size, last = lives.page_size, lives.states[-1]
    choices = [
        (page, state)
        for state in lives.states[:-1]
        for page, of in lives.pages.items()
        if of in (only or (of,))
        if len(state) >= page * size and state[(page - 1) * size : page * size] != last[(page - 1) * size : page * size]
    ]
    seen, path, whole = Counter[str](), folder / "stale.db", everything(last)
    random.Random(most).shuffle(choices)
    for page, state in choices:
        if harmful(seen) == most:
            break
        start_, end = (page - 1) * size, page * size
        hurt = last[:start_] + state[start_:end] + last[end:]
        path.write_bytes(hurt)
        of = lives.pages[page]
        if found(path, thorough=of.startswith("find_")):
            seen["found"] += 1
        else:
            # Of the index's ways to its words old ones may be left over: looked at thoroughly, it finds every word.
            harmless = of.endswith("_idx") or everything(hurt) == whole
            seen["nothing of ours" if harmless else f"missed: {of}"] += 1
    return seen


def deleted(lives: Lives, folder: Path, most: int) -> Counter[str]:
    """Delete so many single rows as another program would, of all tables in turn; count those found and missed."""
    path, chance, seen = folder / "deleted.db", random.Random(most), Counter[str]()
    with opened(lives.states[-1]) as db:
        rows = {
            table: db.execute(f"SELECT {', '.join(SUMMED[table])} FROM {table}").fetchall()
            for table in SUMMED
            if table != "library"
        }
    tables = [table for table, there in rows.items() if there]
    for turn in range(most):
        table = tables[turn % len(tables)]
        path.write_bytes(lives.states[-1])
        db = sqlite3.connect(path)
        at = " AND ".join(f"{name} IS ?" for name in SUMMED[table])
        db.execute(f"DELETE FROM {table} WHERE {at}", chance.choice(rows[table]))
        db.commit()
        db.close()
        seen["found" if found(path) else f"missed: {table}"] += 1
    return seen


@contextlib.contextmanager
def opened(whole: bytes) -> Iterator[sqlite3.Connection]:
    """Open a library that is in memory."""
    with contextlib.closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(whole)
        yield db


def everything(whole: bytes) -> list[str]:
    """Return all that is in the tables, each in an order that an index says too."""
    with opened(whole) as db:
        sound = db.execute("PRAGMA integrity_check").fetchall()
        return [*db.iterdump(), repr(sound)]


def content(whole: bytes) -> list[tuple[object, ...]] | None:
    """Return every row of ours, as bytes where it is text; None where it cannot be read."""
    with opened(whole) as db:
        db.text_factory = bytes
        try:
            return [row for table in SUMMED for row in db.execute(f"SELECT * FROM {table}").fetchall()]
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            return None


def flipped(lives: Lives, folder: Path, most: int) -> Counter[str]:
    """Flip one to eight bits anywhere until so many times that changed something of ours; count found and missed."""
    last, path = lives.states[-1], folder / "flipped.db"
    sound, chance, seen = content(last), random.Random(most), Counter[str]()
    while harmful(seen) < most:
        hurt = bytearray(last)
        for _bit in range(chance.choice((1, 1, 8))):
            hurt[chance.randrange(len(hurt))] ^= 1 << chance.randrange(8)
        if content(bytes(hurt)) == sound:
            seen["nothing of ours"] += 1
        else:
            path.write_bytes(hurt)
            seen["found" if found(path) else "missed"] += 1
            for left in folder.glob("flipped*"):
                left.unlink()
    return seen


def harmful(seen: Counter[str]) -> int:
    return seen.total() - seen["nothing of ours"]


def missed(seen: Counter[str]) -> int:
    print(dict(seen))
    return sum(count for name, count in seen.items() if name.startswith("missed"))


def test_stale_pages_are_found(lives: Lives, folder: Path) -> None:
    assert missed(stale(lives, folder, STALE)) == 0


def test_deleted_rows_are_found(lives: Lives, folder: Path) -> None:
    assert missed(deleted(lives, folder, DELETED)) == 0


def test_flipped_bits_are_found(lives: Lives, folder: Path) -> None:
    assert missed(flipped(lives, folder, FLIPPED)) == 0


def test_without_totals_they_are_missed(lives: Lives, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: what SQLite and the rows' own checksums find alone."""
    monkeypatch.setattr(checking, "_totals", lambda _db, _found: None)
    assert missed(deleted(lives, folder, DELETED // 2)) > 8
    only = ("library", "paper", "sqlite_sequence")  # others are seen by an index or by what they belong to
    assert missed(stale(lives, folder, 2 * DELETED, only)) > 4  # which are missed differs from run to run: enough tries


def test_without_checksums_flipped_bits_are_missed(lives: Lives, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "_checksums", lambda _db, _found: None)
    assert missed(flipped(lives, folder, 2 * FLIPPED)) > 4


@pytest.mark.long
def test_for_long(lives: Lives, folder: Path) -> None:
    for deed, most in ((stale, STALE_LONG), (deleted, DELETED_LONG), (flipped, FLIPPED_LONG)):
        seen = deed(lives, folder, most)
        assert missed(seen) == 0
        assert harmful(seen) == most
