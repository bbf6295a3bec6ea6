"""The part of a complete export that belongs to the library as a whole.

`{"readinglist": 1, "library": {...}, "papers": [...]}`: the plain list of papers stays as valid as this.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from typing import Any, TextIO, cast

VERSION = 1
_HEAD = re.compile(r'\s*\{\s*"readinglist"\s*:\s*\d+\s*,\s*"library"\s*:\s*(?=\{)')
_CHUNK = 256 * 1024
_LONGEST = 256 * 1024 * 1024


class _Rest(io.TextIOBase):
    """What was read ahead, then the rest of the source."""

    def __init__(self, ahead: str, source: TextIO) -> None:
        self._ahead = ahead
        self._source = source

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> str:
        if not self._ahead:
            return self._source.read(-1 if size is None else size)
        if size is None or size < 0:
            taken, self._ahead = self._ahead + self._source.read(), ""
        else:
            taken, self._ahead = self._ahead[:size], self._ahead[size:]
        return taken


def begin(part: Mapping[str, Any]) -> str:
    """Return the text that stands before the list of papers."""
    return f'{{"readinglist": {VERSION},\n"library": {json.dumps(part, ensure_ascii=False)},\n"papers": '


def begins(head: str) -> bool:
    """Return whether a text begins as a complete export of a library does."""
    return _HEAD.match(head.removeprefix("\ufeff")) is not None


def split(source: TextIO) -> tuple[dict[str, Any] | None, TextIO]:
    """Return the library's part (None where there is none) and a source of the rest, its lines numbered as before.

    Where the part is broken, it is left out and the papers are read all the same.
    """
    ahead = source.read(_CHUNK)
    found = _HEAD.match(ahead.removeprefix("\ufeff"))
    if not found:
        return None, cast(TextIO, _Rest(ahead, source))
    ahead = ahead.removeprefix("\ufeff")
    while True:
        try:
            part, end = json.JSONDecoder(strict=False).raw_decode(ahead, found.end())
            break
        except (ValueError, RecursionError):
            more = source.read(max(_CHUNK, len(ahead))) if len(ahead) < _LONGEST else ""
            ahead += more
            if not more:
                return None, cast(TextIO, _Rest(ahead, source))
    rest = "\n" * ahead.count("\n", 0, end) + "{" + ahead[end:].lstrip(", \t\r")
    return (part if isinstance(part, dict) else None), cast(TextIO, _Rest(rest, source))
