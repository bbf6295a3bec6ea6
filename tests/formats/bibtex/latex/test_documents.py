"""LaTeX, BibTeX and biber take what we write without a word, and print what the papers say."""

from __future__ import annotations

import re
import shutil
import unicodedata

import pytest

from readinglist.core.paper import Draft
from tests.formats.bibtex.latex.documents import STYLES, Style, compiled, hard, samples

PROGRAMS = ("pdflatex", "bibtex", "biber", "pdftotext")
MISSING = [name for name in PROGRAMS if shutil.which(name) is None]


def words(text: str) -> str:
    """Return the letters and digits of a text in lower case without accents, blanks and hyphens of line ends."""
    text = unicodedata.normalize("NFKD", text.replace("-\n", "").replace("ß", "ss"))
    return re.sub(r"[^a-z0-9]", "", text.lower().replace("ﬁ", "fi"))


def said(paper: Draft) -> list[str]:
    """Return what every style prints of a paper: its title, the family name of who wrote it first, its year.

    Of scripts printed by math only the Latin letters count; signs of money and math are drawn in several strokes.
    """
    first = paper.authors[0] if paper.authors else None
    parts = [paper.title, (first.family or first.literal) if first else "", (paper.date or "n.d.")[:4]]
    whole = [piece for part in parts for piece in re.split(r"\S*[€£≠ℝ½]\S*", part)]
    return [words(piece) for piece in whole]


@pytest.mark.long
@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
@pytest.mark.parametrize("style", STYLES, ids=[style.name for style in STYLES])
def test_every_entry_is_printed_without_a_complaint(style: Style, tmp_path):
    papers = [*samples(), *hard()]
    assert len(papers) >= 82
    complaints, printed = compiled(style, papers, tmp_path)
    assert complaints == []
    text = words(printed)
    assert [(paper.title, part) for paper in papers for part in said(paper) if part not in text] == []


@pytest.mark.long
@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
def test_a_bad_entry_is_complained_of(tmp_path):
    """The control: what the writer mends would be noticed."""
    style = STYLES[0]
    papers = hard()[:1]
    compiled(style, papers, tmp_path)
    bad = Style("bad", style.preamble, style.bibliography)
    text = "@article{a, title={No & journal β}, author={A, B}, year=2000}"
    complaints, _printed = compiled(bad, papers, tmp_path, text=text)
    assert any("empty journal" in line for line in complaints)
    assert any("alignment tab" in line for line in complaints)
    assert any("β" in line or "Unicode" in line for line in complaints)
