"""Databases of other programs as sources of an import: recognised by content, read from a copy; so far Zotero's."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from readinglist.core.errors import Locked, Problem, Refused, WrongUsage
from readinglist.core.paper import Draft
from readinglist.formats import zotero
from readinglist.library.zotero import HEADER, ZoteroCopy

ZOTERO = "zotero"


@dataclass(slots=True)
class Database:
    """An open copy of a database: its `records` in order, how far they are read, and what closes it."""

    copy: ZoteroCopy
    size: int
    done: int = 0

    def records(self) -> Iterator[Draft | Problem]:
        """Yield a draft for each item. Raises Refused where the database turns out to be damaged."""
        for item in self.copy.items():
            self.done += 1
            yield zotero.draft(item)

    def position(self) -> int:
        """Return how many items were read."""
        return self.done

    def close(self) -> None:
        """Remove the copy."""
        self.copy.close()


def is_database(head: bytes) -> bool:
    """True where a file begins as an SQLite database does."""
    return head.startswith(HEADER)


def opened(name: str, given: Path | BinaryIO, format_id: str | None) -> Database | None:
    """Return the database that is a Zotero library; None for any other one, unless `format_id` asks for Zotero's.

    A stream (standard input) has no folder: its attachments keep their paths within the data folder. Raises
    WrongUsage, Locked, Refused.
    """
    try:
        if isinstance(given, Path):
            copy = ZoteroCopy(given, name=name)
        else:
            with tempfile.TemporaryDirectory(prefix="readinglist-stdin-") as folder:
                spooled = Path(folder) / "zotero.sqlite"
                with spooled.open("wb") as out:
                    shutil.copyfileobj(given, out)
                copy = ZoteroCopy(spooled, name=name, attachments="")
    except Locked:
        raise
    except Refused as problem:
        if format_id == ZOTERO or (ZOTERO in name.lower() and not isinstance(problem, WrongUsage)):
            raise
        return None
    try:
        return Database(copy, copy.count())
    except BaseException:
        copy.close()
        raise
