"""Counts what many papers have in common, without reading them one by one."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from readinglist.core.row import Common
from readinglist.core.status import RANK_PRIORITY
from readinglist.library.file.sql import PICKED, picked


def common(db: sqlite3.Connection, papers: Sequence[int]) -> Common:
    """Return what `papers` have in common; those that are gone are not counted."""
    chosen = (picked(papers),)

    def counted(column: str) -> dict[Any, int]:
        return dict(db.execute(f"SELECT {column}, count(*) FROM paper WHERE id IN {PICKED} GROUP BY 1", chosen))

    statuses = counted("status")
    ranks = counted("priority")
    tags = db.execute(
        f"SELECT tag.name, count(*) FROM paper_tag JOIN tag ON tag.id = paper_tag.tag WHERE paper IN {PICKED} "
        "GROUP BY tag.id ORDER BY 2 DESC, tag.name",
        chosen,
    )
    return Common(
        total=sum(statuses.values()),
        statuses=statuses,
        tags=dict(tags),
        priorities=frozenset(RANK_PRIORITY.get(rank) for rank in ranks),
        ratings=frozenset(counted("rating")),
        dues=frozenset(counted("due")),
    )
