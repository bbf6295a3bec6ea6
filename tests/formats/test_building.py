"""Free dates, markup and addresses, as files have them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.core.dates import is_partial_date
from readinglist.core.paper import Draft
from readinglist.formats.building import address, page_count, plain, read_date, take_doi


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2010", "2010"),
        ("2010///", "2010"),
        ("2010/05//", "2010-05"),
        ("2010/05/12/", "2010-05-12"),
        ("2010/5/2/Spring", "2010-05-02"),
        ("2010-5-2", "2010-05-02"),
        ("2010/00/00", "2010"),
        ("2010/13/40", "2010"),
        ("2010 May 3", "2010-05-03"),
        ("May 12, 2010", "2010-05-12"),
        ("12 mai 2010", "2010-05-12"),
        ("12. März 2010", "2010-03-12"),
        ("Sept. 2010", "2010-09"),
        ("12.05.2010", "2010-05-12"),
        ("13/4/2010", "2010-04-13"),
        ("4/13/2010", "2010-04-13"),
        ("3/4/2010", "2010"),
        ("05/2010", "2010-05"),
        ("20100512", "2010-05-12"),
        ("c2010", "2010"),
        ("[1998]", "1998"),
        ("2009-2010", "2009"),
        ("2010 Jan-Feb", "2010-01"),
        ("2010-05-12T10:00:00Z", "2010-05-12"),
        ("Spring 2010", "2010"),
        ("in press", None),
        ("", None),
        ("0///", None),
        ("12", None),
    ],
)
def test_dates(text: str, wanted: str | None) -> None:
    assert read_date(text) == wanted


@given(st.text() | st.text("0123456789/-. mayJan"))
def test_any_date_is_iso_or_none(text: str) -> None:
    date = read_date(text)
    assert date is None or is_partial_date(date)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("CO<sub>2</sub> &amp; <i>E. coli</i>", "CO2 & E. coli"),
        ("a < b and c > d", "a < b and c > d"),
        ("p<0.05, q>0.1", "p<0.05, q>0.1"),
        ("&lt;i&gt;x", "<i>x"),
        ("AT&amp;amp;T", "AT&T"),
        ("List<T> is", "List<T> is"),
        ("a <b and c> d", "a <b and c> d"),
        ("E<sub class=x>0</sub> <mml:math><mml:mi>x</mml:mi></mml:math>", "E0 x"),
        ("x<span class='a'>y</span>", "xy"),
    ],
)
def test_markup_goes_and_text_stays(text: str, wanted: str) -> None:
    assert plain(text) == wanted


def test_jats_paragraphs() -> None:
    text = "<jats:title>Abstract</jats:title><jats:p>One\n   two</jats:p>\n<jats:p>Three<jats:sup>4</jats:sup></jats:p>"
    assert plain(text, lines=True) == "One\ntwo\n\nThree4"


def test_addresses_tell_identifiers() -> None:
    draft = Draft()
    address(draft, "https://doi.org/10.1000/xyz")
    address(draft, "http://arxiv.org/abs/1706.03762v5")
    address(draft, "https://pubmed.ncbi.nlm.nih.gov/12345/")
    assert (draft.url, draft.doi, draft.arxiv) == ("https://doi.org/10.1000/xyz", "10.1000/xyz", "1706.03762v5")
    assert draft.identifiers == {"pmid": ["12345"]}


def test_doi_of_arxiv_names_the_id() -> None:
    draft = Draft()
    assert take_doi(draft, "doi:10.48550/arXiv.1706.03762")
    assert (draft.doi, draft.arxiv) == ("10.48550/arXiv.1706.03762", "1706.03762")
    assert not take_doi(Draft(), "journal article")


@pytest.mark.parametrize(
    ("page", "count"), [("280-284", 5), ("1276–92", 17), ("7--7", 1), ("e0815", None), ("9-3", None), (3, None)]
)
def test_page_counts(page: object, count: int | None) -> None:
    assert page_count(page) == count
