"""OpenAlex: works by id, DOI, PubMed id or title (https://docs.openalex.org)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from readinglist.core.dates import is_partial_date
from readinglist.core.identity import identifiers
from readinglist.core.names.person import person
from readinglist.core.paper import DEFAULT_TYPE, Draft, Person
from readinglist.core.text import one_line
from readinglist.formats import item_types, person_names
from readinglist.sources import replies
from readinglist.sources.client import Client
from readinglist.sources.services import BY_ID

SERVICE = BY_ID["openalex"]
AT_ONCE = 50  # DOIs in a request
MOST_WORDS = 20_000  # places of an abstract; what is longer is none
_TYPES = {
    "article": DEFAULT_TYPE, "review": DEFAULT_TYPE, "letter": DEFAULT_TYPE, "editorial": DEFAULT_TYPE,
    "erratum": DEFAULT_TYPE, "retraction": DEFAULT_TYPE, "preprint": "article", "book": "book",
    "book-chapter": "chapter", "dissertation": "thesis", "dataset": "dataset", "report": "report",
    "reference-entry": "entry", "standard": "standard", "peer-review": "review", "other": "document",
    "paratext": "document", "software": "software",
}  # fmt: skip
_MOST_PLACES = 50
_SIGNS = re.compile(r"[^\w\s-]")
_WORK = re.compile(r"W\d{1,12}")


def fetch(client: Client, name: str) -> bytes:
    """Return the reply about a work: its OpenAlex id, `https://doi.org/DOI` or `pmid:NUMBER`. Raises Failure."""
    return client.ask(SERVICE, f"/works/{quote(name, safe=':/')}", _polite(client), accept="application/json", key=name)


def fetch_many(client: Client, dois: Sequence[str]) -> bytes:
    """Return the reply about the works with these DOIs. Raises Failure. Those with a comma or a bar are left out."""
    listed = "|".join(doi for doi in dois[:AT_ONCE] if "," not in doi and "|" not in doi)
    query = {"filter": f"doi:{listed}", "per-page": str(2 * AT_ONCE), **(_polite(client) or {})}
    return client.ask(SERVICE, "/works", query, accept="application/json", key=listed)


def search(client: Client, title: str, most: int = 5) -> bytes:
    """Return the works that are most like a title. Raises Failure."""
    query = {"search": " ".join(_SIGNS.sub(" ", title).split()), "per-page": str(most)}
    return client.ask(SERVICE, "/works", {**query, **(_polite(client) or {})}, accept="application/json")


def _polite(client: Client) -> dict[str, str] | None:
    return {"mailto": client.contact} if client.contact else None


def parse(body: bytes) -> list[Draft]:
    """Return the works of a reply, one or a list of them; [] for what is no reply of OpenAlex's."""
    value = replies.load(body)
    works = replies.items(value.get("results")) if isinstance(value, dict) and "results" in value else [value]
    return [draft for draft in map(_draft, works) if draft is not None]


def _draft(work: Any) -> Draft | None:
    title = replies.text(replies.get(work, "title") or replies.get(work, "display_name"))
    if not title:
        return None
    draft = Draft(title=title, type=_type(work))
    found = [_author(item) for item in replies.items(work.get("authorships"))]
    draft.authors = [author for author in found if author is not None]
    draft.authors_complete = work.get("is_authors_truncated") is not True
    day, year = replies.text(work.get("publication_date")), replies.text(work.get("publication_year"))
    draft.date = day if is_partial_date(day) else year if re.fullmatch(r"\d{4}", year) else None
    draft.venue = _venue(work)
    draft.doi = identifiers.doi(replies.text(work.get("doi") or replies.get(work, "ids", "doi")))
    draft.url = _address(work, draft.doi)
    draft.arxiv = identifiers.arxiv_in(f"{draft.doi or ''} {draft.url or ''}")
    draft.abstract = _abstract(work.get("abstract_inverted_index"))
    _identify(draft, work)
    _locate(draft, work)
    return draft


