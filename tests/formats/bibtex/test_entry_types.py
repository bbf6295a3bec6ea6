"""Entry types against CSL types, both ways."""

from __future__ import annotations

import pytest

from readinglist.formats.bibtex.entry_types import BIBTEX_TYPES, csl_type, entry_type


@pytest.mark.parametrize(
    ("kind", "csl"),
    [("article", "article-journal"), ("inproceedings", "paper-conference"), ("phdthesis", "thesis"), ("online", "webpage"),  # noqa: E501
     ("book_section", "chapter"), ("proceedings", "book"), ("techreport", "report"), ("whatever", "document")],
)  # fmt: skip
def test_types_in(kind, csl):
    assert csl_type(kind) == csl


@pytest.mark.parametrize("kind", sorted(BIBTEX_TYPES))
def test_the_type_a_paper_came_with_goes_out_again(kind):
    assert entry_type(csl_type(kind), biblatex=False, original=kind) == kind


def test_types_out():
    assert entry_type("webpage", biblatex=True) == "online"
    assert entry_type("webpage", biblatex=False, original="online") == "misc"
    assert entry_type("book", biblatex=False, original="article") == "book"
    assert entry_type("never heard of", biblatex=True) == "misc"
