"""Backups are verified before they count, kept in order, mirrored whole, and copies made before deeds are finished."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import os
import stat
import threading
from pathlib import Path

import pytest

from readinglist.core.paper import Draft
from readinglist.library.backup import copying, making, record
from readinglist.library.file import backup_folder
from readinglist.library.library import Library
from tests.library.kit import open_quick


@pytest.fixture
def library(tmp_path: Path) -> Library:
    made = open_quick(tmp_path / "library.db", create=True)
    made.papers.add_many([Draft(title=f"Paper {n}", tags=["a"], note="Ü") for n in range(5)])
    return made


def folder(library: Library) -> Path:
    return backup_folder.folder_of(library.path)


def test_a_backup_is_verified_readable_and_private(library: Library) -> None:
    made = making.make(library, "asked")
    assert made is not None
    assert made.verified
    assert made.whole()
    assert (made.papers, made.findings) == (5, [])
    lines = [json.loads(line) for line in gzip.decompress(made.readable.read_bytes()).splitlines()]
    assert lines[0]["library"]["tag"][0]["name"] == "a"
    assert [line["title"] for line in lines[1:]] == [f"Paper {n}" for n in range(5)]
    assert not making.is_changed(library)
    library.papers.set_note(1, "more")
    assert making.is_changed(library)
    if os.name == "posix":
        for path in (folder(library), made.folder, made.database, made.readable):
            assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0, path
    library.close()


def test_a_damaged_library_makes_no_verified_backup(library: Library) -> None:
    """The control: a flipped letter, which SQLite's own check does not see."""
    first = making.make(library, "asked")
    assert first is not None
    library.close()
    raw = library.path.read_bytes()
    library.path.write_bytes(raw.replace(b"Paper 3", b"Paper 9"))
    with Library.open(library.path) as damaged:
        made = making.make(damaged, "asked")
    assert made is not None
    assert not made.verified
    assert made.findings
    assert [one.verified for one in record.of_library(library.path)] == [False, True]


def test_a_copy_that_was_cut_short_is_none(library: Library) -> None:
    made = making.make(library, "asked")
    assert made is not None
    made.database.write_bytes(made.database.read_bytes()[:-4096])
    assert [one.verified for one in record.of_library(library.path)] == [False]
    library.close()


def test_a_copy_made_before_a_deed_holds_what_was_before(library: Library) -> None:
    making.copy_now(library, "before-import")
    library.papers.add(Draft(title="Later"))
    assert record.of_library(library.path) == []
    assert backup_folder.has_backups(library.path)
    making.finish_pending(library.path)
    (made,) = record.of_library(library.path)
    assert (made.reason, made.papers, made.verified) == ("before-import", 5, True)
    library.close()


def test_what_was_left_by_a_killed_one_is_swept(library: Library) -> None:
    left = folder(library) / f"{backup_folder.PART}20260101-000000-x"
    left.mkdir(parents=True)
    making.make(library, "asked")
    assert not left.exists()
    library.close()


def test_only_one_makes_backups_at_a_time(library: Library) -> None:
    pytest.importorskip("fcntl")
    folder(library).mkdir()
    with making._alone(folder(library)) as alone:
        assert alone
        assert making.make(library, "asked") is None
    assert making.make(library, "asked") is not None
    library.close()


def test_the_second_folder_gets_whole_copies(library: Library, tmp_path: Path) -> None:
    second = tmp_path / "usb" / "library.backups"
    made = making.make(library, "asked", second=second)
    assert made is not None
    (there,) = record.all_in(second)
    assert there.name == made.name
    assert there.whole()
    library.close()


def test_old_ones_go(library: Library) -> None:
    now = dt.datetime.now(dt.UTC)
    for age in range(400, 0, -20):
        making.make(library, "asked", now=now - dt.timedelta(days=age))
    found = record.of_library(library.path)
    making.prune(folder(library), now)
    assert 3 <= len(record.of_library(library.path)) <= len(found)
    assert all(one.verified for one in record.of_library(library.path))
    library.close()


def test_nobody_waits_for_a_copy_in_lots(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a copy in lots goes on, another connection commits: the copy has it, or is begun again with it."""
    library.papers.add_many([Draft(title=f"T {n}", abstract="words " * 400) for n in range(300)])
    monkeypatch.setattr(copying, "PAGES", 5)
    source = library.another(readonly=True)
    copy = threading.Thread(target=copying.copy, args=(source.db, tmp_path / "copy.db"))
    copy.start()
    library.papers.set_note(1, "written meanwhile")
    copy.join()
    with Library.open(tmp_path / "copy.db", readonly=True) as copied:
        assert len(copied.papers.every()) == 305
    source.close()
    library.close()
