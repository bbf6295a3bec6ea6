"""What the library knows that begins as something typed: tags, authors, venues, subjects.

Asked at every key on the window's own connection: every question goes by an index, reads a few hundred papers at most,
and stops after `SECONDS` with what it has found.
"""

from __future__ import annotations

import sqlite3
from collections import Counter

from readinglist.core.text import fold
from readinglist.library.file.time_limit import within
from readinglist.library.find.compile import like, match_text

MOST = 12
SECONDS = 0.006  # less than half a frame: the rows of the same key want theirs
_NEWEST_PAPERS = 120  # so many that match are read for their authors or venues

# Each subject once, by one step in the index from the last: there are few, however many papers.
_SUBJECTS = (
    "WITH RECURSIVE known (name) AS (SELECT min(subject) FROM paper WHERE trashed IS NULL UNION ALL "
    "SELECT (SELECT min(subject) FROM paper WHERE trashed IS NULL AND subject > known.name) FROM known "
    "WHERE known.name IS NOT NULL) SELECT name FROM known WHERE name IS NOT NULL LIMIT 1000"
)


class Completion:
    """What begins so, of each kind of thing that is typed."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def tags(self, begin: str, most: int = MOST) -> list[str]:
        """Return names of tags: those that begin with `begin` first, then those that hold it, each by the alphabet."""
        folded = fold(begin)
        inside = like(folded)
        order = "folded LIKE ? ESCAPE '\\' DESC, folded"
        sql = f"SELECT name FROM tag WHERE folded LIKE ? ESCAPE '\\' ORDER BY {order} LIMIT ?"
        if len(folded) < 2:  # one letter is inside of nearly everything
            inside = inside[1:]
        return [row[0] for row in _rows(self.db, sql, (inside, like(folded)[1:], most))]

    def authors(self, begin: str, most: int = MOST) -> list[str]:
        """Return names as papers have them in which a word begins with `begin`, of newer papers, family names first."""
        return self._words_of("authors", "author_text", begin, most)

    def venues(self, begin: str, most: int = MOST) -> list[str]:
        """Return venues in which a word begins with `begin`: of newer papers, more frequent first."""
        return self._words_of("venue", "venue", begin, most)

    def subjects(self, begin: str, most: int = MOST) -> list[str]:
        """Return the subjects that begin with `begin`, case aside, by the alphabet."""
        wanted = fold(begin)
        found = (row[0] for row in _rows(self.db, _SUBJECTS, ()))
        return [subject for subject in found if fold(subject).startswith(wanted)][:most]

    def _words_of(self, indexed: str, column: str, begin: str, most: int) -> list[str]:
        expression = match_text(begin, prefix=True)
        if expression is None:
            return []
        sql = (
            f"SELECT p.{column} FROM (SELECT rowid AS id FROM find_head WHERE find_head MATCH ? ORDER BY rowid DESC "
            f"LIMIT {_NEWEST_PAPERS}) AS hit JOIN paper p ON p.id = hit.id WHERE p.trashed IS NULL"
        )
        wanted = fold(begin)
        counts: Counter[str] = Counter()
        for (line,) in _rows(self.db, sql, (f"{{{indexed}}} : {expression}",)):
            parts = line.removesuffix(" et al.").split(", ") if column == "author_text" else [line]
            counts.update(part for part in parts if _begins(fold(part), wanted))
        last = {name: fold(name.split()[-1]).startswith(wanted) for name in counts}  # rather Hinton than someone's H.
        return sorted(counts, key=lambda name: (not last[name], -counts[name], fold(name)))[:most]


def _begins(folded: str, wanted: str) -> bool:
    """True when a word of `folded` begins with `wanted`; in scripts without blanks any place is the start of a word."""
    at = folded.find(wanted)
    while at >= 0:
        if at == 0 or not folded[at - 1].isalnum() or not wanted[:1].isascii():
            return True
        at = folded.find(wanted, at + 1)
    return False


def _rows(db: sqlite3.Connection, sql: str, bound: tuple[object, ...]) -> list[tuple[str, ...]]:
    """Return the rows that are found within `SECONDS`."""
    rows: list[tuple[str, ...]] = []
    with within(db, SECONDS):
        rows.extend(db.execute(sql, bound))
    return rows
