"""From the fields of a BibTeX record to a draft; leaves what a reader noted (status, tags) to `reading_fields`.

Fields without a place of ours stay as they are, raw, in `extra["bibtex"]`, so that an export gives them back.
"""

from __future__ import annotations

import re

from readinglist.core.identity.identifiers import (
    arxiv,
    arxiv_in,
    doi,
    doi_field,
    doi_in_address,
    isbns,
    issns,
    pmcid,
    pmid,
    url,
)
from readinglist.core.names.parse import read_names
from readinglist.core.paper import Draft
from readinglist.core.tex.decode import decode, decode_block
from readinglist.formats.bibtex.dates import read_date
from readinglist.formats.bibtex.entry_types import csl_type, entry_type
from readinglist.formats.bibtex.reading_fields import read_reading_fields
from readinglist.formats.markup import plain

_ARTICLE_VENUES = ("journaltitle", "journal", "booktitle")
_BOOK_VENUES = ("booktitle", "journaltitle", "journal")
_ADDRESS_FIELDS = ("howpublished", "note", "bdsk-url-1", "remote-url", "link", "ee")
_ARXIV_FIELDS = ("note", "number", "volume", "howpublished", "journal", "publisher", "series", "pages")
_URL_COMMAND = re.compile(r"\\(?:url|href|path|nolinkurl)\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
_URL_SIGNS = re.compile(
    r"\{?\\(?:textasciitilde|~\s*(?:\{\s*\})?|sim)(?:\s*\{\})?\}?|\$\s*\\(?:sim|tilde\{\s*\})\s*\$|\{?\\textunderscore(?:\{\})?\}?"
    r"|\\text(?:less|greater)(?![A-Za-z])(?:\{\}|\s)?|\$\s*[<>_]\s*\$"
    r"|\\([_%#&$~^<>{}-])|\\slash|\\allowbreak(?:\{\})?|[{}]"
)
_PAGES = re.compile(r"\s*(\d{1,6})\s*[-–—]+\s*(\d{1,6})\s*$")
_SECTIONED = re.compile(r"[?!:.…]$")
_ELEMENT = re.compile(r"<([A-Za-z][\w:-]{0,20})(?:\s[^<>]{0,200})?>[^<]{0,5000}(?:<[^<>]*>[^<]{0,5000}){0,6}</\1>")
_GOES_ON = re.compile(r"[/=&]|\.(?=.)")


def to_draft(kind: str, key: str, rest: dict[str, str]) -> Draft:
    """Return the draft of a record with these raw `fields`; what is left in them becomes `extra`. Never raises."""
    pop = rest.pop
    draft = Draft(type=csl_type(kind), key=key or None)
    extra = draft.extra
    _title(draft, kind, rest)
    names = pop("author", None) or (pop("authors", None) if "authors" in rest else None)
    if names:
        draft.authors, draft.authors_complete = read_names(names)
        if not draft.authors:
            rest["author"] = names
    draft.date = read_date(rest)
    _venue(draft, rest)
    raw = pop("abstract", None)
    if raw:
        abstract = decode_block(raw)
        draft.abstract = (plain(abstract, lines=True) if _has_tags(abstract) else abstract) or None
    _identify(draft, rest)
    raw = rest.get("pages")
    if raw:
        span = _PAGES.match(raw)
        if span and 0 <= int(span[2]) - int(span[1]) < 2000:
            draft.pages = int(span[2]) - int(span[1]) + 1
    elif "pagetotal" in rest and rest["pagetotal"].strip().isdecimal():
        draft.pages = int(rest["pagetotal"].strip()[:6]) or None
    read_reading_fields(draft, rest)
    if rest:
        extra["bibtex"] = rest
    if entry_type(draft.type, biblatex=False) != kind:
        extra["bibtex_type"] = kind
    return draft


def _has_tags(text: str) -> bool:
    """True where a publisher's page left its markup in the text: an element that closes, or JATS."""
    return "<" in text and (_ELEMENT.search(text) is not None or "<jats:" in text)


def _title(draft: Draft, kind: str, rest: dict[str, str]) -> None:
    raw = rest.pop("title", None)
    if not raw and kind in ("book", "proceedings", "collection", "mvbook", "periodical", "mvproceedings", "conference"):
        raw = rest.pop("booktitle", None) or rest.pop("maintitle", None)
    if not raw:
        return
    title = decode(raw)
    if _has_tags(title):
        title = plain(title)
        rest["title"] = raw
    elif "{" in raw or "\\" in raw or "$" in raw:
        rest["title"] = raw
    if "subtitle" in rest:
        subtitle = decode(rest["subtitle"])
        if subtitle and title:
            title = f"{title} {subtitle}" if _SECTIONED.search(title) else f"{title}: {subtitle}"
            rest["title"] = raw
    draft.title = title


def _venue(draft: Draft, rest: dict[str, str]) -> None:
    names = _BOOK_VENUES if draft.type in ("paper-conference", "chapter", "book") else _ARTICLE_VENUES
    for name in names:
        raw = rest.get(name)
        if raw:
            if name == "booktitle" and draft.type == "book":
                continue  # the title of the volume itself, said twice
            draft.venue = decode(raw) or None
            if "{" not in raw and "\\" not in raw and "$" not in raw:
                del rest[name]
            return


def address(raw: str) -> str:
    """Return the address in a url field: commands, escapes and braces gone, the rest as it stands."""
    if "\\" in raw or "{" in raw or "$" in raw:
        command = _URL_COMMAND.search(raw)
        if command:
            raw = command[1]
        raw = _URL_SIGNS.sub(_url_sign, raw)
    if "&amp;" in raw:
        raw = raw.replace("&amp;", "&")
    raw = raw.strip().strip("<>").strip()
    if "\n" in raw or " " in raw or "\t" in raw:
        return _one_address(raw)
    return raw


def _url_sign(found: re.Match[str]) -> str:
    text = found[0]
    if "underscore" in text:
        return "_"
    if "sim" in text or "tilde" in text or "~" in text:
        return "~"
    if "slash" in text:
        return "/"
    if "less" in text or "greater" in text:
        return "<" if "less" in text else ">"
    if text.startswith("$"):
        return text.strip("$ ")
    sign = found[1]
    return "" if sign is None or sign == "-" else str(sign)


def _one_address(raw: str) -> str:
    """Return the first of several addresses, or one that was broken into lines put together again.

    Blanks within an address are kept where what follows goes on like a path; else it is a remark: "(last visited ...)".
    """
    parts = raw.split()
    if sum("://" in part for part in parts) > 1:
        return next(part for part in parts if "://" in part).rstrip(",;")
    if "\n" in raw:
        return "".join(parts)
    if "://" in parts[0] and not any(_GOES_ON.search(part) for part in parts[1:]):
        return parts[0].rstrip(",;")
    return " ".join(parts)


def _identify(draft: Draft, rest: dict[str, str]) -> None:
    """Fill in DOI, address, arXiv id and the identifiers without a column."""
    pop = rest.pop
    raw = pop("doi", None)
    if raw:
        draft.doi = doi_field(address(raw))
        if draft.doi is None:
            rest["doi"] = raw
    raw = pop("url", None)
    if raw:
        draft.url = address(raw) or None
    if draft.url is None and draft.doi is None:
        _address_elsewhere(draft, rest)
    if draft.doi is None and draft.url and "doi.org" in draft.url:
        draft.doi = doi_in_address(draft.url)
    if draft.doi is None and "note" in rest and "10." in rest["note"] and "doi" in rest["note"].lower():
        draft.doi = doi(address(rest["note"]))
    _arxiv(draft, rest)
    if "isbn" in rest or "issn" in rest or "pmid" in rest or "pmcid" in rest or "eprint" in rest:
        _numbers(draft, rest)


def _address_elsewhere(draft: Draft, rest: dict[str, str]) -> None:
    """Take the address from where it was put before there was a url field; the field itself stays."""
    for name in _ADDRESS_FIELDS:
        raw = rest.get(name)
        if raw and ("://" in raw or "\\url" in raw):
            command = _URL_COMMAND.search(raw)
            found = address(command[0]) if command else url(address(raw))
            if found:
                draft.url = found
                return


def _arxiv(draft: Draft, rest: dict[str, str]) -> None:
    raw = rest.get("eprint")
    kind = (rest.get("eprinttype") or rest.get("archiveprefix") or "").strip("{} ").lower()
    group = rest.get("primaryclass") or rest.get("eprintclass")
    if raw and kind in ("arxiv", ""):
        found = arxiv(address(raw)) or (arxiv(f"{group}/{raw}") if group else None)
        if found:
            draft.arxiv = found
            for name in ("eprint", "eprinttype", "archiveprefix", "primaryclass", "eprintclass"):
                rest.pop(name, None)
            draft.subject = decode(group) if group else None
            return
    for name in ("arxivid", "arxiv"):
        if name in rest:
            draft.arxiv = arxiv(address(rest[name]))
            if draft.arxiv:
                del rest[name]
                return
    if draft.doi and "arxiv" in draft.doi.lower():
        draft.arxiv = arxiv_in(draft.doi)
    if draft.arxiv is None and draft.url and "arxiv.org" in draft.url:
        draft.arxiv = arxiv_in(draft.url)
    if draft.arxiv is None and draft.venue and "rxiv" in draft.venue.lower():
        draft.arxiv = arxiv_in(draft.venue)
    if draft.arxiv is None:
        for name in _ARXIV_FIELDS:
            raw = rest.get(name)
            if raw and ("abs/" in raw or "Xiv" in raw or "xiv" in raw or "XIV" in raw):
                draft.arxiv = arxiv_in(address(raw))
                if draft.arxiv:
                    return


def _numbers(draft: Draft, rest: dict[str, str]) -> None:
    """Take ISBN, ISSN and PubMed numbers out of their fields, where these hold nothing else."""
    for scheme, read in (("isbn", isbns), ("issn", issns)):
        raw = rest.get(scheme)
        found = read(raw) if raw else []
        if found:
            draft.identifiers[scheme] = found
            if len(re.sub(r"[^\w]", "", raw or "")) == sum(len(value.replace("-", "")) for value in found):
                del rest[scheme]
    number = pmid(rest.get("pmid"))
    if number is None and (rest.get("eprinttype") or rest.get("archiveprefix") or "").lower() in ("pubmed", "pmid"):
        number = pmid(rest.get("eprint"))
    elif number:
        del rest["pmid"]
    if number:
        draft.identifiers["pmid"] = [number]
    raw = rest.get("pmcid")
    central = pmcid(raw if not raw or raw.upper().startswith("PMC") else f"PMC{raw}") if raw else None
    if central:
        draft.identifiers["pmcid"] = [central]
        del rest["pmcid"]