def _author(item: dict[str, Any]) -> Person | None:
    name = one_line(replies.text(replies.get(item, "raw_author_name") or replies.get(item, "author", "display_name")))
    shown = one_line(replies.text(replies.get(item, "author", "display_name"))) or name
    if not shown:
        return None
    return person_names.read_name(shown) if "," in shown else person(shown)


def _type(work: dict[str, Any]) -> str:
    kind = replies.text(work.get("type"))
    found = _TYPES.get(kind) or item_types.CROSSREF.get(kind, DEFAULT_TYPE)  # older replies have Crossref's types
    spoken = replies.text(work.get("type_crossref")) == "proceedings-article"
    spoken = spoken or replies.get(work, "primary_location", "source", "type") == "conference"
    return "paper-conference" if spoken and found == DEFAULT_TYPE else found


def _address(work: dict[str, Any], doi: str | None) -> str | None:
    """Return where a work lies: its first place that is known, else its DOI, else its page at OpenAlex."""
    places = [replies.get(work, "primary_location"), replies.get(work, "best_oa_location")]
    first = replies.text(replies.get(places[0], "landing_page_url"))
    if first or doi:
        return first or f"https://doi.org/{doi}"
    places += replies.items(work.get("locations"))[:_MOST_PLACES]
    found = (replies.text(replies.get(place, name)) for place in places for name in ("landing_page_url", "pdf_url"))
    return next(filter(None, found), None) or replies.text(work.get("id")) or None


def _venue(work: dict[str, Any]) -> str | None:
    """Return where a work was published: where a preprint lies is no such place."""
    place = replies.get(work, "primary_location")
    source = replies.get(place, "source")
    if replies.get(source, "type") == "repository":
        return None
    names = (
        replies.get(source, "display_name"),
        replies.get(work, "host_venue", "display_name"),
        replies.get(place, "raw_source_name"),
    )
    return next(filter(None, map(replies.text, names)), None)


def _abstract(index: Any) -> str | None:
    """Return the text of an inverted index: each word with the places where it stands."""
    if not isinstance(index, dict):
        return None
    placed: dict[int, str] = {}
    for word, places in index.items():
        for place in places if isinstance(places, list) else ():
            if isinstance(place, int) and 0 <= place < MOST_WORDS:
                placed[place] = word
    return replies.abstract(" ".join(placed[place] for place in sorted(placed)))


def _identify(draft: Draft, work: dict[str, Any]) -> None:
    number = _WORK.search(replies.text(work.get("id")))
    if number:
        draft.identifiers["openalex"] = [number[0]]
    pmid = identifiers.pmid(replies.text(replies.get(work, "ids", "pmid")))
    if pmid:
        draft.identifiers["pmid"] = [pmid]
    said = replies.get(work, "biblio")
    values = {name: replies.text(replies.get(said, name)) for name in ("volume", "issue", "first_page", "last_page")}
    pages = "-".join(dict.fromkeys(filter(None, (values["first_page"], values["last_page"]))))
    kept = {"volume": values["volume"], "issue": values["issue"], "page": pages}
    if any(kept.values()):
        draft.extra["csl"] = {name: value for name, value in kept.items() if value}


def _locate(draft: Draft, work: dict[str, Any]) -> None:
    """Let a draft be found by its arXiv id and by the DOIs of where else it was published."""
    for place in replies.items(work.get("locations"))[:_MOST_PLACES]:
        address = replies.text(place.get("landing_page_url"))
        draft.arxiv = draft.arxiv or identifiers.arxiv_in(address)
        doi = (identifiers.doi(address) or "").lower()
        published = place.get("is_published") is True or place.get("version") == "publishedVersion"
        if doi and published and doi != (draft.doi or "").lower() and doi not in draft.identifiers.get("doi", []):
            draft.identifiers.setdefault("doi", []).append(doi)
