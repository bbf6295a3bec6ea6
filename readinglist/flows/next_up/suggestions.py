"""What the user does with a suggestion: take, snooze, skip, reject; a pick at random."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

from readinglist.core import dates, errors
from readinglist.core.ops import Op
from readinglist.core.status import INBOX, READING, TO_READ
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.library.tables import feedback
from readinglist.library.tables.queue import MAIN

RECENT_DAYS = 30  # a paper picked at random within so many days is not picked again
SNOOZE_DAYS = 7
MOST_DAYS = 3660  # of a snooze


def take(library: Library, papers: Sequence[int], *, start: bool = False) -> None:
    """Put suggestions at the end of Up next, or with `start` begin to read them, as one step.

    What was in the Inbox is decided by this: it becomes To read.
    """
    with library.step(Op.TAKE, len(papers)):
        library.feedback.say(papers, feedback.TAKE, Op.TAKE)
        library.queue.add(papers, MAIN)
        if start:
            library.readings.set_status(papers, library.statuses.of_kind(READING).id)
            return
        kinds = library.ranking_facts.kinds(papers)
        fresh = [paper for paper in papers if kinds.get(paper) == INBOX]
        if fresh:
            library.readings.set_status(fresh, library.statuses.of_kind(TO_READ).id)


def snooze(library: Library, papers: Sequence[int], days: int = SNOOZE_DAYS, today: dt.date | None = None) -> str:
    """Keep papers out of Up next's offers for `days` days, as one step. Returns the day on which they come back.

    Raises WrongUsage for less than a day.
    """
    if not 1 <= days <= MOST_DAYS:
        raise errors.WrongUsage(_("Snooze for 1 to {most} days.").format(most=MOST_DAYS))
    return snooze_until(library, papers, ((today or dates.today()) + dt.timedelta(days=days)).isoformat(), today)


def snooze_until(library: Library, papers: Sequence[int], day: str, today: dt.date | None = None) -> str:
    """Keep papers out of Up next's offers until a `day` (ISO), as one step. Returns the day.

    Raises WrongUsage for a day that has come, or that is more than ten years away.
    """
    ahead = (dt.date.fromisoformat(day) - (today or dates.today())).days
    if not 1 <= ahead <= MOST_DAYS:
        raise errors.WrongUsage(_("Snooze until a day to come, within ten years."))
    with library.step(Op.SET_SNOOZE, len(papers)):
        library.feedback.say(papers, feedback.SNOOZE, Op.SET_SNOOZE)
        library.papers.update(papers, Op.SET_SNOOZE, {"snoozed_until": day})
    return day


def wake(library: Library, papers: Sequence[int]) -> None:
    """End the snooze of papers, as one step: they may be offered again at once."""
    library.papers.update(papers, Op.SET_SNOOZE, {"snoozed_until": None})


def skip(library: Library, papers: Sequence[int]) -> None:
    """Put papers behind the others for now, as one step: queued ones at the end of Up next.

    Suggestions stand behind all others for the day, and the skip fades within a week.
    """
    chosen = set(papers)
    with library.step(Op.SKIP, len(papers)):
        library.feedback.say(papers, feedback.SKIP, Op.SKIP)
        order = library.queue.ids(MAIN)
        queued = [paper for paper in order if paper in chosen]
        if queued:
            library.queue.move(queued, len(order), MAIN)


def reject(library: Library, papers: Sequence[int]) -> None:
    """Suggest papers no more, as one step. Their status stays; taste learns from it. `welcome` takes it back."""
    library.feedback.say(papers, feedback.REJECT, Op.REJECT)


def welcome(library: Library, papers: Sequence[int]) -> list[int]:
    """Suggest rejected papers again, as one step. Returns those that had been rejected."""
    said = library.feedback
    rejected = said.rejected()
    found = [paper for paper in papers if paper in rejected]
    if found:
        said.say(found, feedback.WELCOME, Op.WELCOME)
    return found


def pick(library: Library, query_ids: Sequence[int] | None = None, chance: random.Random | None = None) -> int:
    """Return a waiting paper at random, not one picked lately while there is another, and remember it as one step.

    `query_ids` narrows the choice. Raises NoPaper where nothing waits.
    """
    today = dates.today().isoformat()
    facts = library.ranking_facts
    queued = [one.paper for one in facts.waiting(library.queue.ids()) if (one.snoozed_until or "") <= today]
    waiting = facts.pool(today, most=10**9) + queued
    if query_ids is not None:
        wanted = set(query_ids)
        waiting = [paper for paper in waiting if paper in wanted]
    if not waiting:
        raise errors.NoPaper(_("No paper is waiting to be read."), do=_("Add some, or end a snooze."))
    said = library.feedback
    since = (dt.datetime.now(dt.UTC) - dt.timedelta(days=RECENT_DAYS)).strftime("%Y-%m-%dT%H:%M:%SZ")
    recent = said.since(feedback.PICK, since)
    fresh = [paper for paper in waiting if paper not in recent]
    if not fresh:  # all were picked lately: the one whose pick is longest ago begins anew
        oldest = min(recent[paper][-1] for paper in waiting)
        fresh = [paper for paper in waiting if recent[paper][-1] == oldest]
    chosen = (chance or random.SystemRandom()).choice(sorted(set(fresh)))
    said.say([chosen], feedback.PICK, Op.PICK)
    return chosen
