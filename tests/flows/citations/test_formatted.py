"""References in a style: eight kinds of papers in six styles, as the styles' manuals have them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from readinglist.core.errors import Refused, WrongUsage
from readinglist.core.paper import Draft
from readinglist.flows.citations import formatted
from readinglist.formats import registry

DATA = Path(__file__).parents[2] / "data" / "citing"
EXPECTED = json.loads((DATA / "references.json").read_text(encoding="utf-8"))
needs_pandoc = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")


def kinds() -> list[Draft]:
    with (DATA / "kinds.json").open(encoding="utf-8") as text:
        return [item for item in registry.module(registry.by_id("csl-json")).read(text) if isinstance(item, Draft)]


@needs_pandoc
@pytest.mark.parametrize(
    "style",
    ["ieee", "nature", *(pytest.param(name, marks=pytest.mark.long) for name in ("apa", "chicago", "harvard", "mla"))],
)
def test_eight_kinds_in_a_style(style):
    assert len(EXPECTED[style]) == 8
    assert formatted.references(kinds(), style).split("\n\n") == [*EXPECTED[style][:-1], EXPECTED[style][-1] + "\n"]


def test_every_style_that_is_offered_has_its_references_written_down():
    assert [style.id for style in formatted.STYLES] == sorted(EXPECTED)


@needs_pandoc
def test_html_and_markdown_keep_italics_and_links():
    (paper,) = kinds()[:1]
    assert "<em>Journal of Things</em>" in formatted.references([paper], "ieee", "html")
    assert '<a href="https://doi.org/10.1000/182">' in formatted.references([paper], "ieee", "html")
    assert "*Journal of Things*" in formatted.references([paper], "ieee", "markdown")


@needs_pandoc
def test_a_style_file_of_ones_own(tmp_path):
    file = tmp_path / "mine.csl"
    shutil.copy(Path(__file__).parents[3] / "resources" / "styles" / "nature.csl", file)
    assert formatted.references(kinds()[:1], str(file)).startswith("1. Doe, J. B. & García, J.")
    file.write_text("<style/>", encoding="utf-8")
    with pytest.raises(Refused, match="pandoc could not make"):
        formatted.references(kinds()[:1], str(file))


@needs_pandoc
def test_papers_of_one_key_are_two_references():
    one, other = Draft(title="First", key="k"), Draft(title="Second", key="k")
    assert formatted.references([one, other], "nature").count("\n\n") == 1


def test_without_pandoc_it_says_what_to_do(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(Refused) as caught:
        formatted.references(kinds(), "apa")
    assert "pandoc, which is not installed" in str(caught.value)
    assert "apt install pandoc" in str(caught.value)


def test_what_is_no_style_no_form_no_file():
    for style, form, words in (("ap", "text", "ieee"), ("apa", "rtf", "markdown"), ("/nowhere/x.csl", "text", "x.csl")):
        with pytest.raises(WrongUsage, match=words):
            formatted.references(kinds(), style, form)


def test_citations_by_key():
    papers = [Draft(title="A", key="doe2019"), Draft(title="B"), Draft(title="C", key="roe,2011")]
    assert formatted.cited(papers, "markdown") == "[@doe2019; @{roe,2011}]"
    assert formatted.cited(papers, "latex") == r"\cite{doe2019,roe,2011}"
    assert formatted.cited(papers[1:2], "latex") == ""
