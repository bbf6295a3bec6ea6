"""The command `links`: what a paper links to and cites, and what links to it."""

from __future__ import annotations

import click

from readinglist.cli.open_library import opened
from readinglist.cli.options import json_option
from readinglist.cli.output import put, put_fields, put_json
from readinglist.flows import linking
from readinglist.i18n import _, plural


@click.command(help=_("Show what a paper links to, and what links to it; or add what it cites."))
@click.argument("paper", metavar="ID")
@click.option("--cites", multiple=True, metavar="REF", help=_("Note that it cites a DOI, arXiv id, key or title."))
@click.option("--related", multiple=True, metavar="REF", help=_("Note that it is related to one."))
@click.option("--remove", multiple=True, metavar="REF", help=_("Take such a citation or relation off again."))
@json_option
@click.pass_context
def links(context: click.Context, /, paper: str, json_: bool, **references: tuple[str, ...]) -> None:
    library = opened(context)
    number = library.papers.find(paper)
    if any(references.values()):
        changed = linking.change(library, number, **references)
        put(plural("{n} link added or removed.", "{n} links added or removed.", changed))
        return
    out, back = linking.around(library, number)
    if json_:
        put_json({"links": _as_json(out), "backlinks": _as_json(back)})
    else:
        put_fields([*(("->", str(n), title) for n, title in out), *(("<-", str(n), title) for n, title in back)])


def _as_json(papers: list[tuple[int, str]]) -> list[dict[str, object]]:
    return [{"id": number, "title": title} for number, title in papers]
