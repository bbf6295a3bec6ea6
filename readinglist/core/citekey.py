"""Citation keys: made by the user's template from a paper's fields."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from readinglist.core.text import words

if TYPE_CHECKING:
    from readinglist.core.paper import Draft, Person

# Words that say nothing about a paper; the key takes the first title word that is none of them.
_SMALL = (
    "a an the on in of for to and or with from by at as is are be via using towards toward into how what why when do "
    "does can"
)
SKIPPED = frozenset(_SMALL.split(" "))
_UNFIT = re.compile(r"[^a-z0-9]+")


TEMPLATE = "{author}{year}{title}"  # the setting's default; spelled out, since settings take time to load
_FIELD = re.compile(r"\{(\w+)((?::\w+)*)\}")
_MOST_AUTHORS = 3
_LONGEST = 24  # letters of a name or word where the template says nothing of length


def base_key(draft: Draft, template: str = TEMPLATE) -> str:
    """Return the key that `template` makes, such as `wulfmeier2024imitating` for author, year and first word.

    Fields and modifiers are those of the manual (docs/manual/settings.md). A template whose fields are all blank for
    this paper gives `anon`.
    """
    if template == TEMPLATE:
        return f"{_author(draft)}{draft.year or ''}{_title(draft)}"
    return _FIELD.sub(lambda found: _field(draft, found[1], found[2].split(":")[1:]), template) or "anon"


def _author(draft: Draft) -> str:
    return (_name(draft.authors[0]) if draft.authors else "")[:_LONGEST] or "anon"


def _name(person: Person) -> str:
    return _UNFIT.sub("", "".join(words(person.literal or person.family or person.given)))


def _title(draft: Draft) -> str:
    fit = (_UNFIT.sub("", word) for word in words(draft.title) if word not in SKIPPED)
    return next(filter(None, fit), "")[:_LONGEST]


def _significant(text: str) -> list[str]:
    """Return the words of a title that tell it from others, in letters fit for a key."""
    first = [word for word in words(text) if word not in SKIPPED]
    return [fit for fit in (_UNFIT.sub("", word) for word in first) if fit]


def _field(draft: Draft, name: str, modifiers: list[str]) -> str:
    """Return what one field of a template is for this paper."""
    parts = _FIELDS[name](draft)
    count = next((int(word) for word in modifiers if word.isdigit()), None)
    if name == "authors":
        most = count or _MOST_AUTHORS
        parts = parts if len(parts) <= most and draft.authors_complete else [*parts[:most], "etal"]
    elif name == "words":
        parts = parts[:count]
    elif count:
        parts = ["".join(parts)[:count]]
    if "upper" in modifiers:
        return "".join(parts).upper()
    return "".join(part.capitalize() if "capital" in modifiers else part for part in parts)


def _names(draft: Draft) -> list[str]:
    return [name[:_LONGEST] for name in map(_name, draft.authors) if name] or ["anon"]


def _venue(draft: Draft) -> list[str]:
    """Return the initials of a venue's significant words, or its only word; what stands in brackets is left out."""
    significant = _significant(re.sub(r"\(.*?\)", " ", draft.venue or ""))
    return (
        ["".join(word[0] for word in significant)]
        if len(significant) > 1
        else [word[:_LONGEST] for word in significant]
    )


_FIELDS: dict[str, Callable[[Draft], list[str]]] = {
    "author": lambda draft: [_author(draft)],
    "authors": _names,
    "year": lambda draft: [str(draft.year or "")],
    "yy": lambda draft: [str(draft.year or "")[-2:]],
    "title": lambda draft: [_title(draft)],
    "words": lambda draft: _significant(draft.title),
    "venue": _venue,
}


def is_made(draft: Draft, template: str = TEMPLATE) -> bool:
    """Whether a draft's key is the one that the template makes of it, letters behind it aside."""
    base = base_key(draft, template)
    return bool(draft.key and re.fullmatch(re.escape(base) + "[a-z]*", draft.key))


def unique_key(draft: Draft, taken: Callable[[str], bool], template: str = TEMPLATE) -> str:
    """Return `base_key`, or it with the first of a, b ... z, aa ... that is not `taken`."""
    base = base_key(draft, template)
    if not taken(base):
        return base
    number = 0
    while True:
        number += 1
        letters, rest = "", number
        while rest:
            rest, digit = divmod(rest - 1, 26)
            letters = chr(97 + digit) + letters
        if not taken(base + letters):
            return base + letters
