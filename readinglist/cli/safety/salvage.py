"""What `check` does about a library that cannot be opened: says what can be read, or makes a new one of it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from readinglist.cli.output import put, put_json, say
from readinglist.core.errors import Exit, Refused
from readinglist.flows.recovery import salvaging
from readinglist.flows.safety import backups
from readinglist.i18n import _, plural

_NAMED = 5  # backups that are named


def unopened(library: Path, problem: Refused, json_: bool) -> int:
    """Say why the library cannot be opened, what can be read of it all the same, and which backups there are.

    Raises `problem` again where there is nothing to be read, as of a folder.
    """
    if library.is_dir():
        raise problem
    found = salvaging.look(library)
    names = [one.name for one in backups.listed(library) if one.verified]
    if json_:
        put_json(_blank(found.papers, problem.what) | {"readable": asdict(found), "backups": names})
        return Exit.DAMAGED
    put(problem.what, salvaging.told(found))
    say(*told_backups(names))
    if found.papers:
        say(_("'readinglist check --repair -o NEW.db' makes a new library of what can be read."))
    return Exit.DAMAGED


def told_backups(names: list[str]) -> list[str]:
    """Return in words which verified backups there are, newest first."""
    if not names:
        return [_("There is no verified backup of it.")]
    said = plural("There is {n} verified backup: {names}", "There are {n} verified backups: {names}", len(names))
    return [
        said.replace("{names}", ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")),
        _("'readinglist restore newest --dry-run' compares, without --dry-run it restores."),
    ]


def _blank(papers: int, damage: str) -> dict[str, Any]:
    return {"sound": False, "papers": papers, "damage": [damage], "rows": [], "index": [], "repaired": []}


def into(library: Path, target: Path, json_: bool) -> int:
    """Make a new library of what can be read of one, and say what that is."""
    found = salvaging.into(library, target)
    if json_:
        put_json({"written": str(target), **asdict(found)})
        return Exit.DONE
    put(salvaging.told(found))
    if found.stubs:
        put(plural("{n} lost row that others belong to was put in by a stand-in.",
                   "{n} lost rows that others belong to were put in by stand-ins.", found.stubs))  # fmt: skip
    put(_("Written to {path}; the damaged file was only read.").format(path=target))
    say(_("Undo begins anew there. Look at it with 'readinglist --library {path} check'.").format(path=target))
    return Exit.DONE
