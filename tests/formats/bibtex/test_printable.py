"""What BibTeX's styles need: types that ask for less, makers by type, and all of it taken back in reading."""

from __future__ import annotations

import io

import pytest

from readinglist.core.paper import Draft
from readinglist.formats import bibtex
from readinglist.formats.bibtex import biblatex
from readinglist.formats.bibtex.printable import by_type, fitted, undone


@pytest.mark.parametrize(
    ("kind", "fields", "written", "more"),
    [
        ("article", "author title", "misc", {}),
        ("article", "author title journal", "article", {}),
        ("article", "title journal volume number pages", "misc", {"howpublished": "journal, volume(number):pages"}),
        ("incollection", "author title booktitle", "inproceedings", {}),
        ("inproceedings", "author title", "misc", {}),
        ("book", "editor title", "proceedings", {}),
        ("book", "author title", "misc", {}),
        ("phdthesis", "author title type", "misc", {"howpublished": "type"}),
        ("techreport", "author title institution", "techreport", {}),
        ("unpublished", "author title", "misc", {}),
        ("article", "author title journal number", "article", {"issue": "number", "note": "No.~number"}),
        ("inproceedings", "author title booktitle series volume number", "inproceedings", {"issue": "number"}),
        ("misc", "title", "misc", {"key": "title"}),
    ],
)
def test_a_type_that_asks_for_no_more_than_there_is(kind, fields, written, more):
    given = {name: name for name in fields.split()} | {"year": "2000"}
    type_, found = fitted(kind, given)
    assert type_ == written
    assert more.items() <= found.items()
    assert set(given.values()) <= set(found.values())  # nothing is dropped
    undone(found)
    assert found == given


def test_a_preprint_says_where_it_is():
    fields = {"author": "A", "title": "T", "year": "2021", "eprint": "2101.00001", "archiveprefix": "arXiv"}
    assert fitted("misc", {**fields, "primaryclass": "cs.LG"})[1]["howpublished"] == "arXiv:2101.00001 [cs.LG]"


def test_no_year_is_said_and_taken_back():
    text = "@article{k, author={A, B}, title={T}, journal={J}}"
    (paper,) = bibtex.read(io.StringIO(text))
    assert isinstance(paper, Draft)
    written = "".join(bibtex.write([paper]))
    assert "year = {n.d.}" in written
    (again,) = bibtex.read(io.StringIO(written))
    assert isinstance(again, Draft)
    assert (again.date, again.extra) == (None, {})


@pytest.mark.parametrize(
    ("kind", "dialect", "name"),
    [
        ("phdthesis", False, "school"), ("techreport", False, "institution"), ("book", False, "publisher"),
        ("thesis", True, "institution"), ("report", True, "institution"), ("online", True, "organization"),
    ],
)  # fmt: skip
def test_who_brought_it_out_stands_where_the_type_prints_it(kind, dialect, name):
    assert by_type(kind, {"publisher": "P"}, biblatex=dialect) == {name: "P"}


def test_biblatex_says_no_in_without_a_where():
    (paper,) = bibtex.read(io.StringIO("@article{k, author={A, B}, title={T}}"))
    assert isinstance(paper, Draft)
    written = "".join(biblatex.write([paper]))
    assert written.startswith("@misc{k")
    (again,) = biblatex.read(io.StringIO(written))
    assert isinstance(again, Draft)
    assert again.type == "article-journal"
