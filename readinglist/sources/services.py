"""The table of services: where each is reached, which variable moves it elsewhere, and how often it may be asked."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from readinglist.core.errors import WrongUsage
from readinglist.i18n import _


class Service(NamedTuple):
    """One row. `variable` of the environment moves its `base` address; at most one request in `seconds`, on average.

    `burst` so many may follow at once after a pause.
    """

    id: str
    label: str
    base: str
    variable: str
    seconds: float
    burst: int = 1


SERVICES: tuple[Service, ...] = (
    # https://info.arxiv.org/help/api/tou.html: one request in three seconds, one connection.
    Service("arxiv", "arXiv", "https://export.arxiv.org/api", "READINGLIST_ARXIV_URL", 3.0),
    # https://www.crossref.org/documentation/retrieve-metadata/rest-api/: its headers say more (see `buckets`).
    Service("crossref", "Crossref", "https://api.crossref.org", "READINGLIST_CROSSREF_URL", 0.2, 5),
    Service("openalex", "OpenAlex", "https://api.openalex.org", "READINGLIST_OPENALEX_URL", 0.1, 10),
    # https://www.ncbi.nlm.nih.gov/books/NBK25497/: three requests a second without a key.
    Service(
        "pubmed", "PubMed", "https://eutils.ncbi.nlm.nih.gov/entrez/eutils", "READINGLIST_PUBMED_URL", 0.34, 3
    ),
    Service("openlibrary", "Open Library", "https://openlibrary.org", "READINGLIST_OPENLIBRARY_URL", 1.0, 3),
    Service("doi", "doi.org", "https://doi.org", "READINGLIST_DOI_URL", 0.2, 5),
    Service(
        "semanticscholar", "Semantic Scholar", "https://api.semanticscholar.org/graph/v1",
        "READINGLIST_SEMANTICSCHOLAR_URL", 1.0,
    ),
)  # fmt: skip
BY_ID = {service.id: service for service in SERVICES}


def base_of(service: Service, environment: Mapping[str, str] = os.environ) -> str:
    """Return the service's base address without a slash at its end. Raises WrongUsage for one that is no address."""
    given = environment.get(service.variable, "").strip() or service.base
    parts = urlsplit(given)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise WrongUsage(
            _("{variable} is no web address: {value}.").format(variable=service.variable, value=given),
            do=_("Give one such as {example}, or unset it.").format(example=service.base),
        )
    return given.rstrip("/")


def origin_of(address: str) -> tuple[str, str, int]:
    """Return scheme, host and port of an address (RFC 6454). Raises ValueError for a port that is no number."""
    parts = urlsplit(address)
    return parts.scheme, parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)


def configured_origins(environment: Mapping[str, str] = os.environ) -> frozenset[tuple[str, str, int]]:
    """Return the origins of the services that were moved: only these may lie on this machine."""
    moved = [service for service in SERVICES if environment.get(service.variable, "").strip()]
    return frozenset(origin_of(base_of(service, environment)) for service in moved)
