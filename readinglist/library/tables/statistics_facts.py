"""The facts behind the statistics, in a few statements."""

from __future__ import annotations

import sqlite3

from readinglist.core.stats import PaperFact, PassFact
from readinglist.library.file.sql import snapshot


class StatisticsFacts:
    """The papers and their readings as the statistics see them."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def read(self) -> tuple[list[PaperFact], list[PassFact]]:
        """Return every paper and every pass, as of one moment; the Trash is left out."""
        with snapshot(self.db):
            tags: dict[int, list[str]] = {}
            for paper, name in self.db.execute(
                "SELECT pt.paper, t.name FROM paper_tag pt JOIN tag t ON t.id = pt.tag ORDER BY t.folded"
            ):
                tags.setdefault(paper, []).append(name)
            papers = [
                PaperFact(*(*row, tuple(tags.get(row[0], ()))))
                for row in self.db.execute(
                    "SELECT p.id, p.added, p.changed, s.kind, p.subject FROM paper p JOIN status s ON s.id = p.status "
                    "WHERE p.trashed IS NULL ORDER BY p.id"
                )
            ]
            passes = [
                PassFact(*row)
                for row in self.db.execute(
                    "SELECT r.paper, r.started, r.finished, r.ended, "
                    "CASE WHEN coalesce(r.to_page, CASE r.ended WHEN 'finished' THEN p.pages END) > 0 THEN "
                    "max(1, coalesce(r.to_page, p.pages) - max(coalesce(r.from_page, 1), 1) + 1) END, r.minutes "
                    "FROM reading r JOIN paper p ON p.id = r.paper WHERE p.trashed IS NULL "
                    "ORDER BY r.paper, r.ended IS NULL, coalesce(r.finished, r.started, ''), "
                    "coalesce(r.started, ''), r.uid"
                )
            ]
        return papers, passes
