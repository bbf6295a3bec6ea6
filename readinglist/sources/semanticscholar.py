"""Semantic Scholar: papers by its own id or another's (https://api.semanticscholar.org/api-docs/graph)."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from readinglist.core.dates import is_partial_date
from readinglist.core.identity import identifiers
from readinglist.core.names.person import person
from readinglist.core.paper import DEFAULT_TYPE, Draft
from readinglist.sources import replies
from readinglist.sources.client import Client
from readinglist.sources.services import BY_ID

SERVICE = BY_ID["semanticscholar"]
_FIELDS = "title,authors,year,publicationDate,venue,journal,abstract,externalIds,url,publicationTypes"
_TYPES = {"Book": "book", "BookSection": "chapter", "Conference": "paper-conference", "Dataset": "dataset"}


def fetch(client: Client, name: str) -> bytes:
    """Return the reply about a paper: 40 hex digits, `CorpusId:N`, `DOI:...`, `ARXIV:...`. Raises Failure."""
    query = {"fields": _FIELDS}
    return client.ask(SERVICE, f"/paper/{quote(name, safe=':/')}", query, accept="application/json", key=name)


def parse(body: bytes) -> list[Draft]:
    """Return the one paper of a reply; [] for what is none."""
    value = replies.load(body)
    title = replies.text(replies.get(value, "title"))
    return [_draft(value, title)] if title else []


def _draft(value: dict[str, Any], title: str) -> Draft:
    kinds = value.get("publicationTypes")
    known = (_TYPES.get(replies.text(kind)) for kind in kinds) if isinstance(kinds, list) else ()
    draft = Draft(title=title, type=next(filter(None, known), DEFAULT_TYPE))
    names = (replies.text(item.get("name")) for item in replies.items(value.get("authors")))
    draft.authors = [person(name) for name in names if name]
    day, year = replies.text(value.get("publicationDate")), replies.text(value.get("year"))
    draft.date = day if is_partial_date(day) else year if re.fullmatch(r"\d{4}", year) else None
    draft.venue = replies.text(replies.get(value, "journal", "name")) or replies.text(value.get("venue")) or None
    draft.abstract = replies.abstract(value.get("abstract"))
    draft.doi = identifiers.doi(replies.text(replies.get(value, "externalIds", "DOI")))
    draft.arxiv = identifiers.arxiv(replies.text(replies.get(value, "externalIds", "ArXiv")))
    draft.url = replies.text(value.get("url")) or None
    pmid = identifiers.pmid(replies.text(replies.get(value, "externalIds", "PubMed")))
    if pmid:
        draft.identifiers["pmid"] = [pmid]
    return draft
