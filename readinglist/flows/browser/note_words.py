"""What is typed into the popup's note: a status and why it was saved in the first line, the rest a note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from readinglist.core.status import Status
from readinglist.core.text import one_line
from readinglist.i18n import _

_PARTING = r"[\s_-]+"


class Words(NamedTuple):
    """`status` is the id of one, or None; `why` and `note` are "" where nothing is said."""

    status: str | None
    why: str
    note: str


def read(text: str, statuses: Sequence[Status]) -> Words:
    """Read a note: "#to_read for the seminar" is a status and why, if there is such a status; all else is the note.

    A status is named by its id or its label, in any case, its words parted by blanks, hyphens or underscores.
    """
    text = text.replace("\r\n", "\n").strip()
    first, _newline, rest = text.partition("\n")
    if first.startswith("#"):
        for status, name in _names(statuses):
            found = name.match(first, 1)
            if found:
                return Words(status, one_line(first[found.end() :].lstrip(":,;– -")), rest.strip())
    return Words(None, "", text)


def _names(statuses: Sequence[Status]) -> list[tuple[str, re.Pattern[str]]]:
    """Return what statuses are called, as it is found at the beginning of a text; the longest names first."""
    names = {name: status.id for status in statuses for name in (status.label, _(status.label), status.id)}
    return [(names[name], _pattern(name)) for name in sorted(names, key=len, reverse=True)]


def _pattern(name: str) -> re.Pattern[str]:
    words = _PARTING.join(map(re.escape, re.split(_PARTING, name)))
    return re.compile(rf"{words}(?![\w-])", re.IGNORECASE)
