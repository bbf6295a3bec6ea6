"""Reads one well-formed record back, as the writer of a complete export needs to know what a reader would see."""

from __future__ import annotations

import io

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft
from readinglist.formats.bibtex.fields import to_draft
from readinglist.formats.bibtex.record import Macros
from readinglist.formats.bibtex.scanner import scan


def read_one(text: str) -> Draft:
    """Return the draft of the only record in `text`; an empty one where it cannot be read."""
    for entry in scan(io.StringIO(text), Macros()):
        if not isinstance(entry, Problem):
            return to_draft(entry.kind, entry.key, entry.fields)
    return Draft()
