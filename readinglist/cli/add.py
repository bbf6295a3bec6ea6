"""The command `add`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from readinglist import paths
from readinglist.cli.open_library import opened
from readinglist.cli.options import minding_limit
from readinglist.cli.output import printable, put, put_json, say
from readinglist.core.errors import Exit, Problem, WrongUsage
from readinglist.flows import adding, importing, mixture, network, typed
from readinglist.flows.importing.report import REJECTED, Report
from readinglist.flows.typed import Typed
from readinglist.i18n import _
from readinglist.settings import Settings

if TYPE_CHECKING:  # the services are loaded only where one is asked
    from readinglist.flows.lookup import Lookup


@click.command(help=_("Add papers: ids, addresses, references in any format, mixed as they come, or “a title”."))
@click.argument("what", nargs=-1)
@click.option("--title", "titles", multiple=True, metavar="TEXT", help=_("A title, whatever it looks like."))
@click.option("--status", metavar="STATUS", help=_("The status to begin with, instead of the usual one."))
@click.option("--tag", "tags", multiple=True, metavar="TAG", help=_("A tag for them; may be given several times."))
@click.option("--why", metavar="TEXT", help=_("From whom, for what: one line."))
@click.option("--offline", is_flag=True, help=_("Look nothing up on the network."))
@click.option("--json", "json_", is_flag=True, help=_("Write the report as JSON (see the manual)."))
@click.pass_context
def add(
    context: click.Context, what: tuple[str, ...], titles: tuple[str, ...], status: str | None, tags: tuple[str, ...],
    why: str | None, offline: bool, json_: bool,
) -> int:  # fmt: skip
    lines = [*mixture.given([_text(word) for word in what]), *(typed.titled(title) for title in titles)]
    if not lines:
        raise typed.nothing()
    for line in lines:
        if isinstance(line, Typed):
            typed.say(line, tags, why=why)
    lookup = network.lookup(Settings(), offline=offline)
    report = _added(context, lines, status, lookup)
    if json_:
        put_json(report.as_json())
    else:
        kept = [record for record in report.records if record.result != REJECTED]
        put(*(f"{record.paper}\t{record.title}" for record in kept))
        say(*(f"{record.title}: {record.reason}" for record in kept if record.reason))
        lost = [record for record in report.records if record.result == REJECTED]
        say(*(f"{record.place}: {printable((record.raw or '').strip()[:60])}: {record.reason}" for record in lost))
    return Exit.PARTLY if report.count(REJECTED) else Exit.DONE


def _added(context: click.Context, lines: list[Typed | Problem], status: str | None, lookup: Lookup | None) -> Report:
    """Add what there is to add; no library is made for nothing."""
    if any(isinstance(line, Typed) for line in lines) or paths.library_file(context.find_root().obj).exists():
        library = opened(context, create=True)
        with minding_limit(library):
            return adding.add(library, lines, status, lookup)
    return importing.dry_run(None, [line for line in lines if isinstance(line, Problem)], only_looking=False)


def _text(word: str) -> str:
    if not word.strip():
        raise typed.nothing()
    if os.path.isfile(word):  # noqa: PTH113  # a title may hold what no path can
        raise WrongUsage(
            _("{path} is a file.").format(path=word), do=_("Bring in what is listed in it with 'readinglist import'.")
        )
    return word
