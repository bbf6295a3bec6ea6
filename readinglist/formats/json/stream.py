"""The records of a JSON file one at a time, a broken one costing only itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TextIO

from readinglist.i18n import _

_CHUNK = 256 * 1024
# A single record longer than this is taken for an unclosed one.
_LONGEST = 64 * 1024 * 1024

_SPACE = re.compile(r"[\s,\ufeff]*")
# Possessive, and taking an unclosed text to the end, so that no text makes it slow.
_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)
_FIRST_KEY = re.compile(r'\{\s*("(?:[^"\\]|\\.){0,80}")\s*:')
_NEXT_VALUE = re.compile(r"[,\]{}\[\n]")
_BEFORE_NEXT = r"[}\]\"\w]\s*,?\s*(\{\s*"
# A list of records wrapped in an object, before any field of a record itself.
_WRAPPED = re.compile(r'"(?:items|papers|references|records|results)"\s*:\s*\[')
_OWN_FIELD = re.compile(r'"(?:title|authors?|DOI|doi|issued|container-title)"\s*:')


@dataclass(frozen=True, slots=True)
class Item:
    """One record: its `value`, or the `reason` why it has none; `raw` its text, `line` where it begins (from 1)."""

    line: int
    raw: str
    value: Any = None
    reason: str = ""


def items(source: TextIO) -> Iterator[Item]:
    """Yield the records of JSON text: the elements of a list (or of the list in a wrapper such as Crossref's), each
    object of a file with one after the other, or the single value. Never raises for bad text; needs the memory of one
    record at a time.
    """
    window = _Window(source)
    window.skip(_SPACE)
    inside = _enter(window)
    while True:
        window.skip(_SPACE)
        if not window.has(1):
            return
        if window.text[window.at] == "]" and inside:
            window.advance(1)
            if inside == "wrapped":
                return  # what follows are the wrapper's own fields
            window.skip(_SPACE)
            inside = _enter(window)
            continue
        yield _next(window)


def _enter(window: _Window) -> str:
    """Step into the list of records, if the text is one ("list") or wraps one ("wrapped"); else return ""."""
    window.has(64 * 1024)
    head = window.text[window.at : window.at + 64 * 1024]
    if head.startswith("["):
        window.advance(1)
        return "list"
    wrapped = _WRAPPED.search(head) if head.startswith("{") else None
    own = _OWN_FIELD.search(head)
    if wrapped and not (own and own.start() < wrapped.start()):
        window.advance(wrapped.end())
        return "wrapped"
    return ""


class _Window:
    """The part of the text that is in memory: `text` from `at` on, with the line that `at` is in."""

    def __init__(self, source: TextIO) -> None:
        self._source = source
        self.text = ""
        self.at = 0
        self.line = 1
        self.ended = False

    def grow(self) -> bool:
        """Read on, twice as much as is unread, at least a chunk; False at the end of the text."""
        if self.ended:
            return False
        more = self._source.read(max(_CHUNK, len(self.text) - self.at))
        self.ended = not more
        self.text = self.text[self.at :] + more
        self.at = 0
        return bool(more)

    def has(self, size: int) -> bool:
        while len(self.text) - self.at < size and self.grow():
            pass
        return len(self.text) - self.at >= size

    def advance(self, size: int) -> str:
        """Step over `size` characters and return them."""
        taken = self.text[self.at : self.at + size]
        self.at += size
        self.line += taken.count("\n")
        return taken

    def skip(self, pattern: re.Pattern[str]) -> None:
        """Step over what `pattern` (which may match nothing) matches, over the borders of chunks too."""
        while True:
            found = pattern.match(self.text, self.at)
            self.advance(len(found[0]) if found else 0)
            if self.at < len(self.text) or not self.grow():
                return


_DECODER = json.JSONDecoder(strict=False)


def _next(window: _Window) -> Item:
    """Take one value off the window: the quick way by the decoder, and where that fails by counting brackets."""
    line = window.line
    while True:
        try:
            value, end = _DECODER.raw_decode(window.text, window.at)
        except json.JSONDecodeError as error:
            reason, place = error.msg, error.pos - window.at
        except (RecursionError, ValueError) as error:  # nested too deep; a number of more digits than Python reads
            reason, place = str(error), 0
        else:
            # A number may go on behind the border of what is read; everything else says where it ends.
            if end < len(window.text) or not window.grow():
                return Item(line, window.advance(end - window.at), value)
            continue
        size = len(window.text) - window.at
        unfinished = place > size - 16 or reason.startswith("Unterminated")
        if unfinished and size < _LONGEST and window.grow():
            continue
        return _broken(window, line, place, reason)


def _broken(window: _Window, line: int, place: int, reason: str) -> Item:
    """Take a value that is no JSON off the window, up to where the next record seems to begin."""
    while (end := _end_of_broken(window.text, window.at)) is None:
        if len(window.text) - window.at >= _LONGEST or not window.grow():
            end = len(window.text)
            break
    bad_line = line + window.text.count("\n", window.at, window.at + place)
    raw = window.advance(max(end - window.at, 1))
    said = _("This is not valid JSON (line {line}: {reason}).").format(line=bad_line, reason=reason)
    return Item(line, raw.rstrip(" \t\r\n,"), reason=said)


def _end_of_broken(text: str, start: int) -> int | None:
    """Return where the value at `start` ends: where its brackets close, or before the next object that begins with the
    same key, whichever is first; None where the text in memory shows neither.
    """
    if text[start] not in '[{"':
        rest = _NEXT_VALUE.search(text, start + 1)
        return rest.start() if rest else None
    key = _FIRST_KEY.match(text, start)
    following = re.compile(_BEFORE_NEXT + re.escape(key[1]) + r"\s*:)").search(text, key.end()) if key else None
    limit = following.start(1) if following else None
    end = _closing(text, start, len(text) if limit is None else limit)
    return limit if end is None else end


def _closing(text: str, start: int, limit: int) -> int | None:
    """Return where the brackets that open at `start` are closed, or None where that is not before `limit`."""
    depth = 0
    for token in _TOKEN.finditer(text, start, limit):
        if token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth -= 1
            if depth <= 0:
                # A closing bracket of the list itself is not part of the value.
                return token.end() if depth == 0 else max(token.start(), start + 1)
    return None
