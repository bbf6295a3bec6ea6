"""What stands in a step while it is open: who has it open, its parts, and what was told of how far it is."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple


class Mark(NamedTuple):
    """The numbers of a step's parts, and everything else that stands there by name (`owner`, `done`, `files` ...)."""

    parts: tuple[int, ...]
    told: Mapping[str, Any]


def write(owner: str, parts: Sequence[int], told: Mapping[str, Any]) -> str:
    """Return the mark of an open step as text."""
    return json.dumps({**told, "owner": owner, "parts": list(parts)}, separators=(",", ":"))


def read(text: str | None) -> Mark:
    """Return the mark that is in `text`; one that tells nothing where there is none, as of an older program."""
    try:
        found = json.loads(text or "{}")
        return Mark(tuple(int(part) for part in found.pop("parts", ())), found)
    except (ValueError, TypeError, AttributeError):
        return Mark((), {})
