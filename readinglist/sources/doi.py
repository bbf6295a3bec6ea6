"""doi.org: any registered DOI by content negotiation (https://citation.doi.org/docs.html), DataCite's among them."""

from __future__ import annotations

from urllib.parse import quote

from readinglist.core.paper import Draft
from readinglist.formats.csl.item import to_draft
from readinglist.sources import replies
from readinglist.sources.client import Client
from readinglist.sources.services import BY_ID

SERVICE = BY_ID["doi"]
_ACCEPT = "application/vnd.citationstyles.csl+json"


def fetch(client: Client, doi: str) -> bytes:
    """Return the item of a DOI as CSL-JSON. Raises Failure."""
    return client.ask(SERVICE, f"/{quote(doi, safe='/')}", accept=_ACCEPT, key=doi)


def parse(body: bytes) -> list[Draft]:
    """Return the one paper of a reply; [] for what is no CSL item (a publisher's page, where it does not negotiate)."""
    value = replies.load(body)
    if not isinstance(value, dict) or not ({"title", "author"} & value.keys()):
        return []
    kept = {name: part for name, part in value.items() if name not in ("reference", "abstract", "copyright", "id")}
    draft = to_draft(kept)
    draft.abstract = replies.abstract(value.get("abstract"))
    draft.key = None
    draft.tags = []  # subjects of the registration, no tags of the reader's
    return [draft] if draft.title else []
