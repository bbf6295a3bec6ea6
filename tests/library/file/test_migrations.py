"""Libraries as older versions left them are brought up to date: nothing lost, a copy kept, and undo still in order."""

from __future__ import annotations

import math
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from readinglist.core import errors
from readinglist.core.ops import Op
from readinglist.flows.next_up import suggestions
from readinglist.library.backup import making, record
from readinglist.library.check import check
from readinglist.library.file import schema
from readinglist.library.library import Library
from tests.library.kit import assert_sound

# Dumps of libraries of those versions, with a step to undo; the search index, which is made anew, left out.
LIBRARIES = Path(__file__).parents[2] / "data" / "libraries"
VERSIONS = [1, 5]
PAPERS = "SELECT * FROM paper ORDER BY id"


def left_by(version: int, path: Path) -> Path:
    db = sqlite3.connect(path)
    db.executescript((LIBRARIES / f"version-{version}.sql").read_text(encoding="utf-8"))
    assert db.execute("PRAGMA user_version").fetchone() == (version,)
    db.close()
    return path


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def old(version: int, tmp_path: Path) -> Path:
    return left_by(version, tmp_path / "library.db")


def rows(path: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table by column; without what migrations change, which has tests of its own."""
    db = sqlite3.connect(path)
    db.row_factory = sqlite3.Row
    found = [dict(row) for row in db.execute(f"SELECT * FROM {table}")]
    db.close()
    left = {"checksum", "why", "language", "extra", "changes", "sha256", "size", "text_hash", "file", "origin"}
    left -= {"origin"} if table == "step" else set()
    left |= {"pages"} if table == "file" else {"changed", "anchor", "kind"} if table == "highlight" else set()
    return sorted([{k: v for k, v in row.items() if k not in left} for row in found], key=repr)


def test_nothing_is_lost_and_a_copy_is_kept(old: Path, version: int) -> None:
    tables = ("paper", "reading", "note", "abstract", "step", "change", "highlight", "file", "paper_tag")
    before = {name: rows(old, name) for name in tables}
    papers = sqlite3.connect(old).execute(PAPERS).fetchall()
    with Library.open(old) as library:
        assert library.db.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
        assert check(library).sound
    for name, found in before.items():
        assert rows(old, name) == found
    assert_sound(old)
    (copy,) = old.parent.glob(f"library.backups/.pending-*-before-format-{schema.VERSION}-from-{version}/library.db")
    kept = sqlite3.connect(copy)
    assert kept.execute("PRAGMA user_version").fetchone() == (version,)
    assert kept.execute(PAPERS).fetchall() == papers
    kept.close()
    making.finish_pending(old)
    (backup,) = record.of_library(old)
    assert (backup.verified, backup.format, backup.papers) == (True, version, len(papers))


def test_what_is_new_is_done_and_undone_and_so_is_what_was_done_before(old: Path) -> None:
    with Library.open(old) as library:
        tag = library.tags.by_name("reinforcement")
        library.feedback.set_tag_due(tag.id, "2026-12-14")
        suggestions.skip(library, [1])
        library.papers.update([1], Op.EDIT, {"why": "From Ada", "language": "de"})
        paper = library.papers.get(1)
        assert (getattr(paper, "why"), getattr(paper, "language")) == ("From Ada", "de")  # noqa: B009
        for _step in range(3):
            library.undo()
        assert getattr(library.papers.get(1), "why") is None  # noqa: B009
        assert library.feedback.due_tags() == []
        assert library.undo_name() == "Edit tag reinforcement"
        library.undo()
        assert library.tags.by_name("rl") is not None
    assert_sound(old)


def test_where_nothing_may_be_written_it_is_refused_and_left(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(errors.ReadOnly):
        Library.open(old, readonly=True)
    assert old.read_bytes() == before


def test_opening_again_migrates_no_more(old: Path) -> None:
    Library.open(old).close()
    Library.open(old).close()
    assert len(list(old.parent.glob("library.backups/.pending-*"))) == 1


def test_languages_that_imports_had_kept_beside_become_the_field(tmp_path: Path) -> None:
    with Library.open(left_by(5, tmp_path / "library.db")) as library:
        found = library.db.execute(
            "SELECT p.language, e.key, e.value FROM paper p LEFT JOIN paper_extra e ON e.paper = p.id WHERE p.id > 1 "
            "ORDER BY p.id"
        ).fetchall()
        assert math.isnan(library.papers.get(9).extra["odd"])
    assert found == [
        ("de", "csl", '{"volume":"3"}'),
        ("en-GB", None, None),
        ("fr", "bibtex", '{"langid":"french"}'),
        ("german", "bibtex", '{"month":"{}"}'),
        (None, "bibtex", '{"language":"{\\\\\'E}tude"}'),
        (None, "csl", '{"language":["it"]}'),
        ("es", None, None),
        ("nl", "odd", "NaN"),
    ]


def test_damage_done_before_is_found_after(old: Path) -> None:
    db = sqlite3.connect(old)
    db.execute("UPDATE paper SET title = 'Étude 2' WHERE id = 1")
    db.commit()
    db.close()
    with Library.open(old) as library:
        found = check(library)
    assert not found.sound
    assert found.rows == [("paper", "1")]


def test_only_the_index_of_heads_is_made_anew_for_a_new_field_of_words(tmp_path: Path) -> None:
    path = left_by(5, tmp_path / "library.db")
    Library.open(path).close()
    db = sqlite3.connect(path)
    db.execute("DROP TABLE find_head")
    db.execute("CREATE VIRTUAL TABLE find_head USING fts5(title, authors, venue, content = '')")
    marked = "INSERT INTO find_note (rowid, note) VALUES (77, 'still here')"
    db.execute(marked)
    db.commit()
    db.close()
    with Library.open(path) as library:
        library.papers.update([1], Op.EDIT, {"why": "Recommended"})
        assert library.db.execute("SELECT rowid FROM find_head WHERE find_head MATCH 'why : recommended'").fetchall()
        assert library.db.execute("SELECT rowid FROM find_head WHERE find_head MATCH 'title : 2'").fetchall()
        assert library.db.execute("SELECT rowid FROM find_note WHERE find_note MATCH 'still'").fetchall() == [(77,)]
