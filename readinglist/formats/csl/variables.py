"""Bibliographic fields without a column, by CSL names, whichever format they came in; and BibTeX's names for them."""

from __future__ import annotations

from typing import Any

from readinglist.core.names.parse import read_names
from readinglist.core.names.write import write_names
from readinglist.core.paper import Draft
from readinglist.core.tex.decode import decode
from readinglist.core.tex.encode import encode
from readinglist.formats.csl.names import people, to_csl
from readinglist.formats.draft_fields import OWN_VARIABLES

# CSL variable -> BibTeX field.
_PLAIN = {
    "volume": "volume", "issue": "number", "number": "number", "page": "pages", "publisher": "publisher",
    "publisher-place": "address", "edition": "edition", "collection-title": "series", "chapter-number": "chapter",
    "number-of-volumes": "volumes", "language": "language", "genre": "type", "version": "version", "note": "note",
    "event-title": "eventtitle", "container-title-short": "shortjournal", "title-short": "shorttitle",
}  # fmt: skip
# BibTeX's field -> the field of a paper.
BIBTEX_OWN = {_PLAIN[variable]: field for variable, field in OWN_VARIABLES.items()}
_PUBLISHERS = ("school", "institution", "organization")
_PEOPLE = {"editor": "editor", "translator": "translator", "container-author": "bookauthor"}


def csl_of(draft: Draft) -> dict[str, Any]:
    """Return the bibliographic fields of any draft that have CSL names of their own; never changes it."""
    return {**_of_bibtex(draft.extra), **_mapping(draft.extra, "csl"), **own_of(draft)}


def own_of(draft: Draft) -> dict[str, str]:
    """Return the variables that are fields of a paper, where they are filled."""
    return {variable: value for variable, field in OWN_VARIABLES.items() if (value := getattr(draft, field))}


def _mapping(extra: dict[str, Any], name: str) -> dict[str, Any]:
    found = extra.get(name)
    return found if isinstance(found, dict) else {}


def _of_bibtex(extra: dict[str, Any]) -> dict[str, Any]:
    """Return the variables that the raw BibTeX fields in `extra["bibtex"]` hold, decoded."""
    raw = {name: value for name, value in _mapping(extra, "bibtex").items() if isinstance(value, str)}
    raw["address"] = raw.get("address") or raw.get("location", "")
    variables: dict[str, Any] = {}
    for name, field in _PLAIN.items():
        value = raw.get(field, "")
        if name != "number" and value.strip():
            variables[name] = decode(value).replace("–", "-") if name == "page" else decode(value)
    for name in filter(raw.__contains__, _PUBLISHERS):
        variables.setdefault("publisher", decode(raw[name]))
    for name, field in _PEOPLE.items():
        if field in raw:
            variables[name] = [to_csl(person) for person in read_names(raw[field])[0]]
    return variables


def bibtex_fields(extra: dict[str, Any]) -> dict[str, str]:
    """Return the BibTeX fields (in TeX) of the CSL variables in `extra["csl"]`; none where there are none."""
    variables = _mapping(extra, "csl")
    fields: dict[str, str] = {}
    for name, field in _PLAIN.items():
        value = variables.get(name)
        text = encode(str(value).strip()) if isinstance(value, str | int) else ""
        if text:
            fields.setdefault(field, text.replace("-", "--") if name == "page" and "--" not in text else text)
    for name, field in _PEOPLE.items():
        if named := people(variables.get(name) or [])[0]:
            fields[field] = write_names(named, True, encode)
    return fields
