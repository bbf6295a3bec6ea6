"""Deeds over very many papers, part by part inside one step, so that they can say how far they are and be stopped.

What `report` raises takes all of it back. Leaves where this runs, and who may stop it, to the faces.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from readinglist.core.ops import Op
from readinglist.library.file.sql import large_cache
from readinglist.library.library import Library

PART = 10_000  # papers
_IN_ORDER = frozenset({Op.QUEUE_ADD, Op.QUEUE_MOVE})

Report = Callable[[int, int], None]
Deed = Callable[[Library, Sequence[int]], object]

UNDO: Final = "undo"
REDO: Final = "redo"


def change(library: Library, papers: Sequence[int], op: Op, detail: str, deed: Deed, report: Report) -> None:
    """Do `deed` on papers, as one step; the step counts what the deed says that it touched, or else the papers."""
    if op not in _IN_ORDER:
        # As they lie in the file: each page of it is needed once.
        papers = sorted(set(papers))
    with large_cache(library.db), library.step(op, len(papers), detail):
        touched = 0
        for start in range(0, len(papers), PART):
            part = papers[start : start + PART]
            touched += _touched(deed(library, part), len(part))
            library.settle()
            report(start + len(part), len(papers))
        library.set_count(touched)


def _touched(said: object, count: int) -> int:
    """Return how many papers a deed touched, by what it returned: their ids, their number, or nothing of the kind."""
    if isinstance(said, list):
        return len(said)
    return said if isinstance(said, int) else count


def revert(library: Library, stack: str, report: Report, steps: int = 1) -> None:
    """Take back the newest steps (`UNDO`), or do again what was undone last (`REDO`); one, or so many together."""
    whole = library.size(stack, 1 << 60, steps)

    def told(done: int) -> None:
        report(done, whole)

    with large_cache(library.db):
        if stack == UNDO:
            library.undo(told, steps=steps)
        else:
            library.redo(told, steps=steps)
