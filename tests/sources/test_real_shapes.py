"""Replies of every kind that the services give: what each field of the paper comes to."""

from __future__ import annotations

import json
from typing import Any

import pytest

from readinglist.core.paper import Draft
from readinglist.sources import arxiv, crossref, doi, openalex, openlibrary, pubmed

WORK: dict[str, Any] = {
    "DOI": "10.1000/x", "type": "journal-article", "title": ["T"], "author": [], "container-title": ["J"],
    "issued": {"date-parts": [[2020]]}, "URL": "https://doi.org/10.1000/x",
}  # fmt: skip


def work(**more: Any) -> Draft:
    """Return the paper that one of Crossref's works is."""
    said = {name.replace("_", "-"): value for name, value in more.items()}
    (draft,) = crossref.parse(json.dumps({"status": "ok", "message": {**WORK, **said}}).encode())
    return draft


def names(draft: Draft) -> list[str]:
    return [person.display for person in draft.authors]


MML = 'xmlns:mml="http://www.w3.org/1998/Math/MathML"'


@pytest.mark.parametrize(
    ("said", "title"),
    [
        (
            {
                "title": [
                    f"Decay <mml:math {MML}><mml:msub><mml:mi>B</mml:mi>\n <mml:mi>s</mml:mi></mml:msub></mml:math>"
                ]
            },
            "Decay Bs",
        ),
        (
            {
                "title": [
                    f"Search for <mml:math {MML} altimg='si1.gif'>\n<mml:semantics>\n<mml:mi>Z</mml:mi>\n"
                    "<mml:annotation encoding='application/x-tex'>Z</mml:annotation></mml:semantics></mml:math> bosons"
                ]
            },
            "Search for Z bosons",
        ),
        ({"title": ["A &lt;i&gt;Drosophila&lt;/i&gt; gene"]}, "A Drosophila gene"),
        ({"title": ["<scp>ArcGIS</scp> in <strong>use</strong>, p&lt;0.05"]}, "ArcGIS in use, p<0.05"),
        ({"title": ["Line one<br/>line\n   two\t"]}, "Line one line two"),
        (
            {"title": ["CO<sub>2</sub>, 10<sup>3</sup> and <jats:italic toggle='yes'>C. elegans</jats:italic>"]},
            "CO2, 103 and C. elegans",
        ),
        ({"title": ["Étude sur x", "Study of x"]}, "Étude sur x"),
        ({"title": [], "original_title": ["Über Dinge"]}, "Über Dinge"),
        ({"title": ["A title."], "subtitle": ["And more"]}, "A title. And more"),
        ({"title": ["On $\\mathbb{R}^n$"]}, "On $\\mathbb{R}^n$"),
        ({"title": ["AT&amp;amp;T &quot;x&quot; &#x3b1;"]}, 'AT&T "x" α'),
    ],
)
def test_titles_of_crossrefs(said: dict[str, Any], title: str) -> None:
    assert work(**said).title == title


TEX = (
    "<jats:inline-formula><jats:alternatives><jats:tex-math>{}</jats:tex-math><mml:math>\n<mml:mi>α</mml:mi></mml:math>"
    "</jats:alternatives></jats:inline-formula>"
)


@pytest.mark.parametrize(
    ("said", "abstract"),
    [
        (
            "<jats:title>Abstract</jats:title>\n<jats:p>We " + TEX.format("$$\\alpha $$") + "\n do.</jats:p>",
            "We $\\alpha$ do.",
        ),
        (
            "<jats:p>We "
            + TEX.format("\\documentclass[12pt]{minimal}\n\\begin{document}$$x_1$$\\end{document}")
            + ".</jats:p>",
            "We $x_1$.",
        ),
        (
            "<jats:sec><jats:title>Background</jats:title><jats:p>One\n   two.</jats:p></jats:sec>"
            "<jats:sec><jats:title>Methods</jats:title><jats:p>Three.</jats:p></jats:sec>",
            "Background\n\nOne two.\n\nMethods\n\nThree.",
        ),
        ("<jats:p>Abstract. We show.</jats:p>", "We show."),
        ("<jats:p>Abstract</jats:p><jats:p>we show.</jats:p>", "we show."),
        ("<jats:title>ABSTRACT</jats:title><jats:p>we show.</jats:p>", "we show."),
        ("<jats:title><jats:bold>Abstract</jats:bold></jats:title><jats:p>We show.</jats:p>", "We show."),
        ("ABSTRACTWe show that.", "We show that."),
        ("Abstract\n               We show that.", "We show that."),
        ("Abstract: we show that.", "we show that."),
        ("<p>Abstract—This paper shows.</p>", "This paper shows."),
        ("<jats:title>Summary</jats:title><jats:p>We show.</jats:p>", "We show."),
        ("Abstract interpretation is useful.", "Abstract interpretation is useful."),
        ("Abstract Syntax Trees are useful.", "Abstract Syntax Trees are useful."),
        ("Abstract-level reasoning is useful.", "Abstract-level reasoning is useful."),
        ("Summary statistics are useful.", "Summary statistics are useful."),
        ("Abstracts are useful.", "Abstracts are useful."),
    ],
)
def test_abstracts_of_crossrefs(said: str, abstract: str) -> None:
    assert work(abstract=said).abstract == abstract


