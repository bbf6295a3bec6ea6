"""The commands that only look: `list`, `show`, `next`; leaves finding papers to the flows."""

from __future__ import annotations

import click

from readinglist.cli.opening import opened
from readinglist.cli.output import put, put_json, put_json_list, say
from readinglist.cli.papers import put_paper, put_papers
from readinglist.i18n import _

as_json_option = click.option("--json", "json_", is_flag=True, help=_("Write JSON (see the manual)."))


@click.command("list", help=_("List papers that match QUERY, newest first; the Trash is left out."))
@click.argument("query", nargs=-1)
@click.option("--sort", default="", metavar="FIELDS", help=_("Order, such as -date,title. A hyphen means downwards."))
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help=_("At most so many."))
@as_json_option
@click.pass_context
def list_(context: click.Context, query: tuple[str, ...], sort: str, limit: int | None, json_: bool) -> None:
    from readinglist.flows.finding import find

    library = opened(context)
    ids = find(library, " ".join(query), sort)[:limit]
    if json_:
        from readinglist.core.contract import as_json

        put_json_list(as_json(paper) for paper in library.papers.many(ids))
    else:
        put_papers(library, ids)
        if not ids:
            say(_("No papers match."))


@click.command(help=_("Show one paper. ID is a number, uid, citation key, DOI or arXiv id."))
@click.argument("paper", metavar="ID")
@as_json_option
@click.pass_context
def show(context: click.Context, paper: str, json_: bool) -> None:
    from readinglist.core.contract import as_json

    library = opened(context)
    found = library.papers.get(library.papers.find(paper))
    if json_:
        put_json(as_json(found))
    else:
        put_paper(library, found)


@click.command("next", help=_("Show what to read next: the first papers of Up next, with reasons."))
@click.option("-n", "count", type=click.IntRange(min=1), default=3, show_default=True, help=_("How many."))
@as_json_option
@click.pass_context
def next_(context: click.Context, count: int, json_: bool) -> None:
    from readinglist.core.contract import as_json
    from readinglist.flows.next_up import next_up

    found = next_up(opened(context), count)
    if json_:
        put_json_list(
            {"paper": as_json(n.paper), "from": n.source, "reasons": n.reasons, "score": n.score, "minutes": n.minutes}
            for n in found
        )
        return
    for number, item in enumerate(found, 1):
        put(f"{number}. {item.paper.title} [{item.paper.id}]", f"   {', '.join(item.reasons)}")
    if not found:
        say(_("Up next is empty. Queue a paper with 'readinglist queue add ID'."))
