"""The command `queue`: Up next or another queue as a list, and its order."""

from __future__ import annotations

import click

from readinglist.cli.open_library import opened
from readinglist.cli.options import json_option, papers_argument
from readinglist.cli.output import put, put_fields, put_json_list, say
from readinglist.cli.printing.lists import put_papers
from readinglist.core.contract import as_json
from readinglist.flows.finding import named
from readinglist.i18n import _, plural

_name = click.option("--name", default="Up next", metavar="QUEUE", help=_("Another queue than Up next."))


@click.group(invoke_without_command=True, help=_("Show Up next (or another queue) in its order, or change it."))
@_name
@json_option
@click.pass_context
def queue(context: click.Context, name: str, json_: bool) -> None:
    if context.invoked_subcommand is not None:
        return
    library = opened(context)
    found = library.queues.find(name)
    ids = library.queue.ids(found.id)
    if json_:
        put_json_list(as_json(paper) for paper in library.papers.many(ids))
    else:
        put_papers(library, ids)
        if not ids:
            say(_("{queue} is empty. Queue a paper with 'readinglist queue add ID'.").format(queue=found.name))


@queue.command(help=_("Put papers at the end."))
@papers_argument
@_name
@click.pass_context
def add(context: click.Context, papers: tuple[str, ...], name: str) -> None:
    library = opened(context)
    count = library.queue.add(named(library, papers), library.queues.find(name).id)
    put(plural("{n} paper queued.", "{n} papers queued.", count))


@queue.command(help=_("Take papers out; they stay in the library."))
@papers_argument
@_name
@click.pass_context
def remove(context: click.Context, papers: tuple[str, ...], name: str) -> None:
    library = opened(context)
    found = library.queues.find(name)
    count = library.queue.remove(named(library, papers), found.id)
    said = plural("{n} paper taken out of {queue}.", "{n} papers taken out of {queue}.", count)
    put(said.replace("{queue}", found.name))


@queue.command(help=_("Move papers so that the first of them is number N; those not queued are put there."))
@papers_argument
@click.option("--to", type=click.IntRange(min=1), required=True, metavar="N", help=_("The place, from 1."))
@_name
@click.pass_context
def move(context: click.Context, papers: tuple[str, ...], to: int, name: str) -> None:
    library = opened(context)
    found = library.queues.find(name)
    ids = named(library, papers)
    library.queue.move(ids, to, found.id)
    title, place = library.papers.get(ids[0]).title, library.queue.position(ids[0], found.id)
    put(_("{title} is number {n} in {queue}.").format(title=title, n=place, queue=found.name))


@queue.command(help=_("List the queues and how many papers are in each."))
@json_option
@click.pass_context
def names(context: click.Context, json_: bool) -> None:
    known = opened(context).queues.all()
    if json_:
        put_json_list({"name": one.name, "count": one.count} for one in known)
        return
    put_fields((one.name, str(one.count)) for one in known)


@queue.command(help=_("Make a queue beside Up next."))
@click.argument("name", metavar="QUEUE")
@click.pass_context
def new(context: click.Context, name: str) -> None:
    opened(context).queues.add(name)
    put(_("Made."))


@queue.command(help=_("Give a queue another name."))
@click.argument("name", metavar="QUEUE")
@click.argument("label", metavar="NAME")
@click.pass_context
def rename(context: click.Context, name: str, label: str) -> None:
    library = opened(context)
    library.queues.rename(library.queues.find(name).id, label)
    put(_("Renamed."))


@queue.command(help=_("Delete a queue; its papers stay in the library."))
@click.argument("name", metavar="QUEUE")
@click.pass_context
def delete(context: click.Context, name: str) -> None:
    library = opened(context)
    library.queues.delete(library.queues.find(name).id)
    put(_("Deleted."))
