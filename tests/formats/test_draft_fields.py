"""Addresses, identifiers and page counts fill a draft."""

from __future__ import annotations

import pytest

from readinglist.core.paper import Draft
from readinglist.formats.draft_fields import address, page_count, take_doi


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
