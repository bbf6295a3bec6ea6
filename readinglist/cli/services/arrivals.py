"""The command `arrivals`: what arrived from feeds, best first; subscribed to, asked, saved or skipped."""

from __future__ import annotations

import click

from readinglist.cli.open_library import opened
from readinglist.cli.options import json_option
from readinglist.cli.output import put, put_fields, put_json_list, say
from readinglist.core.errors import Exit
from readinglist.flows import network
from readinglist.flows.arrivals import deciding, ranked, subscribing
from readinglist.i18n import _, plural
from readinglist.settings import Settings

_numbers = click.argument("numbers", nargs=-1, required=True, type=int, metavar="N...")


@click.group(invoke_without_command=True, help=_("Show what arrived, best first; it is no paper until you save it."))
@json_option
@click.pass_context
def arrivals(context: click.Context, json_: bool) -> None:
    if context.invoked_subcommand is not None:
        return
    library = opened(context)
    found = ranked.ranked(library)
    if json_:
        put_json_list(one.as_json() for one in found)
        return
    for one in found:
        lines = (one.draft.title, " · ".join(filter(None, (ranked.who(one), ranked.where(one)))), *one.reasons)
        put(f"{one.id}\t" + "\n\t".join(lines))
    if not library.arrivals.feeds():
        say(_("You are subscribed to nothing. Try 'readinglist arrivals subscribe cs.LG'."))
    elif not found:
        say(_("Nothing waits. 'readinglist arrivals refresh' asks for more."))


@arrivals.command(help=_("Subscribe to a category of arXiv, a search, a saved search, or a feed's address."))
@click.argument("what", nargs=-1, required=True)
@click.pass_context
def subscribe(context: click.Context, what: tuple[str, ...]) -> None:
    name, new = subscribing.subscribe(opened(context, create=True), " ".join(what))
    put((_("Subscribed to {name}.") if new else _("You are subscribed to {name} already.")).format(name=name))


@arrivals.command(help=_("End a subscription; what arrived from it and is undecided goes."))
@click.argument("what", nargs=-1, required=True)
@click.pass_context
def unsubscribe(context: click.Context, what: tuple[str, ...]) -> None:
    library = opened(context)
    feed = subscribing.find(library, " ".join(what))
    library.arrivals.unsubscribe(feed)
    put(_("Unsubscribed from {name}.").format(name=feed.name))


@arrivals.command(help=_("List what you are subscribed to."))
@json_option
@click.pass_context
def feeds(context: click.Context, json_: bool) -> None:
    known = opened(context).arrivals.feeds()
    if json_:
        put_json_list({"name": one.name, "kind": one.kind, "source": one.source} for one in known)
    else:
        put_fields((one.name, one.kind, one.source) for one in known)


@arrivals.command(help=_("Ask every feed for what is new."))
@click.pass_context
def refresh(context: click.Context) -> int:
    lookup = network.lookup(Settings(), fresh=True)
    if lookup is None:
        raise network.forbidden()
    from readinglist.flows.arrivals import fetching  # with the services

    found = fetching.fetch(opened(context), lookup.client)
    put(plural("{n} paper arrived.", "{n} papers arrived.", found.count))
    for problem in found.problems:
        say(problem)
    return int(Exit.PARTLY if found.problems else Exit.DONE)


@arrivals.command(help=_("Make papers of arrivals, by their numbers."))
@_numbers
@click.option("--status", help=_("A status to begin with instead of Inbox."))
@click.pass_context
def save(context: click.Context, numbers: tuple[int, ...], status: str | None) -> None:
    report = deciding.save(opened(context), numbers, status)
    put_fields((str(one.paper or ""), one.title or "") for one in report.records)
    say(plural("{n} arrival saved.", "{n} arrivals saved.", len(report.records)))


@arrivals.command(help=_("Let arrivals go, by their numbers; they never return."))
@_numbers
@click.pass_context
def skip(context: click.Context, numbers: tuple[int, ...]) -> None:
    count = deciding.skip(opened(context), numbers)
    put(plural("{n} arrival skipped.", "{n} arrivals skipped.", count))
