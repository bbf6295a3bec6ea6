"""One CSL item as a draft and back; also what programs write where the schema has something else."""

from __future__ import annotations

import re
from typing import Any

from readinglist.core.dates import partial_date
from readinglist.core.identity import identifiers
from readinglist.core.paper import DEFAULT_TYPE, Draft
from readinglist.formats import date_parsing, draft_fields, item_types, markup, status_words
from readinglist.formats.csl import names, schema, variables

# Where a date of publication is found, best first; the later ones are Crossref's.
_DATES = ("issued", "published-print", "published", "published-online", "created")
# What of an item belongs to its reader.
_PRIVATE = frozenset(("note", "annote", "keyword", "custom"))
_SCHEMES = (("ISBN", "isbn"), ("ISSN", "issn"), ("PMID", "pmid"), ("PMCID", "pmcid"))
_NUMBERS = {"pmid": identifiers.pmid, "pmcid": identifiers.pmcid}


def to_draft(item: dict[str, Any]) -> Draft:
    """Return the draft of an item. What the draft cannot give back word for word is kept under `extra["csl"]`.

    Title, container and abstract come without HTML and JATS markup; lists where the schema has texts give their first.
    """
    draft = _own_fields(item)
    said = from_draft(draft, complete=True)
    kept = {name: value for name, value in item.items() if name not in said or said[name] != value}
    if kept:
        draft.extra["csl"] = kept
    return draft


def _own_fields(item: dict[str, Any]) -> Draft:
    """Return a draft with only those fields that have a place of their own."""
    draft = Draft(title=_plain(item.get("title")))
    kind = item.get("type")
    draft.type = item_types.CROSSREF.get(kind, kind) if isinstance(kind, str) and kind else DEFAULT_TYPE
    draft.authors, draft.authors_complete = names.people(item.get("author") or [])
    draft.date = next(filter(None, (_date(item.get(name)) for name in _DATES)), None)
    draft.venue = _plain(item.get("container-title")) or None
    draft.abstract = markup.plain(_first(item.get("abstract")), lines=True) or None
    _identify(draft, item)
    draft.key = _key(item)
    draft.tags = _keywords(_first(item.get("keyword")))
    draft.pages = draft_fields.page_count(item.get("page")) or _count(item.get("number-of-pages"))
    draft.note = markup.plain(_first(item.get("annote")), lines=True) or None
    draft.status, _since, _rest = status_words.from_zotero_extra(_first(item.get("note")))
    for variable, field in draft_fields.OWN_VARIABLES.items():
        setattr(draft, field, _plain(item.get(variable)) or None)
    return draft


def _identify(draft: Draft, item: dict[str, Any]) -> None:
    draft.url = _first(item.get("URL")).strip() or None
    draft_fields.take_doi(draft, _first(item.get("DOI")))
    if draft.url:
        draft_fields.address(draft, draft.url)
    for name, scheme in _SCHEMES:
        value, known = item.get(name), _NUMBERS.get(scheme)
        for text in value if isinstance(value, list) else [value]:
            shown = str(text).strip() if isinstance(text, str | int) else ""
            if known is None:
                draft_fields.identify_serials(draft, shown)
            else:
                draft_fields.identify(draft, scheme, known(shown))
    if draft.arxiv is None:
        draft.arxiv = _arxiv(item)
    draft.identifiers = {scheme: values for scheme, values in draft.identifiers.items() if values}


def _arxiv(item: dict[str, Any]) -> str | None:
    for name in ("number", "archive_location", "archive-location", "note", "container-title"):
        if found := identifiers.arxiv_in(_first(item.get(name))):
            return found
    for name in ("archive", "publisher"):
        if _first(item.get(name)).lower().startswith("arxiv"):
            place = _first(item.get("archive_location")) or _first(item.get("number"))
            return identifiers.arxiv(place) if place else None
    return None


def _first(value: Any) -> str:
    """Return a text, the first filled one of a list of texts (Crossref), a number as text; "" for anything else."""
    if isinstance(value, list):
        return next((text for text in map(_first, value) if text.strip()), "") if len(value) < 1000 else ""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15 else ""


def _plain(value: Any) -> str:
    return markup.plain(_first(value))


def _count(value: Any) -> int | None:
    text = _first(value).strip()
    return int(text) if text.isdecimal() and len(text) < 6 and int(text) else None


def _key(item: dict[str, Any]) -> str | None:
    for name in ("citation-key", "citekey", "id"):
        text = _first(item.get(name)).strip()
        if re.fullmatch(r"[^\s/\\]*[^\W\d_][^\s/\\]*", text) and len(text) <= 200:
            return text
    return None


