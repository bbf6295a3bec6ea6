"""A preprint completed by its publication: type, date, place together, the preprint beside them, in either order."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from readinglist.core.identity import merge, publication
from readinglist.core.paper import Draft, Person
from readinglist.formats import bibtex

ME = [Person(family="Smith", given="Ann")]


def preprint(**more: Any) -> Draft:
    usual: dict[str, Any] = {"type": "article", "date": "2018-03", "arxiv": "1803.01234", "key": "smith2018"}
    return Draft(title="Seeing Things in Deep Networks", authors=ME, **(usual | more))


def published(**more: Any) -> Draft:
    usual: dict[str, Any] = {
        "type": "article-journal", "date": "2019", "venue": "J. Things", "doi": "10.1234/jt.3", "key": "smith2019",
        "extra": {"bibtex": {"volume": "3", "number": "2", "pages": "1--20", "publisher": "Thing Press"}},
    }  # fmt: skip
    return Draft(title="Seeing Things in Deep Networks", authors=ME, **(usual | more))


def merged(one: Draft, other: Draft) -> Draft:
    result = copy.deepcopy(one)
    merge.apply(result, merge.changes(result, other))
    return result


PREPRINTS = [
    preprint(),
    preprint(type="document"),
    preprint(type="article-journal", venue="arXiv preprint arXiv:1803.01234"),
    preprint(type="article-journal", venue="CoRR"),
    preprint(doi="10.48550/arXiv.1803.01234"),
    preprint(arxiv=None, doi="10.1101/2018.03.01.123456", venue="bioRxiv"),
    preprint(doi="10.1234/jt.3"),
    preprint(extra={"csl": {"number": "arXiv:1803.01234", "publisher": "arXiv"}}),
    preprint(extra={"bibtex": {"volume": "abs/1803.01234", "howpublished": "online"}, "bibtex_type": "misc"}),
]


@pytest.mark.parametrize("early", PREPRINTS)
def test_a_preprint_is_completed_by_its_publication(early: Draft) -> None:
    paper = merged(early, published())
    assert (paper.type, paper.date, paper.venue, paper.doi) == ("article-journal", "2019", "J. Things", "10.1234/jt.3")
    assert (paper.arxiv, paper.key) == (early.arxiv, "smith2018")
    beside = paper.extra[publication.PREPRINT]
    assert beside["date"] == "2018-03"
    assert beside.get("arxiv") == early.arxiv
    if early.doi and early.doi != paper.doi:
        assert beside["doi"] == early.doi
        assert early.doi in paper.identifiers["doi"]
    text = "".join(bibtex.write([paper]))
    assert text.startswith("@article{")
    for field in ("journal = {J. Things}", "year = {2019}", "volume = {3}", "number = {2}", "pages = {1--20}"):
        assert field in text
    assert not any(word in text for word in ("booktitle", "month", "howpublished", "abs/"))
    assert merge.changes(paper, published()) == {}
    assert merge.changes(paper, early).keys() <= {"extra"}


@pytest.mark.parametrize("early", PREPRINTS)
def test_the_publication_stays_when_its_preprint_comes_later(early: Draft) -> None:
    late = published(date="2018")  # the preprint's date is more exact, and of another thing
    paper = merged(late, early)
    assert (paper.type, paper.date, paper.venue, paper.doi) == ("article-journal", "2018", "J. Things", "10.1234/jt.3")
    assert paper.arxiv == early.arxiv
    if publication.is_preprint(early):
        assert paper.extra["bibtex"] == late.extra["bibtex"]
        assert paper.extra[publication.PREPRINT]["date"] == "2018-03"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (published(), published(venue="Other", date="2020")),
        (preprint(), preprint(date="2018-03-05")),
        (preprint(), Draft(title="Seeing Things in Deep Networks", authors=ME, type="article", doi="10.1234/jt.3")),
        (published(arxiv="1803.01234"), published(date="2019-04")),
    ],
)
def test_what_is_no_pair_is_merged_as_ever(old: Draft, new: Draft) -> None:
    paper = merged(old, new)
    assert (paper.type, paper.venue) == (old.type, old.venue)
    assert publication.PREPRINT not in paper.extra
    assert (paper.date or "").startswith(old.date or "")
