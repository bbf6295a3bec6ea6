"""What was damaged stays visible, whatever is done next; undo uses no journal that is not what was written."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.core.ops import Op
from readinglist.core.paper import Draft
from readinglist.flows import merging
from readinglist.library.check import check
from readinglist.library.library import Library
from tests.library.kit import open_quick, snapshot, start


def behind(path: Path, sql: str) -> None:
    """Change the file as no program of ours would."""
    db = sqlite3.connect(path)
    assert db.execute(sql).rowcount > 0
    db.commit()
    db.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    start(tmp_path / "library.db").close()
    return tmp_path / "library.db"


DEEDS: dict[str, Callable[[Library], object]] = {
    "rating": lambda library: library.papers.update([2], Op.SET_RATING, {"rating": 1}),
    "title": lambda library: library.papers.update([2], Op.EDIT, {"title": "Another", "language": "fr"}),
    "status": lambda library: library.readings.set_status([2], "read"),
    "status of many": lambda library: library.readings.set_status([2, *_many(library)], "dropped"),
    "trash": lambda library: library.papers.trash([2]),
    "deleted and brought back": lambda library: (library.papers.delete([2]), library.undo()),
    "edited, deleted and brought back": lambda library: (_edited_and_deleted(library), library.undo()),
    "undone": lambda library: (library.papers.update([2], Op.EDIT, {"title": "A"}), library.undo(), library.redo()),
    "many undone": lambda library: (library.readings.set_status([2, *_many(library)], "dropped"), library.undo()),
    "many deleted and brought back": lambda library: (library.papers.delete([2, *_many(library)]), library.undo()),
}


def _many(library: Library) -> list[int]:
    return library.papers.add_many([Draft(title=f"M {n}") for n in range(1200)])


def _begun_and_given_up(library: Library) -> None:
    with library.step(Op.EDIT, 1):
        library.papers.trash([1])
        library.commit_part()
        library.papers.delete([1])
        raise ZeroDivisionError


def _edited_and_deleted(library: Library) -> None:
    with library.step(Op.DELETE, 1):
        library.papers.update([2], Op.EDIT, {"title": "B"})
        library.papers.delete([2])


@pytest.mark.parametrize("deed", DEEDS)
def test_a_damaged_row_stays_damaged_whatever_is_done_to_it(deed: str, path: Path) -> None:
    behind(path, "UPDATE paper SET title = replace(title, 'tude', 'tuge') WHERE id = 2")
    with open_quick(path) as library:
        assert check(library).rows == [("paper", "2")]
        DEEDS[deed](library)
        assert check(library).rows == [("paper", "2")]


@pytest.mark.parametrize("deed", DEEDS)
def test_without_damage_nothing_is_found(deed: str, path: Path) -> None:
    with open_quick(path) as library:
        DEEDS[deed](library)
        assert check(library).sound


@pytest.mark.parametrize(
    ("sql", "found", "deed"),
    [
        ("UPDATE identifier SET value = 'x' WHERE paper = 1 AND scheme = 'pmid'", ("identifier", '[1, "pmid", "x"]'),
         lambda library: library.merging.apply(library.papers.get(1), {"identifiers": {"s2": ["new"]}})),
        ("UPDATE paper_tag SET tag = 5 WHERE paper = 1 AND tag = 3", ("paper_tag", "[1, 5]"),
         lambda library: library.tags.edit([1], ["new"], ["rl"])),
        ("UPDATE queue_item SET rank = 'a9' WHERE paper = 1", ("queue_item", "[1, 1]"),
         lambda library: (library.queue.add([4]), library.queue.move([5], 1), library.queue.remove([2]))),
        ("UPDATE paper_link SET name = 'doi:o' WHERE name LIKE 'doi:%'", ("paper_link", '[1, "cites", "doi:o"]'),
         lambda library: library.links.add(1, ["another2020"])),
        ("UPDATE paper_extra SET value = '2' WHERE paper = 1", ("paper_extra", '[1, "odd"]'),
         lambda library: library.papers.update([1], Op.EDIT, {"extra": {"odd": [1, None, {"deep": "ß"}], "new": 1}})),
    ],
)  # fmt: skip
def test_neighbours_are_not_made_valid(sql: str, found: tuple[str, str], deed, path: Path) -> None:
    """Rows of the same paper or queue as one that is changed keep the sum they have."""
    behind(path, sql)
    with open_quick(path) as library:
        assert check(library).rows == [found]
        deed(library)
        assert check(library).rows == [found]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE change SET old = replace(old, 'tude', 'tuge') WHERE kind = 'u' AND old LIKE '%tude%'",
        "UPDATE step SET op = 'note' WHERE id = (SELECT max(id) FROM step)",
        "DELETE FROM change WHERE id = (SELECT max(id) FROM change)",
    ],
)
def test_undo_does_not_use_a_damaged_journal(sql: str, path: Path) -> None:
    with open_quick(path) as library:
        library.papers.update([2], Op.EDIT, {"title": "New", "venue": "V"})
        after = snapshot(library.db)
    behind(path, sql)
    with open_quick(path) as library:
        with pytest.raises(errors.Damaged, match="journal"):
            library.undo()
        assert snapshot(library.db) == after
        assert not check(library).sound


def test_rows_that_are_gone_or_too_many_are_counted(path: Path) -> None:
    behind(path, "DELETE FROM paper_tag WHERE paper = 1")
    behind(path, "INSERT INTO setting (key, value) VALUES ('x', 'y')")
    with open_quick(path) as library:
        damage = check(library).damage
        assert [line for line in damage if "3 rows of paper_tag are missing" in line]
        assert [line for line in damage if "setting has 1 row too many" in line]
        library.papers.update([2], Op.SET_RATING, {"rating": 1})
        assert [line for line in check(library).damage if "3 rows of paper_tag are missing" in line]


def test_totals_follow_every_deed(path: Path) -> None:
    with open_quick(path) as library:
        merging.merge(library, [4, 5])
        library.prune(0)
        library.tags.delete(1)
        with pytest.raises(ZeroDivisionError):
            _begun_and_given_up(library)
        assert check(library).damage == []
