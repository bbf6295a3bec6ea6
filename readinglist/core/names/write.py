"""People as BibTeX name lists, so that reading them gives the same people again."""

from __future__ import annotations

from collections.abc import Callable

from readinglist.core.names.parse import read_name
from readinglist.core.paper import Person

Encode = Callable[[str], str]


def write_names(people: list[Person], complete: bool, encode: Encode) -> str:
    """Return the value of an author field; `encode` turns text into TeX. An incomplete list ends in `and others`."""
    names = [write_name(person, encode) for person in people]
    if not complete:
        names.append("others")
    return " and ".join(names)


def write_name(person: Person, encode: Encode) -> str:
    """Return one name as `von Last, Jr, First`, or in braces where it is no person's name in parts."""
    if person.literal:
        return "{" + encode(person.literal) + "}"
    if not person.family:
        return "{" + encode(person.given or person.particle or person.dropping_particle) + "}"
    name, given = _von_last(person, encode), person.given
    if person.suffix:
        return f"{name}, {_part(person.suffix, encode)}, {_part(given, encode)}"
    return f"{name}, {_part(given, encode)}" if given else _lone(name)


def _von_last(person: Person, encode: Encode) -> str:
    family = person.family
    particles = f"{person.dropping_particle} {person.particle}".strip()
    von = f"{encode(particles)} " if particles else ""
    name = von + _part(family, encode)
    if particles or len(family.split()) > 1 or not family[:1].isupper():
        # Whether words in lower case are von or Last depends on their neighbours: ask the reader.
        read = read_name(f"{name}, X")
        if read is None or (read.family, read.particle) != (family, particles):
            return f"{von}{{{encode(family)}}}"
    return name


def _lone(name: str) -> str:
    """A family name alone: a second word would make the first a given name, braces an organisation."""
    return f"{name}," if " " in name or "~" in name or name.startswith("{") else name


def _part(text: str, encode: Encode) -> str:
    """Return a part of a name in TeX, in braces where its words would be taken for something else."""
    tex = encode(text)
    words = f" {text.lower()} "
    if "," in text or " and " in words or "=" in text or " others " in words or ";" in text:
        return "{" + tex + "}"
    return tex
