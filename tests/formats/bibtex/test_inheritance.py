"""What records inherit: crossref by biblatex's rules in either order, xdata in full, circles, what never comes down."""

from __future__ import annotations

import io

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft
from readinglist.formats import bibtex
from readinglist.formats.bibtex import inheritance

PARENT = """@proceedings{Parent, title={Proc. of X}, subtitle={Sub}, booktitle={Ignored}, year={2003}, month=jul,
 editor={Ed, A}, doi={10.1000/parent}, abstract={About all}, keywords={all}, url={http://x.org/}}
"""
CHILD = "@inproceedings{child, title={Child}, author={Kid, A}, crossref={PARENT}, pages={1--9}}\n"


def read(text: str) -> dict[str | None, Draft]:
    found: list[Draft | Problem] = list(bibtex.read(io.StringIO(text)))
    assert all(isinstance(item, Draft) for item in found)
    return {item.key: item for item in found if isinstance(item, Draft)}


def test_the_order_does_not_matter():
    for text in (PARENT + CHILD, CHILD + PARENT, CHILD + "@misc{other, title={o}}\n" + PARENT):
        child = read(text)["child"]
        assert (child.title, child.date, child.venue) == ("Child", "2003-07", "Proc. of X")
        assert child.extra["bibtex"]["editor"] == "Ed, A"
        assert child.extra["bibtex"]["booksubtitle"] == "Sub"
        assert child.url == "http://x.org/"


def test_what_says_which_work_it_is_stays_with_the_parent():
    child = read(PARENT + CHILD)["child"]
    assert (child.doi, child.abstract, child.tags) == (None, None, [])


def test_what_the_child_has_stands():
    child = read(PARENT + "@inproceedings{c, title={C}, year=1999, booktitle={Mine}, crossref={parent}}")["c"]
    assert (child.date, child.venue) == ("1999", "Mine")


def test_author_of_a_book_comes_down_to_its_parts_only():
    found = read("@book{b, title={B}, author={Writer, A}, year=2001}\n@inbook{i, title={I}, crossref={b}}")
    assert [person.family for person in found["i"].authors] == ["Writer"]
    assert found["i"].extra["bibtex"]["bookauthor"] == "Writer, A"
    assert found["i"].venue == "B"


def test_periodicals_and_many_volumes():
    found = read("@periodical{p, title={Journal}, year=2001}\n@article{a, title={A}, crossref={p}}")
    assert found["a"].venue == "Journal"
    found = read(
        "@inbook{i, title={I}, crossref={v}}\n@book{v, title={Volume}, crossref={m}}\n@mvbook{m, title={Many}, year=1990}"  # noqa: E501
    )
    assert (found["i"].date, found["i"].venue, found["i"].extra["bibtex"]["maintitle"]) == ("1990", "Volume", "Many")
    assert found["v"].date == "1990"


def test_xdata_gives_all_and_is_no_paper():
    text = "@online{o, title={O}, xdata={x1, x2}}\n@xdata{x1, author={A, B}}\n@xdata{x2, doi={10.1000/1}, xdata={x3}}\n@xdata{x3, year=2001}\n"  # noqa: E501
    found = read(text)
    assert list(found) == ["o"]
    assert (found["o"].doi, found["o"].date, found["o"].authors[0].family) == ("10.1000/1", "2001", "A")


def test_circles_and_orphans():
    found = read(
        "@inbook{a, title={A}, crossref={b}}\n@inbook{b, title={B}, crossref={a}, year=1980}\n"
        "@misc{self, title={S}, crossref={self}}\n@misc{orphan, title={O}, crossref={nowhere}}\n"
    )
    assert sorted(found, key=str) == ["a", "b", "orphan", "self"]
    assert found["a"].date == "1980"
    assert found["orphan"].title == "O"


def test_many_that_wait_are_given_out_with_a_doubt(monkeypatch):
    monkeypatch.setattr(inheritance, "_WAITING", 1_000)
    text = (
        "".join(f"@inproceedings{{c{n}, title={{T}}, crossref={{late}}}}\n" for n in range(50))
        + "@proceedings{late, year=1999}"
    )
    found = read(text)
    assert len(found) == 51
    assert found["c0"].doubt
    assert found["c0"].date is None


def test_what_goes_with_a_title_does_not_go_with_another():
    book = "@book{vol, title={Tales}, subtitle={From Afar}, year=1999}\n"
    part = read(book + "@bookinset{part, title={Dawn}, crossref={vol}}")["part"]
    assert (part.title, part.date) == ("Dawn", "1999")


def test_a_part_without_a_title_is_called_as_the_whole():
    book = "@book{vol, title={Tales}, year=1999}\n"
    part = read(book + "@incollection{part, author={Kid, A}, crossref={vol}}")["part"]
    assert (part.title, part.venue) == ("Tales", "Tales")
