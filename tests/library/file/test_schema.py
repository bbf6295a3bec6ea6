"""Migrations: a copy first, all or nothing, and two processes that both want to make the library."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from readinglist.core import errors
from readinglist.core.paper import Draft
from readinglist.library.file import connection, journaled, schema, upgrade
from readinglist.library.library import Library
from tests.library.kit import assert_sound, snapshot, start

ROOT = Path(__file__).parents[3]
KNOWN = schema.VERSION


def shelves(db: Any) -> None:
    db.execute("ALTER TABLE paper ADD COLUMN shelf TEXT")
    db.execute("CREATE TABLE shelf (id INTEGER PRIMARY KEY) STRICT")


def breaks(db: Any) -> None:
    shelves(db)
    db.execute("INSERT INTO shelf VALUES ('no number')")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    start(tmp_path / "library.db").close()
    return tmp_path / "library.db"


def add_a_version(monkeypatch: pytest.MonkeyPatch, step: Any) -> None:
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, step))


def copies(path: Path) -> list[Path]:
    return sorted(path.parent.glob("*.backups/.pending-*/library.db"))


def test_a_copy_is_kept_before_an_older_library_is_changed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(path) as library:
        before = snapshot(library.db)
    add_a_version(monkeypatch, shelves)
    with Library.open(path) as library:
        assert library.db.execute("PRAGMA user_version").fetchone() == (KNOWN + 1,)
        assert library.db.execute("SELECT shelf FROM paper").fetchall() == [(None,)] * 6
        library.papers.trash([1])
        library.undo()
    (copy,) = copies(path)
    assert copy.parent.name.endswith(f"-before-format-{KNOWN + 1}-from-{KNOWN}")
    monkeypatch.undo()
    with Library.open(copy) as library:
        assert snapshot(library.db) == before
        library.papers.trash([1])
    Library.open(copy).close()
    assert len(copies(path)) == 1


@pytest.mark.parametrize("step", [breaks, lambda db: db.execute("SELECT nothing"), lambda db: 1 / 0])
def test_a_migration_that_fails_leaves_the_old_file(step: Any, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(path) as library:
        before = snapshot(library.db)
        tables = library.db.execute("SELECT sql FROM sqlite_master").fetchall()
    with monkeypatch.context() as newer:
        add_a_version(newer, step)
        with pytest.raises(Exception, match=r"."):
            Library.open(path)
    with Library.open(path) as library:
        assert library.db.execute("PRAGMA user_version").fetchone() == (KNOWN,)
        assert library.db.execute("SELECT sql FROM sqlite_master").fetchall() == tables
        assert snapshot(library.db) == before
    assert_sound(path)
    with monkeypatch.context() as newer:
        add_a_version(newer, shelves)  # and the next try succeeds
        Library.open(path).close()


def test_an_older_library_that_cannot_be_written_is_not_guessed_at(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_a_version(monkeypatch, shelves)
    with pytest.raises(errors.ReadOnly):
        Library.open(path, readonly=True)
    assert copies(path) == []


def test_a_copy_that_another_process_has_outrun_is_made_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_a_version(monkeypatch, shelves)
    keep, other = upgrade.keep_copy, connection.connect(path)
    late = ["late"]

    def slow(*given: Any) -> Path:
        copy = keep(*given)
        if late:
            other.execute("INSERT INTO setting (key, value) VALUES ('k', ?)", (late.pop(),))
        return copy

    monkeypatch.setattr(upgrade, "keep_copy", slow)
    Library.open(path).close()
    other.close()
    (copy,) = copies(path)
    db = connection.connect(copy)
    assert db.execute("SELECT value FROM setting").fetchall() == [("late",)]
    db.close()


MAKE = """
import sys
from pathlib import Path
from readinglist.core.paper import Draft
from readinglist.library.library import Library
with Library.open(Path(sys.argv[1]), create=True) as library:
    for n in range(5):
        library.papers.add(Draft(title=f"{sys.argv[2]} {n}"))
"""


def test_several_processes_make_the_same_library_at_once(tmp_path: Path) -> None:
    for turn in range(3):
        path = tmp_path / f"library{turn}.db"
        makers = [
            subprocess.Popen([sys.executable, "-c", MAKE, path, str(n)], stderr=subprocess.PIPE, text=True, cwd=ROOT)
            for n in range(3)
        ]
        for maker in makers:
            assert maker.communicate()[1] == ""
            assert maker.returncode == 0
        with Library.open(path) as library:
            assert len(library.search.ids()) == 15
        assert_sound(path)


def test_making_one_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "STEPS", (breaks,))
    with pytest.raises(Exception, match=r"."):
        Library.open(tmp_path / "library.db", create=True)
    assert list(tmp_path.iterdir()) == []


def test_every_table_is_strict_and_every_enumeration_checked(path: Path) -> None:
    with Library.open(path) as library:
        for name, sql in library.db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"):
            if not name.startswith(("find_", "sqlite_", "_sqlite")):
                assert "STRICT" in sql, name
        named = {row[0] for row in library.db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        known = set(journaled.JOURNALED) | {"step", "change", "library", "place"}
        assert {name for name in named if not name.startswith(("find_", "sqlite_", "_sqlite"))} == known
        assert library.papers.add(Draft(title="T", status="read"))
