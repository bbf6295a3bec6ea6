"""RefWorks' tagged text: its tags, records without ends or blank lines, the accounting law."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft, Person
from readinglist.formats import markup, registry
from readinglist.formats.tagged import refworks
from tests.formats import law
from tests.formats.drafts import LINE

TEXT = (Path(__file__).parents[2] / "data" / "refworks" / "export.txt").read_text(encoding="utf-8")


def read(text: str) -> list[Draft | Problem]:
    return list(refworks.read(io.StringIO(text)))


def read_drafts(text: str) -> list[Draft]:
    found = read(text)
    assert all(isinstance(item, Draft) for item in found), found
    return [item for item in found if isinstance(item, Draft)]


def test_export() -> None:
    article, chapter, unknown = read_drafts(TEXT)
    assert article.title == "Sleep spindles and the consolidation of motor skills"
    assert article.authors == [Person("Halvorsen", "Ingrid M."), Person("Ven", "Pieter", particle="van de")]
    assert (article.date, article.venue, article.doi, article.key) == (
        "2012-05-08", "Journal of Imaginary Neurology", "10.5555/jin.2012.0425", None
    )  # fmt: skip
    assert (article.abstract, article.note) == ("This article examines spindles.", "a note")
    assert (article.url, article.tags) == ("http://www.example.org/jin/27/7/1276", ["memory", "sleep"])
    assert article.identifiers == {"issn": ["1537-744X"], "pmid": ["15170338"]}
    assert (article.pages, article.extra["csl"]["page"]) == (17, "1276-1292")
    assert article.extra["refworks"] == [
        ["ID", "17"], ["SR", "Electronic(1)"], ["AD", "Oslo"], ["PMID", "15170338"]
    ]  # fmt: skip
    assert (chapter.type, chapter.date, chapter.venue) == ("chapter", "2009", "Handbook of nocturnal ecology")
    assert chapter.extra["csl"] == {
        "editor": [{"family": "Lindqvist", "given": "Sara"}],
        "publisher": "Ink & Sons",
        "publisher-place": "Tromsø",
        "edition": "2nd",
    }
    assert (unknown.type, unknown.place) == ("document", "line 36")
    assert unknown.extra["refworks"] == [["RT", "Blueprint"], ["U5", "mine"]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("RT Journal\nT1 A\nRT Journal\nT1 B\n", ["A", "B"]),
        ("RT Journal\nT1 A\nER\nT1 B\n", ["A", "B"]),
        ("RT Journal\nT1 A\n\nT1 B\n", ["A", "B"]),
        ("RT Journal\nT1 A\n\nA1 Roe,J.\nT1 B\n", ["A", "B"]),
        ("Refworks export\n\nRT Journal\nSR\nT1 A\n", ["A"]),
        ("RT Journal\nT1 A\nBC or not\n", ["A BC or not"]),
        ("\ufeffRT Journal\r\nT1 A\r\nT2 x\r\n", ["A"]),
    ],
)
def test_where_records_begin(text: str, wanted: list[str]) -> None:
    assert [draft.title for draft in read_drafts(text)] == wanted


def test_an_empty_record_and_no_record_are_problems() -> None:
    empty, good = read("RT Journal\nRT Journal\nER\nRT Journal\nT1 A\n")
    assert isinstance(empty, Problem)
    assert isinstance(good, Draft)
    assert (empty.place, empty.raw) == ("line 1", "RT Journal\nRT Journal\nER")
    (none,) = read("just\nsome text\n")
    assert isinstance(none, Problem)
    assert read("\n \n") == []


TITLE = LINE.map(markup.plain).filter(lambda text: text and text == markup.plain(text) and text[:2] != "- ")


@settings(max_examples=100)
@given(st.lists(st.tuples(st.sampled_from(["Journal Article", "Book, Whole", "X"]), TITLE, st.booleans()), min_size=1))
def test_every_record_comes_with_its_title_and_what_has_no_place(records: list[tuple[str, str, bool]]) -> None:
    text = "".join(
        f"RT {kind}\nT1 {title}\nU1 {number}\n" + "\n" * blank for number, (kind, title, blank) in enumerate(records)
    )
    found = read_drafts(text)
    assert [draft.title for draft in found] == [title for _kind, title, _blank in records]
    assert all(["U1", str(number)] in draft.extra["refworks"] for number, draft in enumerate(found))


PIECES = ["RT Journal", "RT", "A1 Roe,J.", "T1 a", "T1", "", "YR 2", "x", "ER", "JF z", "PMID 12", "PMCID x"]


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES) | st.text(alphabet="RTA1 \n\rü,;", max_size=12), max_size=25))
def test_junk_never_raises_and_every_record_is_accounted_for(lines: list[str]) -> None:
    law.assert_placed(read("\n".join(lines)))


@pytest.mark.parametrize("encoding", law.ENCODINGS)
def test_encodings(tmp_path: Path, encoding: str) -> None:
    drafts = law.encoded(tmp_path, TEXT, encoding)
    assert [draft.authors[0].family for draft in drafts] == ["Halvorsen", "Møller", "Roe"]


def test_sniff() -> None:
    assert refworks.sniff(TEXT) > 0.9
    for called in ("", "x.ris", "x.nbib", "x.ciw"):
        found = registry.detect(TEXT, called)
        assert found is not None
        assert found.id == "refworks"
    for text in ("TY  - JOUR\nT1  - x\n", "PT J\nTI x\nRT y\n", "PMID- 1\nTI  - x\n", "RT this, please\nAB c\n"):
        assert refworks.sniff(text) == 0
