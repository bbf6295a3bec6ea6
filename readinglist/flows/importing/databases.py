"""Databases of other programs as sources of an import: recognised by their tables, read from a private copy."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from readinglist.core.errors import Locked, Refused, WrongUsage
from readinglist.core.paper import Draft
from readinglist.formats import registry
from readinglist.formats.registry import Format
from readinglist.i18n import _
from readinglist.library.file.foreign import HEADER, ForeignDatabase


@dataclass(slots=True)
class Database:
    """An open copy of a database in `format`: the `items` it has, `size` in all, and how many of them are `done`."""

    format: Format
    copy: ForeignDatabase
    size: int
    items: Iterator[Draft]
    done: int = 0

    def records(self) -> Iterator[Draft]:
        """Yield a draft for each item. Raises Refused where the database turns out to be damaged."""
        for draft in self.items:
            self.done += 1
            yield draft

    def position(self) -> int:
        """Return how many items were read."""
        return self.done

    def close(self) -> None:
        """Remove the copy."""
        self.copy.close()


def is_database(head: bytes) -> bool:
    """True where a file begins as an SQLite database does."""
    return head.startswith(HEADER)


def opened(name: str, given: Path | BinaryIO, wanted: Format | None) -> Database | None:
    """Return the database in a format we know; None for any other one, unless it is `wanted` in a format.

    A stream (standard input) has no folder: its attachments keep their paths within the data folder. Raises
    WrongUsage, Locked, Refused.
    """
    known = [wanted] if wanted else [row for row in registry.FORMATS if row.database]
    named = wanted or next((row for row in known if row.id in name.lower()), None)
    try:
        copy = ForeignDatabase(given, name=name, repair=_(registry.database(named).REPAIR) if named else "")
    except Refused as problem:
        if named or isinstance(problem, Locked):
            raise
        return None
    with contextlib.ExitStack() as closing:
        closing.callback(copy.close)
        found = _items(copy, known, str(given.absolute().parent) if isinstance(given, Path) else "")
        if found:
            closing.pop_all()
    if wanted and not found:
        raise _other(name, wanted)
    return found


def _other(name: str, wanted: Format) -> WrongUsage:
    program = registry.database(wanted).PROGRAM
    said = _("{name} is a database, but not {program}'s.").format(name=name, program=program)
    return WrongUsage(said, safe=_("Nothing was imported."))


def _items(copy: ForeignDatabase, known: list[Format], folder: str) -> Database | None:
    """Return the copy as a database in the first format whose tables it has."""
    for row in known:
        module = registry.database(row)
        if copy.tables >= module.TABLES:
            copy.repair = _(module.REPAIR)
            count, items = module.items(copy.rows, copy.tables, folder)
            return Database(row, copy, count, items)
    return None
