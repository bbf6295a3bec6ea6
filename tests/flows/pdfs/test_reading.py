"""PDFs as drafts: with the file itself, what is to be asked, and each read once."""

from __future__ import annotations

import hashlib

import pytest

from readinglist.core.errors import Cancelled, Problem
from readinglist.core.paper import PENDING, Draft
from readinglist.flows.pdfs.reading import PdfPapers
from tests.pdf import written


@pytest.fixture
def pdfs():
    with PdfPapers() as pdfs:
        yield pdfs


@pytest.fixture
def file(tmp_path):
    def put(data: bytes, name: str = "paper_final.pdf"):
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    return put


def test_a_pdf_is_a_paper_with_its_file(pdfs, file):
    data = written.paper(foot="https://doi.org/10.1016/j.nothing.2012.01.009")
    path = file(data)
    draft = pdfs.draft(path)
    assert draft.title == "A Paper about Nothing"
    assert [person.display for person in draft.authors] == ["Ann Ray", "Bo Fox"]
    assert (draft.pages, draft.doi, draft.place) == (1, "10.1016/j.nothing.2012.01.009", "paper_final.pdf")
    (own,) = draft.files
    assert (own.path, own.kind, own.pages, own.size) == (str(path), "pdf", 1, len(data))
    assert own.sha256 == hashlib.sha256(data).hexdigest()
    assert draft.extra[PENDING] == "doi:10.1016/j.nothing.2012.01.009"
    assert draft.doubt is None


def test_without_an_identifier_nothing_is_to_be_asked(pdfs, file):
    assert PENDING not in pdfs.draft(file(written.paper())).extra


def test_one_without_a_title_has_its_files_name_and_a_doubt(pdfs, file):
    draft = pdfs.draft(file(written.document([b""]), "Ray_2012 nothing.pdf"))
    assert draft.title == "Ray 2012 nothing"
    assert draft.doubt


def test_what_cannot_be_read_is_a_problem_in_words(pdfs, file, tmp_path):
    for path in (file(b"no"), file(written.encrypted(), "locked.pdf"), tmp_path / "gone.pdf"):
        problem = pdfs.draft(path)
        assert isinstance(problem, Problem)
        assert (problem.place, problem.title) == (path.name, path.name)
        assert problem.reason.endswith(".")


def test_each_is_read_once_until_it_changes_and_given_as_an_object_of_its_own(pdfs, file, monkeypatch):
    path = file(written.paper())
    reads = []
    usual = pdfs._pdfs.front
    monkeypatch.setattr(pdfs._pdfs, "front", lambda path: reads.append(path) or usual(path))
    first, again = pdfs.draft(path), pdfs.draft(path)
    assert len(reads) == 1
    first.files[0].path = first.title = "changed"
    first.authors.clear()
    assert (again.title, again.files[0].path, len(again.authors)) == ("A Paper about Nothing", str(path), 2)
    file(written.paper("Another Paper about Something"))
    assert pdfs.draft(path).title == "Another Paper about Something"


def test_once_stopped_nothing_more_is_read(pdfs, file):
    assert isinstance(pdfs.draft(file(written.paper())), Draft)
    pdfs.stop()
    with pytest.raises(Cancelled):
        pdfs.draft(file(written.paper(), "other.pdf"))
