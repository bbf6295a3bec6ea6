"""CSL's names as people and back."""

from __future__ import annotations

from typing import Any

from readinglist.core.paper import Person
from readinglist.formats import markup
from readinglist.formats.person_names import read_names

_OTHERS = frozenset(("others", "et al", "et al.", "and others"))


def people(value: Any) -> tuple[list[Person], bool]:
    """Return the people of a CSL name list, and whether it is complete (it may end in a name "others").

    Understands also what is found instead of the schema: one name outside a list, names as text, Crossref's `name`.
    """
    if isinstance(value, str):
        return read_names(value.replace(" and ", ";")) if value.strip() else ([], True)
    items = value if isinstance(value, list) else [value]
    found: list[Person] = []
    complete = True
    for item in items:
        names, whole = read_names(item) if isinstance(item, str) else ([_person(item)], True)
        for person in names:
            if person == Person():
                continue
            if person.display.lower() in _OTHERS:
                complete = False
            else:
                found.append(person)
        complete = complete and whole
    return found, complete


def _person(item: Any) -> Person:
    if not isinstance(item, dict):
        return Person()
    text = {key: _text(value) for key, value in item.items() if isinstance(value, str)}
    family = text.get("family", "")
    given = text.get("given", "")
    literal = text.get("literal", "") or text.get("name", "")
    if not family:
        return Person(literal=literal or given)
    return Person(
        family=family,
        given=given,
        particle=text.get("non-dropping-particle", "") or text.get("particle", ""),
        dropping_particle=text.get("dropping-particle", "") or text.get("dropping_particle", ""),
        suffix=text.get("suffix", ""),
    )


def _text(value: str) -> str:
    return markup.plain(value) if "&" in value or "<" in value else " ".join(value.split())


def to_csl(person: Person) -> dict[str, str]:
    """Return the person as a CSL name."""
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
