"""The command `add`."""

from __future__ import annotations

import os

import click

from readinglist.cli.open_library import opened
from readinglist.cli.output import put, put_json, say
from readinglist.core.errors import WrongUsage
from readinglist.flows import adding, network
from readinglist.i18n import _
from readinglist.settings import Settings


@click.command(help=_("Add papers: an arXiv id, a DOI, a PubMed id, an ISBN, an address, or “a title”."))
@click.argument("what", nargs=-1, required=True)
@click.option("--status", metavar="STATUS", help=_("The status to begin with, instead of Inbox."))
@click.option("--tag", "tags", multiple=True, metavar="TAG", help=_("A tag for them; may be given several times."))
@click.option("--why", metavar="TEXT", help=_("From whom, for what: one line."))
@click.option("--offline", is_flag=True, help=_("Look nothing up on the network."))
@click.option("--json", "json_", is_flag=True, help=_("Write the report as JSON (see the manual)."))
@click.pass_context
def add(
    context: click.Context, what: tuple[str, ...], status: str | None, tags: tuple[str, ...], why: str | None,
    offline: bool, json_: bool,
) -> None:  # fmt: skip
    typed = [adding.read(_text(word), tags=tags, why=why) for word in what]
    lookup = network.lookup(Settings(), offline=offline)
    report = adding.add(opened(context, create=True), typed, status, lookup)
    if json_:
        put_json(report.as_json())
    else:
        put(*(f"{record.paper}\t{record.title}" for record in report.records))
        say(*(f"{record.title}: {record.reason}" for record in report.records if record.reason))


def _text(word: str) -> str:
    if os.path.isfile(word):  # noqa: PTH113  # a title may hold what no path can
        raise WrongUsage(
            _("{path} is a file.").format(path=word), do=_("Bring in what is listed in it with 'readinglist import'.")
        )
    return word
