"""The library as JSON lines, gzipped, readable without SQLite: the library's own part first, then a paper a line."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from readinglist.core.contract import as_json
from readinglist.library.file import rights
from readinglist.library.file.backup_folder import sync
from readinglist.library.library import Library


def write(library: Library, target: Path) -> None:
    """Write all papers, with everything that belongs to them, and what no paper says. Raises OSError."""
    rights.begin(target)
    with gzip.open(target, "wt", compresslevel=3, encoding="utf-8", newline="\n") as stream:
        stream.write(_line({"readinglist": 1, "library": library.dump.read()}))
        for paper in library.papers.many(library.papers.every()):
            stream.write(_line(as_json(paper, complete=True)))
    sync(target)


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
