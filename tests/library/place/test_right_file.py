"""The file that is written is the one that was opened: everything else is noticed before anything goes into it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.core.paper import Draft
from readinglist.library.library import Library
from readinglist.library.place.right_file import RightFile
from tests.library.kit import assert_sound, open_quick


def make(path: Path, *titles: str) -> Library:
    library = open_quick(path, create=True)
    for title in titles:
        library.papers.add(Draft(title=title))
    return library


def overwrite(path: Path, other: Path) -> None:
    """Write another file's bytes into the same file, with its times, as `cp -p` does."""
    found = other.stat()
    with path.open("r+b") as file:
        file.write(other.read_bytes())
        file.truncate()
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))


def by_another_library(path: Path) -> None:
    make(path.with_name("other.db"), "Somebody else's").close()
    overwrite(path, path.with_name("other.db"))


def by_an_older_state(path: Path) -> None:
    overwrite(path, path.with_name("older.db"))


def by_another_branch(path: Path) -> None:
    """A copy of the same library that went on by just as many changes: SQLite sees no difference by itself."""
    other = path.with_name("older.db")
    with open_quick(other) as branch:
        branch.papers.set_note(1, "written in the other copy")
    overwrite(path, other)


def cut_short(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def emptied(path: Path) -> None:
    os.truncate(path, 0)


def by_something_else(path: Path) -> None:
    path.write_bytes(b"no library at all " * 5000)


def removed(path: Path) -> None:
    path.unlink()


def moved(path: Path) -> None:
    path.rename(path.with_name("moved.db"))


def replaced(path: Path) -> None:
    make(path.with_name("other.db"), "Another").close()
    path.with_name("other.db").replace(path)


IN_PLACE = (by_another_library, by_an_older_state, by_another_branch, cut_short, emptied, by_something_else)
AWAY = {removed: "was deleted", moved: "it is .*moved.db now", replaced: "Another file was put"}


@pytest.fixture
def library(tmp_path: Path):
    """A library, with a copy beside it from before its last change."""
    path = tmp_path / "library.db"
    make(path, "One", "Two", "Three").close()
    shutil.copyfile(path, tmp_path / "older.db")
    with Library.open(path) as opened:
        opened.papers.set_note(1, "mine")
        yield opened


@pytest.mark.parametrize("how", [*IN_PLACE, *AWAY])
def test_nothing_goes_into_a_file_that_is_not_the_right_one(library: Library, how: Callable[[Path], None]) -> None:
    how(library.path)
    there = library.path.read_bytes() if library.path.exists() else None
    with pytest.raises(errors.WrongFile, match=AWAY.get(how, "while it was open")) as noticed:
        library.check_file()
    assert noticed.value.kept == (how in AWAY)
    with pytest.raises(errors.WrongFile):
        library.poll()
    for write in (library.undo, lambda: library.papers.add(Draft(title="New")), library.prune):
        with pytest.raises(errors.WrongFile):
            write()
    assert (library.path.read_bytes() if library.path.exists() else None) == there


def test_without_the_comparison_the_note_goes_into_the_wrong_paper(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RightFile, "check", lambda _self: None)
    by_another_library(library.path)
    library.papers.set_note(1, "typed on")
    with Library.open(library.path) as other:
        assert (other.papers.get(1).title, other.papers.note(1)) == ("Somebody else's", "typed on")


def test_what_others_write_into_the_right_file_is_none_of_it(library: Library) -> None:
    for number in range(3):
        with library.another() as other:
            other.papers.set_note(1, f"elsewhere {number}")
            other.papers.set_note(2, "typed", typing=True)
            other.papers.set_note(2, f"typed {number}", typing=True)
            other.prune(keep=1)
        assert library.poll() if number % 2 else True
        library.papers.set_note(3, f"here {number}")
        library.undo()
    os.utime(library.path)
    library.path.chmod(0o600)
    assert library.poll() == 0
    assert_sound(library.path)


def test_the_right_file_put_back_is_written_again(library: Library) -> None:
    away = library.path.with_name("away.db")
    library.path.rename(away)
    with pytest.raises(errors.WrongFile):
        library.poll()
    away.rename(library.path)
    library.poll()
    library.papers.set_note(2, "typed on")
    assert library.papers.note(2) == "typed on"


@pytest.mark.parametrize("how", [by_another_library, by_an_older_state, replaced])
def test_a_worker_does_not_open_another_library(library: Library, how: Callable[[Path], None]) -> None:
    how(library.path)
    with pytest.raises(errors.WrongFile):
        library.another()


@pytest.mark.parametrize("how", AWAY)
def test_a_library_that_is_gone_is_saved_from_the_open_connection(
    library: Library, how: Callable[[Path], None]
) -> None:
    how(library.path)
    target = library.path.with_name("saved.db")
    library.save_copy(target)
    with Library.open(target) as saved:
        assert (len(saved.search.ids()), saved.papers.note(1)) == (3, "mine")
    assert_sound(target)
    assert target.stat().st_mode & 0o077 == 0
    with pytest.raises(errors.Refused, match="already"):
        library.save_copy(target)
    assert [file.name for file in target.parent.iterdir() if ".part" in file.name] == []
