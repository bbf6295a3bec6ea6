"""doi.org: any registered DOI by content negotiation (https://citation.doi.org/docs.html), DataCite's among them."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from readinglist.core.paper import Draft
from readinglist.formats import person_names
from readinglist.formats.csl.item import to_draft
from readinglist.sources import crossref, replies
from readinglist.sources.client import Client
from readinglist.sources.services import BY_ID

SERVICE = BY_ID["doi"]
# By these a reply is Crossref's, which says its works so too.
_CROSSREFS = frozenset(("indexed", "subtitle", "reference-count", "score", "content-domain", "short-container-title"))
_LEFT_OUT = frozenset(("reference", "abstract", "copyright", "id", "categories", "title", "author"))
_ACCEPT = "application/vnd.citationstyles.csl+json"


def fetch(client: Client, doi: str) -> bytes:
    """Return the item of a DOI as CSL-JSON. Raises Failure."""
    return client.ask(SERVICE, f"/{quote(doi, safe='/')}", accept=_ACCEPT, key=doi)


def parse(body: bytes) -> list[Draft]:
    """Return the one paper of a reply; [] for what is no CSL item (a publisher's page, where it does not negotiate)."""
    value = replies.load(body)
    if not isinstance(value, dict) or not ({"title", "author"} & value.keys()):
        return []
    if not _CROSSREFS.isdisjoint(value):
        draft = crossref.work_draft(value)
        return [draft] if draft is not None else []
    kept = {name: part for name, part in value.items() if name not in _LEFT_OUT}
    kept["title"] = replies.text(_first(value.get("title")))
    draft = to_draft({**kept, "author": [_person(name) for name in replies.items(value.get("author"))]})
    draft.abstract = replies.abstract(_first(value.get("abstract")))
    draft.doi = draft.doi and draft.doi.lower()  # DataCite writes them in capitals
    draft.key = None
    draft.tags = []  # subjects of the registration, no tags of the reader's
    return [draft] if draft.title else []


def _person(name: dict[str, Any]) -> dict[str, Any]:
    """Return a CSL name; one that was registered whole, family name first, is taken apart."""
    whole = replies.text(name.get("literal") or name.get("name"))
    if not whole and not name.get("given"):
        whole = replies.text(name.get("family"))
    if whole.count(",") != 1 or person_names.is_organisation(whole):
        return name
    family, given = (part.strip() for part in whole.split(","))
    return {"family": family, "given": given} if family and given else name


def _first(value: Any) -> Any:
    return next((item for item in value if item), None) if isinstance(value, list) else value
