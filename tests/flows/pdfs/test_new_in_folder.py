"""PDFs that came into a folder since it was last looked at."""

from __future__ import annotations

import os

import pytest

from readinglist.core.paper import Draft, File
from readinglist.flows.pdfs import new_in_folder
from tests.library.kit import open_quick
from tests.pdf import written


@pytest.fixture
def library(tmp_path):
    with open_quick(tmp_path / "library.db", create=True) as opened:
        yield opened


def test_only_new_pdfs_that_are_no_papers_file_have_arrived(library, tmp_path):
    folder = tmp_path / "downloads"
    folder.mkdir()
    for name in ("a.pdf", "known.pdf", ".hidden.pdf", "notes.txt"):
        (folder / name).write_bytes(written.SOUND)
    (folder / "half.pdf").write_bytes(b"")
    library.papers.add(Draft(title="Known", files=[File(path=str(folder / "known.pdf"))]))
    found = new_in_folder.since(library, folder, 0)
    assert [file.name for file in found.files] == ["a.pdf"]
    assert new_in_folder.since(library, folder, found.newest) == ([], found.newest)
    os.utime(folder / "half.pdf")
    (folder / "half.pdf").write_bytes(written.SOUND)
    assert [file.name for file in new_in_folder.since(library, folder, found.newest).files] == ["half.pdf"]


def test_a_folder_that_is_gone_has_nothing(library, tmp_path):
    assert new_in_folder.since(library, tmp_path / "gone", 7) == ([], 7)
