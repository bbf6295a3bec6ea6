"""Crossref: its REST API's works (https://api.crossref.org/swagger-ui/index.html)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from readinglist.core.paper import Draft
from readinglist.core.text import fold
from readinglist.formats.csl.item import to_draft
from readinglist.sources import crossref_relations, replies
from readinglist.sources.client import Client
from readinglist.sources.services import BY_ID

SERVICE = BY_ID["crossref"]
AT_ONCE = 50  # DOIs in a request: as many as an address that is not too long holds
# What of a work belongs to a reference, by its CSL name; the rest (lists of references, licences, counts) is not kept.
_KEPT = (
    "type", "volume", "issue", "page", "publisher", "publisher-location", "ISSN", "ISBN", "DOI", "URL", "language",
    "number-of-pages",
)  # fmt: skip
# Where its date is found, best first: what is printed, before when it was put online or registered.
_DATES = (
    "issued", "published", "published-print", "published-online", "published-other", "posted", "approved",
    "content-created", "created",
)  # fmt: skip
_TITLES = ("title", "original-title", "short-title")
_NAME = ("family", "given", "name", "suffix")


def fetch(client: Client, doi: str) -> bytes:
    """Return Crossref's reply about a DOI. Raises Failure."""
    return client.ask(SERVICE, f"/works/{quote(doi, safe='/')}", _polite(client), accept="application/json", key=doi)


def fetch_many(client: Client, dois: Sequence[str], name: str = "doi") -> bytes:
    """Return Crossref's reply about several DOIs; with `updates` for a name, about the notices of them. Raises Failure.

    A comma parts filters: DOIs with one in it are left out.
    """
    listed = ",".join(f"{name}:{doi}" for doi in dois[:AT_ONCE] if "," not in doi)
    query = {"filter": listed, "rows": str(2 * AT_ONCE), **(_polite(client) or {})}
    return client.ask(SERVICE, "/works", query, accept="application/json", key=listed)


def search(client: Client, title: str, most: int = 5) -> bytes:
    """Return the works that are most like a title, with authors and year where it names them. Raises Failure."""
    query = {"query.bibliographic": title, "rows": str(most), **(_polite(client) or {})}
    return client.ask(SERVICE, "/works", query, accept="application/json")


def _polite(client: Client) -> dict[str, str] | None:
    return {"mailto": client.contact} if client.contact else None


def parse(body: bytes) -> list[Draft]:
    """Return the works of a reply, one or a list of them; [] for what is no reply of Crossref's."""
    message = replies.get(replies.load(body), "message")
    if not isinstance(message, dict):
        return []
    works = replies.items(message["items"]) if "items" in message else [message]
    return [draft for draft in map(work_draft, works) if draft is not None]


def work_draft(work: dict[str, Any]) -> Draft | None:
    """Return the paper that a work of Crossref's is; None for one without a title."""
    item = {name: work[name] for name in _KEPT if work.get(name) not in (None, "", [])}
    item["title"] = next(filter(None, (replies.text(_first(work.get(name))) for name in _TITLES)), "")
    item["container-title"] = replies.text(_first(work.get("container-title")))
    if "publisher" not in item:
        item["publisher"] = replies.text(replies.get(work, "institution", 0, "name"))
    item["author"] = _people(work.get("author"))
    editors = _people(work.get("editor"))
    if editors:
        item["editor"] = editors
    dates = (replies.get(work.get(name), "date-parts", 0) for name in _DATES)
    parts = next((found for found in dates if isinstance(found, list) and found and found[0]), None)
    if parts:
        item["issued"] = {"date-parts": [parts]}
    draft = to_draft({name: value for name, value in item.items() if value})
    draft.title = _title(draft.title, work.get("subtitle"))
    if not draft.title:
        return None
    draft.abstract = replies.abstract(_first(work.get("abstract")))
    draft.key = None
    crossref_relations.note(draft, work)
    kept = draft.extra.get("csl", {})
    for name in ("title", "author", "container-title", "type", "issued", "ISSN", "ISBN"):
        kept.pop(name, None)
    if not kept:
        draft.extra.pop("csl", None)
    return draft


def _people(value: Any) -> list[dict[str, str]]:
    """Return the names of a list without what else Crossref says of people (sequence, affiliation, ORCID)."""
    people = []
    for item in replies.items(value):
        name = {part: replies.text(item.get(part)) for part in _NAME if replies.text(item.get(part))}
        if "name" in name and "family" not in name:
            name = {"literal": name["name"]}
        people.append(name)
    return [name for name in people if name]


def _title(title: str, subtitle: Any) -> str:
    """Return a title with its subtitle, where it does not hold that already."""
    second = replies.text(_first(subtitle))
    if not second or not title or fold(second) in fold(title):
        return title
    return f"{title}{' ' if title.endswith(('?', '!', ':', '.')) else ': '}{second}"


def _first(value: Any) -> Any:
    return next((item for item in value if item), None) if isinstance(value, list) else value
