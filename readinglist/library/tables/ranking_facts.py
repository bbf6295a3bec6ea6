"""The facts that ranking needs, for thousands of papers in a few statements; `core.ranking` says what they mean."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from readinglist.core.ranking.pace import Logged
from readinglist.core.status import DROPPED, INBOX, PAUSED, READ, READING, TO_READ
from readinglist.library.file.sql import PICKED, picked
from readinglist.library.tables.feedback import REJECTED
from readinglist.library.tables.queue import MAIN
from readinglist.library.tables.statuses import Statuses

# So many waiting papers are weighed one by one; of a larger library those that anything speaks for, and a part of
# the rest. Keeps 100,000 papers as quick as 5,000, and the memory small.
MOST = 5000
MOST_OPINIONS = 2000  # of each kind: the newest say what is liked now

_STAMP = "p.checksum || ' ' || coalesce(a.checksum, '')"
_TEXTS = f"FROM paper p LEFT JOIN abstract a ON a.paper = p.id WHERE p.id IN {PICKED}"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A paper that could be read next. `rank` is the priority, 0 for none; `due_tag` the soonest date of its tags."""

    paper: int
    status: str
    rank: int
    added: str
    due: str | None
    snoozed_until: str | None
    page: int | None
    pages: int | None
    due_tag: tuple[str, str] | None


