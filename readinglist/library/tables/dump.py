"""What a library holds beside its papers, as values, and back: statuses, tags, queues, searches, feedback, Trash.

Taken out for a complete export and put back by its import. Rows go by uid and name, never by local id, and column by
column, so that a column which a later version adds is carried along.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from readinglist.core.contract import storable
from readinglist.core.sharing import ranks
from readinglist.core.text import fold
from readinglist.library.file.checksum import CHECKSUM
from readinglist.library.file.sql import PICKED
from readinglist.library.tables.queue import MAIN, Queue
from readinglist.library.tables.statuses import Statuses
from readinglist.library.tables.tags import Tags

# Tables of the library's own, each with the column that a row is known by and those that mean nothing elsewhere.
_TABLES = {
    "status": ("id", ()),
    "tag": ("folded", ("id", "folded")),
    "queue": ("uid", ("id",)),
    "saved_search": ("uid", ("id",)),
    "setting": ("key", ()),
    "feed": ("uid", ("id",)),
    "arrival": ("name", ("id",)),
}
# Tables of what belongs to a paper but is not in the contract of one paper.
_OF_PAPERS = {"feedback": ("id",), "paper_link": (), "paper_alias": (), "reference": ()}
# Of these the order counts: what goes out is a number, and so is what comes in.
_RANKED = frozenset({"status", "queue", "saved_search"})


class Dump:
    """What is beside the papers, read and written as a whole."""

    def __init__(self, db: sqlite3.Connection, statuses: Statuses, tags: Tags, queue: Queue) -> None:
        self.db = db
        self.statuses = statuses
        self.tags = tags
        self.queue = queue

    def _columns(self, table: str) -> list[str]:
        return [row[1] for row in self.db.execute(f"PRAGMA table_info({table})") if row[1] != CHECKSUM]

    def read(self) -> dict[str, Any]:
        """Return everything that the papers themselves do not say, as JSON values."""
        part: dict[str, Any] = {}
        for table, (key, local) in _TABLES.items():
            names = [name for name in self._columns(table) if name not in (*local, "rank")]
            place = ", row_number() OVER (ORDER BY rank, id) - 1" if table in _RANKED else ""
            rows = self.db.execute(f"SELECT {', '.join(names)}{place} FROM {table} ORDER BY {key}")
            shown = [*names, "position"] if place else names
            part[table] = [dict(zip(shown, row, strict=True)) for row in rows]
        for table, local in _OF_PAPERS.items():
            names = [name for name in self._columns(table) if name not in (*local, "paper")]
            listed = ", ".join(f"t.{name}" for name in names)
            rows = self.db.execute(
                f"SELECT p.uid, {listed} FROM {table} t JOIN paper p ON p.id = t.paper ORDER BY p.uid, {listed}"
            )
            part[table] = [dict(zip(("paper", *names), row, strict=True)) for row in rows]
        part["queued"] = [
            {"queue": queue, "paper": paper}
            for queue, paper in self.db.execute(
                "SELECT q.uid, p.uid FROM queue_item i JOIN queue q ON q.id = i.queue JOIN paper p ON p.id = i.paper "
                "ORDER BY q.rank, q.uid, i.rank, p.uid"
            )
        ]
        part["trashed"] = dict(self.db.execute("SELECT uid, trashed FROM paper WHERE trashed IS NOT NULL").fetchall())
        # Read without a reading: the history was taken out by hand, and an import must not invent one.
        part["without_readings"] = [
            row[0] for row in self.db.execute("SELECT uid FROM paper WHERE id NOT IN (SELECT paper FROM reading)")
        ]
        return part

    def begin(self, part: Mapping[str, Any], *, empty: bool) -> None:
        """Put statuses, tags, queues, searches and settings in place, inside the caller's step, before the papers come.

        In an empty library they become what the part says; in another one only what is missing is added.
        """
        for table, (key, _local) in _TABLES.items():
            known = set(self._columns(table))
            for given in _rows(part, table):
                row = {name: value for name, value in given.items() if name in known}
                if table == "tag":
                    row["folded"] = fold(str(row.get("name", "")))
                    row["uid"] = self.tags.free_uid(row["folded"])
                if table in _RANKED:
                    row["rank"] = _rank(given.get("position"))
                if row.get(key):
                    with _fitting():
                        self._put(table, key, row, empty)
        if empty:
            self._forget_statuses(brought_statuses(part))
        self.statuses.forget()
        self.tags.forget()

    def _forget_statuses(self, brought: set[str]) -> None:
        """Take out the built-in statuses that the library did not have any more; one of each kind has to stay."""
        kinds = dict(self.db.execute("SELECT id, kind FROM status").fetchall())
        for name in kinds.keys() - brought if brought else ():
            if any(kinds[other] == kinds[name] for other in brought & kinds.keys()):
                self.db.execute("DELETE FROM status WHERE id = ?", (name,))

    def _put(self, table: str, key: str, row: dict[str, Any], empty: bool) -> None:
        wanted = row[key]
        there = self.db.execute(f"SELECT 1 FROM {table} WHERE {key} = ?", (wanted,)).fetchone()
        if there:
            # All logic goes by kind, and what is here keeps its permanent id.
            kept = ("id", "kind", "uid") if table == "tag" else ("id", "kind")
            row = {name: value for name, value in row.items() if name not in kept}
            if empty and row:
                sets = ", ".join(f"{name} = ?" for name in row)
                self.db.execute(f"UPDATE {table} SET {sets} WHERE {key} = ?", (*row.values(), wanted))
            return
        if not empty and table == "status":
            row = {**row, "key": None, "rank": _rank(10_000)}
        marks = ", ".join("?" * len(row))
        self.db.execute(f"INSERT OR IGNORE INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))

    def finish(self, part: Mapping[str, Any], *, empty: bool, first_new: int = 1) -> None:
        """Put in place what speaks of papers, inside the caller's step, when they have all come.

        Papers with an id below `first_new` were there before, and stay where they are.
        """
        ids = self._ids(part)
        for table in _OF_PAPERS:
            known = set(self._columns(table)) - {"id"}
            for given in _rows(part, table):
                row = {name: value for name, value in given.items() if name in known}
                if given.get("paper") in ids:
                    row["paper"] = ids[given["paper"]]
                    with _fitting():
                        self._add_once(table, row)
        self._queue(part, ids, empty)
        for uid, moment in _mapping(part, "trashed").items():
            self.db.execute("UPDATE paper SET trashed = ? WHERE uid = ? AND id >= ?", (moment, uid, first_new))
        chosen = json.dumps([uid for uid in _texts(part, "without_readings") if uid in ids])
        self.db.execute(
            f"DELETE FROM reading WHERE paper IN (SELECT id FROM paper WHERE uid IN {PICKED} AND id >= ?)",
            (chosen, first_new),
        )

    def _add_once(self, table: str, row: Mapping[str, Any]) -> None:
        same = " AND ".join(f"{name} IS ?" for name in row)
        if not self.db.execute(f"SELECT 1 FROM {table} WHERE {same}", list(row.values())).fetchone():
            marks = ", ".join("?" * len(row))
            self.db.execute(f"INSERT OR IGNORE INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))

    def _queue(self, part: Mapping[str, Any], ids: Mapping[str, int], empty: bool) -> None:
        queues = dict(self.db.execute("SELECT uid, id FROM queue").fetchall())
        orders: dict[int, list[int]] = {}
        for row in _rows(part, "queued"):
            if row.get("queue") in queues and row.get("paper") in ids:
                orders.setdefault(queues[row["queue"]], []).append(ids[row["paper"]])
        for queue, order in orders.items():
            if empty:
                self.db.execute("DELETE FROM queue_item WHERE queue = ?", (queue,))
            elif queue == MAIN:  # the papers' own places have put them behind those that were there
                continue
            self.queue.add(order, queue)

    def _ids(self, part: Mapping[str, Any]) -> dict[str, int]:
        """Return the local ids of the papers that the part speaks of, by uid."""
        uids = {row.get("paper") for table in (*_OF_PAPERS, "queued") for row in _rows(part, table)}
        uids |= {*_mapping(part, "trashed"), *_texts(part, "without_readings")}
        listed = json.dumps(sorted(uid for uid in uids if isinstance(uid, str)))
        return dict(self.db.execute(f"SELECT uid, id FROM paper WHERE uid IN {PICKED}", (listed,)).fetchall())


def _rank(position: object) -> str:
    known = isinstance(position, int) and abs(position) < 1 << 62
    return ranks.of_number(position if known and isinstance(position, int) else 10_000)


def brought_statuses(part: Mapping[str, Any]) -> set[str]:
    """Return the ids of the statuses that a part brings along."""
    return {str(row["id"]) for row in _rows(part, "status") if row.get("id")}


@contextlib.contextmanager
def _fitting() -> Iterator[None]:
    """Leave out a row that its table cannot hold: a file may say anything, and its papers are worth more than it."""
    with contextlib.suppress(sqlite3.IntegrityError, OverflowError):
        yield


# A part comes from a file that anybody may have written: what has another shape is left out.


def _rows(part: Mapping[str, Any], name: str) -> Iterable[dict[str, Any]]:
    scalar = (str, int, float, type(None))
    for row in _list(part, name):
        if isinstance(row, dict) and all(isinstance(value, scalar) for value in row.values()):
            yield storable(row)


def _texts(part: Mapping[str, Any], name: str) -> list[str]:
    return [value for value in _list(part, name) if isinstance(value, str)]


def _list(part: Mapping[str, Any], name: str) -> list[Any]:
    value = part.get(name)
    return value if isinstance(value, list) else []


def _mapping(part: Mapping[str, Any], name: str) -> dict[str, Any]:
    value = part.get(name)
    return {k: str(storable(v)) for k, v in value.items() if isinstance(v, str)} if isinstance(value, dict) else {}
