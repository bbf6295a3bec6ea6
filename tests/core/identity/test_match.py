"""Two records are one paper by identifier, else by title, author and year; and never by a title alone."""

from __future__ import annotations

from typing import Any

import pytest

from readinglist.core.identity.index import Index
from readinglist.core.identity.match import alike, known, normal, same_author, too_little
from readinglist.core.paper import Draft, Person


def paper(
    title: str = "Attention Is All You Need", author: str = "Vaswani", year: int | None = 2017, **more: Any
) -> Draft:
    people = [Person(family=author, given="Ashish")] if author else []
    return Draft(title=title, authors=people, date=str(year) if year else None, **more)


def one(first: Draft, second: Draft) -> bool:
    index = Index()
    index.put(known(first, 1))
    return index.find(known(second)) is not None


SAME: list[tuple[Draft, Draft]] = [
    (paper(), paper()),
    (paper(), paper(title="ATTENTION is all you need")),
    (paper(), paper(year=None)),
    (paper(doi="10.1/ABC"), paper(doi="10.1/abc", title="Attention is all you need (extended)", year=2019)),
    (paper(arxiv="1706.03762v5"), paper(arxiv="1706.03762", author="", year=None)),
    (paper(arxiv="1706.03762"), paper(doi="10.48550/arXiv.1706.03762", author="")),
    (paper(identifiers={"pmid": ["123"]}), paper(title="Attention: all you need", identifiers={"pmid": ["123"]})),
    (paper(type="book", identifiers={"isbn": ["0306406152"]}),
     paper(type="book", year=2018, identifiers={"isbn": ["978-0-306-40615-7"]})),
    (paper(uid="u"), paper(title="Renamed by the user since", author="", uid="u")),
    (paper(type="article", arxiv="1706.03762"),
     paper(year=2018, type="paper-conference", venue="NeurIPS", doi="10.1/x")),
    (paper(type="thesis"), paper()),
    (paper("Deep sets", venue="Annals of Botany"), paper("Deep sets", venue="annals of botany")),
    (paper("Deep sets", type="book"), paper("Deep sets", type="book")),
    (paper(extra={"csl": {"volume": "30", "page": "5998-6008"}}), paper(extra={"bibtex": {"volume": "{30}"}})),
    (paper(type="paper-conference", extra={"csl": {"volume": "30"}}),
     paper(type="paper-conference", extra={"csl": {"volume": "2017-December"}})),
]  # fmt: skip
OTHER: list[tuple[Draft, Draft]] = [
    (paper("Notes", year=None), paper("Notes", year=None, type="book")),
    (paper(type="thesis"), paper(venue="Journal of Physics")),
    (paper(type="dataset"), paper(type="paper-conference")),
    (paper("Games and choice", type="book"), paper("Games and choice", type="chapter")),
    (paper("Collected letters", type="book", extra={"csl": {"volume": "1"}}),
     paper("Collected letters", type="book", extra={"csl": {"volume": 2}})),
    (paper("Preface", extra={"bibtex": {"pages": "{1--2}"}}), paper("Preface", extra={"csl": {"page": "99–101"}})),
    (paper("Preface", venue="Annals of Botany"), paper("Preface", venue="Journal of Physics")),
    (paper("The theory of games", type="chapter", identifiers={"isbn": ["0306406152"]}),
     paper("The history of trade", "Roe", type="chapter", identifiers={"isbn": ["0306406152"]})),
    (paper(), paper(author="Wang")),
    (paper(), paper(year=2021)),
    (paper(), paper(title="Attention Is Not All You Need")),
    (paper(doi="10.1/a"), paper(doi="10.1/b")),
    (paper(title="Editorial", author=""), paper(title="Editorial", author="")),
    (paper(doi="10.1/proceedings", title="Deep sets"),
     paper(doi="10.1/proceedings", title="Graph kernels", author="Li")),
    (paper(identifiers={"issn": ["1234-5679"]}), paper(title="Something else", identifiers={"issn": ["1234-5679"]})),
    (paper(type="book", identifiers={"isbn": ["0306406152"]}),
     paper(title="Attention", type="chapter", author="Li", identifiers={"isbn": ["0306406152"]})),
    (paper(type="paper-conference", venue="Proc. ICML"),
     paper(type="article-journal", venue="Artificial Intelligence")),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), SAME)
def test_one_paper(first: Draft, second: Draft) -> None:
    assert one(first, second)
    assert one(second, first)


@pytest.mark.parametrize(("first", "second"), OTHER)
def test_two_papers(first: Draft, second: Draft) -> None:
    assert not one(first, second)
    assert not one(second, first)


def test_a_shared_identifier_with_another_title_is_told() -> None:
    index = Index()
    index.put(known(paper(title="Deep sets", doi="10.1/p"), 7))
    namesake = index.namesake(known(paper(title="Graph kernels", doi="10.1/p")))
    assert namesake is not None
    assert namesake.paper == 7


def test_names_of_one_person() -> None:
    assert same_author("wang", "wang lu")
    assert same_author("wang l", "wang lu")
    assert same_author("knuth d. e.", "knuth donald e.")
    assert not same_author("wang j", "wang lu")
    assert not same_author("wang", "wangari")
    assert not same_author("", "wang")


def test_identifiers_in_one_form() -> None:
    assert normal("doi", "10.1/ABC") == ("doi", "10.1/abc")
    assert normal("doi", "10.48550/arXiv.1706.03762v2") == ("arxiv", "1706.03762")
    assert normal("isbn", "0-306-40615-2") == ("isbn", "9780306406157")
    assert normal("issn", "1234-5679") is None
    assert normal("pmid", " ") is None


def test_alike_titles() -> None:
    assert alike("", "anything")
    assert alike("Deep sets", "Deep sets: theory and practice")
    assert not alike("Deep sets", "Graph kernels")


def test_a_short_title_alone_is_too_little_within_one_file() -> None:
    assert too_little(known(paper("Notes", year=None)), known(paper("Notes", year=None)))
    assert too_little(known(paper("Notes", type="webpage")), known(paper("Notes", type="webpage")))
    assert not too_little(known(paper("Notes", year=None, doi="10.1/x")), known(paper("Notes", doi="10.1/X")))
    assert not too_little(known(paper("Notes", type="book")), known(paper("Notes", type="book")))
    assert not too_little(known(paper(year=None)), known(paper(year=None)))
