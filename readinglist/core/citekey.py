"""Citation keys: made from author, year and title; leaves keeping them unique in a library to the library."""

from __future__ import annotations

import re
from collections.abc import Callable

from readinglist.core.paper import Draft
from readinglist.core.text import words

# Words that say nothing about a paper; the key takes the first title word that is none of them.
_SMALL = (
    "a an the on in of for to and or with from by at as is are be via using towards toward into how what why when do "
    "does can"
)
SKIPPED = frozenset(_SMALL.split(" "))
_UNFIT = re.compile(r"[^a-z0-9]+")


def base_key(draft: Draft) -> str:
    """Return author, year and first telling title word run together, such as `wulfmeier2024imitating`."""
    first = draft.authors[0] if draft.authors else None
    name = (first.literal or first.family or first.given) if first else ""
    author = _UNFIT.sub("", "".join(words(name))) or "anon"
    telling = [word for word in words(draft.title) if word not in SKIPPED]
    title = _UNFIT.sub("", telling[0]) if telling else ""
    return f"{author[:24]}{draft.year or ''}{title[:24]}"


def unique_key(draft: Draft, taken: Callable[[str], bool]) -> str:
    """Return `base_key`, or it with the first of a, b ... z, aa ... that is not `taken`."""
    base = base_key(draft)
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
