"""The commands `refresh` (what services say differently now) and `news` (what became of papers)."""

from __future__ import annotations

import sys

import click

from readinglist.cli.open_library import opened
from readinglist.cli.options import json_option
from readinglist.cli.output import on_terminal, put, put_json, say
from readinglist.core.errors import Exit
from readinglist.flows import finding, network, refreshing
from readinglist.flows.refreshing import Refreshed, since_read
from readinglist.flows.refreshing.run import Run
from readinglist.i18n import _, plural
from readinglist.library.library import Library
from readinglist.settings import Settings


@click.command(help=_("Ask services about papers that match QUERY: differences first. Without QUERY: what is pending."))
@click.argument("query", nargs=-1)
@click.option("--dry-run", is_flag=True, help=_("Only show the differences."))
@click.option("--yes", is_flag=True, help=_("Take all of them over without asking."))
@click.option("--resume", is_flag=True, help=_("Go on with a refresh that was stopped, here or in the window."))
@json_option
@click.pass_context
def refresh(context: click.Context, query: tuple[str, ...], dry_run: bool, yes: bool, resume: bool, json_: bool) -> int:
    library = opened(context)
    seen, left = _asked(library, None if resume else " ".join(query) or refreshing.WAITING)
    if not json_:
        _show(seen)
    waiting = [one for one in seen if one.pending and one.details is not None]
    wanted = [] if dry_run else [one if yes else refreshing.filling(one) for one in waiting]
    others = [one for one in seen if one.differences and not one.pending]
    if others and not dry_run and _agreed(len(others), yes, asking=not json_):
        wanted += others
    elif not dry_run and not yes and any(one != refreshing.filling(one) for one in waiting):
        say(_("Nothing else is changed without --yes."))
    count = refreshing.take(library, wanted)
    if json_:
        taken = {one.paper.id for one in wanted}
        put_json([{**_as_json(one), "taken": one.paper.id in taken} for one in seen])
    say(plural("{n} paper refreshed.", "{n} papers refreshed.", count))
    if left:
        say(plural("{n} paper is left.", "{n} papers are left.", left) + " " + _("Go on with --resume."))
    return int(Exit.PARTLY if left or any(one.problem for one in seen) else Exit.DONE)


def _asked(library: Library, query: str | None) -> tuple[list[Refreshed], int]:
    """Ask about the papers of a query, or about what is left (None); return what came of it and how many are left.

    Ctrl+C stops the asking: what was found until then is shown, and the rest is left.
    """
    lookup = network.lookup(Settings(), fresh=True)
    if lookup is None:
        raise network.forbidden()
    papers = [] if query is None else list(finding.find(library, query))
    run = Run(library.path, kept=query is None or len(papers) > refreshing.AT_ONCE)
    seen = {one.paper.id: one for one in run.found(library)} if query is None else {}
    if query is not None:
        run.begin(papers)
    whole = len(run.papers)
    try:
        while run.left:
            seen |= {one.paper.id: one for one in run.part(library, lookup)}
            if run.silent:
                break
            _progress(whole - run.left, whole)
    except KeyboardInterrupt:
        say(_("Stopped."))
    left = run.left if run.kept else 0
    run.settle(list(seen))
    return list(seen.values()), left


def _progress(now: int, whole: int) -> None:
    if whole > refreshing.AT_ONCE:
        say(_("{now} of {all} papers asked about.").format(now=now, all=whole))


def _show(seen: list[Refreshed]) -> None:
    for one in seen:
        if one.problem:
            say(f"{one.paper.id}\t{one.paper.title}: {one.problem}")
        elif one.differences:
            put(_("{id}\t{title} (by {service})").format(id=one.paper.id, title=one.paper.title, service=one.service))
            for difference in one.differences:
                ours, theirs = difference.as_text()
                put(f"\t{difference.field}: {ours} -> {theirs}")


def _agreed(count: int, yes: bool, *, asking: bool) -> bool:
    """Whether these differences are to be taken over: said so, or asked on a terminal."""
    if yes:
        return True
    if asking and on_terminal() and sys.stdin.isatty():
        question = plural("Take over the differences of {n} paper?", "Take over the differences of {n} papers?", count)
        return click.confirm(question, err=True)
    say(_("Nothing else is changed without --yes."))
    return False


def _as_json(one: Refreshed) -> dict[str, object]:
    return {
        "paper": one.paper.id,
        "title": one.paper.title,
        "service": one.service or None,
        "differences": [difference.as_json() for difference in one.differences],
        "problem": one.problem or None,
    }


@click.command(help=_("Ask services what became of papers since you read them, and show it: retracted, corrected ..."))
@click.argument("query", nargs=-1)
@click.option("--offline", is_flag=True, help=_("Ask nobody; show what is known."))
@json_option
@click.pass_context
def news(context: click.Context, query: tuple[str, ...], offline: bool, json_: bool) -> int:
    library = opened(context)
    wanted = " ".join(query)
    papers = list(finding.find(library, wanted))
    lookup = network.lookup(Settings(), offline=offline, fresh=True)
    problem = ""
    if lookup is not None and papers:
        problem = since_read.ask(library, papers, lookup, progress=_progress).problem
    told = since_read.kept(library, wanted)
    if json_:
        put_json([one.as_json() for one in told])
    for one in () if json_ else told:
        put(f"{one.paper.id}\t{one.paper.title}: {one.words}")
    if problem:
        say(problem)
    if not told:
        say(_("Nothing is known to have become of these papers."))
    return int(Exit.PARTLY if problem else Exit.DONE)
