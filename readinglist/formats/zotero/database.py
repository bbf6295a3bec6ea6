"""The items of a Zotero library, read out of its tables with SQL.

The tables are those of Zotero's `userdata.sql` and `system.sql` (Zotero 5 to 7).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from typing import Any

from readinglist.formats.zotero.item import Annotation, Attachment, Creator, ZoteroItem

# Answers SQL with rows; values for its marks follow the text.
Rows = Callable[..., list[Any]]
_BATCH = 400
_DEEPEST = 50  # collections within collections that a name tells of, the innermost ones
# Parts of other items, which come with them.
_PARTS = ("annotation",)


class Items:
    """The items of the database that `rows` asks; `tables` are its tables, `folder` the data folder beside it."""

    def __init__(self, rows: Rows, tables: Set[str], folder: str) -> None:
        self._rows = rows
        self._tables = tables
        self._folder = folder

    def count(self) -> int:
        """Return how many items `items` will yield."""
        return int(self._rows(f"SELECT count(*) FROM items i {self._chosen()}")[0][0])

    def items(self) -> Iterator[ZoteroItem]:
        """Yield every item outside Zotero's trash and feeds."""
        numbers = [row[0] for row in self._rows(f"SELECT i.itemID FROM items i {self._chosen()} ORDER BY i.itemID")]
        self._collections = self._collection_paths()
        for start in range(0, len(numbers), _BATCH):
            yield from self._batch(numbers[start : start + _BATCH])

    def _has(self, *tables: str) -> bool:
        return self._tables >= set(tables)

    def _types(self) -> str:
        return "itemTypesCombined" if self._has("itemTypesCombined") else "itemTypes"

    def _chosen(self) -> str:
        """Return the joins and conditions that leave out the trash, feeds, and notes and files of other items."""
        feeds = "AND i.libraryID NOT IN (SELECT libraryID FROM libraries WHERE type = 'feed')"
        trash = "AND i.itemID NOT IN (SELECT itemID FROM deletedItems)"
        children = " ".join(
            f"AND i.itemID NOT IN (SELECT itemID FROM {table} WHERE parentItemID IS NOT NULL)"
            for table in ("itemNotes", "itemAttachments")
            if self._has(table)
        )
        parts = ", ".join(f"'{part}'" for part in _PARTS)
        return (
            f"JOIN {self._types()} t USING (itemTypeID) WHERE t.typeName NOT IN ({parts}) {children} "
            f"{trash if self._has('deletedItems') else ''} {feeds if self._has('libraries') else ''}"
        )

    def _batch(self, numbers: list[int]) -> Iterator[ZoteroItem]:
        inside = _inside(numbers)
        library = "coalesce((SELECT CAST(type AS TEXT) FROM libraries l WHERE l.libraryID = i.libraryID), 'user')"
        rows: list[tuple[int, str, str, str, str]] = self._rows(
            f"SELECT i.itemID, {_text('i.key')}, {_text('t.typeName')}, {_text('i.dateAdded')}, "
            f"{library if self._has('libraries') else repr('user')} "
            f"FROM items i JOIN {self._types()} t USING (itemTypeID) WHERE i.itemID IN {inside} ORDER BY i.itemID"
        )
        items = {row[0]: ZoteroItem(*row, folder=self._folder) for row in rows}
        self._groups(items, inside)
        # In a damaged file an index may know items that their table does not: what else is said of them stays theirs.
        for number in numbers:
            items.setdefault(number, ZoteroItem(number, str(number), "document", folder=self._folder))
        for item, name, value in _each(items, self._fields(numbers)):
            item.fields[name] = value
        for item, role, first, last in self._of(
            items,
            f"SELECT ic.itemID, {_text('ct.creatorType')}, {_text('c.firstName')}, {_text('c.lastName')} "
            "FROM itemCreators ic JOIN creators c USING (creatorID) JOIN creatorTypes ct USING (creatorTypeID) "
            f"WHERE ic.itemID IN {inside} ORDER BY ic.itemID, ic.orderIndex",
        ):
            item.creators.append(Creator(role, first, last))
        self._words(items, inside)
        self._files(items, inside)
        yield from items.values()

    def _groups(self, items: dict[int, ZoteroItem], inside: str) -> None:
        """Add which group's library an item is of: the same key in another one is another item."""
        if self._has("groups", "libraries"):
            for item, number, name in self._of(
                items,
                f"SELECT i.itemID, CAST(g.groupID AS TEXT), {_text('g.name')} FROM items i "
                f"JOIN groups g USING (libraryID) WHERE i.itemID IN {inside}",
            ):
                item.library, item.group = f"group{number}", name

    def _fields(self, numbers: Iterable[int]) -> list[tuple[int, str, str]]:
        fields = "fieldsCombined" if self._has("fieldsCombined") else "fields"
        return self._rows(
            f"SELECT d.itemID, {_text('f.fieldName')}, CAST(v.value AS TEXT) FROM itemData d "
            f"JOIN {fields} f USING (fieldID) JOIN itemDataValues v USING (valueID) "
            f"WHERE d.itemID IN {_inside(numbers)} AND v.value IS NOT NULL"
        )

    def _words(self, items: dict[int, ZoteroItem], inside: str) -> None:
        """Add tags, collections and notes."""
        if self._has("tags", "itemTags"):
            for item, name in self._of(
                items,
                f"SELECT it.itemID, {_text('t.name')} FROM itemTags it JOIN tags t USING (tagID) "
                f"WHERE it.itemID IN {inside} ORDER BY it.itemID, t.name",
            ):
                item.tags.append(name)
        if self._has("collectionItems"):
            for item, collection in self._of(
                items,
                f"SELECT itemID, collectionID FROM collectionItems WHERE itemID IN {inside} "
                "ORDER BY itemID, orderIndex",
            ):
                if collection in self._collections:
                    item.collections.append(self._collections[collection])
        if self._has("itemNotes"):
            for item, text in self._of(
                items,
                f"SELECT coalesce(n.parentItemID, n.itemID), {_text('n.note')} FROM itemNotes n "
                f"WHERE coalesce(n.parentItemID, n.itemID) IN {inside} AND n.note IS NOT NULL "
                f"{self._kept('n.itemID')} ORDER BY n.itemID",
            ):
                item.notes.append(text)

    def _of(self, items: dict[int, ZoteroItem], sql: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of `sql`, which begin with an item's number, with the item itself instead."""
        return _each(items, self._rows(sql))

    def _kept(self, column: str) -> str:
        return f"AND {column} NOT IN (SELECT itemID FROM deletedItems)" if self._has("deletedItems") else ""

    def _files(self, items: dict[int, ZoteroItem], inside: str) -> None:
        """Add attachments and what is marked in them."""
        if not self._has("itemAttachments"):
            return
        rows = self._rows(
            f"SELECT coalesce(a.parentItemID, a.itemID), a.itemID, {_text('i.key')}, "
            f"CAST(coalesce(a.linkMode, 0) AS INTEGER), {_text('a.path')}, {_text('a.contentType')} "
            "FROM itemAttachments a JOIN items i USING (itemID) "
            f"WHERE coalesce(a.parentItemID, a.itemID) IN {inside} {self._kept('a.itemID')} ORDER BY a.itemID"
        )
        words: dict[int, dict[str, str]] = {}
        for number, name, value in self._fields([row[1] for row in rows]):
            words.setdefault(number, {})[name] = value
        owners: dict[int, ZoteroItem] = {}
        for item, own, key, mode, path, mime in _each(items, rows):
            said = words.get(own, {})
            item.attachments.append(Attachment(key, mode, path, mime, said.get("title", ""), said.get("url", "")))
            owners[own] = item
        if self._has("itemAnnotations"):
            for item, *values in self._of(
                owners,
                f"SELECT n.parentItemID, {_text('i.key')}, CAST(n.type AS INTEGER), {_text('n.text')}, "
                f"{_text('n.comment')}, {_text('n.color')}, {_text('n.pageLabel')}, {_text('n.position')}, "
                f"{_text('i.dateAdded')} "
                f"FROM itemAnnotations n JOIN items i USING (itemID) WHERE n.parentItemID IN {_inside(owners)} "
                f"{self._kept('n.itemID')} ORDER BY n.sortIndex, n.itemID",
            ):
                item.annotations.append(Annotation(*values))

    def _collection_paths(self) -> dict[int, str]:
        """Return each collection's name with those above it, "Thesis/Chapter 2"; the deleted ones left out."""
        gone = set()
        if self._has("deletedCollections"):
            gone = {row[0] for row in self._rows("SELECT collectionID FROM deletedCollections")}
        rows = self._rows(f"SELECT collectionID, {_text('collectionName')}, parentCollectionID FROM collections")
        above = {row[0]: (row[1], row[2]) for row in rows if row[0] not in gone}
        paths = {}
        for number in above:
            names: list[str] = []
            at = number
            while at in above and len(names) < _DEEPEST:  # a damaged file may hold a circle
                names.append(above[at][0])
                at = above[at][1]
                if at == number:
                    break
            paths[number] = "/".join(reversed(names))
        return paths


def _each(items: dict[int, ZoteroItem], rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows whose first value is the number of one of `items`, with that item in its place.

    In a damaged file an index may know numbers that no item has.
    """
    return ((items[number], *values) for number, *values in rows if number in items)


def _inside(numbers: Iterable[int]) -> str:
    return f"({','.join(str(int(number)) for number in numbers)})"


def _text(column: str) -> str:
    """Return the SQL for a column's value as text, whatever it is that a damaged or strange file holds there."""
    return f"coalesce(CAST({column} AS TEXT), '')"
