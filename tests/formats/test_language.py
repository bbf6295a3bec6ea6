"""The language of a paper comes out of every format that has one, goes into it, and stays as somebody wrote it."""

from __future__ import annotations

import io
import json
import re

import pytest

from readinglist.core.paper import Draft
from readinglist.formats import registry

CSV = "Title,Authors,Language,Volume\nOn lists,A. Author,de,3\n"
ENDNOTE = """<xml><records><record><ref-type name="Journal Article">17</ref-type>
<titles><title>On lists</title></titles>
<volume>3</volume><language>de</language></record></records></xml>"""
PUBMED = """<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID>
<Article><ArticleTitle>On lists</ArticleTitle>
<Journal><JournalIssue><Volume>3</Volume></JournalIssue></Journal><Language>de</Language></Article></MedlineCitation>
</PubmedArticle></PubmedArticleSet>"""
TEXTS = {
    "bibtex": "@article{k, title = {On lists}, volume = {3}, language = {de}}\n",
    "biblatex": "@article{k, title = {On lists}, volume = {3}, langid = {de}}\n",
    "csl-json": '[{"id": "k", "title": "On lists", "volume": "3", "language": "de"}]',
    "ris": "TY  - JOUR\nTI  - On lists\nVL  - 3\nLA  - de\nER  - \n",
    "csv": CSV,
    "endnote-xml": ENDNOTE,
    "pubmed-xml": PUBMED,
    "nbib": "PMID- 1\nTI  - On lists\nVI  - 3\nLA  - de\n",
    "wos": "FN Clarivate\nVR 1.0\nPT J\nTI On lists\nVL 3\nLA de\nER\n\nEF\n",
}


def read(form: str, text: str) -> Draft:
    (found,) = registry.module(registry.by_id(form)).read(io.StringIO(text))
    assert isinstance(found, Draft)
    return found


def written(form: str, draft: Draft, *, complete: bool = False) -> str:
    return "".join(registry.module(registry.by_id(form)).write([draft], complete=complete))


def language(draft: Draft) -> object:
    return getattr(draft, "language")  # noqa: B009


@pytest.mark.parametrize("form", TEXTS)
def test_it_is_read_and_kept_once(form: str) -> None:
    draft = read(form, TEXTS[form])
    assert language(draft) == "de"
    assert '"de"' not in json.dumps(draft.extra)
    assert '"3"' in json.dumps(draft.extra)


OUT = {
    "bibtex": "language = {de}",
    "biblatex": "langid = {de}",
    "csl-json": '"language": "de"',
    "ris": "LA  - de",
    "csv": "language",
    "json": '"language": "de"',
}


@pytest.mark.parametrize(("form", "field"), OUT.items())
def test_it_goes_out_for_citing_and_comes_back(form: str, field: str) -> None:
    for source in TEXTS:
        text = written(form, read(source, TEXTS[source]))
        assert field in text
        assert len(re.findall(r"\bde\b", text)) == 1
        assert language(read(form, text)) == "de"


@pytest.mark.parametrize("form", ["bibtex", "biblatex", "csl-json", "ris"])
def test_a_language_corrected_in_another_program_is_the_one_that_counts(form: str) -> None:
    text = written(form, Draft(title="On lists", language="de"), complete=True)
    for place in ("language = {de}", "langid = {de}", '"language": "de"', "LA  - de"):
        text = text.replace(place, place.replace("de", "fr"))
    assert language(read(form, text)) == "fr"


@pytest.mark.parametrize("form", ["bibtex", "biblatex"])
def test_a_record_with_both_names_keeps_both(form: str) -> None:
    draft = read("bibtex", "@article{k, title = {On lists}, language = {en-US}, langid = {american}}\n")
    assert language(draft) == "en-US"
    text = written(form, draft)
    assert "language = {en-US}" in text
    assert "langid = {american}" in text
    again = read(form, text)
    assert (language(again), again.extra) == (language(draft), draft.extra)


def test_what_is_no_text_stays_beside() -> None:
    text = json.dumps([{"id": "k", "title": "On lists", "language": ["de", "en"]}])
    draft = read("csl-json", text)
    assert language(draft) == "de"
    assert draft.extra["csl"]["language"] == ["de", "en"]
    assert json.loads(written("csl-json", draft))[0]["language"] == "de"
