"""Orders by what many papers have in common: found a value at a time, which is quicker than comparing all papers."""

from __future__ import annotations

import sqlite3
from array import array

from readinglist.core.fields import SortKey
from readinglist.core.text import fold
from readinglist.library.file.sql import snapshot
from readinglist.library.find.fast.bulk_ids import bulk_ids, pieces
from readinglist.library.find.sql import Sql
from readinglist.library.find.statements import Statements

Groups = dict[str, list[int]]  # papers by what they have in common, "" for nothing


def ids(db: sqlite3.Connection, statements: Statements, where: Sql, key: SortKey) -> array[int]:
    """Return the papers for which `where` holds, in the order of `key`: blanks last, ties by newest first."""
    with snapshot(db):
        groups = _GROUPED[key.field](db, where)
    blank = groups.pop("", [])
    values = sorted(groups)
    if key.field == "status":  # by meaning, never as text
        values = [status.id for status in statements.statuses.all() if status.id in groups]
    found = array("q")
    for papers in [*(groups[value] for value in (reversed(values) if key.falling else values)), blank]:
        found.extend(array("q", sorted(papers, reverse=True)))  # nearly in order already: takes little time
    return found


def _by_column(db: sqlite3.Connection, where: Sql, column: str) -> list[tuple[str | None, list[int]]]:
    sql = f"SELECT paper.{column}, group_concat(paper.id) FROM paper WHERE {where.text} GROUP BY paper.{column}"
    return [(value, _ids_of(text)) for value, text in db.execute(sql, where.bound)]


def _ids_of(text: str) -> list[int]:
    return [paper for piece in pieces(text) for paper in piece]


def _statuses(db: sqlite3.Connection, where: Sql) -> Groups:
    """Return the papers of each status."""
    return {status or "": papers for status, papers in _by_column(db, where, "status")}


def _venues(db: sqlite3.Connection, where: Sql) -> Groups:
    """Return the papers of each folded venue; it is folded once a venue, and not once a paper."""
    groups: Groups = {}
    for venue, papers in _by_column(db, where, "venue"):
        groups.setdefault(fold(venue) if venue else "", []).extend(papers)
    return groups


def _tags(db: sqlite3.Connection, where: Sql) -> Groups:
    """Return the papers of each set of tags, named by its folded tags in order."""
    folded = dict(db.execute("SELECT id, folded FROM tag").fetchall())
    ranks = {tag: chr(rank) for rank, tag in enumerate(sorted(folded, key=folded.__getitem__))}
    names = {rank: folded[tag] for tag, rank in ranks.items()}
    tagged = db.execute("SELECT tag, group_concat(paper) FROM paper_tag GROUP BY tag").fetchall()
    top = db.execute("SELECT coalesce(max(id), 0) FROM paper").fetchone()[0]
    sets = [""] * (top + 1)  # of every paper, a character a tag
    for tag, text in sorted(tagged, key=lambda row: ranks[row[0]]):
        for paper in _ids_of(text):
            sets[paper] += ranks[tag]
    alike: Groups = {}
    for paper in bulk_ids(db, Sql(f"SELECT paper.id FROM paper WHERE {where.text}", where.bound)):
        alike.setdefault(sets[paper], []).append(paper)
    groups: Groups = {}
    for tags, papers in alike.items():
        groups.setdefault(" ".join(names[rank] for rank in tags), []).extend(papers)
    return groups


_GROUPED = {"status": _statuses, "venue": _venues, "tags": _tags}
FIELDS = frozenset(_GROUPED)
