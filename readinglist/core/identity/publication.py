"""A preprint and its published version as one paper: what the publication says together, the preprint beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from readinglist.core.identity import match
from readinglist.core.paper import Draft

PREPRINT = "preprint"  # in `extra`: date, ids and the like of the preprint that a published paper was before
TOGETHER = ("type", "date", "venue", "doi")  # the fields that are of a publication
_RAW = "bibtex_type"  # in `extra`: the entry type a record came with
# What formats keep in `extra` of where a paper stands, by their own names.
_BIBTEX = """
volume number pages publisher journal journaltitle booktitle series address location howpublished editor edition
institution organization school type chapter eid eventtitle shortjournal issue
"""
_CSL = """
volume issue page publisher publisher-place number collection-title event event-title event-place editor edition genre
chapter-number number-of-volumes container-title-short article-number
"""
_PLACE = {"bibtex": frozenset(_BIBTEX.split()), "csl": frozenset(_CSL.split())}
_VAGUE = frozenset(("article", "document", "webpage", "manuscript", "post", "post-weblog"))
_MAY_BE_PREPRINTS = _VAGUE | {"article-journal", "paper-conference", "report"}
_SERVERS = ("arxiv", "preprint", "biorxiv", "medrxiv", "chemrxiv", "ssrn", "corr")


def completes(old: Draft, new: Draft) -> bool:
    """Return whether `old` is a preprint and `new`, of the same paper, is its publication."""
    return is_preprint(old) and is_published(new)


def names_kind(old: Draft, new: Draft) -> bool:
    """Return whether `new` is a publication, and `old` says neither of what kind nor where it was published.

    What `old` is given of `new`, as the DOI and the journal, would not go with a web page or a manuscript.
    """
    return old.type in _VAGUE and not old.venue and is_published(new)


def is_preprint(draft: Draft) -> bool:
    """Return whether a record is of a preprint: nothing in it says where it was published but, at most, a DOI."""
    record = match.known(draft)
    if draft.type not in _MAY_BE_PREPRINTS or not _nowhere(draft):
        return False
    on_arxiv = "arxiv" in record.names and (draft.type in _VAGUE or not _has_publishers_doi(draft))
    return on_arxiv or match.only_preprint(record)


def is_published(draft: Draft) -> bool:
    """Return whether a record is of a publication: a kind of one, and a journal, proceedings or a publisher's DOI."""
    return draft.type not in _VAGUE and (bool(draft.venue and not _nowhere(draft)) or _has_publishers_doi(draft))


def is_publishers(doi: str) -> bool:
    """Return whether a DOI was given by a publisher, not by a server of preprints."""
    return _has_publishers_doi(Draft(type="article", doi=doi))


def taken(old: Draft, new: Draft, found: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a preprint that its publication changes, with their values: all that say where and when.

    `found` is what else it changes.
    """
    taken = {name: value for name in TOGETHER if (value := getattr(new, name)) and value != getattr(old, name)}
    if "doi" in taken and old.doi:  # so that it is found by either
        names = {scheme: list(values) for scheme, values in found.get("identifiers", old.identifiers).items()}
        names["doi"] = list(dict.fromkeys([*names.get("doi", []), old.doi]))
        taken["identifiers"] = names
    return taken


def beside(extra: Mapping[str, Any], preprint: Draft, published: Draft) -> dict[str, Any]:
    """Return `extra` with the place of the publication instead of the preprint's, and what was the preprint's."""
    told = {name: getattr(preprint, name) for name in ("date", "arxiv", *TOGETHER) if getattr(preprint, name)}
    told = {name: value for name, value in told.items() if name == "arxiv" or value != getattr(published, name)}
    if _RAW in preprint.extra and preprint.extra[_RAW] != published.extra.get(_RAW):
        told[_RAW] = preprint.extra[_RAW]
    result = {name: value for name, value in extra.items() if name != _RAW}
    for kept, names in _PLACE.items():
        mine, theirs = _mapping(extra, kept), _mapping(published.extra, kept)
        gone = {name: value for name, value in _mapping(preprint.extra, kept).items() if name in names}
        if gone:
            told[kept] = gone
        whole = {name: value for name, value in mine.items() if name not in names}
        whole |= {name: value for name, value in theirs.items() if name in names or name not in whole}
        result[kept] = whole
        if not whole:
            del result[kept]
    if _RAW in published.extra:
        result[_RAW] = published.extra[_RAW]
    if told.keys() - {"arxiv", "type", _RAW} and PREPRINT not in result:  # the arXiv id has a field of its own
        result[PREPRINT] = told
    return result


def without(draft: Draft) -> Draft:
    """Return a copy of a record that says nothing of where and when it was published."""
    extra = {name: value for name, value in draft.extra.items() if name != _RAW}
    for kept, names in _PLACE.items():
        if kept in extra:
            extra[kept] = {name: value for name, value in _mapping(extra, kept).items() if name not in names}
            if not extra[kept]:
                del extra[kept]
    return replace(draft, date=None, venue=None, type="article", extra=extra)


def _nowhere(draft: Draft) -> bool:
    venue = (draft.venue or "").lower()
    return not venue or any(venue.startswith(name) or f" {name}" in venue for name in _SERVERS)


def _has_publishers_doi(draft: Draft) -> bool:
    return bool(draft.doi) and not match.only_preprint(match.known(Draft(type="article", doi=draft.doi)))


def _mapping(extra: Mapping[str, Any], name: str) -> dict[str, Any]:
    found = extra.get(name)
    return found if isinstance(found, dict) else {}
