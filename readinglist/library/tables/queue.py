"""The papers of each queue, Up next among them, in the user's own order."""

from __future__ import annotations

from collections.abc import Sequence

from readinglist.core.ops import Op
from readinglist.library.change.steps import Steps
from readinglist.library.file.sql import PICKED, picked

MAIN = 1
GAP = 1024  # room between neighbours, so that a move writes one row and not the whole queue


class Queue:
    """Queues of papers in the user's own order."""

    def __init__(self, steps: Steps) -> None:
        self.steps = steps
        self.db = steps.db

    def ids(self, queue: int = MAIN) -> list[int]:
        """Return the queued papers in order, Trash aside."""
        rows = self.db.execute(
            "SELECT q.paper FROM queue_item q JOIN paper p ON p.id = q.paper "
            "WHERE q.queue = ? AND p.trashed IS NULL ORDER BY q.position, q.paper",
            (queue,),
        )
        return [row[0] for row in rows]

    def position(self, paper: int, queue: int = MAIN) -> int | None:
        """Return a paper's place in the queue, from 1, or None."""
        row = self.db.execute(
            "SELECT position FROM queue_item WHERE queue = ? AND paper = ?", (queue, paper)
        ).fetchone()
        if row is None:
            return None
        before = self.db.execute(
            "SELECT count(*) FROM queue_item q JOIN paper p ON p.id = q.paper "
            "WHERE q.queue = ? AND p.trashed IS NULL AND (q.position, q.paper) < (?, ?)",
            (queue, row[0], paper),
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
            last = self.db.execute(
                "SELECT coalesce(max(position), 0) FROM queue_item WHERE queue = ?", (queue,)
            ).fetchone()[0]
            self.db.executemany(
                "INSERT INTO queue_item (queue, paper, position) VALUES (?, ?, ?) "
                "ON CONFLICT (queue, paper) DO UPDATE SET position = excluded.position",
                [(queue, paper, last + GAP * (n + 1)) for n, paper in enumerate(new)],
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
        """Put `moving` behind `before` (None: first): into the gap, or by numbering anew where that is used up."""
        places: dict[int, int] = dict(
            self.db.execute(
                "SELECT paper, position FROM queue_item WHERE queue = ? ORDER BY position, paper", (queue,)
            ).fetchall()
        )
        room = GAP * (len(moving) + 1)
        chosen = set(moving)
        others = [place for paper, place in places.items() if paper not in chosen]  # those in the Trash, too
        if before is not None:
            low = places[before]
            high = next((place for place in others if place > low), low + room)
        else:
            high = others[0] if others else room
            low = high - room
        stride = (high - low) // (len(moving) + 1)
        if stride >= 1:
            rows = [(low + stride * (n + 1), queue, paper) for n, paper in enumerate(moving)]
        else:  # papers in the Trash are numbered too, so that they come back to their place
            order = [paper for paper in places if paper not in chosen]
            at = order.index(before) + 1 if before is not None else 0
            order[at:at] = moving
            rows = [(GAP * (n + 1), queue, paper) for n, paper in enumerate(order)]
        self.db.executemany("UPDATE queue_item SET position = ? WHERE queue = ? AND paper = ?", rows)
