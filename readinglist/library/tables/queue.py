"""The papers of each queue, Up next among them, in the user's own order."""

from __future__ import annotations

from collections.abc import Sequence

from readinglist.core.ops import Op
from readinglist.core.sharing import ranks
from readinglist.library.change.steps import Steps
from readinglist.library.file.sql import PICKED, picked

MAIN = 1


class Queue:
    """Queues of papers in the user's own order."""

    def __init__(self, steps: Steps) -> None:
        self.steps = steps
        self.db = steps.db

    def ids(self, queue: int = MAIN) -> list[int]:
        """Return the queued papers in order, Trash aside."""
        rows = self.db.execute(
            "SELECT q.paper FROM queue_item q JOIN paper p ON p.id = q.paper "
            "WHERE q.queue = ? AND p.trashed IS NULL ORDER BY q.rank, p.uid",
            (queue,),
        )
        return [row[0] for row in rows]

    def position(self, paper: int, queue: int = MAIN) -> int | None:
        """Return a paper's place in the queue, from 1, or None."""
        row = self.db.execute(
            "SELECT q.rank, p.uid FROM queue_item q JOIN paper p ON p.id = q.paper WHERE q.queue = ? AND q.paper = ?",
            (queue, paper),
        ).fetchone()
        if row is None:
            return None
        before = self.db.execute(
            "SELECT count(*) FROM queue_item q JOIN paper p ON p.id = q.paper "
            "WHERE q.queue = ? AND p.trashed IS NULL AND (q.rank, p.uid) < (?, ?)",
            (queue, *row),
        ).fetchone()
        return int(before[0]) + 1

    def add(self, papers: Sequence[int], queue: int = MAIN) -> int:
        """Put papers at the end, in the order given; those already there stay where they are. Returns how many came."""
        here = set(self.ids(queue))
        known = {
            row[0]
            for row in self.db.execute(
                f"SELECT id FROM paper WHERE trashed IS NULL AND id IN {PICKED}", (picked(papers),)
            )
        }
        new = [paper for paper in dict.fromkeys(papers) if paper in known and paper not in here]
        if not new:
            return 0
        with self.steps.step(Op.QUEUE_ADD, len(new)):
            last = self.db.execute("SELECT max(rank) FROM queue_item WHERE queue = ?", (queue,)).fetchone()[0]
            self.db.executemany(
                "INSERT INTO queue_item (queue, paper, rank) VALUES (?, ?, ?) "
                "ON CONFLICT (queue, paper) DO UPDATE SET rank = excluded.rank",
                [(queue, paper, rank) for paper, rank in zip(new, ranks.several(last, None, len(new)), strict=True)],
            )
        return len(new)

    def remove(self, papers: Sequence[int], queue: int = MAIN) -> int:
        """Take papers out of the queue. Returns how many were in it."""
        inside = set(self.ids(queue))
        gone = [paper for paper in papers if paper in inside]
        if gone:
            with self.steps.step(Op.QUEUE_REMOVE, len(gone)):
                self.db.execute(f"DELETE FROM queue_item WHERE queue = ? AND paper IN {PICKED}", (queue, picked(gone)))
        return len(gone)

    def move(self, papers: Sequence[int], to: int, queue: int = MAIN) -> None:
        """Move papers, in their present order, so that the first of them stands at place `to` (from 1) among the rest.

        Papers not yet queued are put there too.
        """
        with self.steps.step(Op.QUEUE_MOVE, len(papers)):
            self.add(papers, queue)
            order = self.ids(queue)
            chosen = set(papers)
            moving = [paper for paper in order if paper in chosen]
            rest = [paper for paper in order if paper not in chosen]
            at = max(0, min(to - 1, len(rest)))
            if moving and rest[:at] + moving + rest[at:] != order:
                self._place(moving, rest[at - 1] if at else None, queue)

    def _place(self, moving: list[int], before: int | None, queue: int) -> None:
        """Put `moving` behind `before` (None: first); where others have its very rank, they get new ones as well."""
        rows = self.db.execute(
            "SELECT q.paper, q.rank FROM queue_item q JOIN paper p ON p.id = q.paper "  # those in the Trash, too
            "WHERE q.queue = ? ORDER BY q.rank, p.uid",
            (queue,),
        ).fetchall()
        known: dict[int, str] = dict(rows)
        chosen = set(moving)
        order = [paper for paper in known if paper not in chosen]
        at = order.index(before) + 1 if before is not None else 0
        low, high = (known[order[at - 1]] if at else None), (known[order[at]] if at < len(order) else None)
        if low is None or high is None or low < high:
            new = dict(zip(moving, ranks.several(low, high, len(moving)), strict=True))
        else:
            order[at:at] = moving
            given = ranks.arranged([None if paper in chosen else known[paper] for paper in order])
            new = {paper: rank for paper, rank in zip(order, given, strict=True) if known[paper] != rank}
        self.db.executemany(
            "UPDATE queue_item SET rank = ? WHERE queue = ? AND paper = ?",
            [(rank, queue, paper) for paper, rank in new.items()],
        )
