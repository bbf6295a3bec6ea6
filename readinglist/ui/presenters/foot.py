"""The words at the foot of the window: how many papers, how many selected, how full one's hands are, what is saved."""

from __future__ import annotations

from readinglist.core.status import READING
from readinglist.flows.next_up import in_progress_words
from readinglist.i18n import plural
from readinglist.library.library import Library


def listed(count: int | None, selected: int) -> str:
    """Return the line of a list of `count` papers; None is not known yet."""
    text = "…" if count is None else plural("{n} paper", "{n} papers", count)
    return f"{text} · " + plural("{n} selected", "{n} selected", selected) if selected else text


def queued(count: int, library: Library, limit: int) -> str:
    """Return the line of a queue of `count` papers; `limit` is how many one wants to read at a time."""
    of_statuses = library.search.counts.of_statuses()
    reading = sum(n for name, n in of_statuses.items() if library.statuses.get(name).kind == READING)
    return f"{plural('{n} in the queue', '{n} in the queue', count)} · {in_progress_words(reading, limit)}"
