"""Files of papers: which step brought one in, and what else that step brought."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple


class Origin(NamedTuple):
    """The step that added a file, and the paths of all files that it added."""

    step: int
    op: str
    count: int  # type: ignore[assignment]  # hides the method of tuples, as everywhere where things are counted
    detail: str
    at: str
    paths: tuple[str, ...]


class Files:
    """Reads where files come from."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def origin(self, uid: str) -> Origin | None:
        """Return the step that added the file with that uid, or None where the journal does not know it any more."""
        row = self.db.execute(
            "SELECT s.id, s.op, s.count, s.detail, s.at FROM file f JOIN change c "
            "ON c.tbl = 'file' AND c.key = json_array(f.id) AND c.kind = 'i' JOIN step s ON s.id = c.step "
            "WHERE f.uid = ? ORDER BY c.id DESC LIMIT 1",
            (uid,),
        ).fetchone()
        if row is None:
            return None
        paths = self.db.execute(
            "SELECT f.path FROM change c JOIN file f ON f.id = json_extract(c.key, '$[0]') "
            "WHERE c.step = ? AND c.tbl = 'file' AND c.kind = 'i'",
            (row[0],),
        )
        return Origin(row[0], row[1], row[2], row[3], row[4], tuple(path for (path,) in paths))
