"""What holds of every reader, for its tests: every record is accounted for, and files come in any encoding."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from readinglist.core.errors import Problem
from readinglist.core.paper import Draft
from readinglist.flows import importing
from readinglist.flows.importing.inputs import Input, Sources

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"]


def assert_accounted(items: Sequence[Draft | Problem]) -> None:
    """Found are those that are added, merged, skipped and rejected: no more and no less."""
    value = importing.dry_run(None, items).as_json()
    assert value["found"] == len(items) == sum(value[part] for part in ("added", "merged", "skipped", "rejected"))


def assert_placed(items: Sequence[Draft | Problem]) -> None:
    """Every record says where it stands, has its raw text, and is accounted for."""
    assert all(item.raw is not None and item.place for item in items)
    assert_accounted(items)


def encoded(folder: Path, text: str, encoding: str) -> list[Draft]:
    """Return the drafts that an import finds in a file of this text, with a Windows machine's line ends."""
    path = folder / "x.txt"
    path.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    with Sources([Input("x.txt", path)]) as sources:
        return [item for item in sources.records() if isinstance(item, Draft)]
