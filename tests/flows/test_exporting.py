"""Exports are whole files or none, in the format that was asked for."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.core.errors import Cancelled, DiskFull, ReadOnly, WrongUsage
from readinglist.core.paper import Draft
from readinglist.flows import exporting
from readinglist.formats import registry
from readinglist.library.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db", create=True) as opened:
        opened.papers.add_many([Draft(title=f"Title {n}", note="private") for n in range(3)])
        yield opened


@pytest.mark.parametrize("row", [row for row in registry.FORMATS if row.writes], ids=lambda row: row.id)
def test_every_format_that_writes_does(library: Library, row: registry.Format) -> None:
    text = "".join(exporting.pieces(library, [1, 2, 3], row))
    assert all(f"Title {n}" in text for n in range(3))
    assert "private" not in text
    assert "private" in "".join(exporting.pieces(library, [1, 2, 3], row, complete=True))


def test_the_format_is_the_one_named_else_the_files(library: Library) -> None:
    assert exporting.choose_format("csv", "x.json").id == "csv"
    assert exporting.choose_format(None, "X.JSON").id == "json"
    assert exporting.choose_format(None, "x.md").id == "markdown"
    with pytest.raises(WrongUsage, match="not written"):
        exporting.choose_format("listing", None)
    with pytest.raises(WrongUsage, match="no format"):
        exporting.choose_format("wordperfect", None)


def test_a_file_is_written_whole(library: Library, tmp_path: Path) -> None:
    seen: list[tuple[int, float | None]] = []
    target = tmp_path / "new" / "out.json"
    row = registry.by_id("json")
    exporting.to_file(target, exporting.pieces(library, [3, 1], row, progress=lambda n, part: seen.append((n, part))))
    assert [paper["title"] for paper in json.loads(target.read_text())] == ["Title 2", "Title 0"]
    assert seen[-1] == (2, 1.0)


def test_cancel_leaves_the_old_file(library: Library, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("old")
    pieces = exporting.pieces(library, [1, 2, 3], registry.by_id("json"), cancelled=lambda: True)
    with pytest.raises(Cancelled):
        exporting.to_file(target, pieces)
    assert target.read_text() == "old"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["library.db", "out.json"]


@pytest.mark.parametrize(
    ("number", "kind"), [(errno.ENOSPC, DiskFull), (errno.EROFS, ReadOnly), (errno.EACCES, ReadOnly)]
)
def test_the_disk_says_no(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[Exception]
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(number, "as the system says it")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(kind, match="your library is as it was"):
        exporting.to_file(tmp_path / "out.json", ["x"])
    assert [file.name for file in tmp_path.iterdir()] == ["library.db"]


@pytest.mark.parametrize("complete", [True, False])
def test_a_folder_of_notes_is_written_anew_and_foreign_files_stay(tmp_path, complete):
    folder = tmp_path / "vault"
    with Library.open(tmp_path / "library.db", create=True) as library:
        first = library.papers.add(Draft(title="Attention", date="2017", note="Mine."))
        library.papers.add(Draft(title="Attention", date="2017"))
        ids = [first, first + 1]
        assert exporting.to_folder(library, folder, ids, complete=complete) == 2
        names = sorted(path.name for path in folder.iterdir())
        assert exporting.to_folder(library, folder, ids, complete=complete) == 2
        assert sorted(path.name for path in folder.iterdir()) == names
        foreign = folder / names[0]
        foreign.write_text("a poem of mine", encoding="utf-8")
        exporting.to_folder(library, folder, ids, complete=complete)
        assert foreign.read_text(encoding="utf-8") == "a poem of mine"
        assert len(list(folder.iterdir())) == 3
