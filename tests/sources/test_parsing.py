"""What each service's reply becomes, and that no reply at all makes a parser raise."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.core.paper import Person
from readinglist.sources import arxiv, crossref, doi, openalex, openlibrary, pubmed, semanticscholar, web_page
from tests.sources import replies as r

PARSERS = (arxiv, crossref, doi, openalex, openlibrary, pubmed, semanticscholar, web_page)


def names(draft) -> list[str]:
    return [person.display for person in draft.authors]


@pytest.mark.parametrize("prefix", ["", "a", "atom"])
def test_arxiv_by_namespace_whatever_the_prefix(prefix: str) -> None:
    first, second = arxiv.parse(r.feed(r.ATTENTION, r.RESNET, prefix=prefix))
    assert first.title == "Attention Is All You Need"
    assert names(first)[-1] == "Łukasz Kaiser"
    assert (first.arxiv, first.date, first.year, first.subject) == ("1706.03762", "2017-06-12", 2017, "cs.CL")
    assert first.url == "https://arxiv.org/abs/1706.03762"
    assert first.abstract == (
        "The dominant sequence transduction models are based on complex recurrent or convolutional networks."
    )
    assert first.type == "article"
    assert first.extra["arxiv"] == {"version": "v7", "updated": "2023-08-02"}
    assert second.doi == "10.1109/CVPR.2016.90"


def test_old_ids_teams_and_where_it_appeared() -> None:
    (old,) = arxiv.parse(r.feed({**r.OLD, "title": "A title &amp; more"}))
    assert (old.arxiv, old.title) == ("hep-th/9901001", "A title & more")
    assert old.authors == [Person(literal="The CMS Collaboration")]
    assert old.extra["arxiv"]["journal_ref"] == "Nucl.Phys. B570 (2000) 287-303"
    assert old.venue is None


def test_arxivs_error_is_no_paper() -> None:
    error = r.feed(r.ATTENTION).replace(
        b"http://arxiv.org/abs/1706.03762v7", b"http://arxiv.org/api/errors#incorrect_id"
    )
    assert arxiv.parse(error) == []
    assert arxiv.parse(r.feed()) == []


def test_crossref() -> None:
    (paper,) = crossref.parse(r.work(r.LECUN))
    assert (paper.title, paper.venue, paper.date, paper.type) == (
        "Deep learning",
        "Nature",
        "2015-05-27",
        "article-journal",
    )
    assert names(paper) == ["Yann LeCun", "Yoshua Bengio", "Geoffrey Hinton"]
    assert (paper.doi, paper.url) == ("10.1038/nature14539", "https://doi.org/10.1038/nature14539")
    assert paper.identifiers["issn"] == ["0028-0836", "1476-4687"]
    assert paper.extra["csl"] == {
        "volume": "521", "issue": "7553", "page": "436-444", "publisher": "Springer Science and Business Media LLC",
    }  # fmt: skip
    assert paper.pages == 9


@pytest.mark.parametrize(
    ("more", "title"),
    [
        ({"title": ["Deep learning"], "subtitle": ["A review"]}, "Deep learning: A review"),
        ({"title": ["Deep learning: a review"], "subtitle": ["A Review"]}, "Deep learning: a review"),
        ({"title": ["Who reads?"], "subtitle": ["A survey"]}, "Who reads? A survey"),
        ({"title": ["Deep <i>learning</i> of H<sub>2</sub>O &amp; more"]}, "Deep learning of H2O & more"),
        ({"title": "A text where a list should be"}, "A text where a list should be"),
        ({"title": ["", "The second"]}, "The second"),
    ],
)
def test_crossrefs_titles(more: dict[str, Any], title: str) -> None:
    assert crossref.parse(r.work({**r.LECUN, **more}))[0].title == title


@pytest.mark.parametrize(
    ("dates", "date"),
    [
        (
            {"issued": {"date-parts": [[None]]}, "created": {"date-parts": [[2020, 1, 2]]}, "published-print": None},
            "2020-01-02",
        ),
        ({"issued": {"date-parts": [[2020, 3]]}}, "2020-03"),
        ({"issued": {"date-parts": [[2020]]}}, "2020"),
        ({"issued": {}, "published-print": {"date-parts": [[2019, 5]]}}, "2019-05"),
        ({"issued": {"date-parts": []}, "published-print": None}, None),
        ({"issued": {"date-parts": [["x"]]}, "published-print": 7}, None),
    ],
)
def test_crossrefs_dates(dates: dict[str, Any], date: str | None) -> None:
    work = {name: value for name, value in {**r.LECUN, **dates}.items() if value is not None}
    assert crossref.parse(r.work(work))[0].date == date


def test_crossrefs_abstracts_and_teams() -> None:
    (paper,) = crossref.parse(
        r.work({
            **r.LECUN,
            "abstract": "<jats:title>Abstract</jats:title><jats:p>Deep <jats:italic>nets</jats:italic>.</jats:p>\n"
            "<jats:p>Yes.</jats:p>",
            "author": [{"name": "ATLAS Collaboration", "sequence": "first"}, {"family": "Aad", "given": "G."}, {}, 1],
        })
    )  # fmt: skip
    assert paper.abstract == "Deep nets.\n\nYes."
    assert names(paper) == ["ATLAS Collaboration", "G. Aad"]
    (paper,) = crossref.parse(r.work({**r.LECUN, "abstract": "<jats:p>Abstract We learn.</jats:p>"}))
    assert paper.abstract == "We learn."
    (paper,) = crossref.parse(r.work({**r.LECUN, "abstract": "Abstract nonsense is a field."}))
    assert paper.abstract == "Abstract nonsense is a field."


def test_crossrefs_search() -> None:
    assert [paper.title for paper in crossref.parse(r.works(r.LECUN, {**r.LECUN, "title": []}, r.LECUN))] == [
        "Deep learning"
    ] * 2


def test_openalex() -> None:
    (paper,) = openalex.parse(json.dumps(r.openalex()).encode())
    assert (paper.title, paper.date, paper.venue, paper.doi) == (
        "Deep learning",
        "2015-05-26",
        "Nature",
        "10.1038/nature14539",
    )
    assert names(paper) == ["Yann LeCun", "Yoshua Bengio"]
    assert paper.abstract == "Deep learning allows representation learning"
    assert paper.identifiers == {"openalex": ["W2919115771"], "pmid": ["26017442"]}
    assert paper.extra["csl"] == {"volume": "521", "issue": "7553", "page": "436-444"}
    assert paper.url == "https://doi.org/10.1038/nature14539"


def test_openalex_where_a_preprint_lies_is_no_venue() -> None:
    place = {
        "landing_page_url": "http://arxiv.org/abs/1706.03762",
        "source": {"display_name": "arXiv", "type": "repository"},
    }
    body = json.dumps(
        {"results": [r.openalex(type="preprint", doi=None, primary_location=place, abstract_inverted_index=None)]}
    )
    (paper,) = openalex.parse(body.encode())
    assert (paper.type, paper.venue, paper.arxiv, paper.abstract) == ("article", None, "1706.03762", None)


def test_pubmed() -> None:
    (paper,) = pubmed.parse(r.PUBMED)
    assert (paper.title, paper.venue, paper.date) == ("Deep learning", "Nature", "2015-05-28")
    assert (paper.doi, paper.identifiers["pmid"]) == ("10.1038/nature14539", ["26017442"])
    assert paper.url == "https://pubmed.ncbi.nlm.nih.gov/26017442/"
    assert paper.raw is None


def test_open_library() -> None:
    (book,) = openlibrary.parse(r.BOOK)
    assert (book.title, book.type, book.date, book.pages) == (
        "Deep learning: adaptive computation",
        "book",
        "2016-11-18",
        775,
    )
    assert names(book)[0] == "Ian Goodfellow"
    assert book.identifiers == {"isbn": ["9780262035613"]}
    assert book.extra["csl"] == {"publisher": "The MIT Press", "publisher-place": "Cambridge, Massachusetts"}
    assert openlibrary.parse(b"{}") == []
    (odd,) = openlibrary.parse(r.BOOK.replace(b"775", b"true"))
    assert odd.pages is None


def test_doi_org() -> None:
    (data,) = doi.parse(r.DATASET)
    assert (data.title, data.type, data.date, data.abstract) == (
        "Robot recordings",
        "dataset",
        "2018-04-27",
        "Recordings of robots.",
    )
    assert names(data) == ["Jane Doe", "Robot Lab"]
    assert data.doi is not None
    assert data.doi.lower() == "10.5281/zenodo.1234567"
    assert data.key is None


def test_semantic_scholar() -> None:
    (paper,) = semanticscholar.parse(r.SEMANTIC)
    assert (paper.title, paper.date, paper.arxiv) == ("Attention is All you Need", "2017-06-12", "1706.03762")
    assert (paper.venue, paper.type) == ("Neural Information Processing Systems", "paper-conference")


def test_a_page() -> None:
    (paper,) = web_page.parse(r.PAGE)
    assert (paper.title, paper.date, paper.venue) == ("A paper & its page", "2021-03-04", "Some Conference")
    assert paper.authors == [Person(family="Doe", given="Jane"), Person(family="Berg", given="Ana", particle="van der")]
    assert paper.abstract == "What it says."
    assert web_page.parse(b"<html><head><meta property='og:title' content='A blog'></head></html>") == []


ODD = [
    b"", b" ", b"null", b"0", b"[]", b"{}", b'"text"', b"<html><body>Please log in</body></html>", b"\xff\xfe\x00",
    b"{", b'{"message": null}', b'{"message": {"items": {}}}', b'{"results": {"a": 1}}', b'{"title": {"a": []}}',
    b"[" * 100_000,
    b"<feed/>", b"<!DOCTYPE feed [<!ENTITY a 'b'>]><feed xmlns='http://w3.org/2005/Atom'>&a;</feed>", b"<a><b></a>",
    b'{"title": ["x"], "author": {"a": 1}, "issued": 7, "authorships": [null, 3, {"author": []}]}',
]  # fmt: skip


@pytest.mark.parametrize("body", ODD, ids=lambda body: repr(body[:30]))
@pytest.mark.parametrize("parser", PARSERS, ids=lambda parser: parser.__name__.rpartition(".")[2])
def test_odd_replies_are_no_papers_and_no_trouble(parser: Any, body: bytes) -> None:
    assert all(draft.title for draft in parser.parse(body))


WHOLE = [
    r.feed(r.ATTENTION, r.RESNET), r.work(r.LECUN), r.works(r.LECUN), json.dumps(r.openalex()).encode(), r.PUBMED,
    r.BOOK, r.DATASET, r.SEMANTIC, r.PAGE,
]  # fmt: skip


@given(st.sampled_from(WHOLE), st.integers(0, 3000), st.integers(0, 40), st.binary(max_size=6))
def test_nor_are_damaged_ones(body: bytes, at: int, gone: int, put: bytes) -> None:
    at %= len(body)
    damaged = body[:at] + put + body[at + gone :]
    for parser in PARSERS:
        parser.parse(damaged)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def swapped(value: Any, path: list[int], other: Any) -> Any:
    """Return a value with what lies at a path (by number, around the end) exchanged."""
    if not path or not isinstance(value, dict | list) or not value:
        return other
    if isinstance(value, list):
        place = path[0] % len(value)
        return [swapped(item, path[1:], other) if n == place else item for n, item in enumerate(value)]
    key = sorted(value)[path[0] % len(value)]
    return {**value, key: swapped(value[key], path[1:], other)}


@given(
    st.sampled_from([body for body in WHOLE if body[:1] == b"{"]),
    st.lists(st.integers(0, 30), min_size=1, max_size=5),
    JSON,
)
def test_nor_is_a_value_of_another_kind(body: bytes, path: list[int], other: Any) -> None:
    odd = json.dumps(swapped(json.loads(body), path, other)).encode()
    for parser in PARSERS:
        for draft in parser.parse(odd):
            assert isinstance(draft.title, str)
