"""The bibliographic fields of a BibTeX record as those of a draft.

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
from readinglist.formats.bibtex.entry_types import WEB_TYPES, csl_type, entry_type
from readinglist.formats.bibtex.printable import undone
from readinglist.formats.bibtex.reading_fields import read_reading_fields
from readinglist.formats.csl.variables import BIBTEX_OWN
from readinglist.formats.markup import plain

_ARTICLE_VENUES = ("journaltitle", "journal", "booktitle")
_SITES = ("titleaddon", "journaltitle", "journal", "booktitle", "howpublished")
_BOOK_VENUES = ("booktitle", "journaltitle", "journal")
BIBLATEX_NAMES = {"language": "langid"}  # of the fields that biblatex calls otherwise than BibTeX
_VOLUMES = frozenset({"book", "proceedings", "collection", "mvbook", "periodical", "mvproceedings", "conference"})
_ADDRESS_FIELDS = ("howpublished", "note", "bdsk-url-1", "remote-url", "link", "ee")
_ARXIV_FIELDS = ("note", "number", "volume", "howpublished", "journal", "publisher", "series", "pages")
_URL_COMMAND = re.compile(r"\\(?:url|href|path|nolinkurl)\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
_URL_SIGNS = re.compile(
    r"\{?\\(?:textasciitilde|~\s*(?:\{\s*\})?|sim)(?:\s*\{\})?\}?|\$\s*\\(?:sim|tilde\{\s*\})\s*\$|\{?\\textunderscore(?:\{\})?\}?"
    r"|\\text(?:less|greater)(?![A-Za-z])(?:\{\}|\s)?|\$\s*[<>_]\s*\$"
    r"|\\([_%#&$~^<>{}-])|\\slash|\\allowbreak(?:\{\})?|[{}]"
)
# What a command in an address stands for, by what its name holds.
_COMMANDS = (
    ("underscore", "_"), ("sim", "~"), ("tilde", "~"), ("~", "~"), ("slash", "/"), ("less", "<"), ("greater", ">"),
)  # fmt: skip
_NUMBERED = frozenset({"isbn", "issn", "pmid", "pmcid", "eprint"})
_PAGES = re.compile(r"\s*(\d{1,6})\s*[-–—]+\s*(\d{1,6})\s*$")
_SECTIONED = re.compile(r"[?!:.…]$")
_ELEMENT = re.compile(r"<([A-Za-z][\w:-]{0,20})(?:\s[^<>]{0,200})?>[^<]{0,5000}(?:<[^<>]*>[^<]{0,5000}){0,6}</\1>")
_GOES_ON = re.compile(r"[/=&]|\.(?=.)")


def to_draft(kind: str, key: str, rest: dict[str, str]) -> Draft:
    """Return the draft of a record with these raw fields; what is left in them becomes `extra`. Never raises."""
    pop = rest.pop
    named = undone(rest)
    draft = Draft(type=named or csl_type(kind), key=key or None)
    _title(draft, kind, rest)
    names = pop("author", None) or pop("authors", None)
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
    draft.pages = _page_count(rest)
    for name, field in BIBTEX_OWN.items():
        _own(draft, rest, field, name)
    read_reading_fields(draft, rest)
    if rest:
        draft.extra["bibtex"] = rest
    if not named and entry_type(draft.type, biblatex=False) != kind:
        draft.extra["bibtex_type"] = kind
    return draft


def _own(draft: Draft, rest: dict[str, str], field: str, name: str) -> None:
    """Take a field that only the table of fields names; where a record has BibTeX's and biblatex's, the other stays."""
    name = name if name in rest else BIBLATEX_NAMES.get(name, name)
    value = decode(rest[name]) if name in rest else ""
    if value:
        setattr(draft, field, value)
        del rest[name]


def _page_count(rest: dict[str, str]) -> int | None:
    raw = rest.get("pages")
    if raw:
        span = _PAGES.match(raw)
        count = int(span[2]) - int(span[1]) + 1 if span else 0
        return count if 1 <= count <= 2000 else None
    total = rest.get("pagetotal", "").strip()
    return int(total[:6]) or None if total.isdecimal() else None


def _has_tags(text: str) -> bool:
    """True where a publisher's page left its markup in the text: an element that closes, or JATS."""
    return "<" in text and (_ELEMENT.search(text) is not None or "<jats:" in text)


def _is_tex(raw: str) -> bool:
    return "{" in raw or "\\" in raw or "$" in raw


def _volume_title(rest: dict[str, str]) -> str | None:
    return rest.pop("booktitle", None) or rest.pop("maintitle", None)


def _title(draft: Draft, kind: str, rest: dict[str, str]) -> None:
    """Take the title, and the subtitle behind it; the raw title stays where it says more than the words."""
    raw = rest.pop("title", None) or (_volume_title(rest) if kind in _VOLUMES else None)
    if not raw:
        return
    title = decode(raw)
    tagged = _has_tags(title)
    title = plain(title) if tagged else title
    subtitle = decode(rest["subtitle"]) if "subtitle" in rest else ""
    if subtitle and title:
        title = f"{title} {subtitle}" if _SECTIONED.search(title) else f"{title}: {subtitle}"
        tagged = True
    if tagged or _is_tex(raw):
        rest["title"] = raw
    draft.title = title


