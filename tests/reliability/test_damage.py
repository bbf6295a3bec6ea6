"""Bits flipped in the file: every damaged row is noticed, and nothing crashes."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.library.check import check
from readinglist.library.file import connection
from readinglist.library.file.connection import translated
from readinglist.library.library import Library
from tests.library.kit import broken_sums, snapshot, start, whole_draft

DEFAULT, LONG = 200, 10_000


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    path = tmp_path_factory.mktemp("damage") / "whole.db"
    with start(path) as library:
        with library.step("import", 40):
            for n in range(40):
                library.papers.add(whole_draft(n))
        library.prune(0)
        return path, snapshot(library.db)


def read_all(path: Path, sound: str) -> str:
    """Open and read everything; return `same`, `noticed` (by SQLite or by a checksum) or `silent`."""
    try:
        with translated(path), Library.open(path) as library:
            found = snapshot(library.db)
            list(library.papers.many(row[0] for row in library.db.execute("SELECT id FROM paper").fetchall()))
            if found == sound:
                return "same"
            return "silent" if check(library).sound else "noticed"
    except errors.Refused:
        return "noticed"
    except (sqlite3.DatabaseError, ValueError):  # a table that is gone, JSON that is none: words for a bug, no crash
        return "noticed"


def damage(count: int, whole: tuple[Path, str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    path, sound = whole
    content = path.read_bytes()
    seen = {"same": 0, "noticed": 0, "silent": 0}
    r = random.Random(count)
    for _turn in range(count):
        hurt = bytearray(content)
        for _bit in range(r.choice((1, 1, 8))):
            hurt[r.randrange(len(hurt))] ^= 1 << r.randrange(8)
        target = folder / "hurt.db"
        target.write_bytes(hurt)
        monkeypatch.setattr(connection, "_opened", set())
        seen[read_all(target, sound)] += 1
        for left in folder.iterdir():
            left.unlink()
    return seen


def test_bit_flips(whole: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = damage(DEFAULT, whole, tmp_path, monkeypatch)
    print(seen)
    assert seen["silent"] == 0
    assert seen["noticed"] > DEFAULT / 20


@pytest.mark.long
def test_bit_flips_for_long(whole: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = damage(LONG, whole, tmp_path, monkeypatch)
    print(seen)
    assert seen["silent"] == 0


@pytest.mark.parametrize("text", ["About $", "Naïve baselines", "with *Markdown*", "deepmind", "Journal of", "quoted"])
def test_a_changed_letter_in_a_row_is_found_by_its_checksum(text: str, whole: tuple[Path, str], tmp_path: Path) -> None:
    path, sound = whole
    content = path.read_bytes()
    changed, at = 0, content.find(text.encode())
    while at >= 0 and changed < 5:
        target = tmp_path / f"{at}.db"
        hurt = bytearray(content)
        hurt[at] ^= 1
        target.write_bytes(hurt)
        db = connection.connect(target)
        if snapshot(db) != sound:
            changed += 1
            assert broken_sums(db), "only the checksum can know"
        db.close()
        at = content.find(text.encode(), at + 1)  # the first may stand in an index only
    assert changed
