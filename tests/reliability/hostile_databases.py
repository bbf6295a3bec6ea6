"""Zotero databases that are made to hang, to fill the memory or to reach what is not theirs, by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.formats.zotero.kit import Zotero

Change = Callable[[Zotero, int], None]
_ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
_BLANK = "SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL"


def as_view(table: str, select: str) -> Change:
    """Return what puts a view in the place of a table."""

    def change(made: Zotero, _size: int) -> None:
        columns = ", ".join(row[1] for row in made.db.execute(f"PRAGMA table_info({table})"))
        made.db.execute(f"DROP TABLE {table}")
        made.db.execute(f"CREATE VIEW {table} ({columns}) AS {select}")

    return change


def endless(table: str, columns: int) -> Change:
    """Return what makes a table a view whose rows never end."""
    return as_view(table, f"{_ENDLESS} SELECT {', '.join(['x'] * columns)} FROM n")


def sql(*statements: str) -> Change:
    """Return what runs statements; `{n}` is the size."""

    def change(made: Zotero, size: int) -> None:
        for statement in statements:
            made.db.execute(statement.replace("{n}", str(size)))

    return change


def schema(old: str, new: str) -> Change:
    """Return what changes the SQL of the tables behind SQLite's back."""

    def change(made: Zotero, _size: int) -> None:
        made.db.execute("PRAGMA writable_schema = ON")
        made.db.execute("UPDATE sqlite_master SET sql = replace(sql, ?, ?)", (old, new))

    return change