def _venue(draft: Draft, rest: dict[str, str]) -> None:
    names: tuple[str, ...] = _BOOK_VENUES if draft.type in ("paper-conference", "chapter", "book") else _ARTICLE_VENUES
    if draft.type in WEB_TYPES:
        names = _SITES
    for name in names:
        raw = rest.get(name)
        if raw and not (name == "howpublished" and ("://" in raw or "\\url" in raw)):
            if name == "booktitle" and draft.type == "book":
                continue  # the title of the volume itself, said twice
            draft.venue = decode(raw) or None
            if not _is_tex(raw):
                del rest[name]
            return


def address(raw: str) -> str:
    """Return the address in a url field: commands, escapes and braces gone, the rest as it stands."""
    if _is_tex(raw):
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
    command = next((sign for name, sign in _COMMANDS if name in text), None)
    if command:
        return command
    if text.startswith("$"):
        return text.strip("$ ")
    return "" if found[1] in (None, "-") else str(found[1])


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
    raw = rest.pop("doi", None)
    if raw:
        draft.doi = doi_field(address(raw))
        if draft.doi is None:
            rest["doi"] = raw
    raw = rest.pop("url", None)
    if raw:
        draft.url = address(raw) or None
    if draft.doi is None:
        _doi_elsewhere(draft, rest)
    if not (_arxiv_by_eprint(draft, rest) or _arxiv_by_name(draft, rest)):
        draft.arxiv = _arxiv_elsewhere(draft, rest)
    if not _NUMBERED.isdisjoint(rest):
        _numbers(draft, rest)


def _doi_elsewhere(draft: Draft, rest: dict[str, str]) -> None:
    if draft.url is None:
        _address_elsewhere(draft, rest)
    if draft.url and "doi.org" in draft.url:
        draft.doi = doi_in_address(draft.url)
    note = rest.get("note", "")
    if draft.doi is None and "10." in note and "doi" in note.lower():
        draft.doi = doi(address(note))


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


def _eprint_kind(rest: dict[str, str]) -> str:
    return (rest.get("eprinttype") or rest.get("archiveprefix") or "").strip("{} ").lower()


def _arxiv_by_eprint(draft: Draft, rest: dict[str, str]) -> bool:
    raw = rest.get("eprint")
    if not raw or _eprint_kind(rest) not in ("arxiv", ""):
        return False
    group = rest.get("primaryclass") or rest.get("eprintclass")
    draft.arxiv = arxiv(address(raw)) or (arxiv(f"{group}/{raw}") if group else None)
    if draft.arxiv is None:
        return False
    for name in ("eprint", "eprinttype", "archiveprefix", "primaryclass", "eprintclass"):
        rest.pop(name, None)
    draft.subject = decode(group) if group else None
    return True


def _arxiv_by_name(draft: Draft, rest: dict[str, str]) -> bool:
    for name in ("arxivid", "arxiv"):
        if name in rest:
            draft.arxiv = arxiv(address(rest[name]))
            if draft.arxiv:
                del rest[name]
                return True
    return False


def _arxiv_elsewhere(draft: Draft, rest: dict[str, str]) -> str | None:
    """Return the arXiv id that DOI, address, venue or another field names; the fields stay."""
    for text, sign in ((draft.doi, "arxiv"), (draft.url, "arxiv.org"), (draft.venue, "rxiv")):
        if text and sign in text.lower() and (found := arxiv_in(text)):
            return found
    for name in _ARXIV_FIELDS:
        raw = rest.get(name)
        if raw and _may_name_arxiv(raw) and (found := arxiv_in(address(raw))):
            return found
    return None


def _may_name_arxiv(raw: str) -> bool:
    return "Xiv" in raw or "xiv" in raw or "abs/" in raw or "XIV" in raw


def _numbers(draft: Draft, rest: dict[str, str]) -> None:
    """Take ISBN, ISSN and PubMed numbers out of their fields, where these hold nothing else."""
    for scheme, read in (("isbn", isbns), ("issn", issns)):
        raw = rest.get(scheme, "")
        if found := read(raw):
            draft.identifiers[scheme] = found
            if len(re.sub(r"[^\w]", "", raw)) == sum(len(value.replace("-", "")) for value in found):
                del rest[scheme]
    number = pmid(rest.get("pmid"))
    if number:
        del rest["pmid"]
    elif _eprint_kind(rest) in ("pubmed", "pmid"):
        number = pmid(rest.get("eprint"))
    if number:
        draft.identifiers["pmid"] = [number]
    raw = rest.get("pmcid", "")
    central = pmcid(raw if raw.upper().startswith("PMC") else f"PMC{raw}")
    if central:
        draft.identifiers["pmcid"] = [central]
        del rest["pmcid"]
