"""Files of papers: which there are, attached, renamed and taken off, and which step brought one in.

Only the rows: the files themselves are not touched here, and never deleted anywhere.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from readinglist.core import dates
from readinglist.core.ops import Op
from readinglist.core.paper import File
from readinglist.core.text import clean, one_line
from readinglist.i18n import plural
from readinglist.library.change.steps import Steps
from readinglist.library.file.connection import new_uid
from readinglist.library.file.sql import PICKED, picked

_COLUMNS = "uid, path, kind, title, sha256, size, text_hash, pages"
_FACTS = frozenset({"path", "kind", "sha256", "size", "text_hash", "pages"})


class Origin(NamedTuple):
    """The step that added a file, and the paths of all files that it added."""

    step: int
    op: str
    count: int  # type: ignore[assignment]  # hides the method of tuples, as everywhere where things are counted
    detail: str
    at: str
    paths: tuple[str, ...]


class Kept(NamedTuple):
    """A file with the paper that it belongs to."""

    paper: int
    file: File


class Files:
    """The files of papers. `Op.FILE_FACTS` notes what was found out about them, beside the user's own deeds."""

    def __init__(self, steps: Steps) -> None:
        self.steps = steps
        self.db: sqlite3.Connection = steps.db

    # -- looking -------------------------------------------------------------------------------------------------

    def of(self, paper: int) -> list[File]:
        """Return the files of a paper, in the order in which they came."""
        return [
            _file(row) for row in self.db.execute(f"SELECT {_COLUMNS} FROM file WHERE paper = ? ORDER BY id", (paper,))
        ]

    def all(self, papers: Iterable[int] | None = None) -> list[Kept]:
        """Return the files of all papers, or of these, those of papers in the Trash included."""
        chosen = ("", ()) if papers is None else (f"WHERE paper IN {PICKED}", (picked(papers),))
        rows = self.db.execute(f"SELECT {_COLUMNS}, paper FROM file {chosen[0]} ORDER BY id", chosen[1])
        return [Kept(row[8], _file(row[:8])) for row in rows]

    def sharing(self, sha256: str, paper: int) -> list[tuple[int, str]]:
        """Return the papers other than `paper`, outside the Trash, that have a file of these bytes, with titles."""
        rows = self.db.execute(
            "SELECT DISTINCT p.id, p.title FROM file f JOIN paper p ON p.id = f.paper "
            "WHERE f.sha256 = ? AND p.id <> ? AND p.trashed IS NULL ORDER BY p.id",
            (sha256, paper),
        )
        return [(number, title) for number, title in rows]

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

    # -- the user's deeds ----------------------------------------------------------------------------------------

    def attach(self, paper: int, files: Sequence[File], name: str = "") -> list[File]:
        """Give files to a paper as one step, and return them with their uids. `name` is what the step calls one."""
        named = name if len(files) == 1 and name else plural("{n} file", "{n} files", len(files))
        made = [replace(file, uid=file.uid or new_uid()) for file in files]
        with self.steps.step(Op.ATTACH, len(files), named):
            self.db.executemany(
                f"INSERT INTO file (paper, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [(paper, f.uid, f.path, f.kind, _label(f.title), f.sha256, f.size, f.text_hash, f.pages) for f in made],
            )
            self._touch("id = ?", (paper,))
        return made

    def rename(self, uid: str, title: str) -> None:
        """Call a file of a paper something; "" takes the name away. The file itself keeps its own."""
        with self.steps.step(Op.EDIT_FILE, 1):
            self.db.execute("UPDATE file SET title = ?1 WHERE uid = ?2 AND title IS NOT ?1", (_label(title), uid))
            self._touch("id = (SELECT paper FROM file WHERE uid = ?)", (uid,))

    def remove(self, uids: Sequence[str], name: str = "") -> None:
        """Take files off their papers, as one step. The files themselves stay where they are."""
        named = name if len(uids) == 1 and name else plural("{n} file", "{n} files", len(uids))
        with self.steps.step(Op.REMOVE_FILE, len(uids), named):
            for uid in uids:
                self._touch("id = (SELECT paper FROM file WHERE uid = ?)", (uid,))
                self.db.execute("DELETE FROM file WHERE uid = ?", (uid,))

    def _touch(self, which: str, bound: tuple[Any, ...]) -> None:
        self.db.execute(f"UPDATE paper SET changed = ? WHERE {which}", (dates.now(), *bound))

    # -- what was found out --------------------------------------------------------------------------------------

    def note(self, facts: Mapping[str, Mapping[str, Any]]) -> None:
        """Keep what was found out about files, by uid: where one is by now, what it holds. No deed of the user's."""
        if not facts:
            return
        with self.steps.step(Op.FILE_FACTS, len(facts)):
            for uid, found in facts.items():
                if found.keys() - _FACTS:
                    raise ValueError(f"no facts of a file: {', '.join(sorted(found.keys() - _FACTS))}")
                sets = ", ".join(f"{name} = ?" for name in found)
                differs = " OR ".join(f"{name} IS NOT ?" for name in found)
                values = tuple(found.values())
                self.db.execute(f"UPDATE file SET {sets} WHERE uid = ? AND ({differs})", (*values, uid, *values))


def _file(row: Sequence[Any]) -> File:
    return File(uid=row[0], path=row[1], kind=row[2], title=row[3], sha256=row[4], size=row[5], text_hash=row[6],
                pages=row[7])  # fmt: skip


def _label(title: str | None) -> str | None:
    return one_line(clean(title or ""))[:200] or None
