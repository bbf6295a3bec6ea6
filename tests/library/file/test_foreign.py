"""Another program's database is read from a copy that goes away, with its journal, and what is wrong is said."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from readinglist.core.errors import Locked, Refused
from readinglist.library.file import foreign
from readinglist.library.file.foreign import ForeignDatabase


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "theirs.sqlite"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE t (x)")
        db.executemany("INSERT INTO t VALUES (?)", [(1,), (2,)])
    db.close()
    return path


def test_tables_and_rows(database: Path) -> None:
    with ForeignDatabase(database) as copy:
        assert copy.tables == {"t"}
        assert copy.rows("SELECT x FROM t WHERE x > ?", 1) == [(2,)]


def test_nothing_can_be_written(database: Path) -> None:
    with ForeignDatabase(database) as copy, pytest.raises(Refused):
        copy.rows("DELETE FROM t")


def test_the_copy_is_removed(database: Path) -> None:
    copy = ForeignDatabase(database)
    folder = copy._own.path
    assert list(folder.iterdir())
    copy.close()
    copy.close()
    assert not folder.exists()


def test_text_that_is_no_utf8_is_read(database: Path) -> None:
    with sqlite3.connect(database) as db:
        db.execute("UPDATE t SET x = CAST(x'ff41' AS TEXT)")
    db.close()
    with ForeignDatabase(database) as copy:
        assert copy.rows("SELECT x FROM t LIMIT 1") == [("\ufffdA",)]


def test_damage_is_said_with_what_to_do(database: Path) -> None:
    database.write_bytes(foreign.HEADER + b"\x00" * 4000)
    with pytest.raises(Refused, match=r"my\.db is damaged.*Mend it\.") as caught:
        ForeignDatabase(database, name="my.db", repair="Mend it.")
    assert "not touched" in caught.value.safe


def test_a_file_that_changes_at_every_look_is_refused(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    states = iter(range(100))
    monkeypatch.setattr(foreign, "_state", lambda _path: [(next(states), 0)])
    with pytest.raises(Locked, match=r"writing to theirs\.sqlite all the time"):
        ForeignDatabase(database)
