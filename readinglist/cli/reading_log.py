"""The commands `reading` and `log`: the passes through a paper, and all that ended."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import click

from readinglist.cli.open_library import opened
from readinglist.cli.options import json_option, minding_limit, on_papers, papers_argument
from readinglist.cli.output import put, put_fields, put_json_list, say
from readinglist.core.status import DEPTHS
from readinglist.flows import readings
from readinglist.flows.finding import named
from readinglist.i18n import _, plural

_depth = click.option("--depth", type=click.Choice(DEPTHS), help=_("How deep you read."))
_date = _("A date: 2016, 2016-03 or 2016-03-09.")


def _set(count: int) -> str:
    return plural("{n} paper set.", "{n} papers set.", count)


@click.group(help=_("Note how you read papers: start, pause, finish, again, minutes; list and correct the readings."))
def reading() -> None:
    pass


on_papers(reading, "start", readings.start, _("Begin to read papers."), _set)
on_papers(reading, "pause", readings.pause, _("Put papers down for now."), _set)
on_papers(reading, "resume", readings.resume, _("Take papers up again."), _set)
on_papers(reading, "stop", readings.stop, _("Stop reading papers for good: they become Dropped."), _set)
on_papers(reading, "again", readings.again, _("Read papers once more: a new pass begins."), _set)


@reading.command(help=_("Finish papers, on a date and as deep as you say."))
@papers_argument
@_depth
@click.option("--date", metavar="DATE", help=_date)
@click.option("--rating", type=click.IntRange(0, 5), metavar="N", help=_("0 to 5 stars."))
@click.pass_context
def finish(
    context: click.Context, papers: tuple[str, ...], depth: str | None, date: str | None, rating: int | None
) -> None:
    library = opened(context)
    ids = named(library, papers)
    readings.finish(library, ids, depth=depth, date=date, rating=rating)
    put(plural("{n} paper finished.", "{n} papers finished.", len(ids)))


@reading.command(help=_("Mark papers as read before you used this program, on a date if you know it."))
@papers_argument
@click.option("--date", metavar="DATE", help=_date)
@_depth
@click.pass_context
def before(context: click.Context, papers: tuple[str, ...], date: str | None, depth: str | None) -> None:
    library = opened(context)
    ids = named(library, papers)
    readings.read_before(library, ids, date, depth)
    put(_set(len(ids)))


@reading.command(help=_("Note minutes of reading a paper, and how far you got."))
@click.argument("paper", metavar="ID")
@click.option("--minutes", type=click.IntRange(min=0), metavar="N", help=_("Minutes you read."))
@click.option("--page", type=click.IntRange(min=0), metavar="N", help=_("The page you are on."))
@click.option("--pages", type=click.IntRange(min=0), metavar="N", help=_("How many pages further you are."))
@click.pass_context
def log(context: click.Context, paper: str, minutes: int | None, page: int | None, pages: int | None) -> None:
    library = opened(context)
    with minding_limit(library):
        readings.log_time(library, library.papers.find(paper), minutes=minutes, page=page, pages=pages)
    put(_("Noted."))


@reading.command("list", help=_("List the readings of a paper, oldest first."))
@click.argument("paper", metavar="ID")
@json_option
@click.pass_context
def list_(context: click.Context, paper: str, json_: bool) -> None:
    library = opened(context)
    rows = [asdict(one) for one in library.readings.of(library.papers.find(paper))]
    if json_:
        put_json_list(rows)
    else:
        names = ("uid", "started", "finished", "ended", "depth", "from_page", "to_page", "minutes")
        put_fields([("" if row[name] is None else str(row[name])) for name in names] for row in rows)


@reading.command(help=_("Correct one reading, named by its uid ('reading list' shows it)."))
@click.argument("uid")
@click.option("--started", metavar="DATE", help=_date)
@click.option("--finished", metavar="DATE", help=_date)
@_depth
@click.option("--minutes", type=click.IntRange(min=0), metavar="N", help=_("Minutes it took."))
@click.pass_context
def edit(context: click.Context, /, uid: str, **values: Any) -> None:
    given = {name: value for name, value in values.items() if value is not None}
    readings.edit(opened(context), uid, given)
    put(_("Corrected."))


@reading.command(help=_("Delete one reading, named by its uid."))
@click.argument("uid")
@click.pass_context
def remove(context: click.Context, uid: str) -> None:
    readings.remove(opened(context), uid)
    put(_("Removed."))


@click.command("log", help=_("Show what you have read, by the day you finished it, newest first."))
@click.option("--since", default="", metavar="DATE", help=_("From this date on: 2026, 2026-03 or 2026-03-09."))
@click.option("--until", default="", metavar="DATE", help=_("Up to and with this date."))
@click.option("--stopped", is_flag=True, help=_("What you stopped reading, too."))
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help=_("At most so many."))
@click.option("--markdown", is_flag=True, help=_("As Markdown, a heading a month."))
@json_option
@click.pass_context
def reading_log(
    context: click.Context, since: str, until: str, stopped: bool, limit: int | None, markdown: bool, json_: bool
) -> None:
    entries = readings.reading_log(opened(context), since, until, stopped=stopped)[:limit]
    if json_:
        put_json_list(map(readings.as_json, entries))
    elif markdown:
        put(*readings.markdown(entries))
    else:
        put_fields((one.finished or "", str(one.paper), readings.in_words(one), one.title) for one in entries)
        if not entries:
            say(_("Nothing was finished in that time.") if since or until else _("Nothing was finished yet."))
