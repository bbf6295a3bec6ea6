"""A library of the first format is brought to the second with nothing lost, a copy kept, and undo still in order."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.core.paper import Draft
from readinglist.flows.next_up import suggestions
from readinglist.library.check import check
from readinglist.library.file import schema
from readinglist.library.library import Library
from tests.library.kit import assert_sound, open_quick, whole_draft

NEW = ("feedback", "paper_link")


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library as the first version of the program left it, with steps to undo."""
    path = tmp_path / "library.db"
    tables = {name: key for name, key in schema.JOURNALED.items() if name not in NEW}
    with monkeypatch.context() as past:
        past.setattr(schema, "VERSION", 1)
        past.setattr(schema, "STEPS", (schema.first,))
        past.setattr("readinglist.library.change.writer.JOURNALED", tables)
        with open_quick(path, create=True) as library:
            library.papers.add(whole_draft(1))
            library.papers.add(Draft(title="Two", tags=["rl"], status="reading"))
            library.tags.rename(library.tags.by_name("rl").id, "reinforcement")
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA user_version").fetchone() == (1,)
    assert "due" not in [row[1] for row in db.execute("PRAGMA table_info(tag)")]
    db.close()
    return path


def test_nothing_is_lost_and_a_copy_is_kept(old: Path) -> None:
    rows = sqlite3.connect(old)
    before = {name: rows.execute(f"SELECT * FROM {name}").fetchall() for name in ("paper", "reading", "note", "step")}
    rows.close()
    with Library.open(old) as library:
        for name, found in before.items():
            assert library.db.execute(f"SELECT * FROM {name}").fetchall() == found
        assert library.db.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
        assert check(library).sound
        tag = library.tags.by_name("reinforcement")
        library.feedback.set_tag_due(tag.id, "2026-12-14")
        suggestions.skip(library, [1])
        library.undo()
        library.undo()
        assert library.feedback.due_tags() == []
        assert library.undo_name() == "Edit tag reinforcement"
        library.undo()
        assert library.tags.by_name("rl") is not None
    assert_sound(old)
    copies = list(old.parent.glob(f"library.before-{schema.VERSION}-from-1.*.db"))
    assert len(copies) == 1
    kept = sqlite3.connect(copies[0])
    assert kept.execute("PRAGMA user_version").fetchone() == (1,)
    assert kept.execute("SELECT * FROM paper").fetchall() == before["paper"]
    kept.close()


def test_where_nothing_may_be_written_it_is_refused_and_left(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(errors.ReadOnly):
        Library.open(old, readonly=True)
    assert old.read_bytes() == before


def test_opening_again_migrates_no_more(old: Path) -> None:
    Library.open(old).close()
    Library.open(old).close()
    assert len(list(old.parent.glob("library.before-*.db"))) == 1
