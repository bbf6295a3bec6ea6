"""The command `status`: the statuses of a library, and one's own."""

from __future__ import annotations

import click

from readinglist.cli.open_library import opened
from readinglist.cli.options import json_option
from readinglist.cli.output import put, put_fields, put_json_list
from readinglist.core.status import KINDS, SHAPES
from readinglist.i18n import _, plural


@click.group(invoke_without_command=True, help=_("Show the statuses, or add and change your own."))
@json_option
@click.pass_context
def status(context: click.Context, json_: bool) -> None:
    if context.invoked_subcommand is not None:
        return
    library = opened(context)
    known = library.statuses.all()
    counts = library.search.counts.of_statuses()
    if json_:
        put_json_list({**one._asdict(), "label": _(one.label), "papers": counts.get(one.id, 0)} for one in known)
    else:
        put_fields((one.id, _(one.label), one.kind, str(one.key or ""), one.colour, str(counts.get(one.id, 0)))
                   for one in known)  # fmt: skip


@status.command(help=_("Add a status that behaves like KIND (inbox, to_read, reading, paused, read or dropped)."))
@click.argument("label")
@click.option("--kind", type=click.Choice(KINDS), required=True, help=_("What it behaves like."))
@click.option("--colour", metavar="COLOUR", help=_("A name such as teal, or #3a7bd5."))
@click.option("--shape", type=click.Choice(SHAPES), help=_("Its sign, instead of that of its kind."))
@click.pass_context
def add(context: click.Context, label: str, kind: str, colour: str | None, shape: str | None) -> None:
    added = opened(context).own_statuses.add(label, kind, colour, shape or "")
    put(f"{added.id}\t{added.label}\t{added.key or ''}".rstrip())


@status.command(help=_("Give a status another name; its papers come along."))
@click.argument("name", metavar="STATUS")
@click.argument("label")
@click.pass_context
def rename(context: click.Context, name: str, label: str) -> None:
    opened(context).own_statuses.rename(name, label)
    put(_("Renamed."))


@status.command(help=_("Give a status another colour."))
@click.argument("name", metavar="STATUS")
@click.argument("colour", metavar="COLOUR")
@click.pass_context
def recolour(context: click.Context, name: str, colour: str) -> None:
    opened(context).own_statuses.recolour(name, colour)
    put(_("Recoloured."))


@status.command(help=_("Give a status another shape, or with 'none' the sign of its kind."))
@click.argument("name", metavar="STATUS")
@click.argument("shape", type=click.Choice(("none", *SHAPES)))
@click.pass_context
def reshape(context: click.Context, name: str, shape: str) -> None:
    opened(context).own_statuses.reshape(name, "" if shape == "none" else shape)
    put(_("Reshaped."))


@status.command(help=_("Let a digit set a status."))
@click.argument("name", metavar="STATUS")
@click.argument("digit", type=click.IntRange(1, 9))
@click.pass_context
def key(context: click.Context, name: str, digit: int) -> None:
    opened(context).own_statuses.set_key(name, digit)
    put(_("{digit} sets {name}.").format(digit=digit, name=name))


@status.command(help=_("Move a status to place N among those of its kind."))
@click.argument("name", metavar="STATUS")
@click.option("--to", type=click.IntRange(min=1), required=True, metavar="N", help=_("The place, from 1."))
@click.pass_context
def move(context: click.Context, name: str, to: int) -> None:
    opened(context).own_statuses.move(name, to)
    put(_("Moved."))


@status.command(help=_("Delete a status of your own; its papers get another."))
@click.argument("name", metavar="STATUS")
@click.option("--to", required=True, metavar="STATUS", help=_("The status its papers get."))
@click.pass_context
def delete(context: click.Context, name: str, to: str) -> None:
    count = opened(context).own_statuses.delete(name, to)
    put(plural("Deleted; {n} paper moved.", "Deleted; {n} papers moved.", count))
