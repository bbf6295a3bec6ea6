"""Bibliographic fields without a column, by CSL names, whichever format they came in; and BibTeX's names for them."""

from __future__ import annotations

from functools import partial
from typing import Any

from readinglist.core.names.parse import read_names
from readinglist.core.names.write import write_names
from readinglist.core.paper import Draft
from readinglist.core.tex.decode import decode
from readinglist.core.tex.encode import encode
from readinglist.formats import date_parsing
from readinglist.formats.csl.names import people, to_csl
from readinglist.formats.draft_fields import OWN_VARIABLES

# CSL variable -> BibTeX field.
_PLAIN = {
    "volume": "volume", "issue": "number", "number": "number", "page": "pages", "publisher": "publisher",
    "publisher-place": "address", "edition": "edition", "collection-title": "series", "chapter-number": "chapter",
    "collection-number": "number", "number-of-volumes": "volumes",
    "language": "language", "genre": "type", "version": "version", "note": "note",
    "number-of-pages": "pagetotal", "original-title": "origtitle", "status": "pubstate", "event-place": "eventvenue",
    "event-title": "eventtitle", "container-title-short": "shortjournal", "title-short": "shorttitle",
}  # fmt: skip
# BibTeX's field -> the field of a paper.
BIBTEX_OWN = {_PLAIN[variable]: field for variable, field in OWN_VARIABLES.items()}
_PERIODICALS = ("article-journal", "article-magazine", "article-newspaper", "article", "review", "review-book")
_IN_SERIES = ("book", "chapter", "paper-conference", "collection", "entry-encyclopedia", "entry-dictionary")
_ORDINALS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")
_PUBLISHERS = ("school", "institution", "organization")
# CSL date -> biblatex field.
_DATES = {"accessed": "urldate", "original-date": "origdate"}
_PEOPLE = {"editor": "editor", "translator": "translator", "container-author": "bookauthor"}


def csl_of(draft: Draft) -> dict[str, Any]:
    """Return the bibliographic fields of any draft that have CSL names of their own; never changes it."""
    return {**_of_bibtex(draft), **_mapping(draft.extra, "csl"), **own_of(draft)}


def own_of(draft: Draft) -> dict[str, str]:
    """Return the variables that are fields of a paper, where they are filled."""
    return {variable: value for variable, field in OWN_VARIABLES.items() if (value := getattr(draft, field))}


def _mapping(extra: dict[str, Any], name: str) -> dict[str, Any]:
    found = extra.get(name)
    return found if isinstance(found, dict) else {}


def _number_of(draft: Draft, raw: dict[str, str]) -> str:
    """Return the variable that BibTeX's `number` is: of an issue, in a series, or of the paper itself."""
    if draft.type in _IN_SERIES and "series" in raw:
        return "collection-number"
    return "issue" if draft.type in (*_PERIODICALS, *_IN_SERIES) else "number"


def _of_bibtex(draft: Draft) -> dict[str, Any]:
    """Return the variables that the raw BibTeX fields in `extra["bibtex"]` hold, decoded."""
    raw = {name: value for name, value in _mapping(draft.extra, "bibtex").items() if isinstance(value, str)}
    for name, biblatex in (("address", "location"), ("eventvenue", "venue")):
        raw[name] = raw.get(name) or raw.get(biblatex, "")
    variables: dict[str, Any] = {}
    number = _number_of(draft, raw)
    for name, field in _PLAIN.items():
        value = raw.get(field, "")
        if value.strip() and (field != "number" or name == number):
            variables[name] = _plain(name, decode(value))
    for name in filter(raw.__contains__, _PUBLISHERS):
        variables.setdefault("publisher", decode(raw[name]))
    if "issue" in raw and "issue" not in variables:
        variables["issue"] = decode(raw["issue"])
    for name, field in _DATES.items():
        if found := date_parsing.read_date(decode(raw.get(field, ""))):
            variables[name] = {"date-parts": [[int(part) for part in found.split("-")]]}
    for name, field in _PEOPLE.items():
        if field in raw:
            variables[name] = [to_csl(person) for person in read_names(raw[field])[0]]
    return variables


def _plain(name: str, text: str) -> str:
    """Return a BibTeX value, decoded, as CSL has it: ranges with a hyphen, editions as numbers."""
    if name == "page":
        return text.replace("–", "-")
    if name == "edition" and text.capitalize() in _ORDINALS:
        return str(_ORDINALS.index(text.capitalize()) + 1)
    return text


def bibtex_fields(extra: dict[str, Any], *, unicode: bool = False) -> dict[str, str]:
    """Return the BibTeX fields (in TeX) of the CSL variables in `extra["csl"]`; none where there are none.

    `unicode` leaves Latin letters as they are, as `encode` does.
    """
    variables = _mapping(extra, "csl")
    tex = partial(encode, unicode=unicode)
    fields: dict[str, str] = {}
    for name, field in _PLAIN.items():
        value = variables.get(name)
        text = tex(str(value).strip()) if isinstance(value, str | int) else ""
        if name == "edition" and not unicode and text.isdecimal() and 1 <= int(text[:3]) <= len(_ORDINALS):
            text = _ORDINALS[int(text) - 1]  # BibTeX's styles say "second edition"
        if text:
            fields.setdefault(field, text.replace("-", "--") if name == "page" and "--" not in text else text)
    for name, field in _PEOPLE.items():
        if named := people(variables.get(name) or [])[0]:
            fields[field] = write_names(named, True, tex)
    fields |= {field: written for name, field in _DATES.items() if (written := day(variables.get(name)))}
    return fields


def day(date: Any) -> str:
    """Return a CSL date as biblatex writes one, "" for what is none."""
    parts = date.get("date-parts") if isinstance(date, dict) else None
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [str(part) for part in first[:3] if isinstance(part, int | str)]
    return "-".join([numbers[0], *(number.zfill(2) for number in numbers[1:])]) if numbers else ""
