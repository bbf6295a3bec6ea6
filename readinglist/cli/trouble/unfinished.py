"""The command `unfinished`: what a program left half done when it was stopped, and what is to become of it."""

from __future__ import annotations

import click

from readinglist.cli.open_library import opened
from readinglist.cli.options import json_option
from readinglist.cli.output import progress, put, put_json
from readinglist.cli.trouble import signals
from readinglist.core.errors import WrongUsage
from readinglist.flows.importing import going_on
from readinglist.i18n import _
from readinglist.library.change.open_steps import Unfinished
from readinglist.library.library import Library

WAYS = ("go-on", "take-back", "keep")


@click.command(help=_("Show what was stopped half way; go on with it, take it back or keep what came in."))
@click.argument("way", type=click.Choice(WAYS), required=False)
@json_option
@click.pass_context
def unfinished(context: click.Context, way: str | None, json_: bool) -> None:
    library = opened(context, makes_keys=True, asks=False)
    found = library.unfinished()
    if way is None:
        _show(found, json_)
    elif found is None:
        raise WrongUsage(_("Nothing is unfinished."), safe=_("Nothing was changed."))
    else:
        _decide(library, found, way)


def _show(found: Unfinished | None, json_: bool) -> None:
    if json_:
        names = ("done", "added", "merged", "total")
        told = found and {name: found.told.get(name) for name in names}
        put_json(found and {"op": found.step.op, "at": found.step.at, **(told or {}),
                            "can_go_on": going_on.possible(found)})  # fmt: skip
        return
    put(found.words() if found else _("Nothing is unfinished."))
    if found:
        put(*choices(going_on.possible(found)))


def choices(can_go_on: bool) -> list[str]:
    """Return what can be done, a line for each."""
    lines = {
        "go-on": _("brings in the rest"),
        "take-back": _("takes back what came in"),
        "keep": _("keeps what came in"),
    }
    return [f"'readinglist unfinished {way}' {what}." for way, what in lines.items() if can_go_on or way != "go-on"]


def _decide(library: Library, found: Unfinished, way: str) -> None:
    if way == "keep":
        library.keep_unfinished(found)
        put(_("Kept. Undo takes it back."))
    elif way == "take-back":
        whole = library.take_back_unfinished(found)
        put(_("Taken back.") if whole else _("Some of it stays, as other changes build on it. Undo takes it back."))
    else:
        with signals.taking_back():
            report = going_on.go_on(library, found, progress=progress())
        put(report.sentence())
