"""The commands that only look: `list` and `show`."""

from __future__ import annotations

import click

from readinglist.cli.open_library import opened
from readinglist.cli.options import json_option
from readinglist.cli.output import put_json, put_json_list, say
from readinglist.cli.printing.lists import put_papers
from readinglist.flows.finding import find
from readinglist.flows.soundness import warning
from readinglist.i18n import _
from readinglist.library.library import Library


@click.command("list", help=_("List papers that match QUERY, newest first; the Trash is left out."))
@click.argument("query", nargs=-1)
@click.option("--sort", default="", metavar="FIELDS", help=_("Order, such as -date,title. A hyphen means downwards."))
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help=_("At most so many."))
@json_option
@click.pass_context
def list_(context: click.Context, query: tuple[str, ...], sort: str, limit: int | None, json_: bool) -> None:
    library = opened(context)
    ids = find(library, " ".join(query), sort, limit)
    if not ids and query:
        _say_nearest(library, " ".join(query))
    if json_:
        from readinglist.core.contract import as_json

        put_json_list(as_json(paper) for paper in library.papers.many(ids))
    else:
        put_papers(library, ids)
        if not ids:
            say(_("No papers match."))


def _say_nearest(library: Library, query: str) -> None:
    """Say what may have been meant by a search that finds nothing."""
    found = library.spelling.mended(query)
    if found:
        words = ", ".join(_("{word} → {near}").format(word=word, near=near) for word, near in found.words)
        say(_("Did you mean: {query} ({words})").format(query=found.query, words=words))


@click.command(help=_("Show one paper. ID is a number, uid, citation key, DOI or arXiv id."))
@click.argument("paper", metavar="ID")
@json_option
@click.pass_context
def show(context: click.Context, paper: str, json_: bool) -> None:
    from readinglist.cli.printing.one_paper import put_paper  # a list needs neither
    from readinglist.core.contract import as_json

    library = opened(context)
    found = library.papers.get(library.papers.find(paper))
    if json_:
        put_json(as_json(found))
    else:
        put_paper(library, found)
    if said := warning(library, [found.id]):
        say(said)
