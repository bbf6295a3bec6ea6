"""PubMed: articles by number through E-utilities (https://www.ncbi.nlm.nih.gov/books/NBK25499/), as its own XML."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

from readinglist.core.paper import Draft
from readinglist.formats.xml import pubmed
from readinglist.sources import replies
from readinglist.sources.client import Client
from readinglist.sources.services import BY_ID

SERVICE = BY_ID["pubmed"]
AT_ONCE = 100  # numbers in a request


def fetch(client: Client, numbers: Sequence[str]) -> bytes:
    """Return the records of these PubMed numbers. Raises Failure."""
    listed = ",".join(numbers[:AT_ONCE])
    query = {"db": "pubmed", "id": listed, "retmode": "xml", **_polite(client)}
    return client.ask(SERVICE, "/efetch.fcgi", query, accept="application/xml", key=listed)


def number_of(client: Client, pmcid: str) -> str | None:
    """Return the PubMed number of a PubMed Central id such as `PMC1234567`, None where it has none. Raises Failure."""
    query = {"db": "pubmed", "term": f"{pmcid}[pmcid]", "retmode": "json", **_polite(client)}
    reply = replies.load(client.ask(SERVICE, "/esearch.fcgi", query, accept="application/json", key=pmcid))
    found = replies.get(reply, "esearchresult", "idlist", 0)
    return found if isinstance(found, str) and re.fullmatch(r"\d{1,9}", found) else None


def _polite(client: Client) -> dict[str, str]:
    return {"tool": "readinglist", **({"email": client.contact} if client.contact else {})}


def parse(body: bytes) -> list[Draft]:
    """Return the articles of a reply; [] for what is none."""
    drafts = []
    for item in pubmed.read(io.StringIO(body.decode("utf-8", "replace"))):
        if isinstance(item, Draft) and item.title:
            item.place = item.raw = None
            item.tags = []  # keywords of the authors are no tags of the reader's
            number = next(iter(item.identifiers.get("pmid", [])), None)
            item.url = item.url or (f"https://pubmed.ncbi.nlm.nih.gov/{number}/" if number else None)
            drafts.append(item)
    return drafts
