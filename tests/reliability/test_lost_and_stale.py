"""Pages of the file as they were some time ago, rows deleted behind our back, bits flipped: `check` finds every one.

python3 tests -m long tests/reliability/test_lost_and_stale.py        the long form: 1,000 pages, 200 rows, 10,000 flips
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections import Counter
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

STALE, DELETED, FLIPPED = 45, 36, 50
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


def stale(lives: Lives, folder: Path, most: int) -> Counter[str]:
    """Put single pages of an earlier time into the last state; count those found and missed, by what they are of.

    Those that differ only in bytes that nothing uses are counted apart.
    """
    size, last = lives.page_size, lives.states[-1]
    choices = [
        (page, state)
        for state in lives.states[:-1]
        for page in lives.pages
        if len(state) >= page * size and state[(page - 1) * size : page * size] != last[(page - 1) * size : page * size]
    ]
    chance, seen = random.Random(most), Counter[str]()
    (folder / "last.db").write_bytes(last)
    for page, state in chance.sample(choices, min(most, len(choices))):
        path = folder / "stale.db"
        start_, end = (page - 1) * size, page * size
        path.write_bytes(last[:start_] + state[start_:end] + last[end:])
        of = lives.pages[page]
        if found(path, thorough=of.startswith("find_")):
            seen["found"] += 1
        else:
            # Of the index's ways to its words old ones may be left over: looked at thoroughly, it finds every word.
            harmless = of.endswith("_idx") or alike(path, folder / "last.db")
            seen["nothing of ours" if harmless else f"missed: {of}"] += 1
    return seen


def deleted(lives: Lives, folder: Path, most: int) -> Counter[str]:
    """Delete single rows as another program would; count those found and missed, by table."""
    path, whole = folder / "deleted.db", folder / "whole.db"
    whole.write_bytes(lives.states[-1])
    chance, seen = random.Random(most), Counter[str]()
    tables = [table for table in SUMMED if table != "library"]
    for turn in range(most):
        table = tables[turn % len(tables)]
        shutil.copy(whole, path)
        db = sqlite3.connect(path)
        keys = ", ".join(SUMMED[table])
        rows = db.execute(f"SELECT {keys} FROM {table}").fetchall()
        if rows:
            at = " AND ".join(f"{name} IS ?" for name in SUMMED[table])
            db.execute(f"DELETE FROM {table} WHERE {at}", chance.choice(rows))
            db.commit()
        db.close()
        if rows:
            seen["found" if found(path) else f"missed: {table}"] += 1
    return seen


def alike(path: Path, other: Path) -> bool:
    """Return whether two files hold the same tables, each in an order that an index says too."""
    return everything(path) == everything(other)


def everything(path: Path) -> list[str]:
    db = sqlite3.connect(path)
    try:
        sound = db.execute("PRAGMA integrity_check").fetchall()
        return [*db.iterdump(), repr(sound)]
    finally:
        db.close()


def content(path: Path) -> list[tuple[object, ...]] | None:
    """Return every row of ours, as bytes where it is text; None where it cannot be read."""
    db = sqlite3.connect(path)
    db.text_factory = bytes
    try:
        return [row for table in SUMMED for row in db.execute(f"SELECT * FROM {table}").fetchall()]
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return None
    finally:
        db.close()


def flipped(lives: Lives, folder: Path, most: int) -> Counter[str]:
    """Flip one to eight bits anywhere; count what changed nothing of ours, what was found, what was missed."""
    last, path, whole = lives.states[-1], folder / "flipped.db", folder / "whole.db"
    whole.write_bytes(last)
    sound, chance, seen = content(whole), random.Random(most), Counter[str]()
    for _turn in range(most):
        hurt = bytearray(last)
        for _bit in range(chance.choice((1, 1, 8))):
            hurt[chance.randrange(len(hurt))] ^= 1 << chance.randrange(8)
        path.write_bytes(hurt)
        if content(path) == sound:
            seen["nothing of ours"] += 1
        else:
            seen["found" if found(path) else "missed"] += 1
        for left in folder.glob("flipped*"):
            left.unlink()
    return seen


def missed(seen: Counter[str]) -> int:
    print(dict(seen))
    return sum(count for name, count in seen.items() if name.startswith("missed"))


def test_stale_pages_are_found(lives: Lives, tmp_path: Path) -> None:
    assert missed(stale(lives, tmp_path, STALE)) == 0


def test_deleted_rows_are_found(lives: Lives, tmp_path: Path) -> None:
    assert missed(deleted(lives, tmp_path, DELETED)) == 0


def test_flipped_bits_are_found(lives: Lives, tmp_path: Path) -> None:
    assert missed(flipped(lives, tmp_path, FLIPPED)) == 0


def test_without_totals_they_are_missed(lives: Lives, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: what SQLite and the rows' own checksums find alone."""
    monkeypatch.setattr(checking, "_totals", lambda _db, _found: None)
    assert missed(deleted(lives, tmp_path, DELETED // 2)) > 8


def test_without_checksums_flipped_bits_are_missed(
    lives: Lives, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "_checksums", lambda _db, _found: None)
    assert missed(flipped(lives, tmp_path, FLIPPED)) > 1


@pytest.mark.long
def test_for_long(lives: Lives, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        assert missed(stale(lives, tmp_path, STALE_LONG)) == 0
        assert missed(deleted(lives, tmp_path, DELETED_LONG)) == 0
        assert missed(flipped(lives, tmp_path, FLIPPED_LONG)) == 0
