"""Where a paper stands in your reading: the six kinds, their order, keys and colours, and the natural next one."""

from __future__ import annotations

from typing import NamedTuple

from readinglist.i18n import mark


class Status(NamedTuple):
    """One status. `id` is stored and never changes; `kind` is one of the six, and all logic goes by it.

    `colour` is one of COLOURS or #rrggbb; `key` the digit that sets it, or None; `shape` one of SHAPES, or "" for the
    sign of its kind.
    """

    id: str
    label: str
    kind: str
    colour: str
    key: int | None = None
    meaning: str = ""
    shape: str = ""

    @property
    def sign(self) -> str:
        """The name of the glyph that stands for it: its own shape, or its kind."""
        return self.shape or self.kind


INBOX, TO_READ, READING, PAUSED, READ, DROPPED = KINDS = ("inbox", "to_read", "reading", "paused", "read", "dropped")

BUILT_IN: tuple[Status, ...] = (
    Status(INBOX, mark("Inbox"), INBOX, "slate", 1, mark("just arrived, not decided")),
    Status(TO_READ, mark("To read"), TO_READ, "amber", 2, mark("decided to read")),
    Status(READING, mark("Reading"), READING, "blue", 3, mark("started")),
    Status(PAUSED, mark("Paused"), PAUSED, "violet", 4, mark("started, put down")),
    Status(READ, mark("Read"), READ, "green", 5, mark("finished")),
    Status(DROPPED, mark("Dropped"), DROPPED, "grey", 6, mark("will not read")),
)

# The colours that have a name; each is in both themes of the window.
COLOURS = ("slate", "amber", "blue", "violet", "green", "grey", "teal", "pink", "brown", "red")

# The shapes that a status can have instead of the sign of its kind.
SHAPES = ("square", "diamond", "triangle", "wedge", "star", "heart", "flag", "hexagon", "cross", "plus", "moon", "bolt")

DEPTHS = ("skimmed", "read", "studied")
PRIORITIES = ("high", "medium", "low")
PRIORITY_RANK = {"high": 3, "medium": 2, "low": 1}
RANK_PRIORITY = {rank: name for name, rank in PRIORITY_RANK.items()}

# What `.` does: the natural way of a paper. Paused goes on reading; read and dropped are ends.
NEXT_KIND = {INBOX: TO_READ, TO_READ: READING, READING: READ, PAUSED: READING}

# Titles in bold ask for a decision or are under way; titles in the secondary colour are done with.
BOLD_KINDS = frozenset({INBOX, READING})
DONE_KINDS = frozenset({READ, DROPPED})


def next_kind(kind: str) -> str | None:
    """Return the kind that naturally follows `kind`, or None where it is an end."""
    return NEXT_KIND.get(kind)
