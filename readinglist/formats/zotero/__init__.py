"""Zotero's libraries: which database is one, and its items as drafts."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TextIO

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft
from readinglist.formats.zotero.database import Items, Rows
from readinglist.formats.zotero.draft import draft
from readinglist.i18n import _, mark

PROGRAM = "Zotero"
TABLES = frozenset({"items", "itemTypes", "itemData", "itemDataValues", "creators", "itemCreators", "collections"})
REPAIR = mark("Let Zotero check it (Settings, Advanced, Check Database Integrity), then try again.")


def read(source: TextIO) -> Iterator[Draft | Problem]:
    """Yield the one problem that there is with text where a database should be."""
    head = source.read(2000)
    yield Problem(_("line {n}").format(n=1), _("This is text, not Zotero's database (zotero.sqlite)."), head)


def items(rows: Rows, tables: Set[str], folder: str) -> tuple[int, Iterator[Draft]]:
    """Return how many items a database has, and their drafts one by one.

    `rows` answers SQL on the database, whose tables are `tables`; its attachments lie in the data folder `folder`.
    """
    found = Items(rows, tables, folder)
    return found.count(), map(draft, found.items())
