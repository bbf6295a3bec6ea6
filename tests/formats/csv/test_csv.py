"""CSV: ours comes back whole, theirs says what it says, a broken row costs only itself."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft, Person
from readinglist.formats import csv as csv_papers
from tests.formats.drafts import drafts, full, same


def read(text: str) -> list[Draft | Problem]:
    return list(csv_papers.read(io.StringIO(text, newline="")))


def one(text: str) -> Draft:
    (draft,) = read(text)
    assert isinstance(draft, Draft), draft
    return draft


def write(papers: list[Draft], complete: bool = True) -> str:
    return "".join(csv_papers.write(papers, complete=complete))


def test_every_field_comes_back() -> None:
    (found,) = read(write([full()]))
    assert same(found, full())


@settings(max_examples=40)
@given(st.lists(drafts(), min_size=1, max_size=3))
def test_any_drafts_come_back(wanted: list[Draft]) -> None:
    found = read(write(wanted))
    assert len(found) == len(wanted)
    assert all(same(one, other) for one, other in zip(found, wanted, strict=True))


def test_citing_is_clean_and_plain() -> None:
    text = write([full()], complete=False)
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["authors"] == "Wulfmeier, Markus; van Dyck, Anthony; Musset, Alfred de, Jr.; Gemini Team"
    assert "status" not in row
    assert "Good" not in text


@pytest.mark.parametrize("title", ["=cmd|' /C calc'!A0", "+1", "-1", "@x", "'=x", "''=x", "'tis", "''"])
def test_no_cell_is_a_formula_and_all_come_back(title: str) -> None:
    text = write([Draft(title=title)])
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["title"][:1] not in tuple("=+-@")
    assert one(text).title == title


def test_bad_rows_are_reported_and_the_rest_is_read() -> None:
    text = (
        "title,authors_complete,rating,extra\nA,,3,\nB,,many,\n\nC,,,{bad\n"
        'D,,1,\n"unclosed,,1,\nE,,2,\nF,,1,,,too many\nG,,,\n'
    )
    found = read(text)
    assert [item.title for item in found if isinstance(item, Draft)] == ["A", "D", "E", "G"]
    bad = [item for item in found if isinstance(item, Problem)]
    assert [item.place for item in bad] == ["line 3", "line 5", "line 7", "line 9"]
    assert bad[2].raw == '"unclosed,,1,'
    assert all(item.reason and item.raw for item in bad)


GOODREADS = (
    "Book Id,Title,Author,Author l-f,Additional Authors,ISBN,ISBN13,My Rating,Average Rating,Publisher,Binding,"
    "Number of Pages,Year Published,Original Publication Year,Date Read,Date Added,Bookshelves,"
    "Bookshelves with positions,Exclusive Shelf,My Review,Spoiler,Private Notes,Read Count,Owned Copies\n"
    '11,Middlemarch,George Eliot,"Eliot, George","Rosemary Ashton, W.J. Harvey","=""0141439548""","=""9780141439549""",'
    '4,4.01,Penguin,Paperback,880,2003,1871,2020/03/09,2019/12/01,"classics, england","classics (#3), england (#1)",'
    "read,Long.<br/>Worth it.,,lent,2,1\n"
    '12,Ulysses,James Joyce,"Joyce, James",,"=""""","="""""'
    ",0,3.7,,,,,1922,,2021/01/02,to-read,to-read (#12),to-read,,,,"
    "0,0\n"
    '13,Emma,Jane Austen,"Austen, Jane",,,,0,4,,,,,1815,,2021/01/02,dnf-ish,dnf-ish (#1),currently-reading,,,,'
    "0,0\n"
)


def test_goodreads_export() -> None:
    read_one, queued, going = read(GOODREADS)
    assert isinstance(read_one, Draft)
    assert isinstance(queued, Draft)
    assert isinstance(going, Draft)
    assert read_one.authors == [
        Person(family="Eliot", given="George"),
        Person(family="Ashton", given="Rosemary"),
        Person(family="Harvey", given="W.J."),
    ]
    assert (read_one.date, read_one.status, read_one.rating, read_one.pages) == ("1871", "read", 4, 880)
    assert (read_one.finished, read_one.readings[0].ended, read_one.added) == ("2020-03-09", "finished", "2019-12-01")
    assert read_one.identifiers["isbn"] == ["0141439548", "9780141439549"]
    assert (read_one.tags, read_one.note) == (["classics", "england"], "Long.\n\nWorth it.\n\nlent")
    assert read_one.extra["csv"]["Average Rating"] == "4.01"
    assert (queued.status, queued.queue_position, queued.rating, queued.tags) == ("to_read", 12, None, [])
    assert (going.status, going.tags, going.queue_position) == ("reading", ["dnf-ish"], None)


