"""Items that are in no library of Zotero's have no key: nothing may take them for one paper by that."""

from __future__ import annotations

from readinglist.formats.zotero import json_items


def test_an_item_without_a_key_is_known_by_none() -> None:
    assert "zotero" not in json_items.to_draft({"itemType": "book", "title": "One"}).identifiers
    assert json_items.to_draft({"itemType": "book", "title": "One", "key": "ABCD2345"}).identifiers["zotero"]