def test_people_of_crossrefs() -> None:
    found = work(author=[
        {"name": "The ATLAS Collaboration", "sequence": "first", "affiliation": []},
        {"given": "J. R.", "family": "Smith", "suffix": "Jr.", "ORCID": "http://orcid.org/0000-0001-0000-0000"},
        {"family": "Voltaire"}, {"given": "Madonna"}, {"given": "Ludwig", "family": "van Beethoven"},
        {"given": "X", "family": "O&amp;#39;Brien"}, {"family": "", "given": "", "name": ""}, None,
    ])  # fmt: skip
    assert names(found) == [
        "The ATLAS Collaboration", "J. R. Smith, Jr.", "Voltaire", "Madonna", "Ludwig van Beethoven", "X O'Brien",
    ]  # fmt: skip
    assert found.authors_complete


def test_thousands_of_authors_are_all_there() -> None:
    found = work(author=[{"given": "A", "family": f"B{n}"} for n in range(5154)])
    assert len(found.authors) == 5154


NULL = {"date-parts": [[None]]}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (
            {
                "type": "posted-content",
                "subtype": "preprint",
                "container_title": [],
                "institution": [{"name": "bioRxiv"}],
                "posted": {"date-parts": [[2020, 3, 1]]},
                "issued": NULL,
            },
            ("article", "2020-03-01", None),
        ),
        (
            {"type": "dissertation", "container_title": [], "issued": NULL, "approved": {"date-parts": [[2011, 5]]}},
            ("thesis", "2011-05", None),
        ),
        (
            {"type": "book-chapter", "container_title": ["Lecture Notes in Computer Science", "ECCV 2014"]},
            ("chapter", "2020", "Lecture Notes in Computer Science"),
        ),
        (
            {
                "type": "proceedings-article",
                "container_title": ["2016 IEEE Conference (CVPR)"],
                "issued": {"date-parts": [[2016, 6]]},
            },
            ("paper-conference", "2016-06", "2016 IEEE Conference (CVPR)"),
        ),
        (
            {"type": "monograph", "container_title": [], "author": None, "editor": [{"family": "E"}]},
            ("book", "2020", None),
        ),
        ({"type": "report", "container_title": [], "institution": [{"name": "NBER"}]}, ("report", "2020", None)),
        ({"type": "dataset", "container_title": ["PsycEXTRA"]}, ("dataset", "2020", "PsycEXTRA")),
        ({"type": "component", "container_title": []}, ("document", "2020", None)),
        ({"type": "peer-review", "container_title": []}, ("review", "2020", None)),
        ({"issued": NULL, "published_print": {"date-parts": [[1999, 1]]}}, ("article-journal", "1999-01", "J")),
        (
            {"container_title": ["J &amp; K"], "issued": {"date-parts": [["2019", "02"]]}},
            ("article-journal", "2019-02", "J & K"),
        ),
        ({"issued": {"date-parts": [[2019, 13, 45]]}}, ("article-journal", "2019", "J")),
    ],
)
def test_kinds_dates_and_venues_of_crossrefs(said: dict[str, Any], wanted: tuple[str, str, str | None]) -> None:
    found = work(**said)
    assert (found.type, found.date, found.venue) == wanted


def entry(people: list[str] = ["A B"], title: str = "T", summary: str = "S", more: str = "") -> Draft:  # noqa: B006
    """Return the one paper of a feed as arXiv writes it today, without the opensearch counts."""
    own = 'xmlns:arxiv="http://arxiv.org/schemas/atom"'
    authors = "".join(
        f"<author><name>{name}</name><arxiv:affiliation {own}>X</arxiv:affiliation></author>" for name in people
    )
    (draft,) = arxiv.parse(
        f"""<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title type="html">ArXiv
        Query: id_list=</title><id>http://arxiv.org/api/x</id><author><name>no author</name></author>
        <entry><id>http://arxiv.org/abs/2001.00001v2</id><updated>2021-01-02T00:00:00Z</updated>
        <published>2020-01-01T00:00:00Z</published><title>{title}</title><summary>{summary}</summary>{authors}{more}
        <link href="http://arxiv.org/abs/2001.00001v2" rel="alternate" type="text/html"/>
        <arxiv:primary_category {own} term="hep-ph"/></entry></feed>""".encode()
    )
    return draft


