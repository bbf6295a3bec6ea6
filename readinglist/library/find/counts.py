"""How many papers each line of the sidebar stands for, kept by what was changed: few papers take no look at all others.

What changed is read from the journal, whoever wrote it. Leaves what the lines are to the window, and counts that are
asked for once to `search` and `tags`.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from readinglist.core import dates, views
from readinglist.library.file.sql import PICKED, picked, snapshot
from readinglist.library.find.fast.bulk_ids import joined, parts_of

if TYPE_CHECKING:
    from readinglist.core.query.tree import Node
    from readinglist.library.find.search import Search
    from readinglist.library.tables.tags import Tags

MOST = 300  # changes that are followed one by one: beyond that it is quicker to count anew


@dataclass(slots=True)
class _Kept:
    """Which papers a saved search finds: a byte a paper, and their number."""

    hits: bytearray
    count: int = 0

    def put(self, paper: int, hit: bool) -> None:
        if paper >= len(self.hits):
            self.hits.extend(bytes(paper + 1 - len(self.hits)))
        self.count += hit - self.hits[paper]
        self.hits[paper] = hit


@dataclass(slots=True)
class _State:
    upto: int  # the newest change that is counted
    today: str
    statuses: Counter[str]
    tags: dict[int, int]
    trashed: int
    searches: dict[str, _Kept] = field(default_factory=dict)


class Counts:
    """The counts of one library on one connection; `update` before they are asked for."""

    def __init__(self, db: sqlite3.Connection, search: Search, tags: Tags) -> None:
        self.db = db
        self.search = search
        self.tags = tags
        self._state: _State | None = None
        self.anew = 0  # how often everything was counted

    def update(self) -> None:
        """Take in everything that was committed since the last time."""
        with snapshot(self.db):
            newest = self.db.execute("SELECT coalesce(max(id), 0) FROM change").fetchone()[0]
            state = self._state
            if state is None or newest < state.upto or state.today != dates.today().isoformat():
                self._count_anew(newest)
            elif newest > state.upto:
                rows = self.db.execute(
                    "SELECT tbl, key, paper, kind, old FROM change WHERE id > ? ORDER BY id LIMIT ?",
                    (state.upto, MOST + 1),
                ).fetchall()
                if len(rows) > MOST or any(row[0] == "status" for row in rows):
                    self._count_anew(newest)
                else:
                    self._follow(state, rows)
                    state.upto = newest

    # -- what was counted ----------------------------------------------------------------------------------------

    def of_statuses(self) -> dict[str, int]:
        """Return how many papers have each status, the Trash aside."""
        return self._known.statuses

    def of_tags(self) -> dict[int, int]:
        """Return how many papers have each tag, by its number, the Trash aside."""
        return self._known.tags

    def in_trash(self) -> int:
        """Return how many papers are in the Trash."""
        return self._known.trashed

    def of_search(self, text: str, node: Node | None) -> int:
        """Return how many papers a saved search finds."""
        if node is None:
            return self._known.statuses.total()
        kept = self._known.searches.get(text)
        if kept is None:
            clause = self.search.condition(views.ALL_PAPERS, node)
            kept = self._known.searches[text] = _Kept(bytearray())
            sql = f"SELECT paper.id FROM paper WHERE {clause.text}"
            for part in parts_of(joined(self.db, sql, clause.bound)):
                for paper in part:
                    kept.put(paper, True)
        return kept.count

    @property
    def _known(self) -> _State:
        if self._state is None:
            self.update()
        assert self._state is not None
        return self._state

    # -- counting ------------------------------------------------------------------------------------------------

    def _count_anew(self, newest: int) -> None:
        self.anew += 1
        self._state = _State(
            upto=newest,
            today=dates.today().isoformat(),
            statuses=Counter(self.search.status_counts()),
            tags=self.tags.counts(),
            trashed=self.search.trash_count(),
        )

    def _follow(self, state: _State, rows: list[tuple[str, str, int | None, str, str | None]]) -> None:
        papers = {row[2] for row in rows if row[2] is not None}
        before = _as_they_were([(row[2], row[3], row[4]) for row in rows if row[0] == "paper" and row[2] is not None])
        sql = f"SELECT id, status, trashed FROM paper WHERE id IN {PICKED}"
        found = self.db.execute(sql, (picked(papers),)).fetchall()
        now = {paper: {"status": status, "trashed": trashed} for paper, status, trashed in found}
        moved = set()
        for paper, was in before.items():
            old = None if was is None else now.get(paper, {}) | was
            for row, step in ((old, -1), (now.get(paper), +1)):
                if row is not None and row["trashed"] is None:
                    state.statuses[row["status"]] += step
                elif row is not None:
                    state.trashed += step
            if (old is None or old["trashed"]) != (paper not in now or now[paper]["trashed"]):
                moved.add(paper)
        tags = {json.loads(row[1])[1] for row in rows if row[0] == "paper_tag"}
        state.tags.update(self.tags.counts(tags | self._tags_of(moved)))
        if any(row[0] == "tag" for row in rows):
            state.searches.clear()  # another name, another query
        self._look_again(state, papers)

    def _tags_of(self, papers: Iterable[int]) -> set[int]:
        rows = self.db.execute(f"SELECT tag FROM paper_tag WHERE paper IN {PICKED}", (picked(papers),))
        return {row[0] for row in rows}

    def _look_again(self, state: _State, papers: set[int]) -> None:
        """Ask every saved search for these papers alone."""
        from readinglist.core.query import language  # not for the first picture

        for text, kept in list(state.searches.items()):
            node = language.parse(text).node
            if node is None:
                continue
            clause = self.search.condition(views.ALL_PAPERS, node, by_hand=True)
            sql = f"SELECT paper.id FROM paper WHERE paper.id IN {PICKED} AND ({clause.text})"
            hits = {row[0] for row in self.db.execute(sql, (picked(papers), *clause.bound))}
            for paper in papers:
                kept.put(paper, paper in hits)


def _as_they_were(rows: Iterable[tuple[int, str, str | None]]) -> dict[int, dict[str, Any] | None]:
    """Return what the papers' changed columns held before the first of these changes; None for what was not there."""
    before: dict[int, dict[str, Any] | None] = {}
    for paper, kind, old in rows:
        if kind == "i":
            before.setdefault(paper, None)
        elif paper not in before:
            before[paper] = json.loads(old or "{}")
        else:
            known = before[paper]
            if known is not None:
                before[paper] = json.loads(old or "{}") | known  # what was first is what there was
    return before
