"""A library of every released version, each made by that version's own code: brought up to date, undone, done again.

The dumps hold something of everything: other details set and set again, tags renamed and deleted, queues in an order of
the user's own, steps to undo and steps to do again. Killed at any statement of a migration, a library is as it was.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from readinglist.core import errors
from readinglist.library.check import check
from readinglist.library.file import connection, schema
from readinglist.library.library import Library
from tests.library.kit import assert_sound, snapshot

LIBRARIES = Path(__file__).parents[2] / "data" / "libraries"
VERSIONS = range(1, schema.VERSION)


def life(version: int, path: Path) -> Path:
    db = sqlite3.connect(path)
    db.executescript((LIBRARIES / f"life-{version}.sql").read_text(encoding="utf-8"))
    assert db.execute("PRAGMA user_version").fetchone() == (version,)
    db.close()
    return path


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> int:
    return int(request.param)


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


def migrate_until(path: Path, statement: int) -> int:
    """Bring a library up to date in a process of its own that is killed at that statement; returns how it ended."""
    child = os.fork()
    if child == 0:
        try:
            connection._opened.clear()
            count = 0
            real = schema.STEPS

            def trace(_sql: str) -> None:
                nonlocal count
                count += 1
                if count == statement:
                    os.kill(os.getpid(), signal.SIGKILL)

            def traced(step: Any) -> Any:
                def run(db: Any) -> None:
                    getattr(db, "conn", db).set_trace_callback(trace)
                    step(db)

                run.__name__ = step.__name__
                return run

            schema.STEPS = tuple(map(traced, real))
            Library.open(path).close()
        finally:
            os._exit(0)
    return os.waitpid(child, 0)[1]


def killed_at(version: int, statements: range, folder: Path) -> int:
    """Kill at each of these statements of the migration; returns how many of them there were."""
    whole = life(version, folder / "whole.db")
    content, killed = whole.read_bytes(), 0
    before = dump(whole)
    for statement in statements:
        path = folder / "library.db"
        for left in folder.glob("library*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()  # backups are a folder
        path.write_bytes(content)
        status = migrate_until(path, statement)
        if status == 0:
            break
        assert status == signal.SIGKILL
        killed += 1
        db = sqlite3.connect(path)
        found = db.execute("PRAGMA user_version").fetchone()[0]
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        db.close()
        if found == version:
            assert dump(path) == before
        else:
            assert found == schema.VERSION
    return killed


def dump(path: Path) -> list[str]:
    db = sqlite3.connect(path)
    try:
        return list(db.iterdump())
    finally:
        db.close()


def test_killed_while_it_is_brought_up_to_date_it_is_as_it_was(tmp_path: Path) -> None:
    assert killed_at(6, range(1, 10_000, 11), tmp_path) > 20


@pytest.mark.long
def test_killed_at_every_statement_of_every_version(version: int, tmp_path: Path) -> None:
    killed = killed_at(version, range(1, 100_000), tmp_path)
    print(f"version {version}: killed at {killed} statements")
    assert killed > 100


def test_half_a_migration_would_be_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: a migration that commits in the middle leaves something between old and new."""
    real = schema.STEPS[7]  # the longest

    def commits(db: Any) -> None:
        one = getattr(db, "conn", db)
        one.execute("CREATE TABLE halfway (x)")
        one.execute("COMMIT")
        one.execute("BEGIN")
        real(db)

    commits.__name__ = real.__name__
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS[:7], commits, *schema.STEPS[8:]))
    with pytest.raises(AssertionError):
        killed_at(6, range(1, 60, 12), tmp_path)


def test_a_library_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    path = life(max(VERSIONS), tmp_path / "library.db")
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    db.close()
    before = path.read_bytes()
    with pytest.raises(errors.Newer):
        Library.open(path)
    assert path.read_bytes() == before
