"""What the library says after a commit."""

from __future__ import annotations

from typing import NamedTuple


class Changed(NamedTuple):
    """A step was committed, by us (`mine`) or by another connection.

    `papers` are the ids touched, added or deleted (sorted, possibly empty); `tables` names what was written, so that a
    listener can tell a tag's colour from a paper's title. `op` is the step's op, `step` its number.
    """

    op: str
    papers: tuple[int, ...]
    tables: frozenset[str]
    mine: bool
    step: int
