"""What a change of status does: readings begin, end, are taken up again; the history of what was read when.

The paper's own `started` and `finished` repeat its latest
reading, so that the table can sort by them; the readings are the truth and are never pruned.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence

from readinglist.core import dates
from readinglist.core.ops import Op
from readinglist.core.paper import Reading
from readinglist.core.sharing.named_uid import reading_uid
from readinglist.core.status import DEPTHS, DONE_KINDS, DROPPED, PAUSED, READ, READING
from readinglist.library.change.steps import Steps
from readinglist.library.file.sql import PICKED, picked
from readinglist.library.tables import columns, uids
from readinglist.library.tables.statuses import Statuses

# A pass that ended within this time and is taken up again goes on: the end was a slip of the hand, not a second pass.
SLIP = dt.timedelta(hours=24)

# The order of a paper's passes, the same on every machine: what goes on is the newest, then what ended last. A pass may
# be noted long after it happened, so the order in which they were noted says nothing.
NEWEST_FIRST = "ended IS NOT NULL, coalesce(finished, started, '') DESC, coalesce(started, '') DESC, uid DESC"
OLDEST_FIRST = "ended IS NULL, coalesce(finished, started, ''), coalesce(started, ''), uid"

# The papers whose own times are not those of their latest reading, with those, and which of the two differ.
_UNLIKE = (
    "SELECT p.id, r.started, r.finished, p.started IS NOT r.started AS begins, p.finished IS NOT r.finished AS ends "
    f"FROM paper p LEFT JOIN reading r ON r.id = (SELECT id FROM reading WHERE paper = p.id ORDER BY {NEWEST_FIRST} "
    "LIMIT 1) "
    f"WHERE p.id IN {PICKED} AND (begins OR ends)"
)
_NEWEST = (
    f"(SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY paper ORDER BY {NEWEST_FIRST}) AS place "
    f"FROM reading WHERE paper IN {PICKED}) WHERE place = 1)"
)
_COLUMNS = ("id", "uid", "paper", "started", "finished", "ended", "depth", "from_page", "to_page", "minutes")


class Readings:
    """The reading table, and the deed of setting a status."""

    def __init__(self, steps: Steps, statuses: Statuses) -> None:
        self.steps = steps
        self.db = steps.db
        self.statuses = statuses

    def set_status(self, papers: Sequence[int], name: str, at: str | None = None) -> list[int]:
        """Set the status of `papers` to `name` (an id or label) as one step. Returns the ids whose status changed.

        `at` is the UTC time it happened, or a partial date where no more is known (default: now). Readings begin and
        end with it; a finished or dropped paper leaves every queue.
        """
        status = self.statuses.get(name)
        moment = at or dates.now()
        detail = status.label[:1].lower() + status.label[1:]
        with self.steps.step(Op.SET_STATUS, len(papers), detail):
            rows = self.db.execute(
                "SELECT p.id, s.kind FROM paper p JOIN status s ON s.id = p.status "
                f"WHERE p.id IN {PICKED} AND p.status <> ?",
                (picked(papers), status.id),
            ).fetchall()
            changed = [int(row[0]) for row in rows]
            if not changed:
                return []
            # Between two statuses of one kind nothing begins or ends.
            self._pass(picked(row[0] for row in rows if row[1] != status.kind), status.kind, moment)
            self._mark(changed, status.id)
            if status.kind in DONE_KINDS:
                self.db.execute(f"DELETE FROM queue_item WHERE paper IN {PICKED}", (picked(changed),))
            self.steps.set_count(len(changed))
        return changed

    def _mark(self, papers: list[int], status: str) -> None:
        """Write the status into the papers, and the times of their latest reading where those differ.

        What stays as it is is not set, since its index would be written anew.
        """
        groups: dict[tuple[bool, bool], list[tuple[int, str | None, str | None]]] = {}
        for paper, started, finished, begins, ends in self.db.execute(_UNLIKE, (picked(papers),)).fetchall():
            groups.setdefault((bool(begins), bool(ends)), []).append((paper, started, finished))
        timed = {row[0] for rows in groups.values() for row in rows}
        self._write(status, [paper for paper in papers if paper not in timed])
        for which, rows in groups.items():
            names = [name for name, differs in zip(("started", "finished"), which, strict=True) if differs]
            self._write_with_times(status, rows, names)

    def _write(self, status: str, papers: list[int]) -> None:
        if papers:
            sets, chosen = {"status": "?1", "changed": "?2"}, "WHERE id IN (SELECT value FROM json_each(?3))"
            self.steps.writer.rewrite("paper", sets, chosen, (status, dates.now(), picked(papers)), len(papers))

    def _write_with_times(
        self, status: str, rows: list[tuple[int, str | None, str | None]], names: Sequence[str]
    ) -> None:
        sets = {"status": "?1", "changed": "?2"} | {name: f"latest.{name}" for name in names}
        latest = (
            "FROM (SELECT json_extract(value, '$[0]') AS paper, json_extract(value, '$[1]') AS started, "
            "json_extract(value, '$[2]') AS finished FROM json_each(?3)) AS latest WHERE paper.id = latest.paper"
        )
        self.steps.writer.rewrite("paper", sets, latest, (status, dates.now(), columns.compact(rows)), len(rows))

    def _pass(self, chosen: str, kind: str, moment: str) -> None:
        """Begin, end or take up the readings of the chosen papers for a status of this kind."""
        edge = _slip_edge(moment)
        if kind in (READING, PAUSED):
            self._take_up(chosen, edge, moment, "AND started IS NOT NULL")
            self.begin(json.loads(chosen), moment)
        elif kind == READ:
            self._take_up(chosen, edge, moment)
            self._finish(chosen, moment)
        else:
            if kind != DROPPED:
                self._forget_slips(chosen, edge, moment)
            self._end(chosen, moment, "stopped")

    def _take_up(self, chosen: str, edge: str, moment: str, which: str = "") -> None:
        """Open the last pass again where it ended within `SLIP` before."""
        self.db.execute(
            f"UPDATE reading SET ended = NULL, finished = NULL, to_page = NULL WHERE id IN {_NEWEST} "
            f"AND ended IS NOT NULL AND finished BETWEEN ? AND ? {which}",
            (chosen, edge, moment),
        )

    def begin(self, papers: Sequence[int], moment: str) -> None:
        """Open a pass for those of the papers that have none open, inside the caller's step."""
        self.add([(paper, Reading(started=moment)) for paper in self._without_open(picked(papers))])

    def _without_open(self, chosen: str) -> list[int]:
        rows = self.db.execute(
            f"SELECT id FROM paper WHERE id IN {PICKED} AND NOT EXISTS "
            "(SELECT 1 FROM reading r WHERE r.paper = paper.id AND r.ended IS NULL)",
            (chosen,),
        )
        return [int(row[0]) for row in rows]

    def _finish(self, chosen: str, moment: str) -> None:
        """End what is open; of papers read without ever being marked as begun only the end is known."""
        never_begun = self._without_open(chosen)
        self._end(chosen, moment, "finished")
        self.add([(paper, Reading(finished=moment, ended="finished")) for paper in never_begun])

    def _end(self, chosen: str, moment: str, how: str) -> None:
        """End what is open. A beginning later than the end (a day in the past was given) was no beginning."""
        self.db.execute(
            "UPDATE reading SET ended = ?, finished = ?, "
            "started = CASE WHEN substr(started, 1, ?) <= ? THEN started END, "
            "to_page = coalesce(to_page, (SELECT page FROM paper WHERE paper.id = reading.paper)) "
            f"WHERE paper IN {PICKED} AND ended IS NULL",
            (how, moment, len(moment), moment, chosen),
        )

    def _forget_slips(self, chosen: str, edge: str, moment: str) -> None:
        """Back to Inbox or To read within `SLIP` and without anything noted of it: the pass never was one."""
        nothing_noted = "minutes IS NULL AND depth IS NULL AND from_page IS NULL"
        self.db.execute(
            f"DELETE FROM reading WHERE id IN {_NEWEST} AND {nothing_noted} AND ended IS NULL "
            "AND started BETWEEN ? AND ? AND (SELECT coalesce(page, 0) FROM paper WHERE paper.id = reading.paper) = 0",
            (chosen, edge, moment),
        )
        self.db.execute(
            f"DELETE FROM reading WHERE id IN {_NEWEST} AND {nothing_noted} AND ended = 'finished' "
            "AND started IS NULL AND finished BETWEEN ? AND ?",
            (chosen, edge, moment),
        )

    def of(self, paper: int) -> list[Reading]:
        """Return the readings of a paper, oldest first."""
        rows = self.db.execute(
            "SELECT uid, started, finished, ended, depth, from_page, to_page, minutes FROM reading "
            f"WHERE paper = ? ORDER BY {OLDEST_FIRST}",
            (paper,),
        )
        return [
            Reading(uid=r[0], started=r[1], finished=r[2], ended=r[3], depth=r[4], from_page=r[5], to_page=r[6],
                    minutes=r[7])
            for r in rows
        ]  # fmt: skip

    def add(self, readings: Sequence[tuple[int, Reading]]) -> list[str]:
        """Store readings, each for the paper of that id (inside the caller's step). Returns their uids.

        A uid that is given and free is kept; else a paper's n-th pass has the same one wherever it is noted.
        """
        if not readings:
            return []
        made, first = self._uids(readings), uids.next_id(self.db, "reading")
        rows = [
            (number, uid, paper, r.started, r.finished,
             r.ended or ("finished" if r.finished else None), r.depth if r.depth in DEPTHS else None, r.from_page,
             r.to_page, r.minutes)
            for number, (uid, (paper, r)) in enumerate(zip(made, readings, strict=True), first)
        ]  # fmt: skip
        self.steps.writer.insert("reading", _COLUMNS, rows)
        return made

    def _uids(self, readings: Sequence[tuple[int, Reading]]) -> list[str]:
        numbers = f"SELECT id, uid, (SELECT count(*) FROM reading WHERE paper = p.id) FROM paper p WHERE id IN {PICKED}"
        passes = {row[0]: row[1:] for row in self.db.execute(numbers, (picked({paper for paper, _r in readings}),))}
        wanted, counts = [], {paper: count for paper, (_uid, count) in passes.items()}
        for paper, reading in readings:
            counts[paper] += 1
            wanted.append(reading.uid or reading_uid(passes[paper][0], counts[paper]))
        used = uids.taken(self.db, "reading", "uid", wanted)
        for place, uid in enumerate(wanted):
            while uid in used:
                paper = readings[place][0]
                counts[paper] += 1
                uid = reading_uid(passes[paper][0], counts[paper])
                used |= uids.taken(self.db, "reading", "uid", [uid])
            wanted[place] = uid
            used.add(uid)
        return wanted

    def finished_since(self, day: str) -> int:
        """Return how many papers were finished on or after a date."""
        row = self.db.execute(
            "SELECT count(DISTINCT r.paper) FROM reading r JOIN paper p ON p.id = r.paper "
            "WHERE r.ended = 'finished' AND r.finished >= ? AND p.trashed IS NULL",
            (day,),
        ).fetchone()
        return int(row[0])


def _slip_edge(moment: str) -> str:
    """Return the time before which an end is no slip any more; for a mere date nothing counts as one."""
    if len(moment) <= 10:
        return moment + "~"
    at = dt.datetime.fromisoformat(moment).astimezone(dt.UTC)
    return (at - SLIP).strftime("%Y-%m-%dT%H:%M:%SZ")
