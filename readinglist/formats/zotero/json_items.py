"""Zotero's items as JSON: its web API's, Better BibTeX's export."""

from __future__ import annotations

from typing import Any

from readinglist.core.paper import Draft
from readinglist.formats.zotero.draft import draft
from readinglist.formats.zotero.item import Creator, ZoteroItem

# Of the item itself, not of the paper.
_OWN = frozenset((
    "itemType", "key", "itemKey", "itemID", "version", "dateAdded", "dateModified", "uri", "select", "libraryID",
))  # fmt: skip


def inner(value: Any) -> dict[str, Any] | None:
    """Return the fields of an item, out of its envelope where it has one (`data`); None where it is no such item."""
    if not isinstance(value, dict):
        return None
    data = value.get("data")
    found = data if isinstance(data, dict) and "itemType" in data else value
    return found if isinstance(found.get("itemType"), str) else None


def is_child(item: dict[str, Any]) -> bool:
    """True for what hangs on an item (notes, files, marks in them) instead of being one."""
    return item["itemType"] in ("attachment", "annotation") or (item["itemType"] == "note" and "parentItem" in item)


def to_draft(item: dict[str, Any]) -> Draft:
    """Return the draft of an item's fields. Never raises for what they hold; what is no text is left out."""
    found = ZoteroItem(number=0, key=_text(item.get("key")) or _text(item.get("itemKey")), type=item["itemType"])
    found.added = _text(item.get("dateAdded"))
    found.fields = {name: text for name, value in item.items() if name not in _OWN and (text := _text(value))}
    if "citekey" in found.fields:
        found.fields.setdefault("citationKey", found.fields.pop("citekey"))
    found.creators = [_creator(part) for part in _objects(item.get("creators"))]
    tags = item.get("tags")
    found.tags = list(filter(None, map(_tag, tags))) if isinstance(tags, list) else []
    found.notes = list(filter(None, (_text(part.get("note")) for part in _objects(item.get("notes")))))
    return draft(found)


def _tag(tag: Any) -> str:
    return _text(tag.get("tag") if isinstance(tag, dict) else tag)


def _creator(part: dict[str, Any]) -> Creator:
    last = _text(part.get("lastName")) or _text(part.get("name"))
    return Creator(_text(part.get("creatorType")), _text(part.get("firstName")), last)


def _objects(value: Any) -> list[dict[str, Any]]:
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def _text(value: Any) -> str:
    """Return a text or a number as text; "" for anything else."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e15 else ""
