"""CSL-JSON and Crossref JSON, read as a stream and written as the schema has it.

Zotero's own items as JSON are read too (`json_items`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from readinglist.core.contract import KEYS, MORE_KEYS, storable
from readinglist.core.errors import Problem
from readinglist.core.paper import Draft
from readinglist.formats import round_trip
from readinglist.formats.csl import item as csl_fields
from readinglist.formats.csl import schema
from readinglist.formats.json import stream
from readinglist.formats.zotero import json_items
from readinglist.i18n import _

# Under `custom`: our fields by their names in the contract, and this word to know them by.
_MARK = "readinglist"
_FIELDS = frozenset((*KEYS, *MORE_KEYS))
_RECOGNISED = frozenset((
    "title", "author", "issued", "DOI", "URL", "container-title", "editor", "abstract", "publisher", "ISBN", "id",
    "note", "title-short", "container-author", "page", "volume",
))  # fmt: skip


def read(source: TextIO) -> Iterator[Draft | Problem]:
    """Yield a draft for each item of a list, of Crossref's `message` (`items` or one work), or of an object by keys."""
    for item in stream.items(source):
        place = _("line {n}").format(n=item.line)
        if item.reason:
            yield Problem(place, item.reason, item.raw)
            continue
        single = [item.value]
        for value in _unwrapped(item.value):
            raw = item.raw if value is single[0] else json.dumps(value, ensure_ascii=False)
            theirs = json_items.inner(value)
            if theirs is None:
                yield _draft(value, place, raw)
            elif not json_items.is_child(theirs):
                yield _zotero_draft(theirs, place, raw)


def _unwrapped(value: Any) -> list[Any]:
    """Return the items in a value: a list in a list, Crossref's message, an object of items by their ids."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or _is_item(value) or json_items.inner(value):
        return [value]
    message = value.get("message")
    if isinstance(message, dict):
        items = message.get("items")
        return items if isinstance(items, list) else [message]
    if value and all(map(_is_item, value.values())):
        return [{"id": key, **item} for key, item in value.items()]
    return [value]


def _is_item(value: Any) -> bool:
    return isinstance(value, dict) and not _RECOGNISED.isdisjoint(value)


def _draft(value: Any, place: str, raw: str) -> Draft | Problem:
    if not _is_item(value):
        return Problem(place, _("This is no item of a bibliography: it has neither title nor author."), raw)
    rest, value = _ours(value)
    try:
        value = storable(value)
        draft = csl_fields.to_draft(value)
        if rest is not None:
            draft = round_trip.restored(draft, rest)
    except (ValueError, RecursionError) as reason:
        title = value.get("title")
        return Problem(place, str(reason), raw, title=title if isinstance(title, str) else None)
    draft.place, draft.raw = place, raw
    return draft


def _zotero_draft(value: dict[str, Any], place: str, raw: str) -> Draft | Problem:
    try:
        draft = json_items.to_draft(storable(value))
    except (ValueError, RecursionError) as reason:
        return Problem(place, str(reason), raw)
    draft.place, draft.raw = place, raw
    return draft


def _ours(value: dict[str, Any]) -> tuple[dict[str, Any] | None, dict[str, Any]]:
    """Part an item into our own fields under `custom`, if these are there, and everything else."""
    custom = value.get("custom")
    if not isinstance(custom, dict) or _MARK not in custom:
        return None, value
    rest = {name: part for name, part in custom.items() if name in _FIELDS}
    theirs = {name: part for name, part in custom.items() if name not in _FIELDS and name != _MARK}
    others = {name: part for name, part in value.items() if name != "custom"}
    return rest, {**others, "custom": theirs} if theirs else others


def write(papers: Iterable[Draft], *, complete: bool = False) -> Iterator[str]:
    """Yield a list of items that the schema allows; `complete` has our reading fields, and all that CSL has no words
    for, under `custom`.
    """
    before = "[\n"
    used: set[str] = set()
    for paper in papers:
        item = csl_fields.from_draft(paper, complete=complete)
        if complete:
            _add_rest(item, paper)
        else:
            _make_unique(item, used)
        yield before + json.dumps(item, ensure_ascii=False, indent=1)
        before = ",\n"
    yield "\n]\n" if before == ",\n" else "[]\n"


def _make_unique(item: dict[str, Any], used: set[str]) -> None:
    """Give a further item of the same id another one: a citation must name one item."""
    wanted, count = str(item["id"]), 1
    name = wanted
    while name in used:
        count += 1
        name = f"{wanted}-{count}"
    used.add(name)
    if name != wanted:
        item["id"] = name


def _add_rest(item: dict[str, Any], paper: Draft) -> None:
    said = csl_fields.to_draft({name: value for name, value in item.items() if name != "custom"})
    custom = item.get("custom", {})
    if custom:
        said.extra.setdefault("csl", {})["custom"] = custom
    rest = round_trip.left_over(paper, said)
    if rest:
        item["custom"] = {**custom, _MARK: 1, **rest}


_KEYS = re.compile(
    r'"(author|issued|container-title|date-parts|DOI|publisher-place|citation-key|message-type|family|itemType|abstractNote|creators)"\s*:'
)
_TYPE = re.compile(rf'"type"\s*:\s*"(?:{"|".join(sorted(schema.TYPES, key=len, reverse=True))}|journal-article)"')
_NAMED = re.compile(r'"(?:id|title)"\s*:')
_CONTRACT = re.compile(r'"(authors_complete|authors|queue_position|organizations)"\s*:')


def sniff(head: str) -> float:
    """Return how sure it is that `head` begins CSL-JSON: by variables that only CSL and Crossref call so."""
    if not head.lstrip("\ufeff \t\r\n").startswith(("[", "{")) or (_CONTRACT.search(head) and '"custom"' not in head):
        return 0.0
    known = len({found[1] for found in _KEYS.finditer(head)})
    if known == 0:
        return 0.35 if _TYPE.search(head) and _NAMED.search(head) else 0.0
    return min(0.5 + 0.15 * known + (0.1 if _TYPE.search(head) else 0), 0.97)
