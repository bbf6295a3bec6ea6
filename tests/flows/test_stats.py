"""The statistics of a real library: the same figures as tables, JSON and CSV."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path

from readinglist.core.paper import Draft, Reading
from readinglist.flows import readings
from readinglist.flows.stats import Table, as_csv, as_json, statistics, tables
from tests.library.kit import open_quick

TODAY = dt.date(2026, 11, 23)


def test_figures_of_a_library(tmp_path: Path) -> None:
    with open_quick(tmp_path / "library.db", create=True) as library:
        done = Reading(started="2026-11-01", finished="2026-11-03", ended="finished", minutes=50)
        library.papers.add(Draft(title="A", status="read", pages=10, subject="cs.LG", tags=["rl"], readings=[done],
                                 added="2026-10-30T10:00:00Z"))  # fmt: skip
        library.papers.add(Draft(title="B", status="reading", added="2026-11-01T10:00:00Z"))
        library.papers.add(Draft(title="Gone", status="read", tags=["rl"], finished="2026-11-04"))
        library.papers.trash([3])
        found = statistics(library, today=TODAY)
        assert (found.papers_read, found.readings, found.in_progress, found.pages, found.minutes) == (1, 1, 1, 10, 50)
        assert found.months == (("2026-11", 1),)
        assert found.weeks[0] == ("2026-W45", 1)
        assert (found.subjects, found.tags) == ((("cs.LG", 1),), (("rl", 1),))
        assert [(row.month, row.added, row.done, row.waiting) for row in found.backlog] == [
            ("2026-10", 1, 0, 1), ("2026-11", 1, 1, 1),
        ]  # fmt: skip
        readings.finish(library, [2], date="2026-11-10")
        library.undo()
        assert statistics(library, today=TODAY) == found
        assert json.loads(json.dumps(as_json(found)))["months"] == {"2026-11": 1}
        assert {table.name for table in tables(found)} == {
            "totals", "weeks", "months", "years", "backlog", "pages", "subjects", "tags", "days",
        }  # fmt: skip


def test_a_table_as_csv_runs_nothing_in_a_spreadsheet() -> None:
    text = as_csv(Table("tags", "Tags", ("Tag", "Papers"), (("=1+1", 2), ('a,"b"', 1), ("-", 3))))
    assert list(csv.reader(io.StringIO(text))) == [["Tag", "Papers"], ["'=1+1", "2"], ['a,"b"', "1"], ["'-", "3"]]


def test_an_empty_library_has_figures_too(tmp_path: Path) -> None:
    with open_quick(tmp_path / "library.db", create=True) as library:
        found = statistics(library, today=TODAY)
        assert (found.papers_read, found.weeks, found.backlog, found.streak.longest) == (0, (), (), 0)
        assert sum(count for _day, count in found.days) == 0
        assert all(as_csv(table).startswith(table.heads[0]) for table in tables(found))
