"""The commands `duplicates` and `merge`."""

from __future__ import annotations

from collections.abc import Iterator

import click

from readinglist.cli.open_library import opened
from readinglist.cli.options import json_option
from readinglist.cli.output import put, put_json, say
from readinglist.core.contract import as_json
from readinglist.core.errors import WrongUsage
from readinglist.core.identity.pairs import Group
from readinglist.core.paper import author_line
from readinglist.flows import finding_duplicates, merging
from readinglist.flows.finding import named
from readinglist.flows.merging import Preview
from readinglist.i18n import _, plural
from readinglist.library.library import Library


@click.command(help=_("List papers that may be in the library twice, each with how sure that is and why."))
@click.option("--least", default=0.8, type=click.FloatRange(0.8, 1.0), metavar="0.8..1", help=_("How sure at least."))
@click.option("--apart", multiple=True, metavar="ID,ID", help=_("Remember that these papers are not the same one."))
@json_option
@click.pass_context
def duplicates(context: click.Context, least: float, apart: tuple[str, ...], json_: bool) -> None:
    library = opened(context)
    for words in apart:
        finding_duplicates.tell_apart(library, named(library, words.split(",")))
    groups = finding_duplicates.find(library, least=least)
    if json_:
        put_json([finding_duplicates.in_json(library, group) for group in groups])
        return
    for group in groups:
        put(*_lines(library, group))
    found = plural("{n} group of possible duplicates.", "{n} groups of possible duplicates.", len(groups))
    say(found if groups else _("No duplicates found."))


def _lines(library: Library, group: Group) -> Iterator[str]:
    yield f"{group.score:.0%}  {'; '.join(group.reasons)}"
    for paper in library.papers.many(group.papers):
        who = author_line(paper.authors, paper.authors_complete, 3)
        yield f"  {paper.id}\t{paper.title}\t{who}\t{paper.date or ''}\t{paper.venue or ''}".rstrip()


@click.command(help=_("Merge papers into one, as one step that undo takes back; nothing of any of them is lost."))
@click.argument("papers", metavar="ID ID...", nargs=-1, required=True)
@click.option("--keep", metavar="ID", help=_("Which of them stays; else the published and fullest one."))
@click.option("--take", multiple=True, metavar="FIELD=ID", help=_("Whose value of a field stays, where they differ."))
@click.option("--dry-run", is_flag=True, help=_("Only show them side by side."))
@click.option("--json", "json_", is_flag=True, help=_("Write the paper that stays as JSON."))
@click.pass_context
def merge(
    context: click.Context, papers: tuple[str, ...], keep: str | None, take: tuple[str, ...], dry_run: bool, json_: bool
) -> None:
    library = opened(context)
    numbers = named(library, papers)
    kept = library.papers.find(keep) if keep else None
    choices = {field: library.papers.find(number) for field, number in map(_choice, take)}
    if dry_run:
        _show(merging.preview(library, numbers, kept, choices))
        return
    stays = library.papers.get(merging.merge(library, numbers, kept, choices))
    if json_:
        put_json(as_json(stays, complete=True))
    else:
        put(plural("{n} paper merged", "{n} papers merged", len(numbers)) + f": {stays.id}\t{stays.title}")


def _choice(words: str) -> tuple[str, str]:
    field, equals, number = words.partition("=")
    if not equals:
        raise WrongUsage(_("{words} names no field and paper.").format(words=words), do=_("Write --take title=12."))
    return field.strip(), number.strip()


def _show(plan: Preview) -> None:
    names = [f"{paper.id}" + ("*" if paper.id == plan.keep else "") for paper in plan.papers]
    put("\t".join(["", *names]))
    for row in plan.rows:
        if any(row.shown):
            cells = [f"[{text}]" if at == row.chosen and row.differs else text for at, text in enumerate(row.shown)]
            put("\t".join([row.field, *cells]))
