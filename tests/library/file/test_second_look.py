"""SQLite's word that a file is malformed counts only where the disk reads it whole and a second look says the same."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.library.file import connection, second_look
from tests.library.kit import start


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    start(path).close()
    return path


def words(path: Path, code: int = sqlite3.SQLITE_CORRUPT) -> errors.Refused | None:
    problem = sqlite3.DatabaseError("malformed")
    problem.sqlite_errorcode = code
    return connection.in_words(problem, path)


def failing(times: int) -> Callable[..., bytes]:
    real, left = os.pread, [times]

    def pread(handle: int, size: int, at: int) -> bytes:
        left[0] -= 1
        if left[0] >= 0:
            raise OSError(5, "Input/output error")
        return real(handle, size, at)

    return pread


def test_a_sound_file_is_not_called_damaged(library: Path) -> None:
    said = words(library)
    assert not isinstance(said, errors.Damaged)
    assert said is not None
    assert said.safe == "Nothing was changed; everything saved before is kept."


@pytest.mark.parametrize("times", [1, 2, 1000])
def test_a_disk_that_fails_to_read_is_no_damage(times: int, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "pread", failing(times))
    assert not second_look.is_damaged(library)


def test_a_damaged_file_is(library: Path) -> None:
    size = library.stat().st_size
    with library.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (size - 4096))
    assert isinstance(words(library), errors.Damaged)


def test_no_library_at_all_is(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"something else " * 1000)
    assert isinstance(words(tmp_path / "x.db", sqlite3.SQLITE_NOTADB), errors.Damaged)


def test_the_search_index_is_not_looked_for_in_the_file(library: Path) -> None:
    assert second_look.is_damaged(library, sqlite3.SQLITE_CORRUPT | 1 << 8)
