"""What feeds of journals and archives become, and that no feed makes the parser raise."""

from __future__ import annotations

import pytest

from readinglist.core.query import language
from readinglist.sources import arxiv_question, feeds
from tests.sources import feed_replies as f
from tests.sources import replies as r


def names(draft) -> list[str]:
    return [person.display for person in draft.authors]


def test_rss_of_a_journal() -> None:
    title, (first, second) = feeds.parse(f.RSS2, "https://journal.example/feed")
    assert title == "Journal of Tests"
    assert (first.title, first.doi, first.date) == ("On Drosophila and its many relatives", "10.1000/J.1", "2026-11-25")
    assert names(first) == ["Jane Doe", "John Smith"]
    assert first.abstract.startswith("We show at some length")
    assert (first.venue, first.url) == ("Journal of Tests", "https://journal.example/10.1000/j.1")
    assert (second.doi, second.url) == ("10.1000/j.2", "https://journal.example/10.1000/j.2")
    assert names(second) == ["Ana van der Berg"]
    assert (second.abstract, second.venue) == (None, "Journal of Tests")


def test_rss_1_of_nature() -> None:
    (paper,) = feeds.parse(f.NATURE).drafts
    assert (paper.title, paper.doi, paper.date) == ("A map of everything we know", "10.1038/s41586-026-1", "2026-11-27")
    assert paper.abstract.startswith("This is a map of everything")
    assert (paper.venue, paper.type) == ("Nature", "article-journal")


def test_rss_of_arxiv() -> None:
    (paper,) = feeds.parse(f.ARXIV_RSS).drafts
    assert (paper.title, paper.arxiv, paper.type) == ("Deep things in wide places", "2611.00001", "article")
    assert names(paper) == ["Jane Doe", "Ana van der Berg", "Li Wei"]
    assert paper.abstract.startswith("We look at deep things")
    assert (paper.venue, paper.doi) == (None, None)


def test_authors_that_only_a_description_names() -> None:
    title, (paper,) = feeds.parse(f.SCIENCEDIRECT)
    assert (title, paper.abstract, names(paper)) == ("Cognition", None, ["Jane Doe", "John Smith"])


@pytest.mark.parametrize("prefix", ["", "z"])
def test_atom_by_namespace(prefix: str) -> None:
    found = feeds.parse(r.feed(r.ATTENTION, prefix=prefix)).drafts
    assert [paper.title for paper in found] == ["Attention Is All You Need"]
    assert names(found[0])[0] == "Ashish Vaswani"
    assert found[0].arxiv == "1706.03762"


def test_signs_that_xml_does_not_know_are_mended() -> None:
    odd = b"<rss><channel><title>A&nbsp;B</title><item><title>Fish & chips, again</title></item></channel></rss>"
    title, (paper,) = feeds.parse(odd)
    assert (title, paper.title) == ("A B", "Fish & chips, again")


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{}", b"<html><body>Please log in</body></html>", b"<rss", b"\xff\xfe", b"<a>" * 20_000,
        b"<!DOCTYPE rss [<!ENTITY a 'aaaa'>]><rss><channel><item><title>&a;</title></item></channel></rss>",
        b"<?xml version='1.0' encoding='nonsense'?><x/>",
    ],
    ids=lambda body: repr(body[:20]),
)  # fmt: skip
def test_what_is_no_feed(body: bytes) -> None:
    assert feeds.parse(body) is None


def test_no_more_than_anybody_reads() -> None:
    many = b"<rss><channel>" + b"<item><title>A title of some length</title></item>" * 2_000 + b"</channel></rss>"
    assert len(feeds.parse(many).drafts) == feeds.MOST


@pytest.mark.parametrize(
    ("search", "asked"),
    [
        ("diffusion", "all:diffusion"),
        ("diffusion planning", "(all:diffusion AND all:planning)"),
        ('author:"Chelsea Finn" -title:survey', '(au:"Chelsea Finn" ANDNOT ti:survey)'),
        ("subject:cs.LG OR subject:stat", "(cat:cs.LG OR cat:stat*)"),
        ('"world models" abstract:robot', '(all:"world models" AND abs:robot)'),
    ],
)
def test_a_search_in_arxivs_words(search: str, asked: str) -> None:
    assert arxiv_question.of_search(language.parse(search).node) == asked


@pytest.mark.parametrize("search", ["tag:x", "status:read", "year:2016..", "-word", "is:unread word"])
def test_what_arxiv_cannot_be_asked(search: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        arxiv_question.of_search(language.parse(search).node)
