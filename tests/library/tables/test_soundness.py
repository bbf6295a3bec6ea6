"""What the user decides about damaged rows: right as they stand, or what they held before, surely or from a copy."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.core.ops import Op
from readinglist.flows import merging, soundness
from readinglist.library.check import check
from readinglist.library.file import connection
from tests.library.kit import assert_sound, open_quick, start


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with start(tmp_path / "library.db") as library:
        library.papers.update([4], Op.EDIT, {"title": "Second title", "venue": "V"})
        library.papers.update([4], Op.EDIT, {"title": "Third title"})
    return tmp_path / "library.db"


def behind(path: Path, sql: str) -> None:
    db = sqlite3.connect(path)
    assert db.execute(sql).rowcount > 0
    db.commit()
    db.close()


def test_a_row_is_kept_as_it_stands(path: Path) -> None:
    behind(path, "UPDATE paper SET title = 'Thirt title' WHERE id = 4")
    with open_quick(path) as library:
        assert soundness.decide(library, ["paper:4"], []) == ["paper:4, Thirt title: taken as it stands."]
        assert check(library).sound
        assert library.papers.get(4).title == "Thirt title"


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE paper SET checksum = checksum + 1 WHERE id = 2",  # the sum itself
        "UPDATE change SET old = '{}' WHERE id = 3",
        "UPDATE step SET detail = 'x' WHERE id = 2",
        "UPDATE library SET uid = 'x'",
        "UPDATE paper_tag SET tag = 5 WHERE paper = 1 AND tag = 3",
        "DELETE FROM queue_item WHERE paper = 5",
        "DELETE FROM change WHERE id = (SELECT max(id) FROM change)",
    ],
)
def test_everything_is_kept_as_it_stands(sql: str, path: Path) -> None:
    behind(path, sql)
    with open_quick(path) as library:
        assert not check(library).sound
        soundness.decide(library, ["all"], [])
        assert check(library).damage == []
        library.papers.trash([1])
        assert check(library).damage == []


def test_what_is_gone_from_a_table_is_missed_until_that_is_said_to_be_right(path: Path) -> None:
    behind(path, "DELETE FROM paper_tag WHERE paper = 1")
    behind(path, "UPDATE paper SET title = 'Thirt title' WHERE id = 4")
    with open_quick(path) as library:
        soundness.decide(library, ["paper:4"], [])
        assert "3 rows of paper_tag are missing." in check(library).damage
        soundness.decide(library, ["paper_tag"], [])
        assert check(library).sound


@pytest.mark.parametrize("later", [{}, {"rating": 3}, {"venue": "W", "rating": 3}])
def test_what_was_last_written_is_proven_by_its_checksum(later: dict[str, object], path: Path) -> None:
    """A title is damaged and other fields are set since: the copy has the title that fits the checksum."""
    copy = Path(shutil.copy(path, path.with_name("copy.db")))
    behind(path, "UPDATE paper SET title = 'Tzird title' WHERE id = 4")
    with open_quick(path) as library:
        if later:
            library.papers.update([4], Op.EDIT, later)
        assert soundness.decide(library, [], ["paper:4"], copy)[0].endswith("as it was last written.")
        paper = library.papers.get(4)
        assert (paper.title, paper.venue, paper.rating) == (
            "Third title", later.get("venue", "V"), later.get("rating")
        )  # fmt: skip
        assert check(library).sound
        assert library.undo_name() != "Repair 1 record"
    assert_sound(path)


def test_what_the_journal_knows_needs_no_copy(path: Path) -> None:
    """The title went back by damage to what it was once before, or rather to what the journal says it was next."""
    with open_quick(path) as library:
        library.papers.update([4], Op.EDIT, {"title": "Second title"})
    behind(path, "UPDATE paper SET title = 'Secont title' WHERE id = 4")
    with open_quick(path) as library:
        soundness.decide(library, [], ["paper:4"])
        assert library.papers.get(4).title == "Second title"
        assert check(library).sound


def test_a_copy_gives_a_row_where_nothing_is_proven(path: Path) -> None:
    copy = Path(shutil.copy(path, path.with_name("copy.db")))
    behind(path, "UPDATE paper SET title = 'x', venue = 'y', checksum = 5 WHERE id = 4")
    with open_quick(path) as library:
        with pytest.raises(errors.WrongUsage, match="no older value"):
            soundness.decide(library, [], ["paper:4"])
        connection._opened.clear()
        assert soundness.decide(library, [], ["paper:4"], copy) == ["paper:4, Third title: as in the copy."]
        assert library.papers.get(4).venue == "V"
        assert check(library).rows == []


def test_papers_are_looked_at_when_they_are_read_and_not_merged_when_damaged(path: Path) -> None:
    behind(path, "UPDATE note SET text = 'other' WHERE paper = 2")
    with open_quick(path) as library:
        assert soundness.warning(library, [1]) == ""
        assert "1 paper is damaged" in soundness.warning(library, [1, 2, 3])
        with pytest.raises(errors.Damaged, match="2"):
            merging.merge(library, [1, 2])
        assert [row.table for row in library.soundness.of([2])] == ["note"]
        assert library.soundness.papers_of(library.soundness.all()) == [2]


@pytest.mark.parametrize("name", ["paper", "nothing:1", "paper:", "paper_tag:1", "paper:[", "paper:999", "x"])
def test_what_names_no_row_is_told(name: str, path: Path) -> None:
    with open_quick(path) as library:
        before = check(library)
        if name == "paper":
            assert soundness.decide(library, [name], [])
        else:
            with pytest.raises(errors.WrongUsage):
                soundness.decide(library, [name], [])
        with pytest.raises(errors.WrongUsage):
            soundness.decide(library, [], [name])
        assert check(library) == before
