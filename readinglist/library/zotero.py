"""Reads a Zotero library out of a copy of its `zotero.sqlite`; leaves what an item means to `formats.zotero`.

Zotero's tables are those of its `userdata.sql` and `system.sql` (Zotero 5 to 7). The file itself is never opened by
SQLite, since Zotero may be running: it is copied with its journal, and the copy is opened.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from readinglist.core import errors
from readinglist.core.zotero import Annotation, Attachment, Creator, ZoteroItem
from readinglist.i18n import _

HEADER = b"SQLite format 3\x00"
TABLES = frozenset({"items", "itemTypes", "itemData", "itemDataValues", "creators", "itemCreators", "collections"})
_BATCH = 400
_TRIES = 4
_BESIDE = ("-journal", "-wal")
# A message of SQLite's about a damaged file may hold its bytes, which Python then fails to decode.
_DAMAGE = (sqlite3.DatabaseError, UnicodeDecodeError)
# Parts of other items, which come with them.
_PARTS = ("annotation",)
_ALONE = ("note", "attachment")


class ZoteroCopy:
    """A private copy of a Zotero database, open for reading. Usable as a context manager."""

    def __init__(self, path: Path, *, name: str = "", attachments: str | None = None) -> None:
        """Copy and open `path`; `attachments` is the data folder where it is not the file's own.

        Raises WrongUsage where it is no Zotero database, Refused where it cannot be read.
        """
        self.name = name or path.name
        self.folder = str(path.absolute().parent) if attachments is None else attachments
        self._own = tempfile.TemporaryDirectory(prefix="readinglist-zotero-")
        self.db: sqlite3.Connection | None = None
        try:
            self.db = self._open(_copied(path, Path(self._own.name)))
        except BaseException:
            self.close()
            raise

    def _open(self, copy: Path) -> sqlite3.Connection:
        try:
            # For writing: a journal left beside it has to be played back first. It is ours alone.
            db = sqlite3.connect(f"{copy.as_uri()}?mode=rw", uri=True, isolation_level=None, check_same_thread=False)
            self.db = db
            db.text_factory = _decoded
            db.execute("PRAGMA trusted_schema = OFF")
            db.execute("PRAGMA cell_size_check = ON")
            tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
            db.execute("PRAGMA query_only = ON")
        except _DAMAGE as problem:
            raise _broken(self.name, problem) from problem
        if not tables >= TABLES:
            raise errors.WrongUsage(
                _("{name} is a database, but not Zotero's.").format(name=self.name), safe=_("Nothing was imported.")
            )
        self.tables = tables
        return db

    def close(self) -> None:
        """Close and remove the copy. Safe to call twice."""
        if self.db is not None:
            self.db.close()
            self.db = None
        self._own.cleanup()

    def __enter__(self) -> ZoteroCopy:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def count(self) -> int:
        """Return how many items `items` will yield."""
        return int(self._rows(f"SELECT count(*) FROM items i {self._chosen()}")[0][0])

    def items(self) -> Iterator[ZoteroItem]:
        """Yield every item outside Zotero's trash and feeds. Raises Refused where the file turns out to be damaged."""
        numbers = [row[0] for row in self._rows(f"SELECT i.itemID FROM items i {self._chosen()} ORDER BY i.itemID")]
        self._collections = self._collection_paths()
        for start in range(0, len(numbers), _BATCH):
            yield from self._batch(numbers[start : start + _BATCH])

    # -- reading -------------------------------------------------------------------------------------------------

    def _rows(self, sql: str, *values: Any) -> list[Any]:
        assert self.db is not None
        try:
            return self.db.execute(sql, values).fetchall()
        except _DAMAGE as problem:
            raise _broken(self.name, problem) from problem

    def _has(self, *tables: str) -> bool:
        return self.tables.issuperset(tables)

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
        items = {row[0]: ZoteroItem(*row, folder=self.folder) for row in rows}
        # In a damaged file an index may know items that their table does not: what else is said of them stays theirs.
        for number in numbers:
            items.setdefault(number, ZoteroItem(number, str(number), "document", folder=self.folder))
        for number, name, value in self._fields(numbers):
            if number in items:
                items[number].fields[name] = value
        for number, role, first, last in self._rows(
            f"SELECT ic.itemID, {_text('ct.creatorType')}, {_text('c.firstName')}, {_text('c.lastName')} "
            "FROM itemCreators ic JOIN creators c USING (creatorID) JOIN creatorTypes ct USING (creatorTypeID) "
            f"WHERE ic.itemID IN {inside} ORDER BY ic.itemID, ic.orderIndex"
        ):
            if number in items:
                items[number].creators.append(Creator(role, first, last))
        self._words(items, inside)
        self._files(items, inside)
        yield from items.values()

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
            for number, name in self._rows(
                f"SELECT it.itemID, {_text('t.name')} FROM itemTags it JOIN tags t USING (tagID) "
                f"WHERE it.itemID IN {inside} ORDER BY it.itemID, t.name"
            ):
                if number in items:
                    items[number].tags.append(name)
        if self._has("collectionItems"):
            for number, collection in self._rows(
                f"SELECT itemID, collectionID FROM collectionItems WHERE itemID IN {inside} ORDER BY itemID, orderIndex"
            ):
                if collection in self._collections and number in items:
                    items[number].collections.append(self._collections[collection])
        if self._has("itemNotes"):
            for number, text in self._rows(
                f"SELECT coalesce(n.parentItemID, n.itemID), {_text('n.note')} FROM itemNotes n "
                f"WHERE coalesce(n.parentItemID, n.itemID) IN {inside} AND n.note IS NOT NULL "
                f"{self._kept('n.itemID')} ORDER BY n.itemID"
            ):
                if number in items:
                    items[number].notes.append(text)

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
        owner: dict[int, int] = {}
        for number, own, key, mode, path, mime in rows:
            if number not in items:
                continue
            said = words.get(own, {})
            items[number].attachments.append(
                Attachment(key, mode, path, mime, said.get("title", ""), said.get("url", ""))
            )
            owner[own] = number
        if self._has("itemAnnotations"):
            for row in self._rows(
                f"SELECT n.parentItemID, {_text('i.key')}, CAST(n.type AS INTEGER), {_text('n.text')}, "
                f"{_text('n.comment')}, {_text('n.color')}, {_text('n.pageLabel')}, {_text('n.position')}, "
                f"{_text('i.dateAdded')} "
                f"FROM itemAnnotations n JOIN items i USING (itemID) WHERE n.parentItemID IN {_inside(owner)} "
                f"{self._kept('n.itemID')} ORDER BY n.sortIndex, n.itemID"
            ):
                if row[0] in owner:
                    items[owner[row[0]]].annotations.append(Annotation(*row[1:]))

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
            at, seen = number, set()
            while at in above and at not in seen:  # a damaged file may hold a circle
                seen.add(at)
                names.append(above[at][0])
                at = above[at][1]
            paths[number] = "/".join(reversed(names))
        return paths


