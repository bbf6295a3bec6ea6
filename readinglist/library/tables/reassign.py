"""Moves what belongs to other papers to the one they are merged into, then deletes them; leaves values to the flow."""

from __future__ import annotations

from collections.abc import Sequence

from readinglist.core import dates
from readinglist.core.ops import Op
from readinglist.core.status import DONE_KINDS, PAUSED, READING
from readinglist.library.access import PICKED, Door, picked
from readinglist.library.tables.papers import Papers

# Tables whose rows are simply the kept paper's from now on: what they hold beside the paper.
_UNITED = {"paper_tag": "tag", "identifier": "scheme, value", "paper_link": "kind, name"}
_READING = "uid, started, finished, ended, depth, from_page, to_page, minutes"


def absorb(door: Door, kept: int, others: Sequence[int], status: str) -> None:
    """Give `kept` everything that belongs to `others`, and the status, and delete them, as one step.

    Abstracts and notes of the others go with them: what is to stay of those has been put into the kept one's before.
    """
    with door.step(Op.MERGE, len(others) + 1):
        chosen = picked(others)
        for table, columns in _UNITED.items():
            door.db.execute(
                f"INSERT OR IGNORE INTO {table} (paper, {columns}) "
                f"SELECT ?, {columns} FROM {table} WHERE paper IN {PICKED}",
                (kept, chosen),
            )
            door.db.execute(f"DELETE FROM {table} WHERE paper IN {PICKED}", (chosen,))
        door.db.execute(f"UPDATE feedback SET paper = ? WHERE paper IN {PICKED}", (kept, chosen))
        _files_and_highlights(door, kept, chosen)
        _readings(door, kept, [kept, *others])
        _queues(door, kept, chosen)
        _status(door, kept, status)
        Papers(door).delete(others)


def _files_and_highlights(door: Door, kept: int, chosen: str) -> None:
    """Move files and highlights; the same file, or the same mark on the same page, stays once."""
    same = {
        "file": "k.path = o.path",
        "highlight": "k.page IS o.page AND k.quote = o.quote AND k.comment = o.comment",
    }
    for table, condition in same.items():
        rows = door.db.execute(f"SELECT id FROM {table} WHERE paper IN {PICKED} ORDER BY id", (chosen,)).fetchall()
        for (number,) in rows:
            twin = door.db.execute(
                f"SELECT 1 FROM {table} o JOIN {table} k ON {condition} WHERE o.id = ? AND k.paper = ?", (number, kept)
            ).fetchone()
            if twin:
                door.db.execute(f"DELETE FROM {table} WHERE id = ?", (number,))
            else:
                door.db.execute(f"UPDATE {table} SET paper = ? WHERE id = ?", (kept, number))


def _readings(door: Door, kept: int, papers: Sequence[int]) -> None:
    """Put all readings behind each other in time: a paper's newest reading is the one with the highest id."""
    rows = door.db.execute(
        f"SELECT id, paper, {_READING} FROM reading WHERE paper IN {PICKED} "
        "ORDER BY ended IS NULL, coalesce(started, finished, ''), id",
        (picked(papers),),
    ).fetchall()
    if all(row[1] == kept for row in rows):
        return
    door.db.execute(f"DELETE FROM reading WHERE id IN {PICKED}", (picked(row[0] for row in rows),))
    door.db.executemany(
        f"INSERT INTO reading (paper, {_READING}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(kept, *row[2:]) for row in rows],
    )


def _queues(door: Door, kept: int, chosen: str) -> None:
    """The kept paper takes the first place that any of them has in a queue where it has none of its own."""
    door.db.execute(
        "INSERT OR IGNORE INTO queue_item (queue, paper, position) "
        f"SELECT queue, ?, min(position) FROM queue_item WHERE paper IN {PICKED} GROUP BY queue",
        (kept, chosen),
    )
    door.db.execute(f"DELETE FROM queue_item WHERE paper IN {PICKED}", (chosen,))


def _status(door: Door, kept: int, name: str) -> None:
    """Set the status without beginning or ending anything: the readings of all are there, and say the times."""
    status = door.statuses.get(name)
    openness = "" if status.kind in (READING, PAUSED) else "1 OR "
    door.db.execute(
        "UPDATE reading SET ended = 'stopped' WHERE paper = ?1 AND ended IS NULL "
        f"AND ({openness}id <> (SELECT max(id) FROM reading WHERE paper = ?1))",
        (kept,),
    )
    last = door.db.execute(
        "SELECT started, finished FROM reading WHERE paper = ? ORDER BY id DESC LIMIT 1", (kept,)
    ).fetchone()
    times = "started = ?, finished = ?, " if last else ""
    door.db.execute(
        f"UPDATE paper SET {times}status = ?, changed = ? WHERE id = ?", (*(last or ()), status.id, dates.now(), kept)
    )
    if status.kind in DONE_KINDS:
        door.db.execute("DELETE FROM queue_item WHERE paper = ?", (kept,))
