"""BibTeX fields of the variables that other formats keep in `extra["csl"]` (volume, page, publisher ...), and back."""

from __future__ import annotations

from typing import Any

from readinglist.core.names.parse import read_names
from readinglist.core.names.write import write_names
from readinglist.core.paper import Person
from readinglist.core.tex.decode import decode
from readinglist.core.tex.encode import encode

# CSL variable -> BibTeX field.
_PLAIN = {
    "volume": "volume", "issue": "number", "number": "number", "page": "pages", "publisher": "publisher",
    "publisher-place": "address", "edition": "edition", "collection-title": "series", "chapter-number": "chapter",
    "number-of-volumes": "volumes", "language": "language", "genre": "type", "version": "version", "note": "note",
    "event-title": "eventtitle", "container-title-short": "shortjournal", "title-short": "shorttitle",
}  # fmt: skip
_PEOPLE = {"editor": "editor", "translator": "translator", "container-author": "bookauthor"}


def fields_of(extra: dict[str, Any]) -> dict[str, str]:
    """Return the BibTeX fields (in TeX) of the CSL variables in `extra["csl"]`; none where there are none."""
    variables = extra.get("csl")
    if not isinstance(variables, dict):
        return {}
    fields: dict[str, str] = {}
    for name, field in _PLAIN.items():
        value = variables.get(name)
        if isinstance(value, str | int) and str(value).strip():
            text = encode(str(value).strip())
            fields.setdefault(field, text.replace("-", "--") if name == "page" and "--" not in text else text)
    for name, field in _PEOPLE.items():
        people = [_person(item) for item in variables.get(name) or () if isinstance(item, dict)]
        named = [person for person in people if person != Person()]
        if named:
            fields[field] = write_names(named, True, encode)
    return fields


def variables_of(extra: dict[str, Any]) -> dict[str, Any]:
    """Return the CSL variables of the raw BibTeX fields in `extra["bibtex"]`, decoded; none where there are none."""
    raw = extra.get("bibtex")
    if not isinstance(raw, dict):
        return {}
    variables: dict[str, Any] = {}
    for name, field in _PLAIN.items():
        value = raw.get(field) or (raw.get("location") if field == "address" else None)
        if isinstance(value, str) and name != "number" and value.strip():
            variables[name] = decode(value).replace("–", "-") if name == "page" else decode(value)
    for name in ("school", "institution", "organization"):
        if isinstance(raw.get(name), str):
            variables.setdefault("publisher", decode(raw[name]))
    for name, field in _PEOPLE.items():
        if isinstance(raw.get(field), str):
            variables[name] = [_name(person) for person in read_names(raw[field])[0]]
    return variables


def _name(person: Person) -> dict[str, str]:
    """Return a person as a CSL name."""
    if person.literal:
        return {"literal": person.literal}
    parts = {
        "family": person.family,
        "given": person.given,
        "non-dropping-particle": person.particle,
        "dropping-particle": person.dropping_particle,
        "suffix": person.suffix,
    }
    return {name: value for name, value in parts.items() if value}


def _person(item: dict[str, Any]) -> Person:
    """Return the person of a CSL name."""
    text = {name: value for name, value in item.items() if isinstance(value, str)}
    return Person(
        family=text.get("family", ""),
        given=text.get("given", ""),
        literal=text.get("literal", "") if not text.get("family") else "",
        particle=text.get("non-dropping-particle", text.get("particle", "")),
        dropping_particle=text.get("dropping-particle", text.get("dropping_particle", "")),
        suffix=text.get("suffix", ""),
    )
