"""Orders by what many papers have in common: found a value at a time, which is quicker than comparing all papers.

Leaves every other order to SQLite (`library.search`); the two must agree to the last paper.
"""

from __future__ import annotations

import sqlite3
from array import array
from typing import TYPE_CHECKING

from readinglist.core.fields import SortKey
from readinglist.core.text import fold
from readinglist.library.file.sql import snapshot
from readinglist.library.find.fast.bulk_ids import by_number, packed, parts_of

if TYPE_CHECKING:
    from readinglist.library.find.statement import Sql
    from readinglist.library.tables.statuses import Statuses

GROUPED = frozenset({"status", "venue", "tags"})  # the fields that `ids` can order by


def ids(db: sqlite3.Connection, statuses: Statuses, where: Sql, key: SortKey) -> array[int]:
    """Return the papers for which `where` holds in the order of `key`: blanks last, ties by newest first."""
    with snapshot(db):
        groups = {"status": _statuses, "venue": _venues, "tags": _tags}[key.field](db, where)
    blank = groups.pop("", [])
    values = sorted(groups)
    if key.field == "status":  # by meaning, never as text
        values = [status.id for status in statuses.all() if status.id in groups]
    found = array("q")
    for papers in [*(groups[value] for value in (reversed(values) if key.falling else values)), blank]:
        for part in by_number(papers, falling=True):
            found.extend(part)
    return found


def _statuses(db: sqlite3.Connection, where: Sql) -> dict[str, list[int]]:
    """Return the papers of each status."""
    sql = f"SELECT paper.status, group_concat(paper.id) FROM paper WHERE {where.text} GROUP BY paper.status"
    return {status: _taken_apart(papers) for status, papers in db.execute(sql, where.bound)}


def _taken_apart(papers: str) -> list[int]:
    return [paper for part in parts_of(papers) for paper in part]


def _venues(db: sqlite3.Connection, where: Sql) -> dict[str, list[int]]:
    """Return the papers of each folded venue; it is folded once a venue, and not once a paper."""
    sql = f"SELECT paper.venue, group_concat(paper.id) FROM paper WHERE {where.text} GROUP BY paper.venue"
    groups: dict[str, list[int]] = {}
    for venue, papers in db.execute(sql, where.bound):
        groups.setdefault(fold(venue) if venue else "", []).extend(_taken_apart(papers))
    return groups


def _tags(db: sqlite3.Connection, where: Sql) -> dict[str, list[int]]:
    """Return the papers of each set of tags, named by its folded tags in order."""
    folded = dict(db.execute("SELECT id, folded FROM tag").fetchall())
    ranks = {tag: chr(rank) for rank, tag in enumerate(sorted(folded, key=folded.__getitem__))}
    names = {rank: folded[tag] for tag, rank in ranks.items()}
    listed = db.execute("SELECT tag, group_concat(paper) FROM paper_tag GROUP BY tag").fetchall()
    top = db.execute("SELECT coalesce(max(id), 0) FROM paper").fetchone()[0]
    sets = [""] * (top + 1)  # of every paper, a character a tag
    for tag, papers in sorted(listed, key=lambda row: ranks[row[0]]):
        for paper in _taken_apart(papers):
            sets[paper] += ranks[tag]
    alike: dict[str, list[int]] = {}
    for paper in packed(db, f"SELECT paper.id FROM paper WHERE {where.text}", where.bound):
        alike.setdefault(sets[paper], []).append(paper)
    groups: dict[str, list[int]] = {}
    for tags, together in alike.items():
        groups.setdefault(" ".join(names[rank] for rank in tags), []).extend(together)
    return groups
