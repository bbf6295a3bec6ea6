"""The command `cite`: formatted references on standard output."""

from __future__ import annotations

import click

from readinglist.cli.open_library import opened
from readinglist.cli.output import put
from readinglist.flows.citations import formatted
from readinglist.flows.finding import find
from readinglist.i18n import _


@click.command(help=_("Write the references of the papers that match QUERY, or of all, in a citation style."))
@click.argument("query", nargs=-1)
@click.option(
    "--style",
    default="apa",
    metavar="NAME",
    help=_("apa (the default), chicago, harvard, ieee, mla, nature, or a .csl file. Made by pandoc."),
)
@click.option(
    "--format",
    "form",
    default="text",
    metavar="NAME",
    help=_("text (the default), html, markdown; or keys to cite: pandoc for [@key], latex for \\cite{key}."),
)
@click.option("--sort", default="id", metavar="FIELDS", help=_("Order of numbered styles, such as -date,title."))
@click.pass_context
def cite(context: click.Context, query: tuple[str, ...], style: str, form: str, sort: str) -> None:
    library = opened(context)
    papers = list(library.papers.many(find(library, " ".join(query), sort)))
    if form in ("pandoc", "latex"):
        put(formatted.cited(papers, "latex" if form == "latex" else "markdown"))
        return
    put(formatted.references(papers, style, form).rstrip("\n"))
