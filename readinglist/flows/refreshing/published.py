"""Where preprints were published: by what services say of them, else by title and authors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from readinglist.core.identity import match, publication
from readinglist.core.identity.identifiers import Identifier, arxiv_key, doi_key
from readinglist.core.identity.match import ARXIV_DOI, alike, known
from readinglist.core.identity.pairs import compare
from readinglist.core.paper import DEFAULT_TYPE, Draft, Paper
from readinglist.flows.refreshing import many

if TYPE_CHECKING:  # the services are loaded only where one is asked
    from readinglist.flows.lookup import Found, Lookup

SURE = 0.9  # how alike a preprint and what a search found must be
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")
_PLACE = re.compile(
    r"^(?P<venue>[^\d(]{3,}?)[\s,:;(]*(?:vol(?:ume)?\.?\s*|v\.\s*)?(?P<volume>(?:\b[A-Z])?\d{1,5})\b", re.IGNORECASE
)
_PAGES = re.compile(r"(?:[,:]|\bpp?\.|\))\s*([A-Za-z]?\d{2,7}(?:\s*[-–]+\s*[A-Za-z]?\d{2,7})?)\b(?!\s*\))")
_MEETING = re.compile(
    r"proceedings|proc\.|conference|advances in neural|workshop|symposium|nips|neurips|icml|iclr|cvpr", re.IGNORECASE
)


def find(lookup: Lookup, asked: Sequence[tuple[Paper, Draft | None]]) -> dict[int, Found]:
    """Return the publications of those of these papers that are preprints, by paper; with each what was said of it.

    Asked in this order: DOIs that arXiv or Crossref (`is-preprint-of`) named, OpenAlex, a search by title and author,
    and in the end what arXiv's journal reference says by itself.
    """
    from readinglist.flows.lookup import Found

    records = {paper.id: _record(paper, said) for paper, said in asked}
    records = {number: record for number, record in records.items() if publication.is_preprint(record)}
    named = {number: _publishers(record) for number, record in records.items()}
    _ask_openalex(lookup, {number: records[number] for number, dois in named.items() if not dois}, named)
    wanted = [Identifier("doi", doi) for dois in named.values() for doi in dois]
    details = lookup.details(wanted) if wanted else {}
    found: dict[int, Found] = {}
    for number, record in records.items():
        answers = (details[Identifier("doi", doi)] for doi in named[number])
        fitting = next((one for one in answers if one.draft and _is_of(record, one.draft)), None)
        draft = None if fitting else _by_title(lookup, record) or by_journal_ref(record)
        if fitting:
            found[number] = fitting
        elif draft is not None:
            found[number] = Found(draft, "Crossref" if draft.doi else "arXiv")
    return found


def _record(paper: Paper, said: Draft | None) -> Draft:
    """Return the paper as far as it is known, with what was just said of it."""
    if said is None or not publication.is_preprint(paper):
        return paper
    record = Draft(title=paper.title, type=paper.type, authors=paper.authors, date=paper.date, venue=paper.venue)
    if match.only_named(paper):
        record.title = said.title
    record.authors = record.authors or said.authors
    record.date = record.date or said.date
    record.doi, record.arxiv = paper.doi or said.doi, paper.arxiv or said.arxiv
    every = [*paper.identifiers.get("doi", ()), *said.identifiers.get("doi", ()), *filter(None, [said.doi])]
    record.identifiers = {"doi": list(dict.fromkeys(every))} if every else {}
    record.extra = {"arxiv": said.extra.get("arxiv") or paper.extra.get("arxiv") or {}}
    return record


def _publishers(record: Draft) -> list[str]:
    every = [doi_key(doi) for doi in (record.doi, *record.identifiers.get("doi", ())) if doi]
    return [doi for doi in dict.fromkeys(every) if publication.is_publishers(doi)]


def _ask_openalex(lookup: Lookup, records: dict[int, Draft], named: dict[int, list[str]]) -> None:
    """Put the DOIs of publishers that OpenAlex knows among a preprint's locations into `named`."""
    own = {number: doi for number, record in records.items() if (doi := _own_doi(record))}
    works = many.openalex_of(lookup, list(dict.fromkeys(own.values()))) if own else {}
    for number, doi in own.items():
        if doi in works:
            named[number] = _publishers(works[doi])


def _own_doi(record: Draft) -> str | None:
    """Return the DOI of the preprint itself."""
    if record.arxiv:
        return ARXIV_DOI + arxiv_key(record.arxiv)
    every = [doi_key(doi) for doi in (record.doi, *record.identifiers.get("doi", ())) if doi]
    return next((doi for doi in every if not publication.is_publishers(doi)), None)


def _is_of(record: Draft, draft: Draft) -> bool:
    """Whether what a service named is the publication of a preprint: titles may change, people hardly."""
    one, other = known(record), known(draft)
    same = alike(one.title, other.title) or match.same_author(one.author, other.author)
    return same and publication.is_published(draft)


def _by_title(lookup: Lookup, record: Draft) -> Draft | None:
    from readinglist.sources import crossref, crossref_relations
    from readinglist.sources.failures import Failure

    if not record.authors or not record.title or match.only_named(record):
        return None
    author = record.authors[0]
    try:
        body = crossref_relations.search_like(lookup.client, record.title, author.literal or author.family)
    except Failure:
        return None
    return next((draft for draft in crossref.parse(body) if is_publication_of(record, draft)), None)


def is_publication_of(record: Draft, draft: Draft) -> bool:
    """Return whether a work that was found by its title is, surely enough, the publication of a preprint."""
    if not publication.is_published(draft) or not draft.authors:
        return False
    mine, theirs = record.year, draft.year
    if mine is None or theirs is None or not 0 <= theirs - mine <= match.PREPRINT_YEARS:
        return False
    sure = compare(known(record), known(draft))
    return sure is not None and sure[0] >= SURE


def by_journal_ref(record: Draft) -> Draft | None:
    """Return what arXiv's journal reference says of a preprint's publication, None where it names no place and year."""
    said = record.extra.get("arxiv")
    text = said.get("journal_ref") if isinstance(said, dict) else None
    if not isinstance(text, str):
        return None
    years, place = _YEAR.findall(text), _PLACE.match(text)
    if not years or place is None:
        return None
    venue = place["venue"].strip(" ,;:")
    draft = Draft(title=record.title, authors=record.authors, date=years[-1], venue=venue)
    draft.type = "paper-conference" if _MEETING.search(text) else DEFAULT_TYPE
    rest = text[place.end() :]
    pages = [found for found in _PAGES.findall(rest) if found not in years]
    kept = {"volume": place["volume"] if place["volume"] not in years else None, "page": pages[-1] if pages else None}
    kept = {name: value for name, value in kept.items() if value}
    if kept:
        draft.extra["csl"] = kept
    return draft if venue and publication.is_published(draft) else None
