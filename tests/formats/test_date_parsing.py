"""Free dates as files have them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.core.dates import is_partial_date
from readinglist.formats.date_parsing import read_date


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
