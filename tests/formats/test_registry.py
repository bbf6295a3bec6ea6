"""The table of formats: every row works, says in the manual what it does, and knows its own texts by content."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from readinglist.core.errors import WrongUsage
from readinglist.formats import registry
from tests.formats.drafts import full

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"
MANUAL = (ROOT / "docs" / "manual" / "formats.md").read_text(encoding="utf-8")
WRITING = [row.id for row in registry.FORMATS if row.writes and row.id not in ("markdown", "biblatex")]


def test_the_table_in_the_manual_is_what_the_program_makes() -> None:
    assert runpy.run_path(str(ROOT / "docs" / "format_table.py"))["page"](MANUAL) == MANUAL
    assert all(row.about for row in registry.FORMATS)


def test_the_table_of_fields_is_what_the_formats_do() -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert runpy.run_path(str(ROOT / "docs" / "field_table.py"))["page"](page) == page


@pytest.mark.parametrize("name", WRITING)
@pytest.mark.parametrize("complete", [False, True])
def test_what_is_written_is_recognised_by_content(name: str, complete: bool) -> None:
    text = "".join(registry.module(registry.by_id(name)).write([full()], complete=complete))
    found = registry.detect(text)
    assert found is not None
    assert found.id == name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("ris/odd.ris", "ris"),
        ("ris/endnote.ris", "ris"),
        ("csl/quirks.json", "csl-json"),
        ("csl/crossref.json", "csl-json"),
        ("endnote/desktop.xml", "endnote-xml"),
        ("pubmed/efetch.xml", "pubmed-xml"),
        ("pubmed/two.nbib", "nbib"),
        ("wos/savedrecs.txt", "wos"),
        ("refer/export.enw", "refer"),
        ("refer/old.refer", "refer"),
        ("refworks/export.txt", "refworks"),
    ],
)
def test_files_are_recognised_whatever_they_are_called(path: str, name: str) -> None:
    text = (DATA / path).read_text(encoding="utf-8")
    for called in ("", "x.txt", "x.json", "x.csv", "x.ris"):
        found = registry.detect(text, called)
        assert found is not None
        assert found.id == name


@pytest.mark.parametrize("text", ["", "Dear Ann,\nthank you.\n", "<html><body>x</body></html>", "1;2;3\n4;5;6\n"])
def test_what_is_no_bibliography_is_none(text: str) -> None:
    assert registry.detect(text, "letter.doc") is None


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(WrongUsage) as caught:
        registry.by_id("word")
    assert "csl-json" in str(caught.value)
