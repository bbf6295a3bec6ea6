"""PDFs that came in stay where they are, or are copied beside the library."""

from __future__ import annotations

from pathlib import Path

import pytest

from readinglist.flows import importing
from readinglist.flows.pdfs import keeping
from readinglist.flows.pdfs.reading import PdfPapers
from readinglist.settings import Confirmed
from tests.library.kit import open_quick
from tests.pdf import written


@pytest.fixture
def library(tmp_path):
    with open_quick(tmp_path / "library.db", create=True) as library:
        yield library


def drafts(tmp_path):
    (tmp_path / "paper.pdf").write_bytes(written.paper())
    with PdfPapers() as pdfs:
        return pdfs.draft(tmp_path / "paper.pdf")


def test_by_the_setting_they_stay_or_are_copied(tmp_path):
    draft = drafts(tmp_path)
    library = tmp_path / "library.db"
    assert keeping.kept(draft, keeping.folder(library, "link")) is draft
    (copy,) = keeping.kept(draft, keeping.folder(library, "copy")).files
    assert Path(copy.path).parent == tmp_path / "library files"
    assert (copy.pages, copy.sha256) == (1, draft.files[0].sha256)
    assert Path(copy.path).read_bytes() == (tmp_path / "paper.pdf").read_bytes()
    assert (tmp_path / "paper.pdf").exists()


def test_they_may_be_opened_without_being_asked_about(library, tmp_path):
    report = importing.commit(library, [drafts(tmp_path)])
    paper = report.records[0].paper
    path = str(tmp_path / "paper.pdf")
    keeping.let_open(library, [paper, None], {path})
    origin = library.files.origin(library.files.of(paper)[0].uid)
    assert Confirmed().holds(f"{library.path}#{origin.step}@{origin.at}", Path(path))