def test_people_of_arxivs() -> None:
    found = entry(
        [
            "Planck Collaboration",
            ":",
            "P. A. R. Ade",
            'Schr\\"odinger, E.',
            "Ivan {\\L}ukasz",
            "M. de la Cruz",
            "J. Doe Jr",
        ]
    )
    assert names(found) == [
        "Planck Collaboration", "P. A. R. Ade", "E. Schrödinger", "Ivan Łukasz", "M. de la Cruz", "J. Doe, Jr",
    ]  # fmt: skip


def test_letters_of_arxivs_and_formulas_that_stay() -> None:
    found = entry(
        title="On the\n  Poincar\\'e map of $\\tilde x \\in \\mathbb{R}^n$",
        summary='  One\n two.\n  Schr\\"odinger, &lt;x&gt;, 5\\%, \\emph{y}.\n',
    )
    assert found.title == "On the Poincaré map of $\\tilde x \\in \\mathbb{R}^n$"
    assert found.abstract == "One two. Schrödinger, <x>, 5\\%, \\emph{y}."


def test_dois_of_arxivs() -> None:
    link = '<link title="doi" href="http://dx.doi.org/10.1103/PhysRevD.1" rel="related"/>'
    own = '<x:doi xmlns:x="http://arxiv.org/schemas/atom">10.1103/PhysRevD.1 10.1103/PhysRevD.2</x:doi>'
    assert entry(more=link).doi == entry(more=own).doi == "10.1103/PhysRevD.1"
    assert entry().doi is None


ALEX: dict[str, Any] = {
    "id": "https://openalex.org/W1", "doi": None, "title": "T", "display_name": "T", "publication_year": 2020,
    "publication_date": "2020-01-01", "type": "article", "ids": {"openalex": "https://openalex.org/W1"},
    "primary_location": None, "best_oa_location": None, "locations": [], "authorships": [], "biblio": {},
    "abstract_inverted_index": None,
}  # fmt: skip


def alex(**more: Any) -> Draft:
    """Return the paper that one of OpenAlex's works is."""
    (draft,) = openalex.parse(json.dumps({**ALEX, **more}).encode())
    return draft


def place(address: str | None, name: str | None = None, kind: str = "journal") -> dict[str, Any]:
    return {"landing_page_url": address, "source": {"display_name": name, "type": kind} if name else None}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ({}, ("article-journal", None, "https://openalex.org/W1")),
        (
            {"locations": None, "biblio": None, "authorships": None},
            ("article-journal", None, "https://openalex.org/W1"),
        ),
        ({"best_oa_location": place("https://x.org/p", "J")}, ("article-journal", None, "https://x.org/p")),
        ({"locations": [place(None), place("https://x.org/q", "J")]}, ("article-journal", None, "https://x.org/q")),
        (
            {"doi": "https://doi.org/10.1000/x", "primary_location": place(None)},
            ("article-journal", None, "https://doi.org/10.1000/x"),
        ),
        ({"primary_location": place("https://x.org/p", "Nature")}, ("article-journal", "Nature", "https://x.org/p")),
        (
            {"primary_location": place("https://x.org/p", "CVPR", "conference")},
            ("paper-conference", "CVPR", "https://x.org/p"),
        ),
        (
            {"type_crossref": "proceedings-article", "primary_location": place("https://x.org/p", "CVPR")},
            ("paper-conference", "CVPR", "https://x.org/p"),
        ),
        (
            {"type": "preprint", "primary_location": place("http://arxiv.org/abs/1706.03762", "arXiv", "repository")},
            ("article", None, "http://arxiv.org/abs/1706.03762"),
        ),
        (
            {"type": "book-chapter", "primary_location": place("https://x.org/p", "LNCS", "book series")},
            ("chapter", "LNCS", "https://x.org/p"),
        ),
        ({"type": "dissertation"}, ("thesis", None, "https://openalex.org/W1")),
    ],
)
def test_kinds_places_and_addresses_of_openalex(said: dict[str, Any], wanted: tuple[str, str | None, str]) -> None:
    found = alex(**said)
    assert (found.type, found.venue, found.url) == wanted


def test_people_and_abstracts_of_openalex() -> None:
    people = [
        {"author": {"display_name": "LeCun, Yann"}},
        {"author": {"display_name": None}, "raw_author_name": "J. Doe"},
        {"author": {"display_name": "The ATLAS Collaboration"}},
        {"author": {"display_name": "L. van der Maaten"}},
        {"author": None},
        {"author": {"display_name": "王伟"}},
    ]
    found = alex(
        authorships=people,
        title="The <i>Drosophila</i> &amp;\n x",
        abstract_inverted_index={"Abstract": [0], "We": [1, 3], "show": [2]},
    )
    assert names(found) == ["Yann LeCun", "J. Doe", "The ATLAS Collaboration", "L. van der Maaten", "王伟"]
    assert (found.title, found.abstract) == ("The Drosophila & x", "We show We")


