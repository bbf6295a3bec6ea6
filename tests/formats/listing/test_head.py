"""First lines of a listing's blocks: codes, categories and dates in their spellings."""

from __future__ import annotations

import pytest

from readinglist.formats.listing.head import Head, parse_head
from readinglist.formats.listing.subjects import ARCHIVES, category


@pytest.mark.parametrize(
    ("line", "subject", "date"),
    [
        ("LGSep 2, 2024", "cs.LG", "2024-09-02"),
        ("MLMay 3, 2019", "stat.ML", "2019-05-03"),
        ("MAMar 31, 2020", "cs.MA", "2020-03-31"),
        ("LG Sep 2, 2024", "cs.LG", "2024-09-02"),
        ("LG · Sep 2, 2024", "cs.LG", "2024-09-02"),
        ("LGSeptember 2, 2024", "cs.LG", "2024-09-02"),
        ("LGSept. 2nd, 2024", "cs.LG", "2024-09-02"),
        ("LG2 Sep 2024", "cs.LG", "2024-09-02"),
        ("LG2 September, 2024", "cs.LG", "2024-09-02"),
        ("LGSep 2024", "cs.LG", "2024-09"),
        ("LG2024-09-02", "cs.LG", "2024-09-02"),
        ("LG2024", "cs.LG", "2024"),
        ("LGSEP 2, 2024", "cs.LG", "2024-09-02"),
        ("cs.LGSep 2, 2024", "cs.LG", "2024-09-02"),
        ("hep-thNov 27, 1997", "hep-th", "1997-11-27"),
        ("quant-phAug 30, 1995", "quant-ph", "1995-08-30"),
        ("cond-matAug 30, 1995", "cond-mat", "1995-08-30"),
        ("cond-mat.dis-nnAug 30, 1995", "cond-mat.dis-nn", "1995-08-30"),
        ("stat-mechAug 30, 1995", "cond-mat.stat-mech", "1995-08-30"),
        ("Sep 2, 2024", None, "2024-09-02"),
        ("ZZSep 2, 2024", "ZZ", "2024-09-02"),
        ("LGFeb 29, 2024", "cs.LG", "2024-02-29"),
    ],
)
def test_heads(line: str, subject: str | None, date: str) -> None:
    assert parse_head(line) == Head(subject=subject, date=date)


@pytest.mark.parametrize("line", ["LGFeb 30, 2024", "LGFeb 29, 2023", "LGSep 2, 202", "LGSep", "hep-thMay 0, 2001"])
def test_dates_that_are_none(line: str) -> None:
    head = parse_head(line)
    assert head is not None
    assert head.bad_date
    assert head.date is None


@pytest.mark.parametrize(
    "line",
    ["", "In 2016", "March 2020 was cold.", "2016", "May 2016", "Deep Learning", "We read LGSep 2, 2024", "AIbert"],
)
def test_other_lines_are_no_heads(line: str) -> None:
    assert parse_head(line) is None


@pytest.mark.parametrize("code", ["CO", "ST", "AP", "CV", "GR", "SC", "DS", "IT", "NA", "SY", "LO", "GT", "NN"])
def test_codes_of_several_archives_stay_as_given(code: str) -> None:
    assert category(code) == code


def test_a_code_is_resolved_exactly_when_one_category_bears_it() -> None:
    every = [(archive, code) for archive, codes in ARCHIVES.items() for code in codes.split()]
    for archive, code in every:
        bearers = [one for one, other in every if other == code]
        assert category(code) == (f"{archive}.{code}" if len(bearers) == 1 else code)
    assert len(every) + sum(not codes for codes in ARCHIVES.values()) == 155
