"""The commands `undo`, `redo` and `history`."""

from __future__ import annotations

import click

from readinglist.cli.open_library import opened
from readinglist.cli.options import json_option
from readinglist.cli.output import on_terminal, put, put_fields, put_json_list, put_table
from readinglist.core.ops import describe
from readinglist.i18n import _
from readinglist.library.change.journal import Deed


@click.command(help=_("Take back the newest step, whether the window or a command made it."))
@click.pass_context
def undo(context: click.Context) -> None:
    step = opened(context).undo()
    put(_("Undone: {what}").format(what=describe(step.op, step.count, step.detail)))


@click.command(help=_("Redo what was undone last."))
@click.pass_context
def redo(context: click.Context) -> None:
    step = opened(context).redo()
    put(_("Redone: {what}").format(what=describe(step.op, step.count, step.detail)))


@click.command(help=_("Show what was done, newest first."))
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help=_("At most so many."))
@json_option
@click.pass_context
def history(context: click.Context, limit: int, json_: bool) -> None:
    deeds = opened(context).deeds(limit)
    if json_:
        put_json_list(
            {"step": d.step.id, "op": d.step.op, "count": d.step.count, "what": _words(d),
             "state": "undone" if d.undone else "done", "from": d.step.origin, "at": d.step.at}
            for d in deeds
        )  # fmt: skip
        return
    state = {False: _("done"), True: _("undone")}
    rows = [(str(d.step.id), d.step.at, d.step.origin, state[d.undone], _words(d)) for d in deeds]
    if on_terminal():
        put_table((_("Step"), _("When (UTC)"), _("From"), _("State"), _("What")), rows, (6, 20, 7, 7))
    else:
        put_fields(rows)


def _words(deed: Deed) -> str:
    return describe(deed.step.op, deed.step.count, deed.step.detail)
