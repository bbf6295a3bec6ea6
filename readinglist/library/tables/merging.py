"""Puts papers together: writes what a merge found into a paper, and gives one what belonged to others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from readinglist.core import dates, errors
from readinglist.core.ops import Op
from readinglist.core.paper import Draft, Paper
from readinglist.core.status import DONE_KINDS, PAUSED, READING
from readinglist.core.text import clean
from readinglist.library.change.steps import Steps
from readinglist.library.file.sql import PICKED, picked
from readinglist.library.tables import columns
from readinglist.library.tables.bulk_insert import first_readings
from readinglist.library.tables.papers import Papers
from readinglist.library.tables.readings import NEWEST_FIRST

# Tables whose rows are simply the kept paper's from now on: what they hold beside the paper.
_UNITED = {
    "paper_tag": "tag",
    "identifier": "scheme, value",
    "paper_link": "kind, name",
    "feedback": "deed, at",
}


class Merging:
    """Merges into papers that are there."""

    def __init__(self, steps: Steps, papers: Papers) -> None:
        self.steps = steps
        self.db = steps.db
        self.papers = papers
        self.bulk_insert = papers.bulk_insert
        self.statuses, self.readings = self.bulk_insert.statuses, self.bulk_insert.readings
        self.tags, self.queue = self.bulk_insert.tags, self.bulk_insert.queue

    def apply(self, paper: Paper, changes: Mapping[str, Any]) -> None:
        """Put `changes` (of `core.identity.merge.changes`) into a paper, inside the caller's step or as one of its own.

        A value that its field cannot hold is kept under `unfit` in the paper's `extra`.
        """
        with self.steps.step(Op.MERGE, 1):
            fit = _fit(paper, changes)
            row = columns.columns(fit)
            if "extra" in fit:
                self.papers.extras.put([paper.id], fit["extra"])
            if "status" in changes:
                row |= self._filled_status(paper, changes)
            for name in ("started", "finished"):
                if name in changes:
                    row.setdefault(name, changes[name])
            row["changed"] = dates.now()
            sets = ", ".join(f"{name} = ?" for name in row)
            self.db.execute(f"UPDATE paper SET {sets} WHERE id = ?", [*row.values(), paper.id])
            self._texts(paper.id, changes)
            self._parts(paper, changes)
            if changes.get("queue_position") is not None:
                self.queue.add([paper.id])

    def _filled_status(self, paper: Paper, changes: Mapping[str, Any]) -> dict[str, Any]:
        """Return the columns of a status filled in, and store the reading that it speaks of."""
        status = self.statuses.get(changes["status"])
        if "readings" in changes:
            passes = changes["readings"]
        else:
            spoken = Draft(started=changes.get("started"), finished=changes.get("finished"))
            passes = first_readings(spoken, status.kind)
            self.readings.add([(paper.id, reading) for reading in passes])
        times = {"started": passes[-1].started, "finished": passes[-1].finished} if passes else {}
        return {"status": status.id, **times}

    def _texts(self, number: int, changes: Mapping[str, Any]) -> None:
        if changes.get("abstract"):
            self.db.execute(
                "INSERT INTO abstract (paper, text) VALUES (?, ?) "
                "ON CONFLICT (paper) DO UPDATE SET text = excluded.text",
                (number, clean(changes["abstract"])),
            )
        if changes.get("note"):
            self.db.execute(
                "INSERT INTO note (paper, text, changed) VALUES (?, ?, ?) "
                "ON CONFLICT (paper) DO UPDATE SET text = excluded.text, changed = excluded.changed",
                (number, clean(changes["note"]), dates.now()),
            )

    def _parts(self, paper: Paper, changes: Mapping[str, Any]) -> None:
        """Store what the lists have behind what the paper already had."""
        if "tags" in changes:
            self.tags.attach(paper.id, changes["tags"][len(paper.tags) :])
        names = [(paper.id, scheme, v) for scheme, values in changes.get("identifiers", {}).items() for v in values]
        self.db.executemany("INSERT OR IGNORE INTO identifier (paper, scheme, value) VALUES (?, ?, ?)", names)
        new = Draft(
            highlights=changes.get("highlights", [])[len(paper.highlights) :],
            files=changes.get("files", [])[len(paper.files) :],
        )
        self.bulk_insert.add_parts([(paper.id, new)])
        readings = changes.get("readings", [])[len(paper.readings) :]
        self.readings.add([(paper.id, reading) for reading in readings])

    def reassign(self, kept: int, others: Sequence[int], status: str) -> None:
        """Give `kept` everything that belongs to `others`, and the status, and delete them, as one step.

        Abstracts and notes of the others go with them: what is to stay was put into the kept one's before.
        """
        with self.steps.step(Op.MERGE, len(others) + 1):
            chosen = picked(others)
            for table, columns in _UNITED.items():
                self.db.execute(
                    f"INSERT OR IGNORE INTO {table} (paper, {columns}) "
                    f"SELECT ?, {columns} FROM {table} WHERE paper IN {PICKED}",
                    (kept, chosen),
                )
                self.db.execute(f"DELETE FROM {table} WHERE paper IN {PICKED}", (chosen,))
            self._name_after(kept, chosen)
            self._take_references(kept, others)
            self._move_parts(kept, chosen)
            self.db.execute(f"UPDATE reading SET paper = ? WHERE paper IN {PICKED}", (kept, chosen))
            self._join_queues(kept, chosen)
            self._set_status(kept, status)
            self.papers.delete(others)

    def _name_after(self, kept: int, chosen: str) -> None:
        """Let the permanent ids of the others, and what stood for them, stand for the kept paper from now on."""
        self.db.execute(f"UPDATE paper_alias SET paper = ? WHERE paper IN {PICKED}", (kept, chosen))
        self.db.execute(
            f"INSERT OR IGNORE INTO paper_alias (uid, paper) SELECT uid, ? FROM paper WHERE id IN {PICKED}",
            (kept, chosen),
        )

    def _take_references(self, kept: int, others: Sequence[int]) -> None:
        """Keep one list of references whole: the kept paper's own, else that of the first of the others with one."""
        for other in others:
            if self.db.execute("SELECT 1 FROM reference WHERE paper = ? LIMIT 1", (kept,)).fetchone():
                return
            self.db.execute("UPDATE reference SET paper = ? WHERE paper = ?", (kept, other))

    def _move_parts(self, kept: int, chosen: str) -> None:
        """Move files and highlights; the same file, or the same mark on the same page, stays once."""
        same = {
            "file": "k.path = o.path OR k.sha256 = o.sha256",
            "highlight": "k.origin = o.origin OR (k.page IS o.page AND k.quote = o.quote AND k.comment = o.comment "
            "AND (k.quote <> '' OR k.position IS o.position))",
        }
        for table, condition in same.items():
            rows = self.db.execute(f"SELECT id FROM {table} WHERE paper IN {PICKED} ORDER BY id", (chosen,)).fetchall()
            for (number,) in rows:
                twin = self.db.execute(
                    f"SELECT k.id FROM {table} o JOIN {table} k ON ({condition}) WHERE o.id = ? AND k.paper = ?",
                    (number, kept),
                ).fetchone()
                if twin:
                    if table == "file":
                        self.db.execute("UPDATE highlight SET file = ? WHERE file = ?", (twin[0], number))
                    self.db.execute(f"DELETE FROM {table} WHERE id = ?", (number,))
                else:
                    self.db.execute(f"UPDATE {table} SET paper = ? WHERE id = ?", (kept, number))

    def _join_queues(self, kept: int, chosen: str) -> None:
        """The kept paper takes the first place that any of them has in a queue where it has none of its own."""
        self.db.execute(
            "INSERT OR IGNORE INTO queue_item (queue, paper, rank) "
            f"SELECT queue, ?, min(rank) FROM queue_item WHERE paper IN {PICKED} GROUP BY queue",
            (kept, chosen),
        )
        self.db.execute(f"DELETE FROM queue_item WHERE paper IN {PICKED}", (chosen,))

    def _set_status(self, kept: int, name: str) -> None:
        """Set the status without beginning or ending anything: the readings of all are there, and say the times."""
        status = self.statuses.get(name)
        openness = "" if status.kind in (READING, PAUSED) else "1 OR "
        self.db.execute(
            "UPDATE reading SET ended = 'stopped' WHERE paper = ?1 AND ended IS NULL "
            f"AND ({openness}id <> (SELECT id FROM reading WHERE paper = ?1 ORDER BY {NEWEST_FIRST} LIMIT 1))",
            (kept,),
        )
        last = self.db.execute(
            f"SELECT started, finished FROM reading WHERE paper = ? ORDER BY {NEWEST_FIRST} LIMIT 1", (kept,)
        ).fetchone()
        times = "started = ?, finished = ?, " if last else ""
        self.db.execute(
            f"UPDATE paper SET {times}status = ?, changed = ? WHERE id = ?",
            (*(last or ()), status.id, dates.now(), kept),
        )
        if status.kind in DONE_KINDS:
            self.db.execute("DELETE FROM queue_item WHERE paper = ?", (kept,))


def _fit(paper: Paper, changes: Mapping[str, Any]) -> dict[str, Any]:
    fit: dict[str, Any] = {}
    unfit: dict[str, Any] = {}
    for name in (columns.EDITABLE | {"extra"}) & changes.keys():
        try:
            columns.check({name: changes[name]})
            fit[name] = changes[name]
        except errors.WrongUsage:
            unfit[name] = changes[name]
    if unfit:
        fit["extra"] = {**fit.get("extra", paper.extra), "unfit": unfit}
    return fit
