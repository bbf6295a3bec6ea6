"""The commands around what to read next: `next`, `suggestion`, `random`, `review`; leaves ranking to the flows."""

from __future__ import annotations

from typing import Any

import click

from readinglist.cli.open_library import opened
from readinglist.cli.output import put, put_json, put_json_list, say
from readinglist.cli.printing import put_papers
from readinglist.core.contract import as_json
from readinglist.flows.next_up import Next, Suggester, planning, suggestions
from readinglist.i18n import _, plural
from readinglist.library.library import Library

as_json_option = click.option("--json", "json_", is_flag=True, help=_("Write JSON (see the manual)."))
_papers = click.argument("papers", metavar="ID...", nargs=-1, required=True)
_days = click.IntRange(1, 3660)


def found(library: Library, papers: tuple[str, ...]) -> list[int]:
    """Return the ids of the papers named. Raises NoPaper."""
    return list(dict.fromkeys(library.papers.find(paper) for paper in papers))


@click.command("next", help=_("Show what to read next: Up next in its order, then suggestions, each with its reasons."))
@click.option("-n", "count", type=click.IntRange(min=1), default=3, show_default=True, help=_("How many."))
@click.option("--minutes", type=click.IntRange(min=1), metavar="N", help=_("Only what fits the time you have."))
@click.option("--why", is_flag=True, help=_("Show the score, term by term."))
@as_json_option
@click.pass_context
def next_(context: click.Context, count: int, minutes: int | None, why: bool, json_: bool) -> None:
    suggester = Suggester(opened(context))
    items = suggester.next(count, minutes)
    if json_:
        put_json_list(map(_as_json, items))
        return
    for number, item in enumerate(items, 1):
        put(f"{number}. {item.paper.title} [{item.paper.id}]", f"   {item.line} · {item.estimate.shown}")
        put(*(_score(item) if why else ()))
    if not items:
        say(_("Nothing is waiting that fits.") if minutes else _("Nothing is waiting. Add papers, or end a snooze."))
    elif suggester.silence():
        say(suggester.silence())


def _as_json(item: Next) -> dict[str, Any]:
    return {"paper": as_json(item.paper), "from": item.source, "reasons": list(item.reasons), "score": item.score,
            "minutes": item.minutes}  # fmt: skip


def _score(item: Next) -> list[str]:
    terms = [f"{name} {value:+.3f}" for name, value in item.score.items() if name != "total" and value]
    return [f"   {item.score['total']:.3f} = {' '.join(terms) or '0'}", f"   {item.estimate.how}"]


@click.group(help=_("Answer a suggestion: take, start, snooze, skip or reject it, or welcome it again."))
def suggestion() -> None:
    pass


@suggestion.command(help=_("Put papers at the end of Up next; what was in the Inbox becomes To read."))
@_papers
@click.pass_context
def take(context: click.Context, papers: tuple[str, ...]) -> None:
    library = opened(context)
    ids = found(library, papers)
    suggestions.take(library, ids)
    put(plural("{n} paper taken into Up next.", "{n} papers taken into Up next.", len(ids)))


@suggestion.command(help=_("Put papers into Up next and begin to read them."))
@_papers
@click.pass_context
def start(context: click.Context, papers: tuple[str, ...]) -> None:
    library = opened(context)
    ids = found(library, papers)
    suggestions.take(library, ids, start=True)
    put(plural("{n} paper begun.", "{n} papers begun.", len(ids)))


@suggestion.command(help=_("Keep papers out of the way for some days."))
@_papers
@click.option("--days", type=_days, default=suggestions.SNOOZE_DAYS, show_default=True, help=_("How many days."))
@click.pass_context
def snooze(context: click.Context, papers: tuple[str, ...], days: int) -> None:
    library = opened(context)
    put(_("Snoozed until {day}.").format(day=suggestions.snooze(library, found(library, papers), days)))


@suggestion.command(help=_("Put papers back for now; a skip fades within a week."))
@_papers
@click.pass_context
def skip(context: click.Context, papers: tuple[str, ...]) -> None:
    library = opened(context)
    ids = found(library, papers)
    suggestions.skip(library, ids)
    put(plural("{n} paper skipped.", "{n} papers skipped.", len(ids)))


@suggestion.command(help=_("Suggest papers no more; their status stays."))
@_papers
@click.pass_context
def reject(context: click.Context, papers: tuple[str, ...]) -> None:
    library = opened(context)
    ids = found(library, papers)
    suggestions.reject(library, ids)
    put(plural("{n} paper will not be suggested.", "{n} papers will not be suggested.", len(ids)))


@suggestion.command(help=_("Suggest rejected papers again."))
@_papers
@click.pass_context
def welcome(context: click.Context, papers: tuple[str, ...]) -> None:
    library = opened(context)
    ids = suggestions.welcome(library, found(library, papers))
    put(plural("{n} paper may be suggested again.", "{n} papers may be suggested again.", len(ids)))


@click.command("random", help=_("Pick a waiting paper at random, not one picked lately."))
@click.argument("query", nargs=-1)
@as_json_option
@click.pass_context
def random_(context: click.Context, query: tuple[str, ...], json_: bool) -> None:
    from readinglist.flows.finding import find

    library = opened(context)
    number = suggestions.pick(library, find(library, " ".join(query)) if query else None)
    paper = library.papers.get(number)
    put_json(as_json(paper)) if json_ else put(f"{paper.title} [{paper.id}]")


@click.group(invoke_without_command=True, help=_("The weekly review: the papers that have waited longest."))
@click.option("-n", "count", type=click.IntRange(1, 50), default=planning.REVIEWED, show_default=True,
              help=_("How many."))  # fmt: skip
@as_json_option
@click.pass_context
def review(context: click.Context, count: int, json_: bool) -> None:
    if context.invoked_subcommand is not None:
        return
    library = opened(context)
    papers = planning.review(library, count)
    if json_:
        put_json_list(map(as_json, papers))
    elif papers:
        put_papers(library, [paper.id for paper in papers])
        say(_("For each: 'readinglist review keep ID', 'snooze ID' or 'let-go ID'."))
    else:
        say(_("Nothing has waited long enough to be reviewed."))


@review.command(help=_("Keep papers as they are; the review leaves them alone for a week."))
@_papers
@click.pass_context
def keep(context: click.Context, papers: tuple[str, ...]) -> None:
    library = opened(context)
    ids = found(library, papers)
    planning.keep(library, ids)
    put(plural("{n} paper kept.", "{n} papers kept.", len(ids)))


@review.command("snooze", help=_("Put papers out of the way for some days."))
@_papers
@click.option("--days", type=_days, default=planning.REVIEW_SNOOZE, show_default=True, help=_("How many days."))
@click.pass_context
def review_snooze(context: click.Context, papers: tuple[str, ...], days: int) -> None:
    library = opened(context)
    put(_("Snoozed until {day}.").format(day=planning.snooze(library, found(library, papers), days)))


@review.command("let-go", help=_("Decide not to read papers: they become Dropped."))
@_papers
@click.pass_context
def let_go(context: click.Context, papers: tuple[str, ...]) -> None:
    library = opened(context)
    ids = found(library, papers)
    planning.let_go(library, ids)
    put(plural("{n} paper let go.", "{n} papers let go.", len(ids)))
