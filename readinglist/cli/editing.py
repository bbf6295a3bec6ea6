"""The commands that change papers: `set` and `note`."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import Any

import click

from readinglist.cli.open_library import opened
from readinglist.cli.options import json_option, minding_limit
from readinglist.cli.output import put, put_json, say
from readinglist.core.field import in_order
from readinglist.core.fields import FIELDS
from readinglist.flows import note_edits
from readinglist.flows.editing import edit
from readinglist.flows.finding import named
from readinglist.i18n import _, plural

_FIELDS = in_order(
    FIELDS,
    "status", "priority", "rating", "due", "snoozed_until", "page", "pages", "title", "authors", "date", "venue",
    "subject", "type", "doi", "arxiv", "url", "key", "abstract",
)  # fmt: skip


def _with_fields(command: click.Command) -> click.Command:
    for field in _FIELDS:
        if field.option:
            command.params.append(click.Option([field.option, field.name], metavar="TEXT", help=_(field.help)))
    return command


@_with_fields
@click.command("set", help=_("Set fields of papers, as one step that undo takes back. “none” empties a field."))
@click.argument("papers", metavar="[ID]...", nargs=-1)
@click.option("--query", metavar="QUERY", help=_("All papers that match, instead of or beside those named."))
@click.option("--tag", "tags", multiple=True, metavar="+X,-Y", help=_("Tags to add and to remove."))
@click.pass_context
def set_(
    context: click.Context, /, papers: tuple[str, ...], query: str | None, tags: tuple[str, ...], **words: Any
) -> None:
    library = opened(context, makes_keys=words.get("key") is not None)
    ids = named(library, papers, query)
    given = {name: text for name, text in words.items() if text is not None}
    if tags:
        given["tags"] = ",".join(tags)
    if ids:
        with minding_limit(library) if "status" in given else nullcontext():
            edit(library, ids, given)
    put(plural("{n} paper set.", "{n} papers set.", len(ids)) if ids else _("No papers match; nothing was changed."))


@click.command(help=_("Print a paper's note, add to it, or open it in your editor ($VISUAL or $EDITOR)."))
@click.argument("paper", metavar="ID")
@click.argument("deed", type=click.Choice(["print"]), required=False)
@click.option("--append", "text", metavar="TEXT", help=_("Put TEXT behind the note, as a paragraph; - reads it."))
@click.option("--edit", "edit_", is_flag=True, help=_("Open the note in your editor."))
@json_option
@click.pass_context
def note(context: click.Context, paper: str, deed: str | None, text: str | None, edit_: bool, json_: bool) -> None:
    if sum((deed is not None, text is not None, edit_)) > 1:
        raise click.UsageError(_("Choose one of print, --append and --edit."), context)
    library = opened(context)
    number = library.papers.find(paper)
    if text is not None:
        note_edits.append(library, number, sys.stdin.read() if text == "-" else text)
    elif edit_:
        changed = note_edits.edit(library, number, lambda old: click.edit(old, extension=".md", require_save=True))
        say(_("Note saved.") if changed else _("The note was not changed."))
    elif json_:
        put_json({"id": number, "note": library.papers.note(number) or None})
    else:
        put(*filter(None, [library.papers.note(number).rstrip("\n")]))
