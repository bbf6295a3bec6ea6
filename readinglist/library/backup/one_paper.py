"""Brings one paper back out of a backup, row by row, inside an ordinary step."""

from __future__ import annotations

from typing import Any

from readinglist.core.ops import Op
from readinglist.core.status import INBOX
from readinglist.library.file import search_index
from readinglist.library.file.checksum import CHECKSUM
from readinglist.library.file.damage import Damaged
from readinglist.library.library import Library

# What belongs to a paper and is put back whole; tags go by their names, the place in Up next stays as it is.
_PARTS = ("abstract", "note", "identifier", "highlight", "reading", "file", "feedback", "paper_link", "paper_extra")
_NUMBERED = ("highlight", "reading", "file", "feedback")  # whose ids mean nothing elsewhere


def bring_back(library: Library, then: Library, paper: int) -> int:
    """Give the library the paper that has the id `paper` in the backup `then`, as it was there, as one undoable step.

    Returns its id in the library. A paper that is still there (by uid) becomes as it was and keeps its id. Where it was
    damaged, this is the user's decision about it: it is sound from then on, and undo does not bring the damage back.
    """
    row = _rows(then, "paper", "id", paper)[0]
    uid = row["uid"]
    with library.step(Op.RESTORE, 1) as step:
        if not library.db.execute("SELECT 1 FROM status WHERE id = ?", (row["status"],)).fetchone():
            row["status"] = INBOX
        known = library.db.execute("SELECT id FROM paper WHERE uid = ?", (uid,)).fetchone()
        number = int(known[0]) if known else library.papers.next_id()
        damaged = library.soundness.of([number]) if known else []
        row["id"] = number
        if known:
            sets = ", ".join(f"{name} = ?" for name in row)
            library.db.execute(f"UPDATE paper SET {sets} WHERE id = ?", (*row.values(), number))
        else:
            _insert(library, "paper", row)
        _tags(library, then, paper, number)
        _parts(library, then, paper, number)
        if damaged:
            _decided(library, number, step)
    if damaged:
        search_index.rebuild(library.db)  # it was changed by what the rows did not really hold
    library.forget()
    return number


def _decided(library: Library, paper: int, step: int) -> None:
    """Take the paper's row as it stands now, all of whose parts are new, and let the step not be undone."""
    library.soundness.keep([Damaged("paper", (paper,))])
    library.db.execute("UPDATE step SET stack = 'past' WHERE id = ?", (step,))


def _rows(library: Library, table: str, column: str, value: Any) -> list[dict[str, Any]]:
    names = [row[1] for row in library.db.execute(f"PRAGMA table_info({table})") if row[1] != CHECKSUM]
    order = ", ".join(str(place) for place in range(1, len(names) + 1))
    rows = library.db.execute(f"SELECT {', '.join(names)} FROM {table} WHERE {column} = ? ORDER BY {order}", (value,))
    return [dict(zip(names, row, strict=True)) for row in rows]


def _insert(library: Library, table: str, row: dict[str, Any]) -> int:
    marks = ", ".join("?" * len(row))
    done = library.db.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))
    return int(done.lastrowid or 0)


def _tags(library: Library, then: Library, paper: int, number: int) -> None:
    wanted = then.tags.names_of([paper]).get(paper, [])
    present = library.tags.names_of([number]).get(number, [])
    library.tags.edit([number], wanted, [name for name in present if name not in wanted])


def _parts(library: Library, then: Library, paper: int, number: int) -> None:
    for table in _PARTS:
        library.db.execute(f"DELETE FROM {table} WHERE paper = ?", (number,))
    files: dict[int, int] = {}
    for table in ("file", *(name for name in _PARTS if name != "file")):
        for row in _rows(then, table, "paper", paper):
            row["paper"] = number
            old = row.pop("id") if table in _NUMBERED else None
            if row.get("uid") and _taken(library, table, row["uid"]):
                continue  # it belongs to another paper by now, as after a merge
            if table == "highlight" and row["file"] is not None:
                row["file"] = files.get(row["file"])
            made = _insert(library, table, row)
            if table == "file" and old is not None:
                files[old] = made


def _taken(library: Library, table: str, uid: str) -> bool:
    return library.db.execute(f"SELECT 1 FROM {table} WHERE uid = ?", (uid,)).fetchone() is not None
