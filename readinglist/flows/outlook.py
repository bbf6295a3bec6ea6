"""What the page of Up next shows at a glance: the queue, what is suggested below it, and what is not known yet.

Leaves ranking to `flows.next_up`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from readinglist.flows.next_up import QUEUE, Next, next_up
from readinglist.library.library import Library

QUEUED = 200  # as many of the queue get their reasons; a longer one is still shown whole


@dataclass(frozen=True, slots=True)
class Outlook:
    """`queue` in the user's order, `suggestions` best first; `hint` says what the ranking cannot know yet."""

    queue: list[Next] = field(default_factory=list)
    suggestions: list[Next] = field(default_factory=list)
    hint: str = ""

    def now(self, minutes: int | None, most: int) -> list[Next]:
        """Return the first papers, queued ones before suggested ones, that fit into `minutes` (None: any)."""
        fitting = [one for one in (*self.queue, *self.suggestions) if fits(one, minutes)]
        return fitting[:most]


def fits(one: Next, minutes: int | None) -> bool:
    """True where a paper can be read in `minutes`, or nobody knows that it cannot."""
    return minutes is None or one.minutes is None or one.minutes <= minutes


def outlook(library: Library, *, minutes: int | None = None, suggestions: int = 5) -> Outlook:
    """Return what to read next. `minutes` is the time at hand; that many `suggestions` are looked for."""
    queued = len(library.queue.ids())
    found = next_up(library, min(QUEUED, queued) + suggestions)
    return Outlook(
        [one for one in found if one.source == QUEUE], [one for one in found if one.source != QUEUE][:suggestions]
    )
