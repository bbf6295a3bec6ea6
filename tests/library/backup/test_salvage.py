"""What is on sound pages of a damaged library is found again, whatever else is broken, and nothing that never was."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from readinglist.core import errors
from readinglist.core.paper import Draft, File, Highlight, Person
from readinglist.library.backup.salvage import rows, salvaging
from readinglist.library.backup.salvage.pages import Broken, Pages
from readinglist.library.check import check
from readinglist.library.library import Library
from tests.library.kit import open_quick, snapshot

PAGE = 4096
Rows = dict[str, dict[tuple[Any, ...], dict[str, Any]]]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A library of 120 papers, with rows that were deleted and changed, and one row longer than a page."""
    path = tmp_path_factory.mktemp("salvage") / "library.db"
    with open_quick(path, create=True) as library:
        library.papers.add_many([
            Draft(title=f"Paper {n} ü", abstract=f"words {n} " * 60, note=f"note {n}", tags=[f"t{n % 7}", "all"],
                  authors=[Person("Ada", "Lovelace")], files=[File(path=f"/f/{n}.pdf")], doi=f"10.1/{n}",
                  identifiers={"pmid": [str(n)]}, highlights=[Highlight(quote=f"q{n}")], extra={"k": f"v{n}"})
            for n in range(120)
        ])  # fmt: skip
        library.papers.set_note(7, "long " * 5000)
        library.papers.delete([11, 12, 13])
        library.queue.add([3, 4, 5])
    return path.read_bytes()


def kept(found: rows.Found) -> Rows:
    return {table: part for table, part in found.rows.items() if table != "library"}


def on_sound_pages(data: bytes, broken: set[int]) -> int:
    """Count the rows whose page, and none of what they go on in, is broken: page by page, by the sums they carry."""
    pages, known = Pages(data), rows.shapes(8)
    trees, _whole = rows._roots(pages, known)
    live = {number for root in trees.values() for number in pages.below(root)[0]}
    found = rows.Found(rows={table: {} for table in known})
    for number in live - broken:
        rows._take(pages, number, found, known, None)
    return sum(len(part) for table, part in found.rows.items() if table not in ("library", "step", "change"))


def test_of_a_sound_file_all_is_found_and_it_becomes_the_same_library(whole: bytes, tmp_path: Path) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    old.write_bytes(whole)
    told = salvaging.salvage(old, new)
    assert (told.papers, told.damaged, told.unreadable, told.stubs, told.refused) == (117, 0, 0, 0, 0)
    with Library.open(old, readonly=True) as library, Library.open(new) as made:
        assert snapshot(made.db) == snapshot(library.db)
        assert check(made).sound
    assert old.read_bytes() == whole


def test_without_its_first_page_the_rows_are_known_by_their_sums(whole: bytes) -> None:
    before = kept(rows.read(whole))
    assert kept(rows.read(bytes(PAGE) + whole[PAGE:])) == before


@pytest.mark.parametrize("seed", range(6))
def test_of_the_rows_on_sound_pages_at_least_99_in_100_are_saved(whole: bytes, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(whole)
    count = len(data) // PAGE
    broken = set(chance.sample(range(1, count + 1), count // 20))
    for number in broken:
        data[(number - 1) * PAGE : number * PAGE] = chance.choice((bytes(PAGE), chance.randbytes(PAGE)))
    found, before = kept(rows.read(bytes(data))), kept(rows.read(whole))
    saved = sum(len(part) for part in found.values())
    assert saved >= 0.99 * on_sound_pages(bytes(data), broken) > 300
    wrong = [key for table, part in found.items() for key, row in part.items() if before[table].get(key) != row]
    assert len(wrong) <= 0.01 * saved  # a row that goes on in a broken page holds what is there now, and is told


@pytest.mark.parametrize("seed", range(2))
def test_a_library_is_made_of_what_is_left(whole: bytes, seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    data = bytearray(whole)
    for number in chance.sample(range(len(data) // PAGE), len(data) // PAGE // 8):
        data[number * PAGE : (number + 1) * PAGE] = bytes(PAGE)
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    old.write_bytes(data)
    told = salvaging.salvage(old, new)
    with Library.open(new) as made:
        found = check(made)
        assert [line for line in found.damage if line not in found.about_rows] == []
        assert len(found.rows) == told.damaged
        assert len(made.papers.every()) >= told.papers
        made.papers.add(Draft(title="It goes on"))


def test_never_over_a_file_and_nothing_of_nothing(whole: bytes, tmp_path: Path) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    old.write_bytes(whole)
    new.write_text("mine")
    with pytest.raises(FileExistsError):
        salvaging.salvage(old, new)
    assert new.read_text() == "mine"
    old.write_bytes(random.Random(1).randbytes(50_000))
    with pytest.raises(errors.Damaged):
        salvaging.salvage(old, tmp_path / "other.db")
    assert not (tmp_path / "other.db").exists()


def test_garbage_ends_soon(whole: bytes) -> None:
    for seed in range(5):
        chance = random.Random(seed)
        data = bytearray(whole[: 40 * PAGE])
        for _flip in range(2000):
            data[chance.randrange(len(data))] = chance.randrange(256)
        rows.read(bytes(data))
    with pytest.raises(Broken):
        Pages(b"").kind(1)