def items(**fields: str) -> Change:
    """Return what adds one item whose fields are as long as the size says."""

    def change(made: Zotero, size: int) -> None:
        made.item("book", **{name: (value * (size // len(value) + 1))[:size] for name, value in fields.items()})

    return change


def tags(made: Zotero, size: int) -> None:
    """Add one item with very many tags."""
    item = made.item(title="T")
    made.db.execute(f"{_ENDLESS} INSERT INTO tags SELECT x + 100, 't' || x FROM n LIMIT {size // 20}")
    made.db.execute("INSERT INTO itemTags SELECT ?, tagID, 0 FROM tags", (item,))


def people(made: Zotero, size: int) -> None:
    """Add one item with very many authors."""
    item = made.item(title="T", people=[("author", "A", "B")])
    made.db.execute(f"{_ENDLESS} INSERT INTO creators SELECT x + 100, 'g', 'f' || x, 0 FROM n LIMIT {size // 20}")
    made.db.execute("INSERT OR IGNORE INTO itemCreators SELECT ?, creatorID, 1, creatorID FROM creators", (item,))


def deep_collections(made: Zotero, size: int) -> None:
    """Add collections of which each lies in the one before."""
    item = made.item(title="T")
    count = size // 40
    made.db.execute(
        f"{_ENDLESS} INSERT INTO collections (collectionID, collectionName, parentCollectionID, libraryID, key) "
        f"SELECT x, 'collection ' || x, x - 1, 1, x FROM n LIMIT {count}"
    )
    made.db.execute("INSERT INTO collectionItems SELECT collectionID, ?, 0 FROM collections", (item,))


def many_rows(made: Zotero, size: int) -> None:
    """Let every join multiply: no keys, and each row very often."""
    made.item(title="T", people=[("author", "A", "B")], tags=["t"])
    for table in ("itemCreators", "creators", "creatorTypes", "itemTags", "tags", "itemData", "itemDataValues"):
        row = made.db.execute(f"SELECT * FROM {table}").fetchone()
        made.db.execute(f"CREATE TABLE many_{table} AS SELECT * FROM {table}")
        made.db.execute(f"DROP TABLE {table}")
        made.db.execute(f"ALTER TABLE many_{table} RENAME TO {table}")
        made.db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", [row] * (size // 100))


def many_items(made: Zotero, size: int) -> None:
    """Add very many items of one title."""
    made.item(title="The Same Title")
    count = size // 100
    made.db.execute(
        f"{_ENDLESS} INSERT INTO items (itemID, itemTypeID, libraryID, key) SELECT x + 10, 1, 1, x FROM n LIMIT {count}"
    )
    made.db.execute("INSERT INTO itemData SELECT itemID, 1, 1 FROM items WHERE itemID > 10")


def long_note(made: Zotero, size: int) -> None:
    """Add a note of elements that do not close."""
    made.note("<p>" + "<b>" * (size // 3), made.item(title="T"))


def many_tables(made: Zotero, size: int) -> None:
    """Add tables that nobody asks for."""
    tables = "".join(f"CREATE TABLE t{n} (x);" for n in range(min(2_000, size // 100)))
    made.db.executescript(f"BEGIN; {tables} COMMIT;")


def views_of_views(made: Zotero, size: int) -> None:
    """Put a view in a table's place of which each row is a thousand million."""
    for n in range(30):
        of = f"v{n - 1}" if n else "(SELECT 1 AS a)"
        made.db.execute(f"CREATE VIEW v{n} AS SELECT x.a FROM {of} x, (SELECT 1 UNION SELECT 2)")
    as_view("itemData", "SELECT a, 1, 1 FROM v29")(made, size)


def bytes_at(place: int, what: bytes) -> Change:
    """Return what writes bytes into the file behind SQLite's back."""

    def change(made: Zotero, _size: int) -> None:
        made.item(title="T")
        made.db.close()
        with made.path.open("r+b") as file:
            file.seek(place)
            file.write(what)

    return change


DATABASES: dict[str, Change] = {
    "items never end": endless("items", 9),
    "fields never end": endless("itemData", 3),
    "values never end": endless("itemDataValues", 2),
    "people never end": endless("itemCreators", 4),
    "names never end": endless("creators", 4),
    "types never end": endless("itemTypes", 4),
    "collections never end": endless("collections", 8),
    "tags never end": endless("itemTags", 3),
    "notes never end": endless("itemNotes", 4),
    "files never end": endless("itemAttachments", 10),
    "the trash never ends": endless("deletedItems", 2),
    "libraries never end": endless("libraries", 8),
    "a view of other views": views_of_views,
    "a view of the schema": as_view("itemDataValues", "SELECT rowid, sql FROM sqlite_master"),
    "a module's table": sql("DROP TABLE collections", "CREATE VIRTUAL TABLE collections USING fts5(collectionID)"),
    "a check that never ends": schema("typeName TEXT,", "typeName TEXT CHECK (hex(zeroblob(100000000)) <> typeName),"),
    "a check by pattern": schema("value UNIQUE", "value UNIQUE CHECK (value NOT LIKE '%a%a%a%a%a%a%a%a%a%a%a%a%b')"),
    "a column that is worked out": schema(
        "lastName TEXT,", "lastName TEXT, x AS (replace(hex(zeroblob(9000000)), '00', 'a')),"
    ),
    "an order of its own": schema("typeName TEXT,", "typeName TEXT COLLATE nowhere,"),
    "an extension": schema("typeName TEXT,", "typeName TEXT CHECK (load_extension('/tmp/x.so')),"),
    "a trigger": sql("CREATE TRIGGER t AFTER INSERT ON items BEGIN DELETE FROM items; END"),
    "rows that multiply": many_rows,
    "tags": tags,
    "people": people,
    "deep collections": deep_collections,
    "a circle of collections": sql(
        "INSERT INTO collections (collectionID, collectionName, parentCollectionID, libraryID, key) "
        "VALUES (1, 'a', 2, 1, 'a'), (2, 'b', 1, 1, 'b'), (3, 'c', 3, 1, 'c')"
    ),
    "items of one title": many_items,
    "a long title": items(title="word "),
    "a long note": long_note,
    "a long Extra": items(title="T", extra="DOI: x" + " " * 80),
    "blanks in Extra": items(title="T", extra=" "),
    "a long abstract": items(title="T", abstractNote="<i>a "),
    "brackets": items(title="T", abstractNote="["),
    "a long date": items(title="T", date="2001-"),
    "a long ISBN": items(title="T", ISBN="1-"),
    "a blob": sql("INSERT INTO itemDataValues (value) VALUES (zeroblob({n}))"),
    "tables": many_tables,
    "an unsound page": bytes_at(4096 * 3, b"\xff" * 4096),
    "a schema page of zeros": bytes_at(100, b"\0" * 3996),
    "a page count that is wrong": bytes_at(28, b"\x7f\xff\xff\xff"),
    "pages of 512": bytes_at(16, b"\x02\x00"),
    "a freelist that is wrong": bytes_at(32, b"\0\0\0\x03\0\0\0\xff"),
    "UTF-16": bytes_at(56, b"\0\0\0\x02"),
    "a version to come": bytes_at(18, b"\x09\x09"),
}


def make(change: Change, path: Path, size: int) -> None:
    """Write the database that a change makes of an ordinary small one."""
    made = Zotero(path)
    made.db.execute("PRAGMA synchronous = OFF")
    made.db.execute("PRAGMA journal_mode = MEMORY")
    made.item(title="First", people=[("author", "Ada", "Lovelace")], tags=["t"])
    try:
        change(made, size)
    finally:
        made.close()