def _keywords(text: str) -> list[str]:
    parts = re.split(r"[;\n]" if ";" in text or "\n" in text else ",", markup.plain(text, lines=True))
    return list(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _date(value: Any) -> str | None:
    """Return the date of a CSL date: by its parts (numbers or texts), else by whatever text it has."""
    if isinstance(value, list):
        return _date(value[0]) if value and isinstance(value[0], dict) else _parts(value)
    if isinstance(value, str | int):
        return date_parsing.read_date(_first(value))
    if not isinstance(value, dict):
        return None
    found = _parts(value.get("date-parts")) or _parts([value.get("year"), value.get("month"), value.get("day")])
    return found or next(
        filter(None, (date_parsing.read_date(_first(value.get(n))) for n in ("raw", "literal", "edtf"))), None
    )


def _parts(value: Any) -> str | None:
    if not isinstance(value, list) or not value:
        return None
    first = value[0] if isinstance(value[0], list) else value
    numbers = [_number(part) for part in first[:3]]
    if not numbers or numbers[0] is None:
        return date_parsing.read_date(_first(first)) if first else None
    return partial_date(numbers[0], *numbers[1:])


def _number(part: Any) -> int | None:
    text = _first(part).strip()
    return int(text.removesuffix(".0")) if re.fullmatch(r"\d{1,4}(?:\.0)?", text) else None


def from_draft(paper: Draft, *, complete: bool = False) -> dict[str, Any]:
    """Return `paper` as an item that the schema allows. What was read from CSL comes back as it was read, as long as
    it still says what the paper says; without `complete` what belongs to the reader stays out.
    """
    item = _said(paper, complete)
    given = variables.csl_of(paper)
    if not given:
        return item
    allowed = {name: value for name, value in given.items() if schema.allows(name, value)}
    if not complete:
        allowed = {name: value for name, value in allowed.items() if name not in _PRIVATE}
    read_again = _own_fields(allowed)
    for name, value in allowed.items():
        if name not in _OWN:
            item.setdefault(name, value)
        elif _same(name, read_again, paper):
            item[name] = value
    return item


_OWN: dict[str, tuple[str, ...]] = {
    "id": (),
    "type": ("type",),
    "title": ("title",),
    "author": ("authors", "authors_complete"),
    "issued": ("date",),
    "container-title": ("venue",),
    "abstract": ("abstract",),
    "DOI": ("doi",),
    "URL": ("url",),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
    "PMID": ("pmid",),
    "PMCID": ("pmcid",),
    "keyword": ("tags",),
    "annote": ("note",),
    "note": (),
    "citation-key": ("key",),
} | {variable: (field,) for variable, field in draft_fields.OWN_VARIABLES.items()}


def _same(name: str, one: Draft, other: Draft) -> bool:
    if name == "id":
        return one.key in (None, other.key)
    for field in _OWN[name]:
        if field in ("isbn", "issn", "pmid", "pmcid"):
            same = one.identifiers.get(field) == other.identifiers.get(field)
        else:
            same = getattr(one, field) == getattr(other, field)
        if not same:
            return False
    return True


def _arxiv_address(paper: Draft, complete: bool) -> str | None:
    """Return an address for who cites a preprint. A complete export says only what the paper says."""
    return f"https://arxiv.org/abs/{paper.arxiv}" if paper.arxiv and not complete else None


def _said(paper: Draft, complete: bool) -> dict[str, Any]:
    """Return the item that the paper's own fields make."""
    authors = [names.to_csl(person) for person in paper.authors]
    item: dict[str, Any] = {
        "id": next(filter(None, (paper.key, paper.uid, paper.doi, paper.arxiv, paper.title[:80])), "item"),
        "type": paper.type if paper.type in schema.TYPES else "document",
        "title": paper.title,
        "author": authors if paper.authors_complete else [*authors, {"literal": "others"}],
        "issued": _issued(paper.date),
        "container-title": paper.venue,
        "abstract": paper.abstract,
        "DOI": paper.doi,
        "URL": paper.url or _arxiv_address(paper, complete),
        **{name: ", ".join(paper.identifiers.get(scheme, [])) for name, scheme in _SCHEMES},
        "number": f"arXiv:{paper.arxiv}" if paper.arxiv else None,
        **variables.own_of(paper),
    }
    if complete:
        item |= {"keyword": "; ".join(paper.tags), "annote": paper.note}
    return {name: value for name, value in item.items() if value}


def _issued(date: str | None) -> dict[str, Any] | None:
    return {"date-parts": [[int(part) for part in date.split("-")]]} if date else None
