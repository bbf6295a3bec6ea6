"""Fills those fields of a draft that take more than a value: identifiers, web addresses, CSL variables, page counts."""

from __future__ import annotations

import re
from typing import Any

from readinglist.core.fields import FIELDS
from readinglist.core.identity import identifiers
from readinglist.core.paper import Draft
from readinglist.core.text import clean, one_line

# The variables of CSL that are fields of a paper -> those fields.
OWN_VARIABLES = {field.csl: field.name for field in FIELDS if field.csl}


def csl(draft: Draft) -> dict[str, Any]:
    """Return the place in `extra` for bibliographic fields without a column, by their CSL names (volume, page ...)."""
    found: dict[str, Any] = draft.extra.setdefault("csl", {})
    return found


def settle_csl(draft: Draft) -> None:
    """Take out of the CSL variables in `extra` those that are fields of a paper: what every reader ends with."""
    variables = draft.extra.get("csl", {})
    for variable, field in OWN_VARIABLES.items():
        value = variables.get(variable)
        if isinstance(value, str) and getattr(draft, field) is None:
            setattr(draft, field, one_line(clean(value)) or None)
            del variables[variable]
    if not variables:
        draft.extra.pop("csl", None)


def identify(draft: Draft, scheme: str, value: str | None) -> None:
    """Add an identifier without a column of its own, once."""
    if value and value not in draft.identifiers.setdefault(scheme, []):
        draft.identifiers[scheme].append(value)


def identify_serials(draft: Draft, text: str) -> bool:
    """Add the ISBNs and ISSNs in `text`; False where it holds none that are valid."""
    books, serials = identifiers.isbns(text), identifiers.issns(text)
    for value in books:
        identify(draft, "isbn", value)
    for value in serials if not books else []:
        identify(draft, "issn", value)
    return bool(books or serials)


def address(draft: Draft, text: str) -> None:
    """Take a web address, the first as `url`, and whatever it says about DOI, arXiv and PubMed."""
    text = text.strip()
    if not text:
        return
    if draft.url is None:
        draft.url = text
    if draft.doi is None and (found := identifiers.doi_in_address(text)):
        draft.doi = found
    lowered = text.lower()
    if draft.arxiv is None and "arxiv.org/" in lowered:
        draft.arxiv = identifiers.arxiv(text)
    if "pubmed" in lowered:
        identify(draft, "pmid", identifiers.pmid(text))


def take_doi(draft: Draft, text: str) -> bool:
    """Take the DOI of a field meant for one; an arXiv DOI names the arXiv id too. False where there is none."""
    found = identifiers.doi_field(text)
    if not found:
        return False
    draft.doi = draft.doi or found
    if draft.arxiv is None and "arxiv" in found.lower():
        draft.arxiv = identifiers.arxiv_in(found)
    return True


def page_count(page: object) -> int | None:
    """Return how many pages a range such as "280-284" or "1276--92" has, or None where it says none."""
    found = re.fullmatch(r"\s*(\d{1,6})\s*[-–—]+\s*(\d{1,6})\s*", page) if isinstance(page, str) else None
    if not found:
        return None
    first, last = found[1], found[2]
    if len(last) < len(first):
        last = first[: -len(last)] + last
    count = int(last) - int(first) + 1
    return count if 1 <= count < 2000 else None
