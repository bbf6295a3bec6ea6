"""What can still be read of a library that does not open, in words, and a new library made of it; for both faces."""

from __future__ import annotations

from pathlib import Path

from readinglist.flows.disk_errors import in_words, taken
from readinglist.i18n import _, plural
from readinglist.library.backup.salvage import salvaging
from readinglist.library.backup.salvage.salvaging import Salvage
from readinglist.library.file.connection import translated


def look(library: Path) -> Salvage:
    """Return what can be read of the file, writing nothing. Raises Refused."""
    with in_words(library):
        return salvaging.look(library)


def into(library: Path, target: Path) -> Salvage:
    """Make a new library of what can be read, never over a file that is there. Raises Refused."""
    with in_words(target), translated(target):
        try:
            return salvaging.salvage(library, target)
        except FileExistsError:
            raise taken(target) from None


def told(found: Salvage) -> str:
    """Return in words what can be read."""
    if not found.rows:
        return _("Nothing of a library can be read of it.")
    said = [plural("{n} paper can be read", "{n} papers can be read", found.papers)]
    said.append(plural("{n} row in all", "{n} rows in all", sum(found.rows.values())))
    if found.damaged:
        said.append(plural("{n} of them is damaged", "{n} of them are damaged", found.damaged))
    if found.unreadable:
        said.append(plural("{n} row cannot be read", "{n} rows cannot be read", found.unreadable))
    return "; ".join(said) + "."
