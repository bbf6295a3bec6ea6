"""The command `backup`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from readinglist import paths
from readinglist.cli.open_library import opened
from readinglist.cli.options import json_option
from readinglist.cli.output import on_terminal, put, put_fields, put_json, put_table, say
from readinglist.core.errors import Exit
from readinglist.flows.safety import backups
from readinglist.i18n import _, plural
from readinglist.library.backup.record import Backup

LIST = "list"


@click.command(help=_("Make a verified backup now (in FILE, if given), or list all there are (list)."))
@click.argument("target", metavar="[FILE|list]", required=False)
@click.option("--automatic", metavar="REASON", help=_("Only if something has changed, as the program does it."))
@json_option
@click.pass_context
def backup(context: click.Context, target: str | None, automatic: str | None, json_: bool) -> int:
    if target == LIST:
        return _list(paths.library_file(context.find_root().obj), json_)
    library = opened(context)
    if automatic:
        if hasattr(os, "nice"):
            os.nice(10)
        backups.automatically(library, automatic)
    elif target:
        backups.make_file(library, Path(target))
        say(_("{path}: written and verified.").format(path=target))
    else:
        made, problem = backups.make(library)
        if json_:
            put_json(made.as_json())
        else:
            put(_line(made))
            say(*made.findings)
        if problem:
            say(problem)
        return Exit.DONE if made.verified and not problem else Exit.DAMAGED if not made.verified else Exit.PARTLY
    return Exit.DONE


def _list(library: Path, json_: bool) -> int:
    found = backups.listed(library)
    if json_:
        put_json([one.as_json() for one in found])
    elif not found:
        say(_("There are no backups of {path} yet.").format(path=library))
    elif on_terminal():
        heads = (_("Name"), _("Made"), _("Papers"), _("Size"), _("State"))
        put_table(heads, (_cells(one) for one in found), (24, 16, 7, 9))
    else:
        put_fields(_cells(one) for one in found)
    return Exit.DONE


def _cells(one: Backup) -> tuple[str, ...]:
    made = one.made.astimezone().strftime("%Y-%m-%d %H:%M")
    return one.name, made, str(one.papers), f"{one.size / 1e6:.1f} MB", _("verified") if one.verified else _("damaged")


def _line(one: Backup) -> str:
    words = plural("{name}: {n} paper, {state}.", "{name}: {n} papers, {state}.", one.papers)
    return words.replace("{name}", str(one.folder)).replace("{state}", _("verified") if one.verified else _("damaged"))
