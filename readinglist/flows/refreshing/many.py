"""Details of many papers with few questions: what a service takes together is asked together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from readinglist.core.identity.identifiers import arxiv_key, doi_key
from readinglist.core.identity.match import ARXIV_DOI
from readinglist.core.paper import Draft

if TYPE_CHECKING:  # the services are loaded only where one is asked
    from readinglist.flows.lookup import Lookup
    from readinglist.sources.client import Client


def updates_of(lookup: Lookup, dois: Sequence[str]) -> list[Draft]:
    """Return the notices (retractions, corrections ...) that say to be about works with these DOIs."""
    from readinglist.sources import crossref
    from readinglist.sources.failures import Failure

    found: list[Draft] = []
    fit = [doi for doi in dois if "," not in doi]
    for start in range(0, len(fit), crossref.AT_ONCE):
        try:
            part = fit[start : start + crossref.AT_ONCE]
            found += crossref.parse(crossref.fetch_many(lookup.client, part, "updates"))
        except Failure:
            continue  # what the works say themselves is known
    return found


def openalex_of(lookup: Lookup, dois: Sequence[str]) -> dict[str, Draft]:
    """Return OpenAlex's works by all their DOIs, those of preprints too, in lower case."""
    from readinglist.sources import openalex

    return _together(lookup, dois, openalex.AT_ONCE, openalex.fetch_many, openalex.parse)


def _together(
    lookup: Lookup,
    dois: Sequence[str],
    at_once: int,
    fetch: Callable[[Client, Sequence[str]], bytes],
    parse: Callable[[bytes], list[Draft]],
) -> dict[str, Draft]:
    from readinglist.sources.failures import Failure

    fit = [doi for doi in dois if "," not in doi and "|" not in doi]
    found: dict[str, Draft] = {}
    for start in range(0, len(fit), at_once):
        part = fit[start : start + at_once]
        try:
            drafts = parse(fetch(lookup.client, part))
        except Failure:
            continue  # each is asked about by itself, and says why there is no answer
        asked = set(part)
        for draft in drafts:
            names = [doi_key(doi) for doi in (draft.doi, *draft.identifiers.get("doi", ())) if doi]
            if draft.arxiv:
                names.append(ARXIV_DOI + arxiv_key(draft.arxiv))
            found |= {name: draft for name in names if name in asked}
    return found
