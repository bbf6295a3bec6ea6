"""Replies shaped as the services shape theirs (by their public documentation), for a few papers everybody knows."""

from __future__ import annotations

import json
from typing import Any

ATTENTION = {
    "number": "1706.03762",
    "version": "v7",
    "title": "Attention Is All You Need",
    "authors": ["Ashish Vaswani", "Noam Shazeer", "Niki Parmar", "Łukasz Kaiser"],
    "published": "2017-06-12T17:57:34Z",
    "category": "cs.CL",
    "summary": "The dominant sequence transduction models are based on\n  complex recurrent or convolutional networks.",
}
RESNET = {
    "number": "1512.03385",
    "version": "v1",
    "title": "Deep Residual Learning for Image Recognition",
    "authors": ["Kaiming He", "Xiangyu Zhang", "Shaoqing Ren", "Jian Sun"],
    "published": "2015-12-10T19:51:55Z",
    "category": "cs.CV",
    "summary": "Deeper neural networks are more difficult to train.",
    "doi": "10.1109/CVPR.2016.90",
}
OLD = {
    "number": "hep-th/9901001",
    "version": "v3",
    "title": "On a <b>string</b> &amp; brane",
    "authors": ["The CMS Collaboration"],
    "published": "1999-01-01T00:00:00Z",
    "category": "hep-th",
    "summary": "An abstract.",
    "journal_ref": "Nucl.Phys. B570 (2000) 287-303",
}
LECUN: dict[str, Any] = {
    "DOI": "10.1038/nature14539",
    "type": "journal-article",
    "title": ["Deep learning"],
    "subtitle": [],
    "author": [
        {"given": "Yann", "family": "LeCun", "sequence": "first", "affiliation": []},
        {"given": "Yoshua", "family": "Bengio", "sequence": "additional", "affiliation": []},
        {"given": "Geoffrey", "family": "Hinton", "sequence": "additional", "affiliation": []},
    ],
    "container-title": ["Nature"],
    "short-container-title": ["Nature"],
    "publisher": "Springer Science and Business Media LLC",
    "issued": {"date-parts": [[2015, 5, 27]]},
    "published-print": {"date-parts": [[2015, 5, 28]]},
    "volume": "521",
    "issue": "7553",
    "page": "436-444",
    "URL": "https://doi.org/10.1038/nature14539",
    "ISSN": ["0028-0836", "1476-4687"],
    "reference-count": 103,
    "reference": [{"key": "BFnature14539_CR1", "doi-asserted-by": "publisher", "DOI": "10.1109/5.771073"}],
    "indexed": {"date-time": "2026-11-01T00:00:00Z"},
}


def feed(*papers: dict[str, Any], prefix: str = "") -> bytes:
    """Return arXiv's Atom feed of these papers, its own elements behind `prefix`."""
    p = f"{prefix}:" if prefix else ""
    own = (
        f' xmlns{":" + prefix if prefix else ""}="http://www.w3.org/2005/Atom" xmlns:x="http://arxiv.org/schemas/atom"'
    )
    entries = []
    for paper in papers:
        people = "".join(f"<{p}author><{p}name>{name}</{p}name></{p}author>" for name in paper["authors"])
        more = "".join(
            f"<x:{name}>{paper[name]}</x:{name}>" for name in ("doi", "journal_ref", "comment") if name in paper
        )
        entries.append(
            f"<{p}entry><{p}id>http://arxiv.org/abs/{paper['number']}{paper['version']}</{p}id>"
            f"<{p}updated>2023-08-02T00:41:18Z</{p}updated><{p}published>{paper['published']}</{p}published>"
            f"<{p}title>{paper['title']}</{p}title><{p}summary>  {paper['summary']}\n</{p}summary>{people}{more}"
            f'<x:primary_category term="{paper["category"]}"/></{p}entry>'
        )
    return f"<?xml version='1.0' encoding='UTF-8'?><{p}feed{own}>{''.join(entries)}</{p}feed>".encode()


def work(message: dict[str, Any]) -> bytes:
    """Return Crossref's reply about one work."""
    return json.dumps({"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": message}).encode()


def works(*messages: dict[str, Any]) -> bytes:
    """Return Crossref's reply to a search."""
    message = {"total-results": len(messages), "items": list(messages)}
    return json.dumps({"status": "ok", "message-type": "work-list", "message": message}).encode()