def test_zotero_export() -> None:
    text = (
        '"Key","Item Type","Publication Year","Author","Title","Publication Title","ISSN","DOI","Url","Abstract Note",'
        '"Date","Date Added","Pages","Issue","Volume","Extra","Notes","Manual Tags","File Attachments"\n'
        '"ABCD2345","journalArticle","2016","van der Berg, Jan; World Health Organization","On <i>E. coli</i>","X",'
        '"0028-0836","10.1038/x1","http://x.org/x1","We show.","2016-03-09","2020-01-02 03:04:05","1-9","2","5",'
        '"PMID: 12345\nRead_Status: In Progress","<p>My note</p>","a; b","/z/storage/K/a b.pdf; C:\\\\z\\\\x.html"\n'
    )
    draft = one(text)
    assert draft.authors == [
        Person(family="Berg", given="Jan", particle="van der"),
        Person(literal="World Health Organization"),
    ]
    assert (draft.type, draft.title, draft.venue) == ("article-journal", "On E. coli", "X")
    assert (draft.date, draft.doi, draft.url) == ("2016-03-09", "10.1038/x1", "http://x.org/x1")
    assert (draft.status, draft.note, draft.tags) == ("reading", "My note", ["a", "b"])
    assert draft.added == "2020-01-02T03:04:05Z"
    assert draft.extra["csl"]["page"] == "1-9"
    assert draft.identifiers == {"issn": ["0028-0836"], "zotero": ["user/ABCD2345"]}
    assert draft.key is None  # Zotero's key of the item is nothing to cite by
    assert [(file.path, file.kind) for file in draft.files] == [
        ("/z/storage/K/a b.pdf", "pdf"),
        ("C:\\\\z\\\\x.html", "html"),
    ]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Authors,Title,Year,Source title,Volume,Issue,Page start,Page end,DOI,Link,Abstract",
         '"Doe, J.; Roe, K.",T,2016,J. X,1,2,3,9,10.1000/x,https://www.scopus.com/x,A'),
        ("Document Title;Authors;Publication Title;Publication Year;Start Page;End Page;Abstract;DOI;PDF Link",
         '"T";"J. Doe; K. Roe";"J. X";2016;3;9;A;10.1000/x;https://www.scopus.com/x'),
        ("PMID\tTitle\tAuthors\tJournal/Book\tPublication Year\tDOI\tURL\tPages\tAbstract",
         "1\tT\tDoe J, Roe K\tJ. X\t2016\t10.1000/x\thttps://www.scopus.com/x\t3-9\tA"),
    ],
)  # fmt: skip
def test_tables_with_known_headers(header: str, row: str) -> None:
    draft = one(f"{header}\n{row}\n")
    assert [(person.family, person.given[:1]) for person in draft.authors] == [("Doe", "J"), ("Roe", "K")]
    assert (draft.title, draft.venue, draft.date, draft.doi) == ("T", "J. X", "2016", "10.1000/x")
    assert (draft.abstract, draft.url) == ("A", "https://www.scopus.com/x")
    assert draft.extra["csl"]["page"] == "3-9"


def test_readwise_rows_about_one_document_are_one_draft() -> None:
    text = (
        "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,"
        "Document tags\n"
        "first,T,Jane Doe,,why,,,page,3,2024-01-02 03:04:05+00:00,ml\n"
        "second,T,Jane Doe,,,,,location,30,,ml\nthird,U,Kim Roe,,,,,page,1,,\n"
    )
    first, second = read(text)
    assert isinstance(first, Draft)
    assert isinstance(second, Draft)
    assert [(mark.quote, mark.page, mark.comment) for mark in first.highlights] == [
        ("first", 3, "why"),
        ("second", None, ""),
    ]
    assert first.highlights[0].created == "2024-01-02T03:04:05Z"
    assert second.title == "U"


def test_readwise_reader_locations_are_statuses() -> None:
    header = "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
    text = header + "T,https://x.org,1,,2024-01-02,0.5,{},True\n"
    states = [one(text.format(place)).status for place in ("new", "later", "shortlist", "archive", "feed")]
    assert states == ["inbox", "to_read", "to_read", "read", None]
    assert one(text.format("feed")).extra["csv"]["Location"] == "feed"


def test_a_table_without_titles_is_reported_row_by_row() -> None:
    found = read("a,b\n1,2\n3,4\n")
    assert len(found) == 3
    assert all(isinstance(item, Problem) for item in found)
    assert read("") == []


@given(st.text() | st.text(alphabet='"",;\n\r\ttitlea=').map(lambda t: "title,authors_complete,page\n" + t))
def test_junk_never_raises(text: str) -> None:
    for item in read(text):
        assert isinstance(item, Draft | Problem)


def test_sniff() -> None:
    assert csv_papers.sniff(write([])) > 0.9
    assert csv_papers.sniff(GOODREADS) > 0.8
    assert csv_papers.sniff("Title,Authors,Year\n") > 0.5
    for other in (
        "@article{title, author}",
        '[{"title": 1}]',
        "TY  - JOUR\nTI  - title, author",
        "LGSep 2, 2024\nA title, b",
        "",
    ):
        assert csv_papers.sniff(other) == 0
