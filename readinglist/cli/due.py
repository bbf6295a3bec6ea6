"""The command `due`: what is to be read by when, due dates of tags, the calendar file."""

from __future__ import annotations

from pathlib import Path

import click

from readinglist import atomic
from readinglist.cli.open_library import opened
from readinglist.cli.options import json_option
from readinglist.cli.output import put, put_fields, put_json_list, say
from readinglist.core.contract import as_json
from readinglist.flows.disk_errors import in_words
from readinglist.flows.next_up import planning
from readinglist.i18n import _


@click.group(invoke_without_command=True, help=_("Show what is due, soonest first, and what is at risk."))
@json_option
@click.pass_context
def due(context: click.Context, json_: bool) -> None:
    if context.invoked_subcommand is not None:
        return
    found = planning.due(opened(context))
    if json_:
        put_json_list({"paper": as_json(one.paper), "due": one.deadline.due.isoformat(),
                       "tag": one.deadline.tag or None, "at_risk": one.at_risk, "reason": one.words}
                      for one in found)  # fmt: skip
        return
    put_fields((str(one.paper.id), one.deadline.due.isoformat(), one.words, one.paper.title) for one in found)
    if not found:
        say(_("Nothing is due."))


@due.command(help=_("Give a tag a due date (2026-12-14, friday, +2w), such as for a journal club, or none."))
@click.argument("name", metavar="TAG")
@click.argument("day", metavar="DAY")
@click.pass_context
def tag(context: click.Context, name: str, day: str) -> None:
    named = planning.set_tag_due(opened(context), name, None if day.lower() == "none" else day)
    put(_("{tag}: {day}.").format(tag=named, day=day))


@due.command(help=_("Write the due dates as a calendar file (.ics)."))
@click.option("-o", "--output", metavar="FILE", help=_("The file, instead of standard output."))
@click.pass_context
def calendar(context: click.Context, output: str | None) -> None:
    text = planning.calendar_of(opened(context))
    if output is None:
        put(text.rstrip("\r\n"))
        return
    with in_words(output):
        atomic.write(Path(output), text)