def _inside(numbers: Iterable[int]) -> str:
    return f"({','.join(str(int(number)) for number in numbers)})"


def _text(column: str) -> str:
    """Return the SQL for a column's value as text, whatever it is that a damaged or strange file holds there."""
    return f"coalesce(CAST({column} AS TEXT), '')"


def _decoded(value: bytes) -> str:
    return value.decode("utf-8", "replace")


def _broken(name: str, problem: Exception) -> errors.Refused:
    return errors.Refused(
        _("{name} is damaged, or not a database that can be read ({why}).").format(name=name, why=problem),
        safe=_("Nothing was imported; the file was not touched."),
        do=_("Let Zotero check it (Settings, Advanced, Check Database Integrity), then try again."),
    )


def _copied(path: Path, folder: Path) -> Path:
    """Copy the database with its journal, again where Zotero wrote meanwhile. Returns the copy."""
    target = folder / "zotero.sqlite"
    before = _state(path)
    for _try in range(_TRIES):
        for ending in ("", *_BESIDE):
            (folder / f"zotero.sqlite{ending}").unlink(missing_ok=True)
            with contextlib.suppress(FileNotFoundError) if ending else contextlib.nullcontext():
                shutil.copyfile(f"{path}{ending}", folder / f"zotero.sqlite{ending}")
        after = _state(path)
        if before == after:
            return target
        before = after
    raise errors.Locked(
        _("Zotero is writing to {name} all the time; it could not be copied whole.").format(name=path.name),
        safe=_("Nothing was imported."),
        do=_("Wait until Zotero has finished, or quit it, then try again."),
    )


def _state(path: Path) -> list[tuple[int, int] | None]:
    found: list[tuple[int, int] | None] = []
    for ending in ("", *_BESIDE):
        try:
            stat = Path(f"{path}{ending}").stat()
            found.append((stat.st_size, stat.st_mtime_ns))
        except FileNotFoundError:
            found.append(None)
    return found
