"""The commands about what cites what: `references` looks lists up, `path` says what to read before a paper."""

from __future__ import annotations

import click

from readinglist.cli.open_library import opened
from readinglist.cli.options import json_option
from readinglist.cli.output import put, put_fields, put_json, put_json_list, say
from readinglist.cli.printing.lists import put_papers
from readinglist.core.contract import as_json
from readinglist.core.errors import Exit, Refused
from readinglist.flows import finding
from readinglist.flows.citations import looking_up, path
from readinglist.flows.citations.looking_up import Looked
from readinglist.i18n import _, plural
from readinglist.settings import Settings


@click.command(help=_("Ask services what papers that match QUERY cite, and keep it. Without QUERY: all papers."))
@click.argument("query", nargs=-1)
@json_option
@click.pass_context
def references(context: click.Context, query: tuple[str, ...], json_: bool) -> int:
    asker = looking_up.asker(Settings())
    if asker is None:
        raise Refused(_("Services are not asked: the settings or READINGLIST_OFFLINE forbid it."))
    library = opened(context)
    found = list(looking_up.look(library, finding.find(library, " ".join(query)), asker))
    looking_up.keep(library, found)
    if json_:
        put_json_list(map(_as_json, found))
    else:
        put_fields((str(one.paper.id), str(len(one.references)), one.problem or one.paper.title) for one in found)
    listed = sum(bool(one.references) for one in found)
    say(plural("Reference lists of {n} paper kept.", "Reference lists of {n} papers kept.", listed))
    return int(Exit.DONE if listed == len(found) else Exit.PARTLY)


def _as_json(one: Looked) -> dict[str, object]:
    listed = [line._asdict() for line in one.references]
    return {"paper": one.paper.id, "title": one.paper.title, "references": listed, "problem": one.problem or None}


@click.command("path", help=_("Show what to read before a paper: what it cites among your papers, in order."))
@click.argument("paper", metavar="ID")
@click.option("--queue", "queued", is_flag=True, help=_("Put them into Up next in this order."))
@json_option
@click.pass_context
def path_(context: click.Context, paper: str, queued: bool, json_: bool) -> None:
    library = opened(context)
    found = path.path_to(library, library.papers.find(paper))
    if json_:
        broken = [{"paper": one, "cites": to} for one, to in found.broken]
        put_json({"path": [as_json(one) for one in library.papers.many(found.papers)], "broken": broken})
    else:
        put_papers(library, found.papers)
        titles = library.links.names([one for edge in found.broken for one in edge])
        for one, to in found.broken:
            say(_("In a circle: {paper} cites {cited} and comes first.").format(
                paper=titles[one][0], cited=titles[to][0]))  # fmt: skip
    if queued:
        count = path.queue(library, found.papers)
        if not json_:
            put(plural("{n} paper queued.", "{n} papers queued.", count))
