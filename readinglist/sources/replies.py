"""What all replies have in common: JSON of any shape taken apart without ever raising, texts without markup."""

from __future__ import annotations

import json
import re
from typing import Any

from readinglist.core.contract import storable
from readinglist.formats import markup

# The word before an abstract, in every dress; "Abstract interpretation is ..." and "Abstract Syntax Trees" begin one.
_ABSTRACT = re.compile(
    r"^(?:(?i:abstract|summary)\s*(?:[:.—–]\s*|-+\s+|\n+)"
    r"|(?i:abstract|summary)\s+(?=[A-Z(“\"'0-9])"
    r"(?!(?:Algebra|Argumentation|Art|Data|Expressionism|Interpretation|Meaning|State|Statistics|Syntax)\b)"
    r"|(?:Abstract|ABSTRACT)(?=[A-Z][a-z]|[A-Z] ))"
)
_BLOCK = re.compile(r"<(?:jats:)?(?:p|sec|title)\b", re.IGNORECASE)
MOST_ITEMS = 10_000  # as many as the longest list of authors has, twice


def load(body: bytes) -> Any:
    """Return the JSON value of a reply, None for what is none (a captive portal's page, something cut short)."""
    try:
        return storable(json.loads(body.decode("utf-8", "replace")))
    except (ValueError, RecursionError):
        return None


def get(value: Any, *path: str | int) -> Any:
    """Return what lies at the end of a path of keys and places, None where the way is barred."""
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and -len(value) <= step < len(value):
            value = value[step]
        else:
            return None
    return value


def items(value: Any) -> list[dict[str, Any]]:
    """Return the objects of a list, at most `MOST_ITEMS`; [] for anything else."""
    return [item for item in value[:MOST_ITEMS] if isinstance(item, dict)] if isinstance(value, list) else []


def text(value: Any) -> str:
    """Return a text or number as text in one line, without markup; "" for anything else."""
    if isinstance(value, str):
        found = markup.plain(value)
        return markup.plain(found) if "&lt;" in value else found  # some publishers escape their markup once more
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def abstract(value: Any) -> str | None:
    """Return an abstract with its paragraphs, without markup and without the word "Abstract" before it."""
    if not isinstance(value, str):
        return None
    if _BLOCK.search(value):  # where paragraphs are marked up, a line's end is a blank
        value = " ".join(value.split())
    found = markup.plain(value, lines=True)
    if "&lt;" in value:
        found = markup.plain(found, lines=True)
    return _ABSTRACT.sub("", found).strip() or None
