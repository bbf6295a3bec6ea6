"""The statistics of a library, as values, JSON, tables and CSV; leaves counting to `core.stats`."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import asdict, dataclass
from typing import Any

from readinglist.core import dates
from readinglist.core.stats import Stats, compute
from readinglist.i18n import _
from readinglist.library.library import Library


@dataclass(frozen=True, slots=True)
class Table:
    """A figure as a table: what a chart shows, for reading aloud, copying and export. `name` is its stable id."""

    name: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


def statistics(library: Library, year: int | None = None, today: dt.date | None = None) -> Stats:
    """Return the figures of a library; the heat-map's days are those of `year` (default: a year up to today)."""
    papers, passes = library.statistics_facts.read()
    return compute(papers, passes, today or dates.today(), year)


def as_json(stats: Stats) -> dict[str, Any]:
    """Return all figures for scripts: totals by name, periods and names as objects."""
    values = asdict(stats)
    for name in ("weeks", "months", "years", "days", "subjects", "tags", "pages_by_month"):
        values[name] = dict(values[name])
    values["backlog"] = [asdict(row) for row in stats.backlog]
    return values


def tables(stats: Stats) -> list[Table]:
    """Return every figure as a table."""
    return [
        Table("totals", _("At a glance"), (_("Figure"), _("Value")), tuple(totals(stats))),
        Table("weeks", _("Read per week"), (_("Week"), _("Read")), stats.weeks),
        Table("months", _("Read per month"), (_("Month"), _("Read")), stats.months),
        Table("years", _("Read per year"), (_("Year"), _("Read")), stats.years),
        Table("backlog", _("Backlog"), (_("Month"), _("Added"), _("Done"), _("Waiting")),
              tuple((row.month, row.added, row.done, row.waiting) for row in stats.backlog)),
        Table("pages", _("Pages per month"), (_("Month"), _("Pages")), stats.pages_by_month),
        Table("subjects", _("Read by subject"), (_("Subject"), _("Papers")), stats.subjects),
        Table("tags", _("Read by tag"), (_("Tag"), _("Papers")), stats.tags),
        Table("days", _("Read by day"), (_("Day"), _("Read")), stats.days),
    ]  # fmt: skip


def totals(stats: Stats) -> list[tuple[str, str | int]]:
    """Return the single figures with their names."""
    rows: list[tuple[str, str | int]] = [
        (_("Papers read"), stats.papers_read),
        (_("Readings finished"), stats.readings),
        (_("In progress"), stats.in_progress),
        (_("Waiting"), stats.waiting),
        (_("Pages read"), stats.pages),
        (_("Minutes logged"), stats.minutes),
        (_("Weeks in a row"), stats.streak.present),
        (_("Most weeks in a row"), stats.streak.longest),
    ]
    times = (
        (_("Days from added to begun (median)"), stats.days_to_start),
        (_("Days from begun to finished (median)"), stats.days_to_read),
        (_("Days that what waits has waited (median)"), stats.days_waited),
    )
    return rows + [(name, f"{value:g}") for name, value in times if value is not None]


def as_csv(table: Table) -> str:
    """Return a table as CSV (RFC 4180). A name that a spreadsheet would run as a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(table.heads)
    writer.writerows([_harmless(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _harmless(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell else cell
