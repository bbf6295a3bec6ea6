"""MEDLINE text: continued lines, full and short names, identifiers."""

from __future__ import annotations

import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft, Person
from readinglist.formats.tagged import medline

TEXT = (Path(__file__).parents[2] / "data" / "pubmed" / "two.nbib").read_text(encoding="utf-8")


def read(text: str) -> list[Draft | Problem]:
    return list(medline.read(io.StringIO(text)))


def test_records() -> None:
    first, second = read(TEXT)
    assert isinstance(first, Draft)
    assert first.title == "Sleep spindles and the consolidation of motor skills in a long title that goes on"
    assert first.authors == [
        Person(family="Ven", given="Pieter J", particle="van de"),
        Person(family="Halvorsen", given="Ingrid"),
        Person(literal="Sleep Group"),
    ]
    assert (first.date, first.venue, first.doi) == ("2012-05", "Journal of imaginary neurology", "10.5555/jin.1")
    assert first.abstract == "BACKGROUND: Sleep is good. This goes on over more than one line of the file."
    assert first.identifiers == {"pmid": ["11111111"], "pmcid": ["PMC3654245"], "issn": ["1537-744X"]}
    assert (first.tags, first.pages) == (["spindles", "sleep"], 17)
    assert ["OWN", "NLM"] in first.extra["nbib"]
    assert isinstance(second, Draft)
    assert (second.title, second.authors, second.doi) == (
        "A translated title", [Person(family="Solo", given="S")], "10.5555/x.2"
    )  # fmt: skip


def test_records_without_a_blank_line_between() -> None:
    assert len(read(TEXT.replace("\n\n", "\n"))) == 2


def test_a_record_without_anything_is_a_problem() -> None:
    (item,) = read("PMID- 1\nOWN - NLM\n")
    assert isinstance(item, Problem)
    assert item.raw == "PMID- 1\nOWN - NLM"


@given(st.lists(st.sampled_from(["PMID- 1", "TI  - a", "", "      b", "AU  - c d", "x"]) | st.text(max_size=8)))
def test_junk_never_raises(lines: list[str]) -> None:
    for item in read("\n".join(lines)):
        assert isinstance(item, Draft | Problem)


def test_sniff() -> None:
    assert medline.sniff(TEXT) > 0.9
    assert medline.sniff("TY  - JOUR\nTI  - x\nDP  - y\n") == 0
