"""What papers hold beside their fields (`extra`), a row a key: machines that set different keys keep both."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from readinglist.core.text import clean
from readinglist.library.change.steps import Steps
from readinglist.library.file.sql import PICKED, picked
from readinglist.library.tables.columns import compact

_COLUMNS = ("paper", "key", "value")


class Extras:
    """The table paper_extra."""

    def __init__(self, steps: Steps) -> None:
        self.steps = steps
        self.db = steps.db

    def add(self, extras: Iterable[tuple[int, Mapping[str, Any]]]) -> None:
        """Store what new papers hold, inside the caller's step."""
        rows = [(paper, *pair) for paper, extra in extras if extra for pair in _stored(extra).items()]
        if rows:
            self.steps.writer.insert("paper_extra", _COLUMNS, rows)

    def put(self, papers: Sequence[int], extra: Mapping[str, Any]) -> set[int]:
        """Let papers hold exactly this, inside the caller's step. Returns those that held something else."""
        wanted = _stored(extra)
        changed: set[int] = set()
        there = self.db.execute(f"SELECT id FROM paper WHERE id IN {PICKED}", (picked(papers),)).fetchall()
        for (paper,) in there:
            rows = self.db.execute("SELECT key, value FROM paper_extra WHERE paper = ?", (paper,))
            known: dict[str, str] = dict(rows.fetchall())
            if known == wanted:
                continue
            changed.add(paper)
            gone = [(paper, key) for key in known.keys() - wanted.keys()]
            self.db.executemany("DELETE FROM paper_extra WHERE paper = ? AND key = ?", gone)
            self.db.executemany(
                "INSERT INTO paper_extra (paper, key, value) VALUES (?, ?, ?) "
                "ON CONFLICT (paper, key) DO UPDATE SET value = excluded.value",
                [(paper, key, value) for key, value in wanted.items() if known.get(key) != value],
            )
        return changed

    def add_to(self, papers: Iterable[int], extra: Mapping[str, Any]) -> None:
        """Let papers hold this beside what they hold, inside the caller's step."""
        self.db.executemany(
            "INSERT INTO paper_extra (paper, key, value) VALUES (?, ?, ?) "
            "ON CONFLICT (paper, key) DO UPDATE SET value = excluded.value",
            [(paper, key, value) for paper in papers for key, value in _stored(extra).items()],
        )

    def of(self, papers: Iterable[int], keys: Collection[str] = ()) -> dict[int, dict[str, Any]]:
        """Return what papers hold (of `keys`, where they are given), by id; those that hold nothing are missing."""
        some = f"AND key IN ({', '.join('?' * len(keys))})" if keys else ""
        sql = f"SELECT paper, key, value FROM paper_extra WHERE paper IN {PICKED} {some}"
        found: dict[int, dict[str, Any]] = {}
        for paper, key, value in self.db.execute(sql, (picked(papers), *keys)):
            found.setdefault(paper, {})[key] = json.loads(value)
        return found


def _stored(extra: Mapping[str, Any]) -> dict[str, str]:
    return {clean(key): clean(compact(value)) for key, value in extra.items()}
