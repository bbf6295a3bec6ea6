"""PDFs that come from the browser are read: alone they say which paper they are, beside one what it lacks."""

from __future__ import annotations

import errno
import os

from readinglist.core.paper import PENDING
from tests.connector import article
from tests.pdf import written
from tests.pdf.written import line

ABSTRACT = (
    "We read what stands in the margins of old books, and ask what it was for. Most of it was for nobody.",
    "Some of it was for us, and a little of that we understand. The rest is left for other readers.",
)
_BODY = b"".join(
    line("The rest of this page is ordinary text of the usual size, and it says nothing of any importance.", 72, y)
    for y in range(420, 100, -14)
)


def pdf(title: str = "Reading in the margins", stamp: str = "") -> bytes:
    """Return a paper's first page."""
    page = line(title, 150, 700, 18, "F2") + line("Ada Marsh and Bo Lindqvist", 220, 665, 12)
    page += line("Abstract", 280, 620, 11, "F2") + line(ABSTRACT[0], 72, 600) + line(ABSTRACT[1], 72, 586)
    page += line("1 Introduction", 72, 540, 12, "F2") + line("Books have margins.", 72, 520) + _BODY
    return written.document([page + (line(stamp, 72, 760, 9) if stamp else b""), _BODY])


def test_a_pdf_tab_says_which_paper_it_is(desk, zotero):
    assert zotero.pdf_tab("s", pdf(), "https://example.org/x.pdf", "x.pdf").status == 201
    answer = zotero.recognised("s")
    assert (answer.status, answer.value) == (200, {"title": "Reading in the margins", "itemType": "journalArticle"})
    (paper,) = desk.papers()
    assert (paper.title, paper.url, paper.pages) == ("Reading in the margins", "https://example.org/x.pdf", 2)
    assert [person.display for person in paper.authors] == ["Ada Marsh", "Bo Lindqvist"]
    assert paper.abstract
    assert paper.abstract.startswith("We read what stands")
    assert paper.files[0].path.endswith("Marsh Reading in the margins.pdf")
    assert paper.files[0].pages == 2
    assert paper.sources["title"] == "file"


def test_an_identifier_in_it_is_asked_about_later(desk, zotero):
    zotero.pdf_tab("s", pdf(stamp="arXiv:2409.01369v1 [cs.LG] 2 Sep 2024"), "https://arxiv.org/pdf/2409.01369", "x")
    (paper,) = desk.papers()
    assert paper.arxiv == "2409.01369v1"
    assert paper.extra[PENDING] == "arxiv:2409.01369v1"


def test_a_pdf_of_a_paper_that_is_here_is_that_paper(desk, zotero):
    zotero.save("one", [article()])
    zotero.pdf_tab("two", pdf(), "https://example.org/x.pdf", "x.pdf")
    zotero.pdf_tab("three", pdf(), "https://example.org/again.pdf", "again.pdf")
    (paper,) = desk.papers()
    assert len(paper.files) == 1
    assert desk.told[-1].stored.in_words() == "“Reading in the margins” is already in your library"


def test_a_paper_gets_what_it_lacks_from_its_pdf(desk, zotero):
    zotero.save("s", [article(abstractNote="", creators=[])])
    assert zotero.attach("s", pdf(), "i1").status == 201
    (paper,) = desk.papers()
    assert [person.display for person in paper.authors] == ["Ada Marsh", "Bo Lindqvist"]
    assert paper.abstract
    assert paper.pages == 2
    assert (paper.date, paper.sources["abstract"], paper.sources["title"]) == ("2021-04-02", "file", "page")


def test_nothing_is_taken_from_a_pdf_of_another_title(desk, zotero):
    zotero.save("s", [article(abstractNote="", creators=[])])
    zotero.attach("s", pdf("Supplementary tables for librarians"), "i1")
    (paper,) = desk.papers()
    assert (paper.authors, paper.abstract, len(paper.files)) == ([], None, 1)


def test_a_disk_that_takes_nothing_is_an_answer_and_said(desk, zotero, monkeypatch):
    desk.path.with_name("library files").write_text("in the way")
    answer = zotero.pdf_tab("s", pdf(), "https://example.org/x.pdf", "x.pdf")
    assert answer.status == 507
    assert answer.headers["x-zotero-version"]
    assert "library files" in desk.notices[0]
    desk.path.with_name("library files").unlink()
    real = os.fsync

    def full(handle):
        monkeypatch.setattr(os, "fsync", real)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert zotero.pdf_tab("t", pdf(), "https://example.org/x.pdf", "x.pdf").status == 507
    assert desk.notices[1].startswith("Disk full")
    assert desk.papers() == []
    assert [name for name in desk.files if "files/" in name] == []
    assert zotero.pdf_tab("t", pdf(), "https://example.org/x.pdf", "x.pdf").status == 201


def test_a_pdf_that_cannot_be_read_is_kept_all_the_same(desk, zotero):
    for number, data in enumerate((written.cyclic(), b"%PDF-1.7\nbroken")):
        assert zotero.pdf_tab(f"s{number}", data, f"https://example.org/{number}.pdf", f"{number}.pdf").status == 201
    assert [paper.title for paper in desk.papers()] == ["0.pdf", "1.pdf"]
    assert [len(paper.files) for paper in desk.papers()] == [1, 1]
    assert zotero.recognised("s0").status == 204
