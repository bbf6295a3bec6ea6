"""What arrived is saved as papers, or skipped for good; both can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readinglist.core.contract import from_json
from readinglist.core.errors import Problem
from readinglist.core.ops import Op
from readinglist.core.paper import PENDING, Draft
from readinglist.flows import importing
from readinglist.flows.importing.report import Report
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.library.tables.parts.arrivals import KEPT, SKIPPED


def save(library: Library, numbers: Sequence[int], status: str | None = None) -> Report:
    """Make papers of these arrivals, as one step, with a status to begin with. Returns which papers they are now.

    What lacks authors or an abstract and has a DOI is pending. Raises NoPaper for an arrival that does not wait, and
    WrongUsage for a status that there is not.
    """
    chosen = library.arrivals.of(numbers)
    begin = library.statuses.get(status).id if status is not None else None
    items: list[Draft | Problem] = [_paper(one.said, begin) for one in chosen]
    with library.step(Op.SAVE_ARRIVAL, len(chosen)):
        report = importing.commit(library, items, op=Op.SAVE_ARRIVAL)
        library.arrivals.decide([one.id for one in chosen], KEPT, Op.SAVE_ARRIVAL)
    return report


def skip(library: Library, numbers: Sequence[int]) -> int:
    """Let these arrivals go, as one step: they never return. Raises NoPaper for one that does not wait."""
    library.arrivals.of(numbers)
    return library.arrivals.decide(numbers, SKIPPED, Op.SKIP_ARRIVAL)


def _paper(said: dict[str, object], status: str | None) -> Draft | Problem:
    try:
        draft = from_json(said)
    except ValueError as problem:
        return Problem(_("arrival"), str(problem), "")
    draft = replace(draft, status=status)
    if draft.doi and not (draft.authors and draft.abstract):
        draft.extra = {**draft.extra, PENDING: f"doi:{draft.doi}"}
    return draft
