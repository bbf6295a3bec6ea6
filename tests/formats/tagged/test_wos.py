"""Web of Science's tagged text: continued lines, full names, records without an end."""

from __future__ import annotations

import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft, Person
from readinglist.formats.tagged import ris, wos

TEXT = (Path(__file__).parents[2] / "data" / "wos" / "savedrecs.txt").read_text(encoding="utf-8")


def test_records() -> None:
    first, second, third = wos.read(io.StringIO(TEXT))
    assert isinstance(first, Draft)
    assert first.title == "Sleep spindles and the consolidation of motor skills"
    assert first.authors == [
        Person(family="Halvorsen", given="Ingrid M."),
        Person(family="Ven", given="Pieter", particle="van de"),
    ]
    assert (first.date, first.doi, first.abstract) == ("2012-05-08", "10.5555/jin.1", "We looked at sleep.")
    assert first.tags == ["memory", "sleep", "SPINDLES", "LONG-TERM MEMORY"]
    assert first.identifiers == {"issn": ["1537-744X"], "pmid": ["15170338"], "wos": ["000221807500019"]}
    assert (first.pages, first.extra["wos"]) == (17, {"NR": ["59"]})
    assert isinstance(second, Draft)
    assert (second.type, second.title, second.venue) == ("paper-conference", "No end", "Proceedings of Nothing")
    assert second.extra["csl"]["editor"] == [{"family": "Ed", "given": "B"}]
    assert isinstance(third, Draft)
    assert (third.type, third.date) == ("book", "1999")


def test_ris_knows_that_it_is_not_ris() -> None:
    assert len(list(ris.read(io.StringIO(TEXT)))) == 3
    assert ris.sniff(TEXT) == 0


@given(st.lists(st.sampled_from(["PT J", "ER", "TI x", "   y", "EF", "AU a, b", ""]) | st.text(max_size=6)))
def test_junk_never_raises(lines: list[str]) -> None:
    for item in wos.read(io.StringIO("\n".join(lines))):
        assert isinstance(item, Draft | Problem)


def test_sniff() -> None:
    assert wos.sniff(TEXT) > 0.9
    assert wos.sniff("TY  - JOUR\nPT J\n") == 0
