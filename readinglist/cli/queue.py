"""The command `queue`: Up next as a list, and its order; leaves the order itself to the library."""

from __future__ import annotations

import click

from readinglist.cli.opening import opened
from readinglist.cli.output import put, put_json_list, say
from readinglist.cli.papers import put_papers
from readinglist.core.contract import as_json
from readinglist.i18n import _, plural


@click.group(invoke_without_command=True, help=_("Show Up next in its order, or change it."))
@click.option("--json", "json_", is_flag=True, help=_("Write JSON (see the manual)."))
@click.pass_context
def queue(context: click.Context, json_: bool) -> None:
    if context.invoked_subcommand is not None:
        return
    library = opened(context)
    ids = library.queue.ids()
    if json_:
        put_json_list(as_json(paper) for paper in library.papers.many(ids))
    else:
        put_papers(library, ids)
        if not ids:
            say(_("Up next is empty. Queue a paper with 'readinglist queue add ID'."))


@queue.command(help=_("Put papers at the end of Up next."))
@click.argument("papers", metavar="ID...", nargs=-1, required=True)
@click.pass_context
def add(context: click.Context, papers: tuple[str, ...]) -> None:
    library = opened(context)
    count = library.queue.add([library.papers.find(paper) for paper in papers])
    put(plural("{n} paper queued.", "{n} papers queued.", count))


@queue.command(help=_("Take papers out of Up next; they stay in the library."))
@click.argument("papers", metavar="ID...", nargs=-1, required=True)
@click.pass_context
def remove(context: click.Context, papers: tuple[str, ...]) -> None:
    library = opened(context)
    count = library.queue.remove([library.papers.find(paper) for paper in papers])
    put(plural("{n} paper taken out of Up next.", "{n} papers taken out of Up next.", count))


@queue.command(help=_("Move papers so that the first of them is number N; those not queued are put there."))
@click.argument("papers", metavar="ID...", nargs=-1, required=True)
@click.option("--to", type=click.IntRange(min=1), required=True, metavar="N", help=_("The place, from 1."))
@click.pass_context
def move(context: click.Context, papers: tuple[str, ...], to: int) -> None:
    library = opened(context)
    ids = [library.papers.find(paper) for paper in papers]
    library.queue.move(ids, to)
    put(_("{title} is number {n} in Up next.").format(
        title=library.papers.get(ids[0]).title, n=library.queue.position(ids[0])))  # fmt: skip