def openalex(**more: Any) -> dict[str, Any]:
    """Return a work of OpenAlex's."""
    return {
        "id": "https://openalex.org/W2919115771",
        "doi": "https://doi.org/10.1038/nature14539",
        "title": "Deep learning",
        "display_name": "Deep learning",
        "publication_year": 2015,
        "publication_date": "2015-05-26",
        "type": "article",
        "ids": {"openalex": "https://openalex.org/W2919115771", "pmid": "https://pubmed.ncbi.nlm.nih.gov/26017442"},
        "primary_location": {
            "landing_page_url": "https://doi.org/10.1038/nature14539",
            "source": {"display_name": "Nature", "type": "journal"},
        },
        "authorships": [
            {"author": {"display_name": "Yann LeCun"}, "raw_author_name": "Yann LeCun"},
            {"author": {"display_name": "Yoshua Bengio"}, "raw_author_name": "Yoshua Bengio"},
        ],
        "biblio": {"volume": "521", "issue": "7553", "first_page": "436", "last_page": "444"},
        "abstract_inverted_index": {"Deep": [0], "learning": [1, 4], "allows": [2], "representation": [3]},
        **more,
    }


PUBMED = b"""<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2024//EN" "https://dtd.nlm.nih.gov/x.dtd">
<PubmedArticleSet><PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">26017442</PMID>
<Article PubModel="Print"><Journal><ISSN IssnType="Electronic">1476-4687</ISSN><JournalIssue CitedMedium="Internet">
<Volume>521</Volume><Issue>7553</Issue><PubDate><Year>2015</Year><Month>May</Month><Day>28</Day></PubDate></JournalIssue>
<Title>Nature</Title></Journal><ArticleTitle>Deep learning.</ArticleTitle>
<Abstract><AbstractText>Deep learning allows computational models.</AbstractText></Abstract>
<AuthorList CompleteYN="Y"><Author><LastName>LeCun</LastName><ForeName>Yann</ForeName></Author></AuthorList>
</Article></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="pubmed">26017442</ArticleId>
<ArticleId IdType="doi">10.1038/nature14539</ArticleId></ArticleIdList></PubmedData></PubmedArticle></PubmedArticleSet>
"""

BOOK = json.dumps({
    "ISBN:9780262035613": {
        "url": "https://openlibrary.org/books/OL26382489M/Deep_learning",
        "title": "Deep learning",
        "subtitle": "adaptive computation",
        "authors": [{"name": "Ian Goodfellow"}, {"name": "Yoshua Bengio"}, {"name": "Aaron Courville"}],
        "publishers": [{"name": "The MIT Press"}],
        "publish_places": [{"name": "Cambridge, Massachusetts"}],
        "publish_date": "November 18, 2016",
        "number_of_pages": 775,
    }
}).encode()  # fmt: skip

DATASET = json.dumps({
    "type": "dataset",
    "id": "https://doi.org/10.5281/zenodo.1234567",
    "categories": ["robots"],
    "author": [{"family": "Doe", "given": "Jane"}, {"literal": "Robot Lab"}],
    "issued": {"date-parts": [[2018, 4, 27]]},
    "abstract": "Recordings of robots.",
    "DOI": "10.5281/ZENODO.1234567",
    "publisher": "Zenodo",
    "title": "Robot recordings",
}).encode()  # fmt: skip

SEMANTIC = json.dumps({
    "paperId": "204e3073870fae3d05bcbc2f6a8e263d9b72e776",
    "externalIds": {"ArXiv": "1706.03762", "DBLP": "x", "CorpusId": 13756489},
    "url": "https://www.semanticscholar.org/paper/204e3073870fae3d05bcbc2f6a8e263d9b72e776",
    "title": "Attention is All you Need",
    "abstract": "The dominant models.",
    "venue": "Neural Information Processing Systems",
    "year": 2017,
    "publicationDate": "2017-06-12",
    "journal": {"pages": "5998-6008"},
    "publicationTypes": ["JournalArticle", "Conference"],
    "authors": [{"authorId": "1", "name": "Ashish Vaswani"}, {"authorId": "2", "name": "Noam M. Shazeer"}],
}).encode()  # fmt: skip

PAGE = b"""<!doctype html><html><head><title>x</title>
<meta name="citation_title" content="A paper &amp; its page"><meta name="citation_author" content="Doe, Jane">
<meta name="citation_author" content="Ana van der Berg"><meta name="citation_publication_date" content="2021/03/04">
<meta name="citation_conference_title" content="Some Conference"><meta name="citation_pdf_url" content="https://x/y.pdf">
<meta name="citation_abstract" content="Abstract: What it says."></head><body>...</body></html>"""
