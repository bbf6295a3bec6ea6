"""The command `stats`: the figures of one's reading as a page, JSON or CSV."""

from __future__ import annotations

import click

from readinglist.cli.open_library import opened
from readinglist.cli.options import json_option
from readinglist.cli.output import put, put_json
from readinglist.flows.stats import Table, as_csv, as_json, statistics, tables
from readinglist.i18n import _

NAMES = ("totals", "weeks", "months", "years", "backlog", "pages", "subjects", "tags", "days")
_SHOWN = ("totals", "weeks", "months", "years", "subjects", "tags")
_ROWS = 8


@click.command(help=_("Count what you have read: per week, month and year, by tag and subject, backlog, streak."))
@click.option("--year", type=click.IntRange(1, 9999), metavar="YEAR", help=_("The year whose days are counted."))
@click.option("--csv", "name", type=click.Choice(NAMES), help=_("One figure as CSV."))
@json_option
@click.pass_context
def stats(context: click.Context, year: int | None, name: str | None, json_: bool) -> None:
    found = statistics(opened(context), year)
    if json_:
        put_json(as_json(found))
        return
    by_name = {table.name: table for table in tables(found)}
    if name is not None:
        put(as_csv(by_name[name]).rstrip("\r\n"))
        return
    for shown in _SHOWN:
        put(*_lines(by_name[shown]))


def _lines(table: Table) -> list[str]:
    """A figure as lines for a person: of periods the newest, with a bar."""
    if not table.rows:
        return []
    rows = table.rows if table.name == "totals" else table.rows[-_ROWS:]
    if table.name in ("subjects", "tags"):
        rows = table.rows[:_ROWS]
    room = max(len(str(row[0])) for row in rows)
    lines = ["", table.title] if table.name != "totals" else [table.title]
    for label, value, *_rest in rows:
        bar = f"  {'█' * min(40, int(value))}" if table.name != "totals" else ""
        lines.append(f"  {label!s:<{room}}  {value!s:>4}{bar}".rstrip())
    return lines
