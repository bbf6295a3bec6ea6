"""EndNote XML: every style of markup, one broken record costs one record."""

from __future__ import annotations

import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft, Person
from readinglist.formats.xml import endnote, stream

TEXT = (Path(__file__).parents[2] / "data" / "endnote" / "desktop.xml").read_text(encoding="utf-8")


def read(text: str) -> list[Draft | Problem]:
    return list(endnote.read(io.StringIO(text)))


def test_records() -> None:
    article, chapter, broken, thesis = read(TEXT)
    assert isinstance(article, Draft)
    assert article.title == "Growth of E. coli & lists"
    assert article.authors == [Person(family="Prakash", given="R. K."), Person(literal="World Health Organization")]
    assert (article.date, article.venue, article.doi) == ("2013-05-01", "Journal of List Studies", "10.5555/lists.99")
    assert (article.abstract, article.note) == ("First paragraph.\nSecond one.", "A note.")
    assert (article.url, article.files[0].path) == ("https://www.example.org/one", "internal-pdf://123/growth.pdf")
    assert article.tags == ["lists", "growth", "counting"]
    assert article.identifiers == {"issn": ["1537-744X"], "pmid": ["23690738"]}
    assert article.pages == 2
    assert article.extra["csl"]["container-title-short"] == "J List Stud"
    assert article.extra["endnote"] == {"custom2": "PMC3654245"}
    assert isinstance(chapter, Draft)
    assert (chapter.type, chapter.title, chapter.venue) == (
        "chapter", "Fieldwork & after dark", "Handbook of nocturnal ecology"
    )  # fmt: skip
    assert chapter.extra["csl"]["editor"] == [{"family": "Lindqvist", "given": "Sara"}]
    assert isinstance(broken, Problem)
    assert broken.place == "line 3"
    assert "Broken, Ann" in broken.raw
    assert isinstance(thesis, Draft)
    assert (thesis.type, thesis.title) == ("thesis", "The last étude")


def test_version_seven_in_capitals() -> None:
    text = (
        "<XML><RECORDS><RECORD><REFERENCE_TYPE>Journal Article</REFERENCE_TYPE><AUTHORS><AUTHOR>Doe, Jane</AUTHOR>"
        "</AUTHORS><YEAR>1999</YEAR><TITLE>Old</TITLE></RECORD></RECORDS></XML>"
    )
    (draft,) = read(text)
    assert isinstance(draft, Draft)
    assert (draft.title, draft.date, draft.authors[0].family) == ("Old", "1999", "Doe")


def test_entities_of_a_dtd_are_never_expanded() -> None:
    record = "<xml><record><titles><title>&b;</title></titles></record></xml>"
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + record
    (draft,) = read(bomb)
    assert isinstance(draft, Draft)
    assert draft.title == "&b;"
    inside = '<record><!DOCTYPE x [<!ENTITY a "aaaa">]><titles><title>&a;</title></titles></record>'
    assert isinstance(read(inside)[0], Problem)


def test_records_cut_by_chunks_and_unclosed_ones() -> None:
    one = "<record><titles><title>" + "t" * 1000 + "</title></titles></record>\n"
    found = list(stream.elements(io.StringIO(one * 900 + "<record><titles>" + one), "record"))
    assert len(found) == 902
    assert [item.element is None for item in found[-3:]] == [False, True, False]
    assert found[900].line == 901


@given(
    st.text()
    | st.lists(st.sampled_from(["<record>", "</record>", "<title>", "a", "</title>", "&", "&#1;", "<"])).map("".join)
)
def test_junk_never_raises(text: str) -> None:
    for item in read(text):
        assert isinstance(item, Draft | Problem)


def test_sniff() -> None:
    assert endnote.sniff(TEXT) > 0.9
    assert endnote.sniff("<html><record>") < 0.5
    assert endnote.sniff("TY  - JOUR") == 0


def test_an_address_with_blanks_stays_whole_and_two_come_apart() -> None:
    record = (
        "<xml><records><record><titles><title>Tides</title></titles>"
        "<urls><related-urls><url>{}</url></related-urls></urls></record></records></xml>"
    )
    (one,) = read(record.format("&lt;Go to ISI&gt;://000200"))
    (two,) = read(record.format("http://a.example http://b.example"))
    assert isinstance(one, Draft)
    assert isinstance(two, Draft)
    assert (one.url, two.url) == ("<Go to ISI>://000200", "http://a.example")
