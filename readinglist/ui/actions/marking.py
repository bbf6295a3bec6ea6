"""Status, priority, rating, due date and progress of the selected papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from readinglist.core import dates
from readinglist.core.ops import Op, describe
from readinglist.core.status import READING
from readinglist.flows import readings
from readinglist.i18n import _
from readinglist.ui.desk import Desk


def set_status(desk: Desk, name: str, papers: Sequence[int] | None = None) -> None:
    """Set the status `name` of the selected papers, or of `papers`."""
    chosen = list(desk.selected() if papers is None else papers)
    label = desk.library.statuses.get(name).label
    detail, moment = label[:1].lower() + label[1:], dates.now()
    words = describe(Op.SET_STATUS, len(chosen), detail) if len(chosen) > 1 else ""
    desk.change(
        chosen,
        Op.SET_STATUS,
        lambda library, papers: library.readings.set_status(papers, name, moment),
        words,
        detail=detail,
    )


def status(name: str) -> Callable[[Desk], None]:
    """Return the action that sets this status."""
    return lambda desk: set_status(desk, name)


def start(desk: Desk, papers: Sequence[int]) -> None:
    """Begin to read these papers."""
    set_status(desk, desk.library.statuses.of_kind(READING).id, papers)


def advance(desk: Desk) -> None:
    """Give every selected paper the status that naturally follows its own."""
    moment = dates.now()

    desk.change(desk.selected(), Op.SET_STATUS, lambda library, papers: readings.advance(library, papers, moment))


def set_priority(desk: Desk, priority: str | None) -> None:
    """Set the priority of the selected papers; None takes it away."""
    _set(desk, Op.SET_PRIORITY, {"priority": priority}, priority or _("none"))


def priority(level: str | None) -> Callable[[Desk], None]:
    """Return the action that sets this priority."""
    return lambda desk: set_priority(desk, level)


def set_rating(desk: Desk, rating: int | None) -> None:
    """Rate the selected papers with 0 to 5 stars; None takes the rating away."""
    _set(desk, Op.SET_RATING, {"rating": rating}, "–" if rating is None else str(rating))


def rating(stars: int | None) -> Callable[[Desk], None]:
    """Return the action that gives so many stars."""
    return lambda desk: set_rating(desk, stars)


def set_due(desk: Desk, due: str | None) -> None:
    """Set the due date (ISO) of the selected papers, or take it away."""
    _set(desk, Op.SET_DUE, {"due": due})


def set_progress(desk: Desk, page: int | None, pages: int | None) -> None:
    """Set how far the selected papers are read and how long they are."""
    _set(desk, Op.SET_PROGRESS, {"page": page, "pages": pages})


def _set(desk: Desk, op: Op, values: dict[str, object], detail: str = "") -> None:
    desk.change(
        desk.selected(),
        op,
        lambda library, papers: library.papers.update(papers, op, values, detail),
        detail=detail,
    )
