"""What Crossref says of a work beside itself: its preprint or publication, what became of it, and what is like it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from readinglist.core.dates import is_partial_date
from readinglist.core.identity import identifiers
from readinglist.core.identity.match import ARXIV_DOI
from readinglist.core.paper import Draft
from readinglist.core.updates import CONCERN, CORRECTED, NOTICES, RETRACTED, UPDATES, VERSION
from readinglist.sources import replies
from readinglist.sources.client import Client
from readinglist.sources.services import BY_ID

# https://www.crossref.org/documentation/schema-library/markup-guide-metadata-segments/relationships/
_SAME_PAPER = ("is-preprint-of", "has-preprint")
# The kinds of updates that Crossmark knows, and what each is to a reader.
_KINDS = {
    "retraction": RETRACTED, "partial_retraction": RETRACTED, "withdrawal": RETRACTED, "removal": RETRACTED,
    "correction": CORRECTED, "corrigendum": CORRECTED, "erratum": CORRECTED, "addendum": CORRECTED,
    "clarification": CORRECTED, "expression_of_concern": CONCERN, "new_version": VERSION, "new_edition": VERSION,
}  # fmt: skip
_MOST = 20


def search_like(client: Client, title: str, author: str) -> bytes:
    """Return the works that are most like a title by an author. Raises Failure."""
    query = {"query.bibliographic": f"{title} {author}".strip(), "rows": "5"}
    if client.contact:
        query["mailto"] = client.contact
    return client.ask(BY_ID["crossref"], "/works", query, accept="application/json", key=query["query.bibliographic"])


def note(draft: Draft, work: dict[str, Any]) -> None:
    """Put into a draft what a work's `relation`, `updated-by` and `update-to` say; odd values are passed over."""
    for kind in _SAME_PAPER:
        for item in replies.items(replies.get(work, "relation", kind))[:_MOST]:
            _name(draft, identifiers.doi(replies.text(item.get("id"))))
    for field, key in (("updated-by", NOTICES), ("update-to", UPDATES)):
        told = [_update(item) for item in replies.items(work.get(field))[:_MOST]]
        kept = [one for one in told if one is not None and one["by"] != (draft.doi or "").lower()]
        if kept:
            draft.extra[key] = kept


def _name(draft: Draft, doi: str | None) -> None:
    """Let a draft be found by the DOI of the other version of it."""
    name = (doi or "").lower()
    if name.startswith(ARXIV_DOI):
        draft.arxiv = draft.arxiv or name.removeprefix(ARXIV_DOI)
    elif name and name != (draft.doi or "").lower() and name not in draft.identifiers.get("doi", []):
        draft.identifiers.setdefault("doi", []).append(name)


def _update(item: dict[str, Any]) -> dict[str, Any] | None:
    doi = identifiers.doi(replies.text(item.get("DOI")))
    what = _KINDS.get(replies.text(item.get("type")).lower().replace(" ", "_").replace("-", "_"))
    if doi is None or what is None:
        return None
    return {"what": what, "date": _day(item.get("updated")), "by": doi.lower()}


def _day(value: Any) -> str | None:
    parts = replies.get(value, "date-parts", 0)
    if isinstance(parts, list) and parts and all(isinstance(n, int) and not isinstance(n, bool) for n in parts):
        text = "-".join(f"{n:04d}" if at == 0 else f"{n:02d}" for at, n in enumerate(parts[:3]))
        return text if is_partial_date(text) else None
    stamp = replies.get(value, "timestamp")  # milliseconds, where the date is not written out
    if isinstance(stamp, int) and 0 < stamp < 32_503_680_000_000:
        return dt.datetime.fromtimestamp(stamp / 1000, dt.UTC).strftime("%Y-%m-%d")
    return None
