"""The facts behind the statistics, in a few statements; leaves counting to `core.stats`."""

from __future__ import annotations

from readinglist.core.stats import PaperFact, PassFact
from readinglist.library.access import Door, at_once


def facts(door: Door) -> tuple[list[PaperFact], list[PassFact]]:
    """Return every paper and every pass, as of one moment; the Trash is left out."""
    with at_once(door.db):
        tags: dict[int, list[str]] = {}
        for paper, name in door.db.execute(
            "SELECT pt.paper, t.name FROM paper_tag pt JOIN tag t ON t.id = pt.tag ORDER BY t.folded"
        ):
            tags.setdefault(paper, []).append(name)
        papers = [
            PaperFact(*(*row, tuple(tags.get(row[0], ()))))
            for row in door.db.execute(
                "SELECT p.id, p.added, p.changed, s.kind, p.subject FROM paper p JOIN status s ON s.id = p.status "
                "WHERE p.trashed IS NULL ORDER BY p.id"
            )
        ]
        passes = [
            PassFact(*row)
            for row in door.db.execute(
                "SELECT r.paper, r.started, r.finished, r.ended, "
                "CASE WHEN coalesce(r.to_page, CASE r.ended WHEN 'finished' THEN p.pages END) > 0 THEN "
                "max(1, coalesce(r.to_page, p.pages) - max(coalesce(r.from_page, 1), 1) + 1) END, r.minutes "
                "FROM reading r JOIN paper p ON p.id = r.paper WHERE p.trashed IS NULL ORDER BY r.id"
            )
        ]
    return papers, passes
