"""What the page of Up next shows at a glance: the queue, what is suggested below it, and what is not known yet.

Leaves ranking to `flows.next_up`.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from readinglist.flows.next_up import Next, Suggester
from readinglist.library.library import Library
from readinglist.settings import Settings

QUEUED = 200  # as many of the queue get their reasons; a longer one is still shown whole


@dataclass(frozen=True, slots=True)
class Outlook:
    """`queue` in the user's order, `suggestions` best first; `hint` says what the ranking cannot know yet."""

    queue: list[Next] = field(default_factory=list)
    suggestions: list[Next] = field(default_factory=list)
    hint: str = ""

    def now(self, minutes: int | None, most: int) -> list[Next]:
        """Return the first papers, queued ones before suggested ones, that fit into `minutes` (None: any)."""
        fitting = [one for one in (*self.queue, *self.suggestions) if minutes is None or one.minutes <= minutes]
        return fitting[:most]


class Lookout:
    """Looks ahead again and again, on whichever worker asks: one at a time, over a connection of its own.

    The words of papers already read are kept, so that only the first look takes long.
    """

    def __init__(self, library: Library, settings: Settings) -> None:
        self.library = library
        self.settings = settings
        self._own: tuple[Library, Suggester] | None = None
        self._lock = threading.Lock()

    def look(self, minutes: int | None = None, suggestions: int = 5) -> Outlook:
        """Return what to read next; `minutes` is the time at hand (None: any). Raises Refused."""
        with self._lock:
            if self._own is None:
                own = self.library.another(readonly=True)
                self._own = own, Suggester(own, self.settings)
            library, suggester = self._own
            library.poll()  # what it knows of tags and statuses may be old
            return Outlook(
                suggester.queue(count=QUEUED), suggester.suggestions(suggestions, minutes), suggester.silence()
            )

    def close(self) -> None:
        """Close the connection."""
        with self._lock:
            if self._own is not None:
                self._own[0].close()
                self._own = None
