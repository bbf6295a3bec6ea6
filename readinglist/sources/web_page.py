"""A page's own `citation_*` and Dublin Core tags, as publishers write them for search engines."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from readinglist.core.identity import identifiers
from readinglist.core.names.person import person
from readinglist.core.paper import DEFAULT_TYPE, Draft, Person
from readinglist.formats import date_parsing, person_names
from readinglist.sources import replies
from readinglist.sources.client import Client
from readinglist.sources.services import Service

# No service of ours: any page that the user names, asked for once.
SERVICE = Service("page", "The page", "", "", 0.5, 3)
_MOST_TAGS = 2_000
_NAMES = {
    "title": ("citation_title", "dc.title", "bepress_citation_title", "og:title"),
    "authors": ("citation_author", "citation_authors", "dc.creator", "bepress_citation_author"),
    "date": ("citation_publication_date", "citation_online_date", "citation_date", "citation_year", "dc.date"),
    "doi": ("citation_doi", "dc.identifier", "bepress_citation_doi", "prism.doi"),
    "arxiv": ("citation_arxiv_id",),
    "pmid": ("citation_pmid",),
    "abstract": ("citation_abstract", "dc.description", "dcterms.abstract"),
    "journal": ("citation_journal_title", "prism.publicationname"),
    "conference": ("citation_conference_title", "citation_inbook_title", "citation_conference"),
    "thesis": ("citation_dissertation_institution",),
    "report": ("citation_technical_report_institution",),
}


class _Tags(HTMLParser):
    """Gathers the `meta` tags of a page by their names in lower case, and its title."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: dict[str, list[str]] = {}
        self.count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta" or self.count >= _MOST_TAGS:
            return
        said = {name: value or "" for name, value in attrs}
        name, content = (said.get("name") or said.get("property") or "").lower(), replies.text(said.get("content"))
        if name and content:
            self.count += 1
            self.found.setdefault(name, []).append(content)


def fetch(client: Client, address: str) -> bytes:
    """Return the page at an address. Raises Failure."""
    return client.fetch(address, SERVICE, accept="text/html").body


def parse(body: bytes) -> list[Draft]:
    """Return the one paper that a page is about; [] for a page that says nothing of a paper."""
    tags = _Tags()
    try:
        tags.feed(body.decode("utf-8", "replace"))
    except (AssertionError, ValueError):  # html.parser on some broken declarations
        return []
    said = {
        field: next((tags.found[name] for name in names if name in tags.found), []) for field, names in _NAMES.items()
    }
    scholarly = any(name.startswith(("citation_", "dc.", "bepress_")) for name in tags.found)
    return [_draft(said)] if scholarly and said["title"] else []


def _draft(said: dict[str, list[str]]) -> Draft:
    first = {field: values[0] if values else "" for field, values in said.items()}
    draft = Draft(title=first["title"], type=_type(first))
    draft.authors, draft.authors_complete = _people(said["authors"])
    draft.date = date_parsing.read_date(first["date"])
    draft.venue = first["journal"] or first["conference"] or None
    draft.abstract = replies.abstract(first["abstract"])
    draft.doi = next(filter(None, map(identifiers.doi, said["doi"])), None)
    draft.arxiv = identifiers.arxiv(first["arxiv"])
    pmid = identifiers.pmid(first["pmid"])
    if pmid:
        draft.identifiers["pmid"] = [pmid]
    return draft


def _type(first: dict[str, str]) -> str:
    if first["thesis"]:
        return "thesis"
    if first["report"]:
        return "report"
    return "paper-conference" if first["conference"] and not first["journal"] else DEFAULT_TYPE


def _people(names: list[str]) -> tuple[list[Person], bool]:
    """Return the people of author tags: one a tag, or all in one parted by semicolons."""
    people: list[Person] = []
    complete = True
    for text in names:
        if ";" in text or re.search(r"\bet al\b", text):
            found, whole = person_names.read_names(text)
            complete = complete and whole
            people += found
        else:
            one = person_names.read_name(text) if "," in text else person(text)
            people += [one] if one else []
    return people, complete
