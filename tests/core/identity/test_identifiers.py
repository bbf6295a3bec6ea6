"""Identifiers as people and programs write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.core.identity import identifiers as ids
from readinglist.core.identity.identifiers import Identifier


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10.1000/xyz123", "10.1000/xyz123"),
        ("doi:10.1000/xyz123", "10.1000/xyz123"),
        ("DOI: 10.1000/Xyz123.", "10.1000/Xyz123"),
        ("https://doi.org/10.1000/xyz123", "10.1000/xyz123"),
        ("http://dx.doi.org/10.1000/xyz%2F123", "10.1000/xyz/123"),
        ("https://doi.org/https://doi.org/10.1000/1", "10.1000/1"),
        ("https://doi-org.proxy.edu/10.1000/xyz", "10.1000/xyz"),
        ("see (10.1000/abc(def)).", "10.1000/abc(def)"),
        ("10.1002/(SICI)1097-4679(199701)53:1<1::AID-J1>3.0.CO;2-R", "10.1002/(SICI)1097-4679(199701)53:1<1::AID-J1>3.0.CO;2-R"),  # noqa: E501
        ("10.1000.10/5", "10.1000.10/5"),
        ("not one", None),
        ("10.1000", None),
        ("", None),
        (None, None),
    ],
)  # fmt: skip
def test_doi(text, value):
    assert ids.doi(text) == value


def test_a_field_for_dois_is_believed():
    assert ids.doi_field("1234/5678.90") == "1234/5678.90"
    assert ids.doi("1234/5678.90") is None
    assert ids.doi_field("unknown") is None
    assert ids.doi_field("10.1023/A:1,10.4310/B") == ids.doi_field("10.1023/A:1, 10.4310/B") == "10.1023/A:1"
    assert ids.doi_in_address("http://dx.doi.org/10.1000/1") == "10.1000/1"
    assert ids.doi_in_address("http://example.org/10.1000/1") is None
    assert ids.doi_key("10.1000/ABC") == ids.doi_key("10.1000/abc")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1706.03762", "1706.03762"),
        ("arXiv:1706.03762v5", "1706.03762v5"),
        ("arXiv:1706.03762v5 [cs.CL]", "1706.03762v5"),
        ("https://arxiv.org/abs/1706.03762v5", "1706.03762v5"),
        ("http://arxiv.org/pdf/1706.03762.pdf", "1706.03762"),
        ("https://arxiv.org/pdf/1706.03762v1?download=1", "1706.03762v1"),
        ("10.48550/arXiv.1706.03762", "1706.03762"),
        ("https://doi.org/10.48550/arXiv.1706.03762", "1706.03762"),
        ("hep-th/9901001", "hep-th/9901001"),
        ("arXiv:math.GT/0309136v2", "math.GT/0309136v2"),
        ("cs/0112017", "cs/0112017"),
        ("0704.0001", "0704.0001"),
        ("1713.00001", None),
        ("1706.037", None),
        ("12345", None),
        (None, None),
    ],
)
def test_arxiv(text, value):
    assert ids.arxiv(text) == value


def test_versions_of_one_paper_have_one_key():
    assert ids.arxiv_key("1706.03762v5") == ids.arxiv_key("1706.03762") == "1706.03762"
    assert ids.arxiv_in("arXiv preprint arXiv:1706.03762, 2017") == "1706.03762"
    assert ids.arxiv_in("CoRR abs/1706.03762") == "1706.03762"
    assert ids.arxiv_in("Phys. Rev. 1706.03762") is None


def test_books_and_serials():
    assert ids.isbn("978-3-16-148410-0") == "9783161484100"
    assert ids.isbn("ISBN 0-306-40615-2 (pbk.)") == "0306406152"
    assert ids.isbn("0-8044-2957-x") == "080442957X"
    assert ids.isbn("978-3-16-148410-1") is None
    assert ids.isbns("9783161484100, 0306406152") == ["9783161484100", "0306406152"]
    assert ids.isbn13("0306406152") == "9780306406157"
    assert ids.issns("2049-3630 and 03785955; 1234-5678") == ["2049-3630", "0378-5955"]


def test_pubmed():
    assert ids.pmid("PMID: 0012345") == "12345"
    assert ids.pmid("https://pubmed.ncbi.nlm.nih.gov/12345/") == "12345"
    assert ids.pmid("x") is None
    assert ids.pmcid("PMC1234567") == "PMC1234567"
    assert ids.pmcid("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/") == "PMC1234567"
    assert ids.pmcid("1234567") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("10.1000/xyz", Identifier("doi", "10.1000/xyz")),
        ("https://doi.org/10.48550/arXiv.1706.03762", Identifier("arxiv", "1706.03762")),
        ("PMID: 12345", Identifier("pmid", "12345")),
        ("PMC1234567", Identifier("pmcid", "PMC1234567")),
        ("ISBN 978-3-16-148410-0", Identifier("isbn", "9783161484100")),
        ("ISSN 2049-3630", Identifier("issn", "2049-3630")),
        ("https://example.org/a?b=c", Identifier("url", "https://example.org/a?b=c")),
        ("12345", None),
        ("A title of 10.1000/words", None),
        ("", None),
    ],
)
def test_recognise(text, found):
    assert ids.recognise(text) == found


@given(st.text(max_size=60))
def test_no_text_raises(text):
    ids.recognise(text)
    for function in (ids.doi, ids.doi_field, ids.arxiv, ids.pmid, ids.pmcid, ids.isbn, ids.isbns, ids.issns, ids.url):
        function(text)
