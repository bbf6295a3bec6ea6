"""Fills the page of Up next: asks the flow on a worker what to read now and why; leaves ranking to the core."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from readinglist.core import errors, tex
from readinglist.core.pace import span
from readinglist.flows.next_up import Next
from readinglist.flows.outlook import Outlook, outlook
from readinglist.ui import tasks
from readinglist.ui.widgets.cards import MOST, Card

if TYPE_CHECKING:
    from readinglist.ui.window import Window

SUGGESTED = 5


class NextPresenter(QObject):
    """Between the page and the flow. Answers that come after a newer question are dropped."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.w = window
        self.page = window.up_next
        self.library = window.library
        self.minutes: int | None = None
        self.found: list[Next] = []
        self._asked = 0
        self.page.minutes_chosen.connect(self.set_minutes)
        self.page.started.connect(lambda paper: window.commands.start([paper]))
        self.page.snoozed.connect(lambda paper: window.commands.snooze([paper]))

    def set_minutes(self, minutes: int | None) -> None:
        """Show what fits the time I have; None is any time."""
        self.minutes = minutes
        self.refresh()

    def refresh(self) -> None:
        """Ask anew what to read."""
        self._asked += 1
        asked, minutes = self._asked, self.minutes

        def work(_report: object) -> Outlook:
            with self.library.another(readonly=True) as own:
                return outlook(own, minutes=minutes, suggestions=SUGGESTED)

        def done(found: Outlook) -> None:
            if asked == self._asked:
                self.show(found)

        def failed(problem: BaseException) -> None:
            if not isinstance(problem, errors.Refused):
                raise problem
            self.w.refused(problem)

        tasks.run(work, done=done, failed=failed, owner=self, label="up next")

    def show(self, found: Outlook) -> None:
        """Put an answer on the page."""
        self.found = [*found.queue, *found.suggestions]
        now = [self.card(one) for one in found.now(self.minutes, MOST)]
        below = [self.card(one) for one in found.suggestions]
        self.page.list.set_words({one.paper.id: (" · ".join(one.reasons[1:]), _time(one)) for one in found.queue})
        self.page.show_next(now, below, found.hint)

    def card(self, one: Next) -> Card:
        """Return what a card says of a paper."""
        paper = one.paper
        status = self.library.statuses.get(paper.status or "inbox")
        first = paper.authors[0].display if paper.authors else ""
        who = f"{first} et al." if first and (len(paper.authors) > 1 or not paper.authors_complete) else first
        return Card(
            paper=paper.id,
            title=tex.plain(paper.title),
            who=" · ".join(part for part in (who, str(paper.year or "")) if part),
            reasons=tuple(reason[:1].upper() + reason[1:] for reason in one.reasons),
            time=_time(one),
            kind=status.kind,
            colour=status.colour,
            progress=paper.page / paper.pages if paper.page and paper.pages else None,
        )


def _time(one: Next) -> str:
    return span(one.minutes) if one.minutes is not None else ""
