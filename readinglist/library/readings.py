"""What a change of status does: readings begin, end, are taken up again; the history of what was read when.

Leaves which papers and which status to the callers. The paper's own `started` and `finished` repeat its latest
reading, so that the table can sort by them; the readings are the truth and are never pruned.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Sequence

from readinglist.core import dates
from readinglist.core.ops import Op
from readinglist.core.paper import Reading
from readinglist.core.status import DONE_KINDS, DROPPED, PAUSED, READ, READING
from readinglist.library.door import PICKED, Door, picked

# A pass that ended within this time and is taken up again goes on: the end was a slip of the hand, not a second pass.
SLIP = dt.timedelta(hours=24)

_LATEST = "(SELECT r.{column} FROM reading r WHERE r.paper = paper.id ORDER BY r.id DESC LIMIT 1)"


def new_uid() -> str:
    """Return a random UUID as text."""
    return str(uuid.uuid4())


class Readings:
    """The reading table, and the deed of setting a status."""

    def __init__(self, door: Door) -> None:
        self.door = door
        door.db.create_function("new_uid", 0, new_uid)

    def set_status(self, papers: Sequence[int], name: str, at: str | None = None) -> list[int]:
        """Set the status of `papers` to `name` (an id or label) as one step. Returns the ids whose status changed.

        `at` is the UTC time it happened (default: now). Readings begin and end with it; a finished or dropped paper
        leaves every queue.
        """
        status = self.door.statuses.get(name)
        moment = at or dates.now()
        db = self.door.db
        detail = status.label[:1].lower() + status.label[1:]
        with self.door.step(Op.SET_STATUS, len(papers), detail):
            rows = db.execute(
                f"SELECT id FROM paper WHERE id IN {PICKED} AND status <> ?", (picked(papers), status.id)
            ).fetchall()
            changed = [int(row[0]) for row in rows]
            if not changed:
                return []
            chosen = picked(changed)
            self._pass(chosen, status.kind, moment)
            db.execute(
                f"UPDATE paper SET status = ?, changed = ?, started = {_LATEST.format(column='started')}, "
                f"finished = {_LATEST.format(column='finished')} WHERE id IN {PICKED}",
                (status.id, dates.now(), chosen),
            )
            if status.kind in DONE_KINDS:
                db.execute(f"DELETE FROM queue_item WHERE paper IN {PICKED}", (chosen,))
            self.door.set_count(len(changed))
        return changed

    def _pass(self, chosen: str, kind: str, moment: str) -> None:
        """Begin, end or take up the readings of the chosen papers for a status of this kind."""
        if kind in (READING, PAUSED):
            self._take_up(chosen, moment)
            self._begin(chosen, moment, started=True)
        elif kind == READ:
            self._end(chosen, moment, "finished")
            self._begin_finished(chosen, moment)
        elif kind == DROPPED:
            self._end(chosen, moment, "stopped")
        else:
            self._forget_slips(chosen, moment)
            self._end(chosen, moment, "stopped")

    def _slip_edge(self, moment: str) -> str:
        at = dt.datetime.fromisoformat(moment)
        return (at - SLIP).strftime("%Y-%m-%dT%H:%M:%SZ")

    def _take_up(self, chosen: str, moment: str) -> None:
        self.door.db.execute(
            "UPDATE reading SET ended = NULL, finished = NULL WHERE id IN (SELECT max(id) FROM reading "
            f"WHERE paper IN {PICKED} GROUP BY paper) AND ended IS NOT NULL AND started IS NOT NULL AND finished >= ?",
            (chosen, self._slip_edge(moment)),
        )

    def _begin(self, chosen: str, moment: str, *, started: bool) -> None:
        self.door.db.execute(
            "INSERT INTO reading (uid, paper, started) SELECT new_uid(), p.id, ? FROM paper p "
            f"WHERE p.id IN {PICKED} AND NOT EXISTS "
            "(SELECT 1 FROM reading r WHERE r.paper = p.id AND r.ended IS NULL)",
            (moment if started else None, chosen),
        )

    def _end(self, chosen: str, moment: str, how: str) -> None:
        self.door.db.execute(
            "UPDATE reading SET ended = ?, finished = ?, "
            "to_page = coalesce(to_page, (SELECT page FROM paper WHERE paper.id = reading.paper)) "
            f"WHERE paper IN {PICKED} AND ended IS NULL",
            (how, moment, chosen),
        )

    def _begin_finished(self, chosen: str, moment: str) -> None:
        """Papers read without ever being marked as begun get a reading of which only the end is known."""
        self.door.db.execute(
            "INSERT INTO reading (uid, paper, finished, ended) SELECT new_uid(), p.id, ?, 'finished' FROM paper p "
            f"WHERE p.id IN {PICKED} AND NOT EXISTS "
            "(SELECT 1 FROM reading r WHERE r.paper = p.id AND r.ended = 'finished' AND r.finished = ?)",
            (moment, chosen, moment),
        )

    def _forget_slips(self, chosen: str, moment: str) -> None:
        """Back to Inbox or To read within a day and without a page read: the pass never was one."""
        edge = self._slip_edge(moment)
        self.door.db.execute(
            f"DELETE FROM reading WHERE paper IN {PICKED} AND ended IS NULL AND started >= ? AND minutes IS NULL "
            "AND (SELECT coalesce(page, 0) FROM paper WHERE paper.id = reading.paper) <= coalesce(from_page, 0)",
            (chosen, edge),
        )
        self.door.db.execute(
            f"DELETE FROM reading WHERE paper IN {PICKED} AND ended = 'finished' AND started IS NULL AND finished >= ?",
            (chosen, edge),
        )

    def of(self, paper: int) -> list[Reading]:
        """Return the readings of a paper, oldest first."""
        rows = self.door.db.execute(
            "SELECT uid, started, finished, ended, depth, from_page, to_page, minutes FROM reading "
            "WHERE paper = ? ORDER BY id",
            (paper,),
        )
        return [
            Reading(
                uid=r[0],
                started=r[1],
                finished=r[2],
                ended=r[3],
                depth=r[4],
                from_page=r[5],
                to_page=r[6],
                minutes=r[7],
            )
            for r in rows
        ]

    def add(self, paper: int, readings: Sequence[Reading]) -> None:
        """Store readings that come with a draft (inside the caller's step)."""
        self.door.db.executemany(
            "INSERT INTO reading (uid, paper, started, finished, ended, depth, from_page, to_page, minutes) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (r.uid or new_uid(), paper, r.started, r.finished, r.ended, r.depth, r.from_page, r.to_page, r.minutes)
                for r in readings
            ],
        )

    def finished_since(self, day: str) -> int:
        """Return how many papers were finished on or after a date."""
        row = self.door.db.execute(
            "SELECT count(DISTINCT r.paper) FROM reading r JOIN paper p ON p.id = r.paper "
            "WHERE r.ended = 'finished' AND r.finished >= ? AND p.trashed IS NULL",
            (day,),
        ).fetchone()
        return int(row[0])
