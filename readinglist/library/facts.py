"""What is to be known of a library's file when something is wrong: sizes, counts, settings; nothing of papers."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path
from typing import Any

from readinglist.library.file.connection import PRAGMAS

_COUNTED = ("paper", "tag", "reading", "step", "change")


def sqlite_version() -> str:
    """Return the version of SQLite that is used."""
    return sqlite3.sqlite_version


def outside(path: Path) -> dict[str, Any]:
    """Return what the file system says of a library's file; nothing where there is none."""
    try:
        found = path.stat()
    except OSError:
        return {"exists": False}
    return {
        "exists": True,
        "bytes": found.st_size,
        "rights": oct(stat.S_IMODE(found.st_mode)),
        "writable": os.access(path, os.W_OK) and os.access(path.parent, os.W_OK),
        "journal beside it": path.with_name(path.name + "-journal").exists(),
    }


def of(db: sqlite3.Connection, path: Path) -> dict[str, Any]:
    """Return what is to be known of an open library."""
    counts = {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _COUNTED}
    return {"format": db.execute("PRAGMA user_version").fetchone()[0], **outside(path), "rows": counts}


def pragmas(db: sqlite3.Connection) -> dict[str, Any]:
    """Return how a connection is set."""
    names = [name for name, _value, _wanted in PRAGMAS]
    return {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in (*names, "page_size", "freelist_count")}
