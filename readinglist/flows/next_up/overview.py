"""What the page of Up next shows at a glance: the queue, what is suggested below it, and what is not known yet."""

from __future__ import annotations

from dataclasses import dataclass, field

from readinglist.flows.next_up import Next, Suggester

QUEUED = 200  # as many of the queue get their reasons; a longer one is still shown whole


@dataclass(frozen=True, slots=True)
class Overview:
    """`queue` in the user's order, `suggestions` best first; `hint` says what the ranking cannot know yet."""

    queue: list[Next] = field(default_factory=list)
    suggestions: list[Next] = field(default_factory=list)
    hint: str = ""

    def now(self, minutes: int | None, most: int) -> list[Next]:
        """Return the first papers, queued ones before suggested ones, that fit into `minutes` (None: any)."""
        fitting = [one for one in (*self.queue, *self.suggestions) if minutes is None or one.minutes <= minutes]
        return fitting[:most]


def overview(suggester: Suggester, minutes: int | None = None, suggestions: int = 5) -> Overview:
    """Return what to read next; `minutes` is the time at hand (None: any)."""
    return Overview(suggester.queue(count=QUEUED), suggester.suggestions(suggestions, minutes), suggester.silence())
