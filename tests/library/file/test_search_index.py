"""The search index: follows every step, is made anew whenever it is in doubt, and never costs the user anything."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from readinglist.core.ops import Op
from readinglist.core.query.tree import Word
from readinglist.library.file import search_index
from readinglist.library.find.question import Question
from readinglist.library.library import Library
from tests.library.kit import assert_sound, snapshot, start

HARMS = [
    "DELETE FROM find_head_config", "DELETE FROM find_head_data", "UPDATE find_head_data SET block = x'00'",
    "UPDATE find_note_data SET block = zeroblob(length(block))", "DELETE FROM find_head_docsize",
    "DROP TABLE find_head", "DROP TABLE find_text_data", "DROP TABLE find_head_config", "DELETE FROM find_head_idx",
]  # fmt: skip


@pytest.mark.parametrize("harm", HARMS)
def test_a_broken_index_costs_no_step(harm: str, tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    start(path).close()
    db = sqlite3.connect(path)
    db.execute(harm)
    db.commit()
    db.close()
    with Library.open(path) as library:
        library.papers.update([1], Op.EDIT, {"title": "Zebra", "abstract": "giraffe"})
        library.papers.set_note(1, "okapi")
        before = snapshot(library.db)
        library.db.execute("BEGIN IMMEDIATE")
        library.db.execute("PRAGMA query_only = OFF")
        search_index.rebuild(library.db)
        library.db.execute("COMMIT")
        for word in ("zebra", "giraffe", "okapi"):
            assert list(library.search.ids(Question(node=Word(word)))) == [1]
        assert snapshot(library.db) == before
    assert_sound(path)


def test_an_index_of_another_version_is_made_anew_at_opening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "library.db"
    with start(path) as library:
        expected = list(library.search.ids(Question(node=Word("überfl"))))
    assert expected
    db = sqlite3.connect(path)
    db.executescript("UPDATE find_state SET version = 0; INSERT INTO find_head (find_head) VALUES ('delete-all');")
    db.close()
    with Library.open(path) as library:
        assert list(library.search.ids(Question(node=Word("überfl")))) == expected
    assert_sound(path)


def test_only_changed_words_are_indexed_again(tmp_path: Path) -> None:
    with start(tmp_path / "library.db") as library:
        ran: list[str] = []
        library.papers.trash([1])
        library.db.set_trace_callback(ran.append)
        library.readings.set_status([1, 2, 3], "read")
        library.papers.update([1], Op.SET_RATING, {"rating": 5})
        library.tags.edit([1], ["new"])
        library.db.set_trace_callback(None)
        assert not [sql for sql in ran if sql.startswith("INSERT INTO find_")]
        library.db.set_trace_callback(ran.append)
        library.papers.set_note(1, "a word")
        library.db.set_trace_callback(None)
        assert {sql.split()[2] for sql in ran if sql.startswith("INSERT INTO find_")} == {"find_note"}
