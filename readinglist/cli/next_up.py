"""The commands around what to read next: `next`, `suggestion`, `random`, `review`."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from readinglist.cli.open_library import opened
from readinglist.cli.options import json_option, on_papers, papers_argument
from readinglist.cli.output import put, put_json, put_json_list, say
from readinglist.cli.printing.lists import put_papers
from readinglist.core import dates, errors
from readinglist.core.contract import as_json
from readinglist.flows.finding import find, named
from readinglist.flows.next_up import Next, Suggester, planning, suggestions, topic
from readinglist.i18n import _, plural

_days = click.IntRange(1, 3660)


@click.command(
    "next",
    help=_(
        "Show what to read next: Up next in its order, then suggestions, each with its reasons. "
        "With a search, only among the papers that it finds."
    ),
)
@click.argument("query", nargs=-1)
@click.option("-n", "count", type=click.IntRange(min=1), default=3, show_default=True, help=_("How many."))
@click.option(
    "--tag",
    "tags",
    multiple=True,
    metavar="TAG",
    help=_("Only papers with this tag, or one below it; several times: with all of them."),
)
@click.option("--minutes", type=click.IntRange(min=1), metavar="N", help=_("Only what fits the time you have."))
@click.option("--why", is_flag=True, help=_("Show the score, term by term."))
@json_option
@click.pass_context
def next_(
    context: click.Context, query: tuple[str, ...], count: int, tags: tuple[str, ...], minutes: int | None, why: bool,
    json_: bool,
) -> None:  # fmt: skip
    library = opened(context)
    suggester = Suggester(library)
    about = topic.papers(library, " ".join(query), tags)
    items = suggester.next(count, minutes, about=about)
    if json_:
        put_json_list(map(_as_json, items))
        return
    for number, item in enumerate(items, 1):
        put(f"{number}. {item.paper.title} [{item.paper.id}]", f"   {item.line} · {item.estimate.shown}")
        put(*(_score(item) if why else ()))
    if not items:
        narrowed = minutes or about is not None
        say(_("Nothing is waiting that fits.") if narrowed else _("Nothing is waiting. Add papers, or end a snooze."))
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


on_papers(suggestion, "take", suggestions.take,
          _("Put papers at the end of Up next; what was in the Inbox becomes To read."),
          lambda n: plural("{n} paper taken into Up next.", "{n} papers taken into Up next.", n))  # fmt: skip
on_papers(suggestion, "start", partial(suggestions.take, start=True),
          _("Put papers into Up next and begin to read them."),
          lambda n: plural("{n} paper begun.", "{n} papers begun.", n))  # fmt: skip
on_papers(suggestion, "skip", suggestions.skip, _("Put papers behind the others for now; a skip fades within a week."),
          lambda n: plural("{n} paper skipped.", "{n} papers skipped.", n))  # fmt: skip
on_papers(suggestion, "reject", suggestions.reject, _("Suggest papers no more; their status stays."),
          lambda n: plural("{n} paper will not be suggested.", "{n} papers will not be suggested.", n))  # fmt: skip
on_papers(suggestion, "wake", suggestions.wake, _("End the snooze of papers."),
          lambda n: plural("{n} paper may be offered again.", "{n} papers may be offered again.", n))  # fmt: skip
on_papers(suggestion, "welcome", suggestions.welcome, _("Suggest rejected papers again."),
          lambda n: plural("{n} paper may be suggested again.", "{n} papers may be suggested again.", n))  # fmt: skip


def coming_day(text: str) -> str:
    """Return a day as a person types it, as ISO. Raises WrongUsage."""
    found = dates.parse_due(text)
    if found is None:
        raise errors.WrongUsage(
            _("{value} is not a day.").format(value=text), do=_("Write 2026-12-01, tomorrow, friday, +3d or +2w.")
        )
    return found


@suggestion.command(help=_("Keep papers out of the way for some days, or until a day."))
@papers_argument
@click.option("--days", type=_days, default=suggestions.SNOOZE_DAYS, show_default=True, help=_("How many days."))
@click.option("--until", metavar="DAY", help=_("Until a day: 2026-12-01, friday, +2w."))
@click.pass_context
def snooze(context: click.Context, papers: tuple[str, ...], days: int, until: str | None) -> None:
    library = opened(context)
    ids = named(library, papers)
    if until is None:
        day = suggestions.snooze(library, ids, days)
    else:
        day = suggestions.snooze_until(library, ids, coming_day(until))
    put(_("Snoozed until {day}.").format(day=day))


@click.command("random", help=_("Pick a waiting paper at random, not one picked lately."))
@click.argument("query", nargs=-1)
@json_option
@click.pass_context
def random_(context: click.Context, query: tuple[str, ...], json_: bool) -> None:
    library = opened(context)
    number = suggestions.pick(library, find(library, " ".join(query)) if query else None)
    paper = library.papers.get(number)
    put_json(as_json(paper)) if json_ else put(f"{paper.title} [{paper.id}]")


@click.group(invoke_without_command=True, help=_("The weekly review: the papers that have waited longest."))
@click.option("-n", "count", type=click.IntRange(1, 50), default=planning.REVIEWED, show_default=True,
              help=_("How many."))  # fmt: skip
@json_option
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


on_papers(review, "keep", planning.keep, _("Keep papers as they are; the review leaves them alone for a week."),
          lambda n: plural("{n} paper kept.", "{n} papers kept.", n))  # fmt: skip
on_papers(review, "let-go", planning.let_go, _("Decide not to read papers: they become Dropped."),
          lambda n: plural("{n} paper let go.", "{n} papers let go.", n))  # fmt: skip


@review.command("snooze", help=_("Put papers out of the way for some days."))
@papers_argument
@click.option("--days", type=_days, default=planning.REVIEW_SNOOZE, show_default=True, help=_("How many days."))
@click.pass_context
def review_snooze(context: click.Context, papers: tuple[str, ...], days: int) -> None:
    library = opened(context)
    put(_("Snoozed until {day}.").format(day=planning.snooze(library, named(library, papers), days)))
