"""The commands about where a paper leads: `links` to other papers, `open` its file or its address."""

from __future__ import annotations

import os
import subprocess
import sys

import click

from readinglist.cli.open_library import opened
from readinglist.cli.options import json_option
from readinglist.cli.output import on_terminal, put, put_fields, put_json, say
from readinglist.core.errors import Refused
from readinglist.flows import linking, opening
from readinglist.flows.citations import queueing
from readinglist.flows.files import found_again
from readinglist.flows.opening import OpenFile, contents
from readinglist.i18n import _, plural
from readinglist.library.library import Library

_PATIENCE_S = 5.0  # a program that is still there by then has opened it


@click.command(help=_("Show what a paper links to, and what links to it; or add what it cites."))
@click.argument("paper", metavar="ID")
@click.option(
    "--cites", multiple=True, metavar="REF", help=_("Note that it cites a paper: number, DOI, arXiv id, key or title.")
)
@click.option("--related", multiple=True, metavar="REF", help=_("Note that it is related to one."))
@click.option("--remove", multiple=True, metavar="REF", help=_("Take such a citation or relation off again."))
@click.option(
    "--queue", "queued", metavar="REF", help=_("Add a work of its reference list to the library, and queue it.")
)
@json_option
@click.pass_context
def links(
    context: click.Context, /, paper: str, queued: str | None, json_: bool, **references: tuple[str, ...]
) -> None:
    library = opened(context)
    number = library.papers.find(paper)
    if queued is not None:
        came = queueing.queue(library, queueing.find(library, number, queued))
        put(_("{title} is queued as paper {id}.").format(title=library.papers.get(came).title, id=came))
        return
    if any(references.values()):
        changed = linking.change(library, number, **references)
        put(
            _words(
                changed, added=bool(references["cites"] or references["related"]), removed=bool(references["remove"])
            )
        )
        return
    out, back = linking.around(library, number)
    missing = linking.missing(library, number)
    if json_:
        unresolved = [
            {"kind": one.kind, "name": one.name} | ({"reference": one.line._asdict()} if one.line else {})
            for one in missing
        ]
        put_json({"links": _as_json(out), "backlinks": _as_json(back), "unresolved": unresolved})
    else:
        put_fields(
            [
                *(("->", str(n), title) for n, title in out),
                *(("->", "?", _("{name} (not in the library)").format(name=one.words)) for one in missing),
                *(("<-", str(n), title) for n, title in back),
            ]
        )


def _words(changed: int, *, added: bool, removed: bool) -> str:
    """Return what became of the links."""
    if added and removed:
        return plural("{n} link added or removed.", "{n} links added or removed.", changed)
    if removed:
        return plural("{n} link removed.", "{n} links removed.", changed)
    return plural("{n} link added.", "{n} links added.", changed)


def _as_json(papers: list[tuple[int, str]]) -> list[dict[str, object]]:
    return [{"id": number, "title": title} for number, title in papers]


@click.command("open", help=_("Open a paper's file, or its link."))
@click.argument("paper", metavar="ID")
@click.option("--yes", is_flag=True, help=_("Let it be opened without being asked, and remember the folder."))
@click.pass_context
def open_(context: click.Context, paper: str, yes: bool) -> None:
    library = opened(context)
    number = library.papers.find(paper)
    _find_again(library, number)
    found = opening.what_to_open(library, library.papers.get(number))
    if isinstance(found, OpenFile):
        if not found.confirmed:
            _ask(contents.shown(found.path), opening.question(found), yes)
            found.confirm()
        _open(str(found.path))
        return
    if not found.plain:
        _ask(found.host, _("The name of this host has letters that may look like others. Open it?"), yes)
    say(_("Opening {host}…").format(host=found.host))
    _open(found.url)


def _find_again(library: Library, number: int) -> None:
    """Look for files of a paper that were moved, and keep where they are by now."""
    files = library.files.of(number)
    found = found_again.find_again(library, files)
    if found and not library.readonly:
        found_again.keep(library, files, found)
        words = _("{file} was moved; it was found again in {folder}.")
        say(*(words.format(file=contents.shown(at.name), folder=contents.shown(at.parent)) for at in found.values()))


def _ask(what: str, question: str, yes: bool) -> None:
    """Go on only when the user says so. Raises Refused."""
    say(what)
    if yes or (on_terminal() and sys.stdin.isatty() and click.confirm(question, err=True)):
        return
    raise Refused(question, safe=_("Nothing was opened."), do=_("If you mean it, say so with --yes."))


def _open(what: str) -> None:
    """Hand a path or an address to the desktop. Raises Refused where that has nothing for it."""
    if sys.platform == "win32":
        os.startfile(what)
        return
    program = "open" if sys.platform == "darwin" else "xdg-open"
    null = subprocess.DEVNULL
    try:
        process = subprocess.Popen([program, what], start_new_session=True, stdin=null, stdout=null, stderr=null)
        done = process.wait(_PATIENCE_S)
    except subprocess.TimeoutExpired:
        return
    except OSError as why:
        raise Refused(_("There is no {program} on this machine to open it.").format(program=program)) from why
    if done:
        raise Refused(_("{program} could not open it.").format(program=program))
