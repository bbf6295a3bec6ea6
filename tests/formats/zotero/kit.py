"""Makes small Zotero databases with the tables of a real one, for tests; no tests."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

# Zotero's own tables (userdata.sql, system.sql), as far as they matter here.
SCHEMA = """
CREATE TABLE libraries (libraryID INTEGER PRIMARY KEY, type TEXT NOT NULL, editable INT NOT NULL, filesEditable INT NOT NULL, version INT NOT NULL DEFAULT 0, storageVersion INT NOT NULL DEFAULT 0, lastSync INT NOT NULL DEFAULT 0, archived INT NOT NULL DEFAULT 0);
CREATE TABLE itemTypes (itemTypeID INTEGER PRIMARY KEY, typeName TEXT, templateItemTypeID INT, display INT DEFAULT 1);
CREATE TABLE itemTypesCombined (itemTypeID INT NOT NULL, typeName TEXT NOT NULL, display INT DEFAULT 1 NOT NULL, custom INT NOT NULL, PRIMARY KEY (itemTypeID));
CREATE TABLE fields (fieldID INTEGER PRIMARY KEY, fieldName TEXT, fieldFormatID INT);
CREATE TABLE fieldsCombined (fieldID INT NOT NULL, fieldName TEXT NOT NULL, label TEXT, fieldFormatID INT, custom INT NOT NULL, PRIMARY KEY (fieldID));
CREATE TABLE items (itemID INTEGER PRIMARY KEY, itemTypeID INT NOT NULL, dateAdded TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, dateModified TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, clientDateModified TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, libraryID INT NOT NULL, key TEXT NOT NULL, version INT NOT NULL DEFAULT 0, synced INT NOT NULL DEFAULT 0, UNIQUE (libraryID, key));
CREATE TABLE itemDataValues (valueID INTEGER PRIMARY KEY, value UNIQUE);
CREATE TABLE itemData (itemID INT, fieldID INT, valueID INT, PRIMARY KEY (itemID, fieldID));
CREATE TABLE itemNotes (itemID INTEGER PRIMARY KEY, parentItemID INT, note TEXT, title TEXT);
CREATE TABLE itemAttachments (itemID INTEGER PRIMARY KEY, parentItemID INT, linkMode INT, contentType TEXT, charsetID INT, path TEXT, syncState INT DEFAULT 0, storageModTime INT, storageHash TEXT, lastProcessedModificationTime INT);
CREATE TABLE itemAnnotations (itemID INTEGER PRIMARY KEY, parentItemID INT NOT NULL, type INTEGER NOT NULL, authorName TEXT, text TEXT, comment TEXT, color TEXT, pageLabel TEXT, sortIndex TEXT NOT NULL, position TEXT NOT NULL, isExternal INT NOT NULL);
CREATE TABLE tags (tagID INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE itemTags (itemID INT NOT NULL, tagID INT NOT NULL, type INT NOT NULL, PRIMARY KEY (itemID, tagID));
CREATE TABLE creators (creatorID INTEGER PRIMARY KEY, firstName TEXT, lastName TEXT, fieldMode INT, UNIQUE (lastName, firstName, fieldMode));
CREATE TABLE creatorTypes (creatorTypeID INTEGER PRIMARY KEY, creatorType TEXT);
CREATE TABLE itemCreators (itemID INT NOT NULL, creatorID INT NOT NULL, creatorTypeID INT NOT NULL DEFAULT 1, orderIndex INT NOT NULL DEFAULT 0, PRIMARY KEY (itemID, creatorID, creatorTypeID, orderIndex));
CREATE TABLE collections (collectionID INTEGER PRIMARY KEY, collectionName TEXT NOT NULL, parentCollectionID INT DEFAULT NULL, clientDateModified TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, libraryID INT NOT NULL, key TEXT NOT NULL, version INT NOT NULL DEFAULT 0, synced INT NOT NULL DEFAULT 0);
CREATE TABLE collectionItems (collectionID INT NOT NULL, itemID INT NOT NULL, orderIndex INT NOT NULL DEFAULT 0, PRIMARY KEY (collectionID, itemID));
CREATE TABLE deletedItems (itemID INTEGER PRIMARY KEY, dateDeleted DEFAULT CURRENT_TIMESTAMP NOT NULL);
CREATE TABLE deletedCollections (collectionID INTEGER PRIMARY KEY, dateDeleted DEFAULT CURRENT_TIMESTAMP NOT NULL);
INSERT INTO libraries (libraryID, type, editable, filesEditable) VALUES (1, 'user', 1, 1), (2, 'feed', 0, 0), (3, 'group', 1, 1);
"""  # noqa: E501  # a line a table


class Zotero:
    """A Zotero database under construction."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.executescript(f"BEGIN; {SCHEMA} COMMIT;")
        self.number = 0

    def _named(self, table: str, id_column: str, name_column: str, name: str, **more: Any) -> int:
        row = self.db.execute(f"SELECT {id_column} FROM {table} WHERE {name_column} = ?", (name,)).fetchone()
        if row:
            return int(row[0])
        number = int(self.db.execute(f"SELECT coalesce(max({id_column}), 0) + 1 FROM {table}").fetchone()[0])
        values = {id_column: number, name_column: name, **more}
        marks = ", ".join("?" * len(values))
        self.db.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", list(values.values()))
        return number

    def _item(self, kind: str, library: int = 1, added: str = "2020-01-02 03:04:05") -> int:
        number = self._named("itemTypes", "itemTypeID", "typeName", kind)
        self._named("itemTypesCombined", "itemTypeID", "typeName", kind, custom=0)
        self.number += 1
        self.db.execute(
            "INSERT INTO items (itemID, itemTypeID, dateAdded, libraryID, key) VALUES (?, ?, ?, ?, ?)",
            (self.number, number, added, library, f"KEY{self.number:05d}"),
        )
        return self.number

    def _field(self, item: int, name: str, value: str | int) -> None:
        field = self._named("fields", "fieldID", "fieldName", name)
        self._named("fieldsCombined", "fieldID", "fieldName", name, custom=0)
        self.db.execute("INSERT OR IGNORE INTO itemDataValues (value) VALUES (?)", (value,))
        self.db.execute(
            "INSERT INTO itemData SELECT ?, ?, valueID FROM itemDataValues WHERE value = ?", (item, field, value)
        )

    def item(self, kind: str = "journalArticle", *, library: int = 1, people: Any = (), tags: Any = (),
             **fields: str | int) -> int:  # fmt: skip
        """Add an item; `people` are (role, first, last)."""
        item = self._item(kind, library)
        for name, value in fields.items():
            self._field(item, name, value)
        for order, (role, first, last) in enumerate(people):
            kind_id = self._named("creatorTypes", "creatorTypeID", "creatorType", role)
            self.db.execute(
                "INSERT OR IGNORE INTO creators (firstName, lastName, fieldMode) VALUES (?, ?, ?)",
                (first, last, int(not first)),
            )
            (creator,) = self.db.execute(
                "SELECT creatorID FROM creators WHERE firstName = ? AND lastName = ?", (first, last)
            ).fetchone()
            self.db.execute("INSERT INTO itemCreators VALUES (?, ?, ?, ?)", (item, creator, kind_id, order))
        for tag in tags:
            number = self._named("tags", "tagID", "name", tag)
            self.db.execute("INSERT INTO itemTags VALUES (?, ?, 0)", (item, number))
        return item

    def note(self, html: str, parent: int | None = None) -> int:
        item = self._item("note")
        self.db.execute("INSERT INTO itemNotes (itemID, parentItemID, note) VALUES (?, ?, ?)", (item, parent, html))
        return item

    def file(self, path: str | None, parent: int | None = None, *, mode: int = 0, mime: str = "application/pdf",
             **fields: str) -> int:  # fmt: skip
        item = self._item("attachment")
        self.db.execute(
            "INSERT INTO itemAttachments (itemID, parentItemID, linkMode, contentType, path) VALUES (?, ?, ?, ?, ?)",
            (item, parent, mode, mime, path),
        )
        for name, value in fields.items():
            self._field(item, name, value)
        return item

    def mark(self, parent: int, text: str, comment: str = "", page: int = 0) -> int:
        item = self._item("annotation")
        self.db.execute(
            "INSERT INTO itemAnnotations VALUES (?, ?, 1, '', ?, ?, '#ffd400', ?, ?, ?, 0)",
            (item, parent, text, comment, str(page + 1), f"{page:05d}|000000|00000",
             f'{{"pageIndex":{page},"rects":[[1,2,3,4]]}}'),
        )  # fmt: skip
        return item

    def collection(self, name: str, items: Any = (), parent: int | None = None) -> int:
        row = self.db.execute(
            "INSERT INTO collections (collectionName, parentCollectionID, libraryID, key) VALUES (?, ?, 1, ?)",
            (name, parent, f"C{name[:7]}"),
        )
        assert row.lastrowid is not None
        self.db.executemany("INSERT INTO collectionItems VALUES (?, ?, 0)", [(row.lastrowid, item) for item in items])
        return row.lastrowid

    def trash(self, item: int) -> None:
        self.db.execute("INSERT INTO deletedItems (itemID) VALUES (?)", (item,))

    def close(self) -> Path:
        self.db.close()
        return self.path
