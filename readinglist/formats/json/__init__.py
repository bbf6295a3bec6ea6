"""Our own JSON, the contract that scripts rely on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from readinglist.core.contract import as_json, from_json
from readinglist.core.errors import Problem
from readinglist.core.field import Goes, Json, Kind
from readinglist.core.fields import FIELDS
from readinglist.core.paper import Draft
from readinglist.formats.json import library_part, stream
from readinglist.i18n import _

# What belongs to the reader, not to the paper, with what stands for it in an export for citing.
_BLANK: dict[str, Any] = {Kind.TEXTS: [], Kind.PARTS: [], Kind.OBJECT: {}, Kind.FLAG: False}
PRIVATE = {
    field.name: _BLANK.get(field.kind) for field in FIELDS if field.json == Json.ALWAYS and field.goes != Goes.CITING
}
_OURS = re.compile(
    r'"(authors_complete|organizations|snoozed_until|queue_position|arxiv|authors|uid|venue|priority)"\s*:'
)
_THEIRS = re.compile(r'"(author|issued|container-title|date-parts|message-type|citationKey)"\s*:')


def read(source: TextIO) -> Iterator[Draft | Problem]:
    """Yield a draft for each paper of a list, of `{"papers": [...]}`, of one object a line, or for the only one."""
    part, source = library_part.split(source)
    for item in stream.items(source):
        place = _("line {n}").format(n=item.line)
        if item.reason:
            yield Problem(place, item.reason, item.raw)
            continue
        try:
            draft = from_json(item.value)
        except ValueError as reason:
            yield Problem(place, str(reason), item.raw, _known(item.value, "key"), _known(item.value, "title"))
        else:
            draft.place, draft.raw = place, item.raw
            draft.part, part = part, None
            yield draft


def _known(value: object, name: str) -> str | None:
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, str) else None


def write(papers: Iterable[Draft], *, complete: bool = False, part: dict[str, Any] | None = None) -> Iterator[str]:
    """Yield a JSON list of the contract, one paper a piece; for citing with everything private empty.

    With `part`, what belongs to the whole library, it is an object that holds that and the list.
    """
    if part is not None:
        yield library_part.begin(part)
        yield from write(papers, complete=complete)
        yield "}\n"
        return
    before = "[\n"
    for paper in papers:
        value = as_json(paper, complete=True) if complete else _for_citing(as_json(paper))
        yield before + json.dumps(value, ensure_ascii=False, indent=1)
        before = ",\n"
    yield "\n]\n" if before == ",\n" else "[]\n"


def _for_citing(value: dict[str, Any]) -> dict[str, Any]:
    return {**value, **PRIVATE}


def sniff(head: str) -> float:
    """Return how sure it is that `head` begins our JSON: by keys that only the contract has."""
    if not head.lstrip("\ufeff \t\r\n").startswith(("[", "{")):
        return 0.0
    if library_part.begins(head):
        return 1.0
    ours = len({found[1] for found in _OURS.finditer(head)})
    theirs = len({found[1] for found in _THEIRS.finditer(head)})
    if ours > theirs:
        return min(0.5 + 0.1 * ours, 0.95)
    return 0.3 if not theirs and re.search(r'"title"\s*:', head) else 0.0
