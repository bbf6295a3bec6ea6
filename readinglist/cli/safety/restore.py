"""The command `restore`."""

from __future__ import annotations

import click

from readinglist import paths
from readinglist.cli.open_library import opened
from readinglist.cli.options import json_option
from readinglist.cli.output import put, put_json
from readinglist.core.errors import Exit
from readinglist.flows.recovery import restoring
from readinglist.flows.safety import backups
from readinglist.i18n import _, plural


@click.command(help=_("Bring the library back from BACKUP: a name, newest, a library file or a complete export."))
@click.argument("source", metavar="BACKUP")
@click.option("--dry-run", is_flag=True, help=_("Only say what would be different."))
@click.option("--paper", metavar="ID", help=_("Only this paper, as it was there; undo takes it back."))
@json_option
@click.pass_context
def restore(context: click.Context, source: str, dry_run: bool, paper: str | None, json_: bool) -> int:
    library = paths.library_file(context.find_root().obj)
    with restoring.source(backups.find(library, source)) as found:
        if paper is not None:
            return _one(context, found, paper, dry_run)
        differences = restoring.differences(library, found)
        kept = None if dry_run else restoring.restore(library, found)
    if json_:
        put_json({**differences.as_json(), "restored": not dry_run, "kept": str(kept) if kept else None})
        return Exit.DONE
    put(*restoring.told(differences))
    if not dry_run:
        put(plural("{n} paper restored.", "{n} papers restored.", differences.then))
        if kept:
            put(_("The library as it was is kept as {path}.").format(path=kept))
    return Exit.DONE


def _one(context: click.Context, found: restoring.Source, paper: str, dry_run: bool) -> int:
    there = found.library.papers.get(found.library.papers.find(paper))
    if dry_run:
        put(_("“{title}” would come back as it was.").format(title=there.title))
        return Exit.DONE
    number = restoring.bring_back(opened(context), found, paper)
    put(_("“{title}” is back as it was, as paper {id}.").format(title=there.title, id=number))
    return Exit.DONE
