"""Saves that are going on: each is known by the id that the extension made up, for ten minutes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

SECONDS = 600.0
MOST = 200  # at a time; the oldest goes
LONGEST_ID = 200  # characters


@dataclass
class Session:
    """A save: the papers that it is about, what its items are called, and what the popup has said of it so far."""

    id: str
    begun: float
    papers: list[int] = field(default_factory=list)
    items: dict[str, int] = field(default_factory=dict)  # the extension's ids of items -> papers
    recognised: dict[str, str] = field(default_factory=dict)  # what is shown of what a PDF turned out to be
    target: str = ""
    statuses: dict[int, tuple[str, str]] = field(default_factory=dict)  # what they were before the target, and by it
    queued: dict[str, list[int]] = field(default_factory=dict)  # queue -> papers that it got by the target
    tagged: dict[str, list[int]] = field(default_factory=dict)  # tag -> papers that got it by the target
    tags: dict[str, list[int]] = field(default_factory=dict)  # tag -> papers that got it in the popup
    note: str = ""
    before: dict[int, tuple[str, str | None]] = field(default_factory=dict)  # status and why before the note's

    @property
    def step(self) -> str:
        """What the steps of this save have in common: they are one."""
        return f"browser:{self.id}"


class Sessions:
    """The saves of the last ten minutes. `clock` gives seconds. Any thread may ask."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._known: dict[str, Session] = {}
        self._lock = threading.Lock()

    def get(self, name: str) -> Session | None:
        """Return the save of that id, None for one that is not known or too old."""
        with self._lock:
            self._forget()
            return self._known.get(name)

    def begin(self, name: str) -> Session | None:
        """Return a new save of that id, None where there is one already."""
        with self._lock:
            self._forget()
            if name in self._known:
                return None
            while len(self._known) >= MOST:
                del self._known[next(iter(self._known))]
            made = self._known[name] = Session(name, self._clock())
            return made

    def keep(self, session: Session) -> None:
        """Let a save be known as it is now."""
        with self._lock:
            if session.id in self._known:
                self._known[session.id] = session

    def drop(self, session: Session) -> None:
        """Forget a save of which nothing came."""
        with self._lock:
            self._known.pop(session.id, None)

    def _forget(self) -> None:
        oldest = self._clock() - SECONDS
        for name in [name for name, session in self._known.items() if session.begun < oldest]:
            del self._known[name]