class RankingFacts:
    """Reads what speaks for and against papers."""

    def __init__(self, db: sqlite3.Connection, statuses: Statuses) -> None:
        self.db = db
        self.statuses = statuses

    def state(self) -> tuple[int, int]:
        """Return what differs as soon as anything was written, here or by another connection."""
        return int(self.db.execute("PRAGMA data_version").fetchone()[0]), self.db.total_changes

    def _open(self) -> str:
        """The condition for papers that may be suggested. What is being read is, where there is a day to keep."""
        idle = self._ids(INBOX, TO_READ, PAUSED)
        begun = self._ids(READING)
        return (
            f"p.trashed IS NULL AND (p.status IN {idle} OR (p.status IN {begun} AND p.due IS NOT NULL)) "
            "AND (p.snoozed_until IS NULL OR p.snoozed_until <= :today) "
            f"AND p.id NOT IN (SELECT paper FROM queue_item WHERE queue = {MAIN}) AND p.id NOT IN ({REJECTED})"
        )

    def _ids(self, *kinds: str) -> str:
        names = self.statuses.ids_of_kinds(*kinds)
        return "(" + ", ".join("'" + name.replace("'", "''") + "'" for name in names) + ")"

    def pool(
        self, today: str, words: Sequence[str] = (), linked: Iterable[int] = (), most: int = MOST,
        *, about: Iterable[int] | None = None,
    ) -> list[int]:  # fmt: skip
        """Return the papers to weigh: all that may be suggested, or `most` of them where there are more.

        `about`: only among these papers.

        Then those with a date, a priority or one of the `linked` papers come first, then those with one of the telling
        `words`, then the oldest and the newest.
        """
        where = self._open()
        bound = {"today": today}
        if about is not None:
            where += " AND p.id IN (SELECT value FROM json_each(:about))"
            bound["about"] = picked(sorted(about))
        count = self.db.execute(f"SELECT count(*) FROM paper p WHERE {where}", bound).fetchone()[0]
        if count <= most:
            return [row[0] for row in self.db.execute(f"SELECT p.id FROM paper p WHERE {where} ORDER BY p.id", bound)]
        part = max(1, most // 10)
        tagged = "p.id IN (SELECT pt.paper FROM paper_tag pt JOIN tag t ON t.id = pt.tag WHERE t.due IS NOT NULL)"
        bound["linked"] = picked(sorted(set(linked)))
        quotas = [
            (f"AND (p.due IS NOT NULL OR {tagged}) ORDER BY coalesce(p.due, '9'), p.id", 2 * part),
            ("AND p.priority IS NOT NULL ORDER BY p.priority DESC, p.added, p.id", 2 * part),
            ("AND p.id IN (SELECT value FROM json_each(:linked)) ORDER BY p.added, p.id", part),
            (self._said(words), 3 * part),
            ("ORDER BY p.added, p.id", part),
            ("ORDER BY p.added DESC, p.id DESC", part),
        ]
        found: set[int] = set()
        for rest, limit in quotas:
            if rest:
                rows = self.db.execute(f"SELECT p.id FROM paper p WHERE {where} {rest} LIMIT {limit}", bound)
                found.update(row[0] for row in rows)
        return sorted(found)

    def _said(self, words: Sequence[str]) -> str:
        """The condition for papers with any of some words in title or abstract, by the search index."""
        plain = [word for word in words if word.isascii() and word.replace("-", "").isalnum()]
        if not plain or self.db.execute("SELECT 1 FROM sqlite_master WHERE name = 'find_text'").fetchone() is None:
            return ""
        match = " OR ".join(f'"{word}" *' for word in plain)  # by prefix: plural ends are off
        return (
            f"AND (p.id IN (SELECT rowid FROM find_head WHERE find_head MATCH '{match}') "
            f"OR p.id IN (SELECT rowid FROM find_text WHERE find_text MATCH '{match}')) ORDER BY p.id DESC"
        )

    def waiting(self, papers: Sequence[int]) -> list[Waiting]:
        """Return what is known of papers, in the order given."""
        chosen = picked(papers)
        tagged: dict[int, tuple[str, str]] = {}
        for paper, due, name in self.db.execute(
            "SELECT pt.paper, t.due, t.name FROM paper_tag pt JOIN tag t ON t.id = pt.tag "
            f"WHERE t.due IS NOT NULL AND pt.paper IN {PICKED} ORDER BY t.due DESC, t.folded DESC",
            (chosen,),
        ):
            tagged[int(paper)] = (due, name)  # the soonest comes last and stays
        rows = self.db.execute(
            "SELECT id, status, coalesce(priority, 0), added, due, snoozed_until, page, pages FROM paper "
            f"WHERE id IN {PICKED}",
            (chosen,),
        )
        found = {row[0]: Waiting(*(*row, tagged.get(row[0]))) for row in rows}
        return [found[paper] for paper in papers if paper in found]

    def noted(self, papers: Sequence[int]) -> dict[int, str]:
        """Return why papers were saved, of those where the user noted it."""
        rows = self.db.execute(f"SELECT id, why FROM paper WHERE id IN {PICKED} AND why <> ''", (picked(papers),))
        return dict(rows.fetchall())

    def opinions(self) -> list[tuple[int, str, int | None]]:
        """Return (id, `read` or `dropped`, rating) of the papers the user is done with, and of rejected ones."""
        found: list[tuple[int, str, int | None]] = []
        for kind in (READ, DROPPED):
            rows = self.db.execute(
                f"SELECT id, rating FROM paper WHERE trashed IS NULL AND status IN {self._ids(kind)} "
                "ORDER BY coalesce(finished, added) DESC, id DESC LIMIT ?",
                (MOST_OPINIONS,),
            )
            found += [(row[0], kind, row[1]) for row in rows]
        done = {row[0] for row in found}
        rows = self.db.execute(f"SELECT id FROM paper WHERE trashed IS NULL AND id IN ({REJECTED}) ORDER BY id")
        return found + [(row[0], DROPPED, None) for row in rows if row[0] not in done]

    def finished(self) -> int:
        """Return how many papers are read."""
        sql = f"SELECT count(*) FROM paper WHERE trashed IS NULL AND status IN {self._ids(READ)}"
        return int(self.db.execute(sql).fetchone()[0])

    def stamps(self, papers: Iterable[int]) -> dict[int, str]:
        """Return what changes whenever the title or abstract of a paper does: their rows' checksums."""
        rows = self.db.execute(f"SELECT p.id, {_STAMP} {_TEXTS}", (picked(papers),))
        return dict(rows.fetchall())

    def texts(self, papers: Sequence[int]) -> list[tuple[int, str, str, str | None]]:
        """Return (id, stamp, title, abstract) of papers."""
        return self.db.execute(f"SELECT p.id, {_STAMP}, p.title, a.text {_TEXTS}", (picked(papers),)).fetchall()

    def kinds(self, papers: Iterable[int]) -> dict[int, str]:
        """Return the kind of each paper's status."""
        rows = self.db.execute(
            f"SELECT p.id, s.kind FROM paper p JOIN status s ON s.id = p.status WHERE p.id IN {PICKED}",
            (picked(papers),),
        )
        return dict(rows.fetchall())

    def longest(self) -> dict[str, int]:
        """Return, for each status of kind `to_read`, the paper that has waited longest in it."""
        found = {}
        for name in self.statuses.ids_of_kinds(TO_READ):
            row = self.db.execute(
                "SELECT id FROM paper WHERE trashed IS NULL AND status = ? ORDER BY added, id LIMIT 1", (name,)
            ).fetchone()
            if row:
                found[name] = int(row[0])
        return found

    def logged(self) -> list[Logged]:
        """Return the readings with minutes and pages, to learn the user's pace from."""
        rows = self.db.execute(
            "SELECT coalesce(r.to_page, CASE WHEN r.ended = 'finished' THEN p.pages ELSE p.page END) "
            "- max(coalesce(r.from_page, 1), 1) + 1, r.minutes, r.depth "
            "FROM reading r JOIN paper p ON p.id = r.paper WHERE r.minutes > 0 AND p.trashed IS NULL "
            "ORDER BY coalesce(r.finished, r.started, ''), r.uid"
        )
        return [Logged(int(row[0]), int(row[1]), row[2]) for row in rows if row[0]]

    def lengths(self) -> list[int]:
        """Return the pages of up to a thousand papers, newest first."""
        rows = self.db.execute(
            "SELECT pages FROM paper WHERE pages > 0 AND trashed IS NULL ORDER BY id DESC LIMIT 1000"
        )
        return [int(row[0]) for row in rows]

    def in_progress(self) -> list[int]:
        """Return the papers being read, longest first."""
        rows = self.db.execute(
            f"SELECT id FROM paper WHERE trashed IS NULL AND status IN {self._ids(READING)} ORDER BY started, id"
        )
        return [int(row[0]) for row in rows]

    def reading(self, most: int) -> int:
        """Return how many papers are being read, counted no further than `most`."""
        rows = f"SELECT 1 FROM paper WHERE trashed IS NULL AND status IN {self._ids(READING)} LIMIT ?"
        return int(self.db.execute(f"SELECT count(*) FROM ({rows})", (most,)).fetchone()[0])

    def begun(self, today: str, most: int) -> tuple[list[int], int]:
        """Return the first `most` papers being read and not snoozed, the last changed first, and how many they are."""
        where = (
            f"FROM paper WHERE trashed IS NULL AND status IN {self._ids(READING)} "
            "AND (snoozed_until IS NULL OR snoozed_until <= ?)"
        )
        rows = self.db.execute(f"SELECT id {where} ORDER BY changed DESC, id LIMIT ?", (today, most)).fetchall()
        count = len(rows)
        if count == most:
            count = int(self.db.execute(f"SELECT count(*) {where}", (today,)).fetchone()[0])
        return [int(row[0]) for row in rows], count

    def snoozed(self, today: str) -> tuple[int, str | None]:
        """Return how many papers are snoozed, and the first day on which one comes back."""
        sql = "SELECT count(*), min(snoozed_until) FROM paper WHERE snoozed_until > ? AND trashed IS NULL"
        count, first = self.db.execute(sql, (today,)).fetchone()
        return int(count), first

    def with_dates(self) -> list[int]:
        """Return the papers not done with that have a due date, of their own or by a tag."""
        done = self._ids(READ, DROPPED)
        rows = self.db.execute(
            f"SELECT p.id FROM paper p WHERE p.trashed IS NULL AND p.status NOT IN {done} AND (p.due IS NOT NULL "
            "OR p.id IN (SELECT pt.paper FROM paper_tag pt JOIN tag t ON t.id = pt.tag WHERE t.due IS NOT NULL)) "
            "ORDER BY p.id"
        )
        return [int(row[0]) for row in rows]

    def longest_waiting(self, limit: int, today: str, reviewed_after: str) -> list[int]:
        """Return the papers that wait longest (Inbox, To read, Paused), those kept in a review since then left out."""
        rows = self.db.execute(
            f"SELECT p.id FROM paper p WHERE {self._open()} AND p.id NOT IN "
            "(SELECT paper FROM feedback WHERE deed = 'keep' AND at > :after) ORDER BY p.added, p.id LIMIT :limit",
            {"today": today, "after": reviewed_after, "limit": limit},
        )
        return [int(row[0]) for row in rows]
