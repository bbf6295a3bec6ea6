"""The sidebar's counts, followed from change to change: what one deed changed takes no look at all papers.

What changed is read from the journal, whoever wrote it.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from readinglist.core import dates, views
from readinglist.library.file.sql import PICKED, picked, snapshot
from readinglist.library.find.counts import Counts
from readinglist.library.find.fast import limits
from readinglist.library.find.question import Question

if TYPE_CHECKING:
    from readinglist.core.query.tree import Node


class _Change(NamedTuple):
    """A row of the journal."""

    table: str
    key: str
    paper: int | None
    kind: str
    old: str | None


class _Place(NamedTuple):
    """Where a paper is counted."""

    status: str
    trashed: bool


@dataclass(slots=True)
class _Found:
    """Which papers a saved search finds: a byte a paper, and their number."""

    node: Node
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
    searches: dict[str, _Found] = field(default_factory=dict)

    def count(self, place: _Place | None, step: int) -> None:
        """Count one paper more (+1) or less (-1) at a place; None for a paper that is not there."""
        if place is None:
            return
        if place.trashed:
            self.trashed += step
        else:
            self.statuses[place.status] += step


class FollowedCounts:
    """The counts of one library over one connection; `update` before they are asked for."""

    def __init__(self, counts: Counts, find: Callable[[Question], array[int]]) -> None:
        """`find` returns all papers of a question."""
        self.counts = counts
        self.find = find
        self.db = counts.db
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
                sql = "SELECT tbl, key, paper, kind, old FROM change WHERE id > ? ORDER BY id LIMIT ?"
                rows = self.db.execute(sql, (state.upto, limits.FOLLOWED_CHANGES + 1))
                changes = [_Change(*row) for row in rows]
                if len(changes) > limits.FOLLOWED_CHANGES or any(change.table == "status" for change in changes):
                    self._count_anew(newest)
                else:
                    self._follow(state, changes)
                    state.upto = newest

    # -- what was counted ----------------------------------------------------------------------------------------

    def of_statuses(self) -> dict[str, int]:
        """Return how many papers have each status, the Trash aside."""
        return self._counted.statuses

    def of_tags(self) -> dict[int, int]:
        """Return how many papers have each tag, by its number, the Trash aside."""
        return self._counted.tags

    def in_trash(self) -> int:
        """Return how many papers are in the Trash."""
        return self._counted.trashed

    def of_search(self, text: str, node: Node | None) -> int:
        """Return how many papers a saved search finds."""
        if node is None:
            return self._counted.statuses.total()
        found = self._counted.searches.get(text)
        if found is None:
            found = self._counted.searches[text] = _Found(node, bytearray())
            for paper in self.find(Question(node=node)):
                found.put(paper, True)
        return found.count

    @property
    def _counted(self) -> _State:
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
            statuses=Counter(self.counts.of_statuses()),
            tags=self.counts.of_tags(),
            trashed=self.counts.in_trash(),
        )

    def _follow(self, state: _State, changes: list[_Change]) -> None:
        papers = {change.paper for change in changes if change.paper is not None}
        now = self._places(papers)
        moved = set()  # into the Trash or out of it, or made or deleted
        for paper, old in _as_they_were(changes, now).items():
            new = now.get(paper)
            state.count(old, -1)
            state.count(new, +1)
            if (old is None or old.trashed) != (new is None or new.trashed):
                moved.add(paper)
        tags = {json.loads(change.key)[1] for change in changes if change.table == "paper_tag"}
        state.tags.update(self.counts.of_tags(tags | self._tags_of(moved)))
        if any(change.table == "tag" for change in changes):
            state.searches.clear()  # another name, another query
        self._search_again(state, papers)

    def _places(self, papers: Iterable[int]) -> dict[int, _Place]:
        sql = f"SELECT id, status, trashed IS NOT NULL FROM paper WHERE id IN {PICKED}"
        rows = self.db.execute(sql, (picked(papers),))
        return {paper: _Place(status, bool(trashed)) for paper, status, trashed in rows}

    def _tags_of(self, papers: Iterable[int]) -> set[int]:
        rows = self.db.execute(f"SELECT tag FROM paper_tag WHERE paper IN {PICKED}", (picked(papers),))
        return {row[0] for row in rows}

    def _search_again(self, state: _State, papers: set[int]) -> None:
        """Ask every saved search for these papers alone, by their own texts."""
        if not state.searches:
            return
        from readinglist.library.find.fast.scan import ScanCompiler  # not for the first picture

        statements = self.counts.statements
        compiler = ScanCompiler(statements.statuses.all(), dates.today(), statements.in_files)
        for found in state.searches.values():
            where = statements.condition(views.ALL_PAPERS, found.node, compiler)
            sql = f"SELECT paper.id FROM paper WHERE paper.id IN {PICKED} AND ({where.text})"
            hits = {row[0] for row in self.db.execute(sql, (picked(papers), *where.bound))}
            for paper in papers:
                found.put(paper, paper in hits)


def _as_they_were(changes: Iterable[_Change], now: dict[int, _Place]) -> dict[int, _Place | None]:
    """Return where the papers were counted before the first of these changes; None for what was not there."""
    before: dict[int, dict[str, str | None] | None] = {}
    for change in changes:
        if change.table != "paper" or change.paper is None:
            continue
        if change.kind == "i":
            before.setdefault(change.paper, None)
        elif before.get(change.paper, {}) is not None:
            # What an earlier change has replaced is what there was.
            before[change.paper] = json.loads(change.old or "{}") | (before.get(change.paper) or {})
    return {paper: old if old is None else _place_before(old, now.get(paper)) for paper, old in before.items()}


def _place_before(old: dict[str, str | None], now: _Place | None) -> _Place:
    """What a change replaced (all of it for a deletion), else what is there now."""
    status = old["status"] if "status" in old or now is None else now.status
    trashed = old["trashed"] is not None if "trashed" in old or now is None else now.trashed
    return _Place(str(status), trashed)
