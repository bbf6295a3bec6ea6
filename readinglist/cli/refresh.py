"""The command `refresh`: details that are still to come, and what services say differently now."""

from __future__ import annotations

import sys

import click

from readinglist.cli.open_library import opened
from readinglist.cli.options import json_option
from readinglist.cli.output import on_terminal, put, put_json, say
from readinglist.core.errors import Exit, Refused
from readinglist.flows import finding, network, refreshing
from readinglist.flows.refreshing import Refreshed
from readinglist.i18n import _, plural
from readinglist.settings import Settings


@click.command(help=_("Ask services about papers that match QUERY: differences first. Without QUERY: what is pending."))
@click.argument("query", nargs=-1)
@click.option("--dry-run", is_flag=True, help=_("Only show the differences."))
@click.option("--yes", is_flag=True, help=_("Take all of them over without asking."))
@json_option
@click.pass_context
def refresh(context: click.Context, query: tuple[str, ...], dry_run: bool, yes: bool, json_: bool) -> int:
    lookup = network.lookup(Settings())
    if lookup is None:
        raise Refused(_("Services are not asked: the settings or READINGLIST_OFFLINE forbid it."))
    library = opened(context)
    papers = finding.find(library, " ".join(query) or refreshing.WAITING)
    seen = list(refreshing.look(library, papers, lookup))
    if not json_:
        _show(seen)
    waiting = [one for one in seen if one.pending and one.details is not None]
    wanted = [] if dry_run else [one if yes else refreshing.filling(one) for one in waiting]
    others = [one for one in seen if one.differences and not one.pending]
    if others and not dry_run and _agreed(len(others), yes, asking=not json_):
        wanted += others
    elif not dry_run and not yes and any(one != refreshing.filling(one) for one in waiting):
        say(_("Nothing else is changed without --yes."))
    count = refreshing.take(library, wanted)
    if json_:
        taken = {one.paper.id for one in wanted}
        put_json([{**_as_json(one), "taken": one.paper.id in taken} for one in seen])
    say(plural("{n} paper refreshed.", "{n} papers refreshed.", count))
    return int(Exit.PARTLY if any(one.problem for one in seen) else Exit.DONE)


def _show(seen: list[Refreshed]) -> None:
    for one in seen:
        if one.problem:
            say(f"{one.paper.id}\t{one.paper.title}: {one.problem}")
        elif one.differences:
            put(_("{id}\t{title} (by {service})").format(id=one.paper.id, title=one.paper.title, service=one.service))
            for difference in one.differences:
                ours, theirs = difference.as_text()
                put(f"\t{difference.field}: {ours} -> {theirs}")


def _agreed(count: int, yes: bool, *, asking: bool) -> bool:
    """Whether these differences are to be taken over: said so, or asked on a terminal."""
    if yes:
        return True
    if asking and on_terminal() and sys.stdin.isatty():
        question = plural("Take over the differences of {n} paper?", "Take over the differences of {n} papers?", count)
        return click.confirm(question, err=True)
    say(_("Nothing else is changed without --yes."))
    return False


def _as_json(one: Refreshed) -> dict[str, object]:
    return {
        "paper": one.paper.id,
        "title": one.paper.title,
        "service": one.service or None,
        "differences": [difference.as_json() for difference in one.differences],
        "problem": one.problem or None,
    }
