"""A library of every released version, each made by that version's own code: brought up to date, undone, done again.

The dumps hold something of everything: other details set and set again, tags renamed and deleted, queues in an order of
the user's own, steps to undo and steps to do again. A kill or a power cut: tests/reliability/test_migrations.py
"""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from readinglist.core import errors
from readinglist.library.check import check
from readinglist.library.file import schema
from readinglist.library.library import Library
from tests.library.kit import assert_sound, snapshot
from tests.library.lives import VERSIONS, life

# The first, the last before the longest migration, and the last.
USUAL = {1, 7, max(VERSIONS)}
every_version = pytest.mark.parametrize(
    "version", [version if version in USUAL else pytest.param(version, marks=pytest.mark.long) for version in VERSIONS]
)


@pytest.mark.parametrize("version", VERSIONS)
def test_nothing_is_lost(version: int, tmp_path: Path) -> None:
    path = life(version, tmp_path / "library.db")
    db = sqlite3.connect(path)
    place = "position" if version < 8 else "rank"
    order = "SELECT p.uid FROM queue_item i JOIN paper p ON p.id = i.paper WHERE i.queue = 1 AND p.trashed IS NULL "
    queued = [row[0] for row in db.execute(f"{order} ORDER BY i.{place}")]
    statuses = [row[0] for row in db.execute(f"SELECT id FROM status ORDER BY {place}")]
    searches = [row[0] for row in db.execute(f"SELECT name FROM saved_search ORDER BY {place}")]
    rows = "(SELECT json_group_object(key, json(value)) FROM paper_extra e WHERE e.paper = paper.id)"
    kept = f"SELECT uid, {rows} FROM paper"
    extra = dict(db.execute("SELECT uid, extra FROM paper" if version < 8 else kept).fetchall())
    readings = db.execute("SELECT uid, started, finished FROM reading ORDER BY uid").fetchall()
    db.close()
    with Library.open(path) as library:
        assert check(library).sound
        assert [library.papers.get(paper).uid for paper in library.queue.ids()] == queued
        assert [status.id for status in library.statuses.all()] == statuses
        assert [search.name for search in library.searches.all()] == searches
        for uid, text in extra.items():
            assert library.papers.get(library.papers.find(uid)).extra == json.loads(text)
        assert library.db.execute("SELECT uid, started, finished FROM reading ORDER BY uid").fetchall() == readings
        assert library.tags.by_name("reinforcement")
    assert_sound(path)


@every_version
def test_all_is_undone_and_done_again(version: int, tmp_path: Path) -> None:
    path = life(version, tmp_path / "library.db")
    with Library.open(path) as library:
        library.db.execute("PRAGMA synchronous = OFF")
        start, undone = snapshot(library.db), 0
        while library.redo_name():
            library.redo()
        end = snapshot(library.db)
        states = []
        while library.undo_name():
            states.append(snapshot(library.db))
            library.undo()
            undone += 1
        assert start in states
        assert undone > 20
        assert library.papers.is_empty()
        assert library.tags.known() == {}
        assert library.db.execute("SELECT count(*) FROM paper_extra").fetchone() == (0,)
        while library.redo_name():
            library.redo()
            assert snapshot(library.db) == states.pop()
        assert snapshot(library.db) == end
    assert_sound(path)


@every_version
def test_other_details_go_back_through_every_state(version: int, tmp_path: Path) -> None:
    """What stood in one column is in a row a key now, and so is what undo knows of it."""
    path = life(version, tmp_path / "library.db")
    seen: list[Any] = []
    with Library.open(path) as library:
        library.db.execute("PRAGMA synchronous = OFF")
        while library.undo_name() and not library.papers.is_empty():
            extra = library.papers.get(1).extra
            if not seen or seen[-1] != extra:
                seen.append(extra)
            library.undo()
    first = {"odd": [1, None, {"deep": "ß"}], "bibtex": {"volume": "1"}, "other_keys": ["k"]}
    assert seen == [
        {"odd": "newer", "added": {"x": 1}, "third": None}, {"odd": "new", "added": {"x": 1}}, first
    ]  # fmt: skip


def test_a_library_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = life(max(VERSIONS), tmp_path / "library.db")
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    db.close()
    before = path.read_bytes()
    with pytest.raises(errors.Newer):
        Library.open(path)
    assert path.read_bytes() == before
