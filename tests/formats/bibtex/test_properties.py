"""Laws for any input: nothing raises, every record is accounted for, complete exports are lossless."""

from __future__ import annotations

import io
import random
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft
from readinglist.formats import bibtex
from readinglist.formats.bibtex import biblatex
from tests.formats import drafts as sample

QUICK = settings(max_examples=20)


def read(text: str) -> list[Draft | Problem]:
    return list(bibtex.read(io.StringIO(text)))


@pytest.mark.parametrize("dialect", [bibtex, biblatex])
def test_a_full_draft_comes_back_from_a_complete_export(dialect):
    text = "".join(dialect.write([sample.full()], complete=True))
    (found,) = read(text)
    assert sample.same(found, sample.full())


@QUICK
@given(st.lists(sample.drafts(), max_size=3))
def test_any_drafts_come_back_from_a_complete_export(papers):
    for dialect in (bibtex, biblatex):
        found = read("".join(dialect.write(papers, complete=True)))
        assert len(found) == len(papers)
        for there, here in zip(found, papers, strict=True):
            assert sample.same(there, here)


@QUICK
@given(sample.drafts())
def test_for_citing_nothing_private_goes_out_and_the_rest_comes_back(paper):
    paper.tags, paper.note = ["secrettag"], "secretnote"
    for dialect in (bibtex, biblatex):
        text = "".join(dialect.write([paper]))
        assert "secrettag" not in text
        assert "secretnote" not in text
        (found,) = read(text)
        assert isinstance(found, Draft)
        assert (found.year, found.doi, found.url) == (paper.year, paper.doi or found.doi, paper.url)
        if "$" not in paper.title:
            assert " ".join(found.title.split()) == " ".join(paper.title.split())
        assert [p.display for p in found.authors if "$" not in p.display] == [
            p.display for p in paper.authors if "$" not in p.display
        ]


_BITS = st.sampled_from(
    ["@article{", "@book(", "@string{", "@comment{", "@preamble{", "key,", "title", "author", "year", "=", "{", "}", '"', "#",  # noqa: E501
     ",", "\n", " ", "\\", "\\'", "$", "and", "Smith, J", "2001", "url", "http://x.org/", "%", "crossref", "a", "@", "(", ")",  # noqa: E501
     "\\{", "\t", "é", "\x00", "\r", "--", "`", "doi", "10.1000/x", "\\textit{", "date", "2003-04/", "month", "jan", "file"]  # noqa: E501
)  # fmt: skip


@settings(max_examples=120)
@given(st.lists(_BITS, max_size=60).map("".join))
@example("@a{b, c = {")
@example('@a{b, c = "')
@example("@a{b, c = {d} # ")
@example("@string{a = b} @string{b = a} @misc{x, title = a # b}")
@example("@a{x, crossref = {x}, title={t}}")
@example("@")
@example("@a{\\")
def test_junk_never_raises(text):
    for item in read(text):
        assert isinstance(item, Draft | Problem)


@settings(max_examples=30)
@given(st.text(max_size=300))
def test_no_text_whatever_raises(text):
    read("@article{k, title = {" + text + "}, author = {" + text + "}, date = {" + text + "}, file = {" + text + "}}")
    read(text)


@settings(max_examples=30)
@given(st.lists(st.lists(_BITS.filter(lambda bit: "@" not in bit), max_size=12).map("".join), max_size=8))
def test_every_record_start_is_a_draft_or_a_problem(bodies):
    text = "\n".join(f"@misc{{k{number}, {body}" for number, body in enumerate(bodies)) + "\n"
    found = read(text)
    starts = len(re.findall(r"(?m)^@misc\{", text))
    assert len(found) == starts


@settings(max_examples=30)
@given(st.lists(sample.drafts(), min_size=1, max_size=4), st.integers(1, 4))
def test_blocks_of_any_size_give_the_same(papers, size):
    """A stream that hands out little at a time says the same as one that gives all."""
    text = "".join(bibtex.write(papers))

    class Dripping(io.StringIO):
        def read(self, _size: int | None = -1) -> str:
            return super().read(size * 50)

    assert [_shown(item) for item in bibtex.read(Dripping(text))] == [_shown(item) for item in read(text)]


def _shown(item: Draft | Problem) -> object:
    return (item.key, item.title, item.place, item.raw)


_LONG_BITS = (
    "@article{", "@book(", "@string{", "@comment{", "@inbook{k1,", "@xdata{k2,", "k1,", "title=", "author=", "year=",
    "date=", "url=", "doi=", "abstract=", "keywords=", "file=", "month=", "crossref=", "xdata=", "readinglist=",
    "note=", "pages=", "eprint=", "{", "}", "\"", "#", ",", "\n", " ", "\\", "\\'", "\\v", "$", "$x^2$", "\\frac",
    "and ", "others", "Smith, J", "van", "2001-03/", "http://x.org/", "%", "=", "@", "(", ")", "\\{", "\t", "é",
    "\x00", "\r", "--", "``", "''", "10.1000/x", "\\textit{", "\\href{", "jan", "Read_Status: Read\n", ":a.pdf:PDF;",
    "\\url{", "~", "&amp;", "^", "_", "e30=", "family=", "et al.", "\\ss", "\\o ", "1706.03762",
)  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("seed", range(4))
def test_a_quarter_of_a_million_junk_files_each(seed):
    chance = random.Random(seed)
    for _number in range(250_000):
        text = "".join(chance.choices(_LONG_BITS, k=chance.randint(1, 40)))
        for item in bibtex.read(io.StringIO(text)):
            assert isinstance(item, Draft | Problem)
