"""The command `links`: what a paper links to and cites, and what links to it; leaves finding both to the library."""

from __future__ import annotations

import click

from readinglist.cli.open_library import opened
from readinglist.cli.output import put, put_fields, put_json
from readinglist.i18n import _, plural


@click.command(help=_("Show what a paper links to, and what links to it; or add what it cites."))
@click.argument("paper", metavar="ID")
@click.option("--cites", multiple=True, metavar="REF", help=_("Note that it cites a DOI, arXiv id, key or title."))
@click.option("--related", multiple=True, metavar="REF", help=_("Note that it is related to one."))
@click.option("--remove", multiple=True, metavar="REF", help=_("Take such a citation or relation off again."))
@click.option("--json", "json_", is_flag=True, help=_("Write JSON (see the manual)."))
@click.pass_context
def links(
    context: click.Context, paper: str, cites: tuple[str, ...], related: tuple[str, ...], remove: tuple[str, ...],
    json_: bool,
) -> None:  # fmt: skip
    library = opened(context)
    known, number = library.links, library.papers.find(paper)
    if cites or related or remove:
        with library.step("link", 1):
            added = known.add(number, cites) + known.add(number, related, "related")
            gone = sum(known.remove(number, reference) for reference in remove)
        put(plural("{n} link added or removed.", "{n} links added or removed.", added + gone))
        return
    out, back = known.outgoing(number), known.backlinks(number)
    names = known.names([*out, *back])
    if json_:
        put_json({"links": [{"id": n, "title": names[n][0]} for n in out],
                  "backlinks": [{"id": n, "title": names[n][0]} for n in back]})  # fmt: skip
    else:
        put_fields([*(("->", str(n), names[n][0]) for n in out), *(("<-", str(n), names[n][0]) for n in back)])
