"""EndNote's Refer text and Unix refer's: typed and untyped records, missing blank lines, the accounting law."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft, Person
from readinglist.formats import markup, registry
from readinglist.formats.tagged import refer
from tests.formats import law
from tests.formats.drafts import LINE

DATA = Path(__file__).parents[2] / "data" / "refer"


def read(text: str) -> list[Draft | Problem]:
    return list(refer.read(io.StringIO(text)))


def read_drafts(text: str) -> list[Draft]:
    found = read(text)
    assert all(isinstance(item, Draft) for item in found), found
    return [item for item in found if isinstance(item, Draft)]


def one(*lines: str) -> Draft:
    (draft,) = read_drafts("%0 Journal Article\n" + "\n".join(lines) + "\n")
    return draft


def titles(text: str) -> list[str]:
    return [draft.title for draft in read_drafts(text)]


def test_endnote() -> None:
    article, chapter, unknown = read_drafts((DATA / "export.enw").read_text(encoding="utf-8"))
    assert article.title == "Sleep spindles and the consolidation of motor skills"
    assert article.authors == [
        Person("Halvorsen", "Ingrid M."),
        Person("Ven", "Pieter", particle="van de"),
        Person(literal="WHO Working Party"),
    ]
    assert (article.date, article.venue, article.doi, article.key) == (
        "2012-05-08", "Journal of Imaginary Neurology", "10.5555/jin.2012.0425", "halvorsen2012"
    )  # fmt: skip
    assert article.abstract == "This article examines spindles.\nIt does so in pianists."
    assert (article.url, article.tags) == ("http://www.example.org/jin/27/7/1276", ["memory", "sleep"])
    assert article.identifiers == {"issn": ["1537-744X"], "pmcid": ["PMC3654245"]}
    assert article.extra["csl"] == {"volume": "27", "issue": "7", "page": "1276-1292"}
    assert article.extra["refer"] == [["2", "PMC3654245"], ["+", "Department of Sleep, Oslo"]]
    assert (chapter.type, chapter.date, chapter.venue) == ("chapter", "2009", "Handbook of nocturnal ecology")
    assert chapter.extra["csl"]["editor"] == [{"family": "Lindqvist", "given": "Sara"}]
    assert chapter.identifiers == {"isbn": ["9780306406157"]}
    assert (chapter.place, unknown.place) == ("line 24", "line 34")
    assert (unknown.type, unknown.extra["refer"]) == ("document", [["0", "Blueprint"]])
    assert unknown.raw is not None
    assert unknown.raw.startswith("%0 Blueprint\n%A Roe, Jane")


def test_untyped_records_are_what_refer_says_of_their_tags() -> None:
    article, book, memo = read_drafts((DATA / "old.refer").read_text(encoding="utf-8"))
    assert article.authors == [Person("Poe", "Ann"), Person("Roe", "Jan", particle="van")]
    assert (article.type, article.date, article.venue) == ("article-journal", "1974-07", "Comm. of Pipes")
    assert (book.type, book.authors) == ("book", [Person("Loe", "Carl")])
    assert (memo.type, memo.extra["refer"]) == ("report", [["R", "Memo 12"]])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("%0 Book\n%T A\n%0 Book\n%T B\n", ["A", "B"]),
        ("%0 Book\n%T A\n\n%A Roe, J.\n%T B\n%D 2001\n", ["A", "B"]),
        ("%0 Book\n%T A\n\n%D 2001\n\n%A Roe, J.\n", ["A"]),
        ("%0 Book\n\n%T A\n", ["A"]),
        ("%A Roe, J.\n%T A\n%D 1\n%A Poe, A.\n%T B\n", ["A", "B"]),
        ("%T A\n%A Roe, J.\n%T B\n%A Poe, A.\n", ["A", "B"]),
        ("%T A\n%D 2001\n\n\n%T B\n", ["A", "B"]),
        ("%0 Book\n%T A\n%T B\n", ["A"]),
        ("junk before\n\n\ufeff%0 Book\r\n%T A\r\n\r\n%0 Book\r\n%T B", ["A", "B"]),
        ("  %0 Book\n  %T A\n  goes on\n", ["A goes on"]),
        ("%0 Book\n%T 50% of\n% all\n%Dust\n", ["50% of % all %Dust"]),
    ],
)
def test_where_records_begin(text: str, wanted: list[str]) -> None:
    assert titles(text) == wanted


def test_a_second_title_is_kept() -> None:
    assert one("%T A", "%T B").extra["refer"] == [["T", "B"]]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["%R 10.1000/a"], "10.1000/a"),
        (["%R https://doi.org/10.1000/a"], "10.1000/a"),
        (["%U http://dx.doi.org/10.1000/a"], "10.1000/a"),
        (["%R TR-12"], None),
    ],
)
def test_dois(lines: list[str], wanted: str | None) -> None:
    draft = one("%T x", *lines)
    assert draft.doi == wanted
    assert ("refer" in draft.extra) == (wanted is None)


def test_et_al_and_lists_in_one_line() -> None:
    assert not one("%T x", "%A Doe, J.", "%A et al.").authors_complete
    assert [person.family for person in one("%T x", "%A Doe, J.; Roe, K.").authors] == ["Doe", "Roe"]


def test_an_empty_record_and_no_record_are_problems() -> None:
    empty, good = read("%0 Book\n\n%0 Book\n%T A\n")
    assert isinstance(empty, Problem)
    assert isinstance(good, Draft)
    assert (empty.place, empty.raw) == ("line 1", "%0 Book")
    (none,) = read("just\nsome text\n")
    assert isinstance(none, Problem)
    assert none.raw == "just\nsome text\n"
    assert read("\n \n") == []


TITLE = LINE.map(markup.plain).filter(lambda text: text and text == markup.plain(text) and text[0] != "%")
RECORDS = st.lists(
    st.tuples(st.sampled_from(["Journal Article", "Book", "Blueprint", ""]), TITLE, st.booleans()), min_size=1
)


@settings(max_examples=100)
@given(RECORDS)
def test_every_record_comes_with_its_title_and_what_nobody_knows(records: list[tuple[str, str, bool]]) -> None:
    text = "".join(
        f"%0 {kind}\n%T {title}\n%$ {number}\n" + "\n" * blank for number, (kind, title, blank) in enumerate(records)
    )
    found = read_drafts(text)
    assert [draft.title for draft in found] == [title for _kind, title, _blank in records]
    assert all(["$", str(number)] in draft.extra["refer"] for number, draft in enumerate(found))


PIECES = ["%0 Book", "%0", "%A Roe, J.", "%T a", "%T", "", "%D 2", "x", "%% y", "%J z", "%2 PMC12"]


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES) | st.text(alphabet="%0AT \n\rü,;", max_size=12), max_size=25))
def test_junk_never_raises_and_every_record_is_accounted_for(lines: list[str]) -> None:
    law.assert_placed(read("\n".join(lines)))


@pytest.mark.parametrize("encoding", law.ENCODINGS)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    drafts = law.encoded(tmp_path, (DATA / "export.enw").read_text(encoding="utf-8"), encoding)
    assert [draft.authors[0].family for draft in drafts] == ["Halvorsen", "Møller", "Roe"]


def test_sniff() -> None:
    for name in ("export.enw", "old.refer"):
        text = (DATA / name).read_text(encoding="utf-8")
        assert refer.sniff(text) >= 0.9
        found = registry.detect(text, "x.bib")
        assert found is not None
        assert found.id == "refer"
    bibtex = "%A note\n%T todo\n%D x\n@article{a, title={%T x}}\n"
    assert refer.sniff(bibtex) == 0
    assert refer.sniff("100 %0 of\n%A lone line\n") == 0
    for text in ("TY  - JOUR\nTI  - %0 x\n", "PMID- 1\nTI  - %T a\n", "# %0 Book\n\nSome *text*\n"):
        found = registry.detect(text)
        assert found is None or found.id != "refer"
