"""What to read next, with its reasons in words: the hand-made queue in its order; leaves showing it to the faces."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from readinglist.core import dates
from readinglist.core.paper import Paper
from readinglist.core.status import READING
from readinglist.i18n import _, plural
from readinglist.library.library import Library

QUEUE = "queue"
TERMS = ("total", "priority", "deadline", "taste", "time", "unlocks", "age", "skips")


@dataclass(frozen=True, slots=True)
class Next:
    """A paper to read next: where it comes from and why. `score` holds TERMS; None where the queue alone decides."""

    paper: Paper
    source: str
    reasons: tuple[str, ...]
    score: dict[str, float | None]
    minutes: int | None = None


def next_up(library: Library, count: int) -> list[Next]:
    """Return the first `count` papers of the queue that are not snoozed, each with its reasons."""
    today = dates.today()
    found: list[Next] = []
    for paper in library.papers.many(library.queue.ids()):
        if len(found) == count:
            break
        if not (paper.snoozed_until and paper.snoozed_until > today.isoformat()):
            found.append(Next(paper, QUEUE, reasons(library, paper, today), dict.fromkeys(TERMS)))
    return found


def reasons(library: Library, paper: Paper, today: dt.date) -> tuple[str, ...]:
    """Return in words what speaks for a queued paper."""
    place = paper.queue_position or 1
    said = [_("First in your queue") if place == 1 else _("Number {n} in your queue").format(n=place)]
    if paper.due:
        said.append(due_in_words(dt.date.fromisoformat(paper.due), today))
    if paper.priority:
        said.append(
            {"high": _("High priority"), "medium": _("Medium priority"), "low": _("Low priority")}[paper.priority]
        )
    if paper.status and library.statuses.get(paper.status).kind == READING:
        if paper.page and paper.pages:
            said.append(_("Begun: page {page} of {pages}").format(page=paper.page, pages=paper.pages))
        else:
            said.append(_("Begun"))
    elif paper.pages:
        said.append(plural("{n} page", "{n} pages", paper.pages))
    return tuple(said)


def due_in_words(due: dt.date, today: dt.date) -> str:
    """Return a due date as a reason: "Due Friday", "Due Dec 1, 2026", "Overdue since Nov 3, 2026"."""
    days = (due - today).days
    if days < 0:
        return _("Overdue since {date}").format(date=dates.shown(due.isoformat()))
    if days == 0:
        return _("Due today")
    if days == 1:
        return _("Due tomorrow")
    names = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
    if days < 7:
        return _("Due {day}").format(day=names[due.weekday()])
    return _("Due {day}").format(day=dates.shown(due.isoformat()))
