"""PubMed's XML: articles and books, labels, groups, markup in titles."""

from __future__ import annotations

import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft, Person
from readinglist.formats.xml import pubmed

TEXT = (Path(__file__).parents[2] / "data" / "pubmed" / "efetch.xml").read_text(encoding="utf-8")


def read(text: str) -> list[Draft | Problem]:
    return list(pubmed.read(io.StringIO(text)))


def test_records() -> None:
    article, translated, chapter = read(TEXT)
    assert isinstance(article, Draft)
    assert article.title == "Sleep in E. coli: CO2 & time"
    assert article.authors == [
        Person(family="Ven", given="Pieter J", particle="van de", suffix="Jr"),
        Person(literal="Sleep Group"),
    ]
    assert not article.authors_complete
    assert (article.date, article.venue, article.doi) == ("2012-05", "Journal of imaginary neurology", "10.5555/jin.1")
    assert article.abstract == "BACKGROUND: Sleep is good.\n\nRESULTS: It is."
    assert article.identifiers == {"pmid": ["11111111"], "pmcid": ["PMC3654245"], "issn": ["1537-744X"]}
    assert (article.pages, article.tags, article.extra["pubmed"]) == (17, ["spindles"], {"mesh": ["Sleep"]})
    assert isinstance(translated, Draft)
    assert (translated.title, translated.date) == ("A translated title", "1998-12")
    assert translated.extra["csl"]["original-title"] == "Ein Titel"
    assert isinstance(chapter, Draft)
    assert (chapter.type, chapter.title, chapter.venue, chapter.date) == (
        "chapter",
        "A chapter",
        "Handbook of sleep",
        "1993",
    )
    assert chapter.authors == [Person(family="Solo", given="S")]
    assert chapter.extra["csl"]["editor"] == [{"family": "Ed", "given": "Ann"}]


def test_a_broken_article_costs_only_itself() -> None:
    found = read(TEXT.replace("<Issue>7</Issue>", "<Issue>7"))
    assert [isinstance(item, Problem) for item in found] == [True, False, False]
    (empty,) = read("<PubmedArticle><x/></PubmedArticle>")
    assert isinstance(empty, Problem)


@given(
    st.lists(st.sampled_from(["<PubmedArticle>", "</PubmedArticle>", "<MedlineCitation>", "<Article>", "&", "</", "ü"]))
)
def test_junk_never_raises(parts: list[str]) -> None:
    for item in read("".join(parts)):
        assert isinstance(item, Draft | Problem)


def test_sniff() -> None:
    assert pubmed.sniff(TEXT) > 0.9
    assert pubmed.sniff("<xml><records>") == 0


def test_the_doi_of_a_book_is_not_that_of_its_chapters() -> None:
    book = "<Book><BookTitle>Tides</BookTitle><ELocationID EIdType='doi'>10.5555/tides</ELocationID></Book>"
    text = "<PubmedBookArticleSet>{}</PubmedBookArticleSet>"
    document = "<PubmedBookArticle><BookDocument><PMID>1234567</PMID>{}</BookDocument></PubmedBookArticle>"
    (whole,) = read(text.format(document.format(book)))
    (chapter,) = read(text.format(document.format(book + "<ArticleTitle>Ebb</ArticleTitle>")))
    assert isinstance(whole, Draft)
    assert isinstance(chapter, Draft)
    assert (whole.title, whole.doi, chapter.title, chapter.doi) == ("Tides", "10.5555/tides", "Ebb", None)
