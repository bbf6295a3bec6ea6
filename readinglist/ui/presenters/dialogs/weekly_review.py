"""The papers that have waited longest, and what becomes of them: each answer is a step of its own."""

from __future__ import annotations

from collections.abc import Callable

from readinglist.core import dates
from readinglist.core.paper import Paper, author_line
from readinglist.core.text import capital
from readinglist.flows.next_up import planning
from readinglist.i18n import _, plural
from readinglist.library.library import Library
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.review import KEEP, LET_GO, SNOOZE, Review, Waiting

_DEEDS: dict[str, Callable[[Library, list[int]], object]] = {
    KEEP: planning.keep,
    SNOOZE: planning.snooze,
    LET_GO: planning.let_go,
}


def show_review(desk: Desk) -> Review:
    """Show the papers that have waited longest."""
    library = desk.library
    dialog = Review(desk.window, waiting(library))
    dialog.answered.connect(lambda paper, answer: dialog.attempt(lambda: _DEEDS[answer](library, [paper])))
    dialog.open()
    return dialog


def waiting(library: Library) -> list[Waiting]:
    """Return the papers that have waited longest, as the dialog shows them."""
    return [Waiting(paper.id, paper.title, _words(library, paper)) for paper in planning.review(library)]


def _words(library: Library, paper: Paper) -> str:
    status = _(library.statuses.get(paper.status or "inbox").label)
    days = (dates.today() - (dates.day_of(paper.added) or dates.today())).days
    waited = plural("in {status} for {n} day", "in {status} for {n} days", days).format(status=status)
    who = author_line(paper.authors, paper.authors_complete, 3)
    return capital(" · ".join(part for part in (waited, who, str(paper.year or "")) if part))  # the end may be cut
