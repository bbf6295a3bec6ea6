"""Writes what a merge found into a paper; leaves what that is to `core.identity.merge`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readinglist.core import dates, errors
from readinglist.core.ops import Op
from readinglist.core.paper import Draft, Paper
from readinglist.core.text import clean
from readinglist.library.access import Door
from readinglist.library.tables import bulk_insert, columns


def apply(door: Door, paper: Paper, changes: Mapping[str, Any]) -> None:
    """Put `changes` (of `core.identity.merge.changes`) into the library, inside the caller's step or as one of its own.

    A value that its field cannot hold is kept under `unfit` in the paper's `extra`.
    """
    with door.step(Op.MERGE, 1):
        row = columns.columns(_fit(paper, changes))
        if "status" in changes:
            row |= _status(door, paper, changes)
        for name in ("started", "finished"):
            if name in changes:
                row.setdefault(name, changes[name])
        row["changed"] = dates.now()
        sets = ", ".join(f"{name} = ?" for name in row)
        door.db.execute(f"UPDATE paper SET {sets} WHERE id = ?", [*row.values(), paper.id])
        _texts(door, paper.id, changes)
        _parts(door, paper, changes)
        if changes.get("queue_position") is not None:
            door.queue.add([paper.id])


def _fit(paper: Paper, changes: Mapping[str, Any]) -> dict[str, Any]:
    fit: dict[str, Any] = {}
    unfit: dict[str, Any] = {}
    for name in columns.EDITABLE & changes.keys():
        try:
            columns.check({name: changes[name]})
            fit[name] = changes[name]
        except errors.WrongUsage:
            unfit[name] = changes[name]
    if unfit:
        fit["extra"] = {**fit.get("extra", paper.extra), "unfit": unfit}
    return fit


def _status(door: Door, paper: Paper, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of a status filled in, and store the reading that it speaks of."""
    status = door.statuses.get(changes["status"])
    if "readings" in changes:
        passes = changes["readings"]
    else:
        spoken = Draft(started=changes.get("started"), finished=changes.get("finished"))
        passes = bulk_insert.first_readings(spoken, status.kind)
        bulk_insert.add_readings(door, [(paper.id, reading) for reading in passes])
    times = {"started": passes[-1].started, "finished": passes[-1].finished} if passes else {}
    return {"status": status.id, **times}


def _texts(door: Door, number: int, changes: Mapping[str, Any]) -> None:
    if changes.get("abstract"):
        door.db.execute(
            "INSERT INTO abstract (paper, text) VALUES (?, ?) ON CONFLICT (paper) DO UPDATE SET text = excluded.text",
            (number, clean(changes["abstract"])),
        )
    if changes.get("note"):
        door.db.execute(
            "INSERT INTO note (paper, text, changed) VALUES (?, ?, ?) "
            "ON CONFLICT (paper) DO UPDATE SET text = excluded.text, changed = excluded.changed",
            (number, clean(changes["note"]), dates.now()),
        )


def _parts(door: Door, paper: Paper, changes: Mapping[str, Any]) -> None:
    """Store what the lists have behind what the paper already had."""
    if "tags" in changes:
        door.tags.attach(paper.id, changes["tags"][len(paper.tags) :])
    names = [(paper.id, scheme, v) for scheme, values in changes.get("identifiers", {}).items() for v in values]
    door.db.executemany("INSERT OR IGNORE INTO identifier (paper, scheme, value) VALUES (?, ?, ?)", names)
    new = Draft(
        highlights=changes.get("highlights", [])[len(paper.highlights) :],
        files=changes.get("files", [])[len(paper.files) :],
    )
    bulk_insert.add_parts(door, [(paper.id, new)])
    readings = changes.get("readings", [])[len(paper.readings) :]
    bulk_insert.add_readings(door, [(paper.id, reading) for reading in readings])