DATA: dict[str, Any] = {
    "type": "article-journal", "id": "https://doi.org/10.5281/zenodo.1", "author": [{"family": "Doe", "given": "Jane"}],
    "issued": {"date-parts": [[2018, 4, 27]]}, "DOI": "10.5281/ZENODO.1", "publisher": "Zenodo", "title": "T",
    "URL": "https://zenodo.org/record/1", "categories": ["a"], "copyright": "CC",
}  # fmt: skip


def test_datacites() -> None:
    people = [{"literal": "Robot Lab"}, {"family": "Doe, Jane"}, {"literal": "Smith, John"}, {"literal": "Acme, Inc."}]
    said = {**DATA, "author": people, "title": "<b>x</b>", "abstract": "<p>Abstract: hello &amp; bye</p>"}
    (found,) = doi.parse(json.dumps(said).encode())
    assert names(found) == ["Robot Lab", "Jane Doe", "John Smith", "Acme, Inc."]
    assert (found.title, found.doi, found.abstract) == ("x", "10.5281/zenodo.1", "hello & bye")
    assert found.extra == {"csl": {"publisher": "Zenodo"}}


def test_doi_org_answers_for_crossref_as_crossref_does() -> None:
    said = {
        "indexed": {},
        "type": "proceedings-article",
        "title": "Deep",
        "subtitle": ["A review"],
        "score": 1,
        "author": [{"given": "A", "family": "B", "affiliation": []}, {"name": "Team X"}],
        "container-title": "CVPR",
        "issued": NULL,
        "published-print": {"date-parts": [[2016, 6]]},
        "DOI": "10.1109/x",
        "reference": [{}],
    }
    (found,) = doi.parse(json.dumps(said).encode())
    assert (found.title, found.type, found.venue, found.date) == (
        "Deep: A review",
        "paper-conference",
        "CVPR",
        "2016-06",
    )
    assert names(found) == ["A B", "Team X"]
    assert found.extra == {}


def test_a_book_whose_authors_only_its_title_page_names() -> None:
    book = {"title": "Deep", "by_statement": "by Ian Goodfellow and Yoshua Bengio.", "publish_date": "c2016"}
    (found,) = openlibrary.parse(json.dumps({"ISBN:0262035618": book}).encode())
    assert (names(found), found.date) == (["Ian Goodfellow", "Yoshua Bengio"], "2016")


def article(inside: str) -> Draft:
    """Return the paper of one of PubMed's articles."""
    (draft,) = pubmed.parse(
        f"""<?xml version="1.0" ?><!DOCTYPE PubmedArticleSet PUBLIC
        "-//NLM//DTD PubMedArticle//EN" "https://dtd.nlm.nih.gov/x.dtd">
        <PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">1</PMID><Article><Journal><JournalIssue>
        <PubDate><MedlineDate>1998 Dec-1999 Jan</MedlineDate></PubDate></JournalIssue><Title>Nature</Title></Journal>
        {inside}</Article><CommentsCorrectionsList/></MedlineCitation><PubmedData>
        <ReferenceList><Reference><ArticleIdList>
        <ArticleId IdType="doi">10.1/other</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData>
        </PubmedArticle></PubmedArticleSet>""".encode()
    )
    return draft


def test_pubmeds() -> None:
    found = article(
        "<ArticleTitle>Is <i>E. coli</i> &lt;1 &#x3b1;-helix?</ArticleTitle><AuthorList CompleteYN='N'>"
        "<Author><LastName>van der Berg</LastName><ForeName>Jan A</ForeName><Suffix>Jr</Suffix></Author>"
        "<Author ValidYN='N'><LastName>Wrong</LastName></Author><Author><CollectiveName>RECOVERY Group</CollectiveName>"
        "</Author></AuthorList><Abstract><AbstractText Label='BACKGROUND'>In H<sub>2</sub>O.</AbstractText>"
        "<AbstractText Label='METHODS'>M.</AbstractText><CopyrightInformation>(c)</CopyrightInformation></Abstract>"
    )
    assert names(found) == ["Jan A van der Berg, Jr", "RECOVERY Group"]
    assert (found.title, found.date, found.doi) == ("Is E. coli <1 α-helix?", "1998-12", None)
    assert found.abstract == "BACKGROUND: In H2O.\n\nMETHODS: M."
    assert not found.authors_complete
    assert article("<ArticleTitle/><VernacularTitle>Étude.</VernacularTitle>").title == "Étude"
    assert article("<ArticleTitle>[Study].</ArticleTitle>").title == "Study"
