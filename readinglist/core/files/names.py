"""Names for files of papers, made by a template from the paper; fit for every system's disks."""

from __future__ import annotations

import re
from collections.abc import Callable

from readinglist.core import tex
from readinglist.core.paper import Draft, Person
from readinglist.core.text import clean, one_line

TEMPLATE = "{author} {year} {title}"
_FIELD = re.compile(r"\{(\w+)\}")
_UNFIT = re.compile(r'[\\/:*?"<>|]')
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")  # devices of Windows
_MOST_BYTES = 180  # of 255, so that a number and an ending find room
_MOST_AUTHORS = 3


def file_name(paper: Draft, label: str | None, ending: str, template: str = TEMPLATE) -> str:
    """Return what a file of a paper is called, `ending` (such as `.pdf`) included; its label follows in brackets."""
    made = _FIELD.sub(lambda found: _FIELDS[found[1]](paper), template)
    if label:
        made = f"{made} ({label})"
    return fit(made) + ending


def fit(name: str) -> str:
    """Return a name without what a disk refuses or a person cannot see; `paper` where nothing is left of it."""
    calm = "".join(char if char.isprintable() else " " for char in clean(name))
    calm = one_line(_UNFIT.sub(" ", calm)).strip(". -")
    while len(calm.encode()) > _MOST_BYTES:
        calm = calm[:-1].rstrip(". -")
    return f"_{calm}" if _RESERVED.fullmatch(calm) else calm or "paper"


def _person(person: Person) -> str:
    return person.literal or person.family or person.given or ""


def _authors(paper: Draft) -> str:
    names = [_person(person) for person in paper.authors]
    if len(names) > _MOST_AUTHORS or not paper.authors_complete:
        return ", ".join(names[:_MOST_AUTHORS]) + " et al." if names else ""
    return ", ".join(names)


_FIELDS: dict[str, Callable[[Draft], str]] = {
    "author": lambda paper: _person(paper.authors[0]) if paper.authors else "",
    "authors": _authors,
    "year": lambda paper: str(paper.year or ""),
    "title": lambda paper: tex.line(paper.title),
    "venue": lambda paper: paper.venue or "",
    "key": lambda paper: paper.key or "",
}
