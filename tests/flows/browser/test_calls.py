"""Each call of the Zotero Connector and of JabRef's extension gets the answer that it goes on with."""

from __future__ import annotations

import http.client
from pathlib import Path
from unittest.mock import Mock

import pytest

from readinglist.core import errors
from readinglist.flows.browser import saving
from readinglist.library.library import Library
from tests.connector import FIREFOX, Connector, article

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"
RIS = "TY  - JOUR\nTI  - On margins\nAU  - Marsh, Ada\nPY  - 2021\nER  - \n"
BIBTEX = "@article{marsh, title={On margins}, author={Marsh, Ada}, year={2021}}"


def test_it_is_there(zotero):
    answer = zotero.ping()
    assert answer.status == 200
    assert answer.headers["x-zotero-connector-api-version"] == "3"
    assert int(answer.headers["x-zotero-version"].partition(".")[0]) >= 7
    assert answer.value["prefs"]["supportsAttachmentUpload"] is True
    assert answer.value["prefs"]["automaticSnapshots"] is False
    assert "translatorsHash" not in answer.value["prefs"], "it would ask us for translators"


def test_a_person_who_looks_sees_that_it_is_there(zotero):
    for path in ("/", "/connector/ping"):
        answer = zotero.send("GET", path, None, {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"})
        assert answer.status == 200
        assert answer.value.startswith("Reading List is running")
        assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(
    "name", ["getTranslators", "getTranslatorCode", "detect", "saveSingleFile", "installStyle", "document/respond"]
)
def test_what_it_does_by_itself_is_not_here(zotero, name):
    answer = zotero.call(name, {"translatorID": "x"})
    assert answer.status == 404
    assert answer.headers["x-zotero-version"], "without it the Connector offers to save to zotero.org"


@pytest.mark.parametrize(
    ("name", "body", "status", "value"),
    [
        ("hasAttachmentResolvers", {"sessionID": "s", "itemID": "i"}, 200, False),
        ("saveAttachmentFromResolver", {"sessionID": "s", "itemID": "i"}, 200, False),
        ("proxies", {}, 200, []),
        ("getClientHostnames", None, 200, []),
        ("delaySync", {}, 204, None),
    ],
)
def test_what_there_is_nothing_to_say_to(zotero, name, body, status, value):
    answer = zotero.call(name, body)
    assert (answer.status, answer.value) == (status, value)


def test_host_names_are_asked_for_without_a_body(zotero):
    assert zotero.call("getClientHostnames", method="GET").value == []


def test_firefox_and_the_other_address_are_answered_too(desk):
    assert Connector(desk.listener.port, FIREFOX, "::1").ping().status == 200
    assert Connector(desk.listener.port, FIREFOX, "localhost").ping().status == 200


def test_several_calls_over_one_connection(desk):
    line = http.client.HTTPConnection("127.0.0.1", desk.listener.port)
    headers = {"Content-Type": "application/json", "X-Zotero-Connector-API-Version": "3", "Origin": FIREFOX}
    for _turn in range(3):
        line.request("POST", "/connector/ping", b"{}", headers)
        reply = line.getresponse()
        assert reply.status == 200
        assert reply.read()
    line.close()


def test_an_article_is_a_paper(desk, zotero):
    assert zotero.save("s", [article()]).status == 201
    (paper,) = desk.papers()
    assert paper.title == "Reading in the margins"
    assert [person.display for person in paper.authors] == ["Ada Marsh", "Bo Lindqvist"]
    assert (paper.doi, paper.date, paper.venue) == ("10.1234/margins", "2021-04-02", "Journal of Reading")
    assert (paper.abstract, paper.tags, paper.status) == ("We read in the margins.", ["margins"], "inbox")
    assert paper.sources["title"] == "page"
    assert paper.extra["zotero"]["accessDate"][:3] == str(paper.added)[:3], "the time that the extension left to us"
    assert "id" not in paper.extra["zotero"]
    assert [told.stored.in_words() for told in desk.told] == ["“Reading in the margins” came from the browser"]


def test_several_items_are_several_papers_and_a_note_comes_along(desk, zotero):
    items = [
        article(notes=[{"note": "<p>See <b>section 2</b></p>"}]),
        article(id="i2", title="Reading in the dark", DOI="10.1234/dark"),
        {"itemType": "attachment", "title": "a snapshot"},
    ]
    assert zotero.save("s", items).status == 201
    assert [paper.title for paper in desk.papers()] == ["Reading in the margins", "Reading in the dark"]
    assert desk.papers()[0].note == "See **section 2**"
    assert desk.told[0].stored.in_words() == "2 papers came from the browser"


def test_items_without_a_key_of_a_library_are_papers_of_their_own(desk, zotero):
    """They would all be one by it; and a key that the extension makes up is none of a library of the user's."""
    zotero.save("one", [article()])
    zotero.save("two", [{"itemType": "book", "id": "i1", "title": "Quite another book"}])
    zotero.page("three", "https://example.org/b", "B")
    for number, title in enumerate(("The third paper of them", "A fourth one at last")):
        zotero.save(f"four {number}", [{"itemType": "book", "key": "ABCD2345", "id": "i1", "title": title}])
    assert len(desk.papers()) == 5
    assert [paper.identifiers for paper in desk.papers()] == [{}] * 5


def test_a_second_click_is_no_second_paper(desk, zotero):
    zotero.save("one", [article()])
    zotero.choose("one", "Read")
    assert zotero.save("two", [article()]).status == 201
    assert zotero.attach("two", PDF, "i1").status == 201
    (paper,) = desk.papers()
    assert paper.status == "read", "a second click says nothing of the status"
    assert len(paper.files) == 1
    assert desk.told[-2].stored.in_words() == "“Reading in the margins” is already in your library"


def test_the_pdf_is_kept_beside_the_library_and_given_to_its_paper(desk, zotero):
    zotero.save("s", [article(), article(id="i2", title="Reading in the dark", DOI="10.1234/dark")])
    assert zotero.attach("s", PDF, "i2", "Übersicht").status == 201
    first, second = desk.papers()
    assert first.files == []
    (file,) = second.files
    assert file.path == str(desk.path.with_name("library files") / "Marsh 2021 Reading in the dark.pdf")
    assert desk.path.with_name("library files").joinpath("Marsh 2021 Reading in the dark.pdf").read_bytes() == PDF
    assert (file.title, file.kind, file.size) == ("Übersicht", "pdf", len(PDF))
    zotero.attach("s", PDF, "i2")
    assert len(desk.papers()[1].files) == 1, "the same bytes once"
    assert not [name for name in desk.files if name.startswith("library files/.")], "what came is cleared away"


def test_a_file_cannot_choose_where_it_goes(desk, zotero):
    zotero.save("s", [article(title="../../../etc/cron.d/x\n\x00y")])
    assert zotero.attach("s", PDF, "i1", "../../evil.sh").status == 201
    (file,) = desk.papers()[0].files
    assert Path(file.path).parent == desk.path.with_name("library files")
    assert file.path.endswith(".pdf")


def test_a_plain_page_is_a_web_page_once(desk, zotero):
    assert zotero.page("one", "https://example.org/post", "Notes").status == 201
    assert zotero.page("two", "https://example.org/post#part", "Notes").status == 201
    assert zotero.page("three", "https://example.org/other-post", "Notes of a longer title").status == 201
    assert zotero.page("four", "https://elsewhere.example/", "Notes of a longer title").status == 201
    assert [(paper.type, paper.title, paper.url) for paper in desk.papers()] == [
        ("webpage", "Notes", "https://example.org/post"),
        ("webpage", "Notes of a longer title", "https://example.org/other-post"),
        ("webpage", "Notes of a longer title", "https://elsewhere.example/"),
    ]


def test_a_page_without_a_title_is_called_by_its_address(desk, zotero):
    zotero.page("one", "https://example.org/a%20post/", "")
    assert desk.papers()[0].title == "a post"


def test_a_pdf_tab_is_a_paper_with_its_file(desk, zotero):
    answer = zotero.pdf_tab("s", PDF, "https://example.org/margins.pdf", "margins.pdf")
    assert (answer.status, answer.value) == (201, {"canRecognize": True})
    assert zotero.recognised("s").status in (200, 204)
    (paper,) = desk.papers()
    assert (paper.title, paper.url) == ("margins.pdf", "https://example.org/margins.pdf")
    assert [file.kind for file in paper.files] == ["pdf"]
    assert zotero.pdf_tab("s", PDF, "https://example.org/margins.pdf", "margins.pdf").status == 409


def test_references_that_the_browser_was_about_to_download(desk, zotero):
    answer = zotero.references("s", RIS)
    assert (answer.status, answer.value) == (
        201,
        [{"id": "1", "title": "On margins", "itemType": "journalArticle"}],
    )
    assert zotero.references("t", BIBTEX, "application/x-bibtex; charset=utf-8").status == 201
    assert zotero.references("u", "nothing of the kind").status == 400
    assert zotero.choose("s", "To read", ["seminar"]).status == 200
    assert [(paper.title, paper.status, paper.tags) for paper in desk.papers()] == [
        ("On margins", "to_read", ["seminar"])
    ]


def test_jabrefs_extension(desk, zotero):
    assert zotero.jabref(BIBTEX).status == 201
    assert zotero.jabref(BIBTEX.replace("margins", "lines").replace("{marsh", "{other")).status == 201
    assert [paper.title for paper in desk.papers()] == ["On margins", "On lines"]
    with Library.open(desk.path) as library:
        library.undo()
        assert [paper.title for paper in library.papers.many(library.papers.every())] == ["On margins"]


def test_a_protocol_that_has_moved_on_is_said_once(desk, zotero):
    for _turn in range(2):
        assert zotero.call("ping", **{"X-Zotero-Connector-API-Version": "4"}).status == 200
    (notice,) = desk.notices
    assert "version 4" in notice


def test_what_the_library_refuses_is_an_answer(desk, zotero, monkeypatch):
    for problem, status in ((errors.DiskFull("full"), 503), (errors.ReadOnly("no"), 500), (ValueError("bug"), 500)):
        monkeypatch.setattr(saving, "store", Mock(side_effect=problem))
        answer = zotero.save("s", [article()])
        assert answer.status == status
        assert answer.headers["x-zotero-version"]
        assert answer.value != {"error": "SESSION_EXISTS"}, "a save that failed can be tried again"
    assert desk.notices == ["full"]
