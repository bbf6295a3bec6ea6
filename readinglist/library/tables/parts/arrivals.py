"""Feeds that the user subscribed to, and what arrived from them: no papers, until one is saved."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from readinglist.core import dates, errors
from readinglist.core.ops import Op
from readinglist.core.text import clean, one_line
from readinglist.i18n import _
from readinglist.library.change.steps import Steps
from readinglist.library.file.connection import new_uid
from readinglist.library.file.sql import PICKED, picked

ARXIV, SEARCH, SAVED, ADDRESS = "arxiv", "search", "saved", "address"  # kinds of feeds; stored, so they never change
NEW, KEPT, SKIPPED = "new", "saved", "skipped"


class Feed(NamedTuple):
    """A category of arXiv, a search there, a saved search of the library, or the address of a journal's feed."""

    id: int
    uid: str
    kind: str
    source: str
    name: str


class Arrived(NamedTuple):
    """Something that arrived: its `feed` (uid), when (UTC), and what is said of it as a paper in JSON."""

    id: int
    feed: str
    arrived: str
    said: dict[str, Any]


class Found(NamedTuple):
    """Something that a feed has: by which name it is known again, and what is said of it."""

    name: str
    title_key: str | None
    said: Mapping[str, Any]


class Arrivals:
    """The tables `feed` and `arrival`. What was saved or skipped stays as a name: it never returns."""

    def __init__(self, steps: Steps) -> None:
        self.steps = steps
        self.db = steps.db

    # -- feeds ---------------------------------------------------------------------------------------------------

    def feeds(self) -> list[Feed]:
        """Return the feeds, in the order in which they were subscribed to."""
        rows = self.db.execute("SELECT id, uid, kind, source, name FROM feed ORDER BY id")
        return [Feed(*row) for row in rows]

    def subscribe(self, kind: str, source: str, name: str) -> bool:
        """Add a feed, as one step; False where it is there already."""
        named = one_line(clean(name)) or source
        if self.db.execute("SELECT 1 FROM feed WHERE kind = ? AND source = ?", (kind, source)).fetchone():
            return False
        with self.steps.step(Op.SUBSCRIBE, 1, named):
            self.db.execute(
                "INSERT INTO feed (uid, kind, source, name) VALUES (?, ?, ?, ?)", (new_uid(), kind, source, named)
            )
        return True

    def unsubscribe(self, feed: Feed) -> None:
        """Remove a feed and what arrived from it and is still undecided, as one step."""
        with self.steps.step(Op.UNSUBSCRIBE, 1, feed.name):
            self.db.execute("DELETE FROM arrival WHERE feed = ? AND state = ?", (feed.uid, NEW))
            self.db.execute("DELETE FROM feed WHERE id = ?", (feed.id,))

    # -- what arrived --------------------------------------------------------------------------------------------

    def count(self) -> int:
        """Return how many wait to be decided on."""
        return int(self.db.execute("SELECT count(*) FROM arrival WHERE state = 'new'").fetchone()[0])

    def waiting(self) -> list[Arrived]:
        """Return what waits to be decided on, the latest first."""
        rows = self.db.execute(
            "SELECT id, feed, arrived, said FROM arrival WHERE state = 'new' ORDER BY arrived DESC, id"
        )
        return [Arrived(number, feed, at, _read(said)) for number, feed, at, said in rows]

    def known(self, names: Iterable[str], title_keys: Iterable[str]) -> tuple[set[str], set[str]]:
        """Return which of these names and titles arrived before, whatever became of them."""
        found = self.db.execute(f"SELECT name FROM arrival WHERE name IN {PICKED}", (_listed(names),))
        titled = self.db.execute(f"SELECT title_key FROM arrival WHERE title_key IN {PICKED}", (_listed(title_keys),))
        return {row[0] for row in found}, {row[0] for row in titled}

    def put(self, found: Mapping[str, Sequence[Found]], forget_before: str) -> int:
        """Keep what is new of feeds, by their uid, as one step; returns how much that is. Nothing is no step.

        What waits undecided since before `forget_before` (UTC) is forgotten.
        """
        count = sum(map(len, found.values()))
        if not count:
            return 0
        at = dates.now()
        with self.steps.step(Op.ARRIVALS, count):
            self.db.execute("DELETE FROM arrival WHERE state = 'new' AND arrived < ?", (forget_before,))
            for feed, items in found.items():
                self.db.executemany(
                    "INSERT INTO arrival (name, feed, title_key, arrived, said) VALUES (?, ?, ?, ?, ?)",
                    [(one.name, feed, one.title_key, at, json.dumps(one.said, ensure_ascii=False)) for one in items],
                )
        return count

    def decide(self, numbers: Iterable[int], state: str, op: Op) -> int:
        """Note that these were saved or skipped, as one step; only their names stay. Returns how many there were."""
        chosen = picked(numbers)
        where = f"WHERE state = 'new' AND id IN {PICKED}"
        count = int(self.db.execute(f"SELECT count(*) FROM arrival {where}", (chosen,)).fetchone()[0])
        if count:
            with self.steps.step(op, count):
                self.db.execute(f"UPDATE arrival SET state = ?, said = '{{}}' {where}", (state, chosen))
        return count

    def of(self, numbers: Sequence[int]) -> list[Arrived]:
        """Return these of what waits, in the order given. Raises NoPaper for one that does not."""
        waiting = {one.id: one for one in self.waiting()}
        for number in numbers:
            if number not in waiting:
                raise errors.NoPaper(_("No arrival {n} waits.").format(n=number))
        return [waiting[number] for number in dict.fromkeys(numbers)]


def _listed(texts: Iterable[str]) -> str:
    return json.dumps(list(texts), ensure_ascii=False)


def _read(said: str) -> dict[str, Any]:
    try:
        value = json.loads(said)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
