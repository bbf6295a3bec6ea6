"""Libraries of every released version, made by that version's own code."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from readinglist.library.file import schema

LIBRARIES = Path(__file__).parents[1] / "data" / "libraries"
VERSIONS = range(1, schema.VERSION)


def life(version: int, path: Path) -> Path:
    """Write the library of a version at `path`, and return that."""
    db = sqlite3.connect(path)
    db.executescript((LIBRARIES / f"life-{version}.sql").read_text(encoding="utf-8"))
    assert db.execute("PRAGMA user_version").fetchone() == (version,)
    db.close()
    return path
