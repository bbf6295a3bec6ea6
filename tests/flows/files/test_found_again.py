"""Moved and renamed files are found by what they hold; a missing one is told, and no disk is walked for it."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.core.paper import Draft, File
from readinglist.core.query import language
from readinglist.flows import opening
from readinglist.flows.files import attaching, copies, found_again, states
from readinglist.library.find.question import Question
from readinglist.library.library import Library
from tests.hostile_paths import PDF, hostile_paths
from tests.library.kit import open_quick


@pytest.fixture
def library(tmp_path: Path):
    with open_quick(tmp_path / "home" / "lib" / "library.db", create=True) as library:
        yield library


def with_files(library: Library, folder: Path, count: int) -> list[int]:
    """Return papers with a file each, of four lengths in all, so that lengths tell nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    papers = library.papers.add_many([Draft(title=f"Paper {n}") for n in range(count)])
    with library.step("attach", count):
        for number, paper in enumerate(papers):
            path = folder / f"{number}.pdf"
            path.write_bytes(PDF + f"{number:06}".encode() + b" " * (number % 4))
            library.files.attach(paper, [prepared.file for prepared in attaching.prepare([str(path)])])
    opening.let(library, files_of(library))
    return papers


def files_of(library: Library) -> list[File]:
    return [kept.file for kept in library.files.all()]


def search_and_keep(library: Library) -> dict[str, Path]:
    files = files_of(library)
    found = found_again.find_again(library, files)
    found_again.keep(library, files, found)
    return found


def test_a_hundred_of_a_hundred_are_found_again(library: Library, tmp_path: Path) -> None:
    home = tmp_path / "home"
    papers = with_files(library, home / "papers" / "ml", 100)
    here, places = home / "papers" / "ml", random.Random(5)
    new_folders = [here, home / "papers", home / "papers" / "sorted" / "2024", home / "lib", here / "deep" / "er"]
    moved = {}
    for path in sorted(here.glob("*.pdf")):
        target = places.choice(new_folders) / f"renamed {places.random()}.pdf"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(path, target)
        moved[path] = target
    was = {file.uid: Path(file.path) for file in files_of(library)}
    found = search_and_keep(library)
    assert {was[uid]: path for uid, path in found.items()} == moved
    assert len(found) == 100
    for paper in papers:
        opened = opening.what_to_open(library, library.papers.get(paper))
        assert isinstance(opened, opening.OpenFile)
        assert opened.confirmed  # it might be opened where it was
    assert library.undo_name() == "Attach 100 files"


def test_the_folder_of_another_file_is_looked_through(library: Library, tmp_path: Path) -> None:
    with_files(library, tmp_path / "disk one" / "a" / "b", 2)
    elsewhere = tmp_path / "disk two" / "x" / "y"
    with_files(library, elsewhere, 1)
    first = Path(files_of(library)[0].path)
    shutil.move(first, elsewhere / "moved.pdf")
    assert list(search_and_keep(library).values()) == [elsewhere / "moved.pdf"]


def test_a_folder_that_was_renamed_is_found(library: Library, tmp_path: Path) -> None:
    with_files(library, tmp_path / "home" / "papers", 3)
    os.rename(tmp_path / "home" / "papers", tmp_path / "home" / "Articles")  # noqa: PTH104
    assert len(search_and_keep(library)) == 3


def test_a_copied_library_with_its_folder_finds_its_copies(library: Library, tmp_path: Path) -> None:
    paper = library.papers.add(Draft(title="Copied"))
    (tmp_path / "a.pdf").write_bytes(PDF)
    folder = copies.library_folder(library.path)
    attaching.attach(library, paper, attaching.prepare([str(tmp_path / "a.pdf")], folder))
    path = library.path
    library.close()
    shutil.move(path.parent, tmp_path / "elsewhere")
    with Library.open(tmp_path / "elsewhere" / path.name) as moved:
        (found,) = search_and_keep(moved).values()
        assert found == tmp_path / "elsewhere" / folder.name / "a.pdf"


def test_what_is_gone_is_told_and_stays(library: Library, tmp_path: Path) -> None:
    papers = with_files(library, tmp_path / "home" / "papers", 2)
    gone = files_of(library)[0]
    os.unlink(gone.path)  # noqa: PTH108
    assert search_and_keep(library) == {}
    (state,), _found = states.look_at(library, papers[0])
    assert (state.missing, state.name) == (True, "0.pdf")
    assert gone.path in state.words
    assert files_of(library)[0].path == gone.path
    missing = library.search.ids(Question(node=language.parse("is:missing-file").node))
    assert list(missing) == papers[:1]
    whole = library.search.ids(Question(node=language.parse("has:file -is:missing-file").node))
    assert list(whole) == papers[1:]
    with pytest.raises(errors.Refused, match="not there any more"):
        opening.what_to_open(library, library.papers.get(papers[0]))


def test_other_bytes_of_that_name_and_length_are_not_taken_for_it(library: Library, tmp_path: Path) -> None:
    with_files(library, tmp_path / "home" / "papers", 1)
    path = Path(files_of(library)[0].path)
    data = path.read_bytes()
    path.unlink()
    (path.parent / "sub").mkdir()
    (path.parent / "sub" / path.name).write_bytes(data[:-1] + b"?")
    assert search_and_keep(library) == {}


def test_neither_the_disk_nor_links_nor_the_system_are_walked(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed: list[str] = []
    real = found_again._listed
    monkeypatch.setattr(found_again, "_listed", lambda folder: listed.append(folder) or real(folder))
    home = tmp_path / "home"
    monkeypatch.setenv("HOME", str(home))
    (home / "Downloads").mkdir(parents=True, exist_ok=True)
    (home / "Downloads" / "below").mkdir()
    (home / "round").symlink_to(home)
    lost = [File(uid=str(n), path=path, sha256="0" * 64, size=3) for n, path in enumerate(hostile_paths(home))]
    lost += [File(uid=name, path=name, sha256="0" * 64, size=3) for name in ("/x.pdf", str(home / "x.pdf"))]
    found_again.find_again(library, lost)
    assert "/" not in listed
    assert not [folder for folder in listed if folder.startswith(("/proc", "/dev", "/sys", "/net", "//"))]
    assert str(home / "Downloads") in listed  # beside it
    assert not [folder for folder in listed if "round" in folder]


def test_a_kept_hash_without_a_size_is_found_by_its_name(library: Library, tmp_path: Path) -> None:
    with_files(library, tmp_path / "home" / "papers", 1)
    (file,) = files_of(library)
    library.files.note({file.uid: {"size": None}})
    target = tmp_path / "home" / "other" / "0.pdf"
    target.parent.mkdir()
    shutil.move(file.path, target)
    assert list(search_and_keep(library).values()) == [target]
