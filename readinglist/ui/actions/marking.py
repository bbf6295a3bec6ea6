"""Status, priority, rating, due date and progress of the selected papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from readinglist.core import dates, views
from readinglist.core.ops import Op
from readinglist.core.status import INBOX, PRIORITIES, READING, Status, next_kind
from readinglist.flows import deeds, readings
from readinglist.i18n import _, plural
from readinglist.ui.desk import Desk


def set_status(desk: Desk, name: str, papers: Sequence[int] | None = None, *, then: int | None = None) -> None:
    """Set the status `name` of the selected papers, or of `papers`; the paper `then` is selected afterwards."""
    chosen = list(desk.selected() if papers is None else papers)
    detail, moment = _small(desk.library.statuses.get(name)), dates.now()
    words = ""  # of the one paper that stays selected it is to be seen
    if len(chosen) > 1 or papers is not None or then is not None:
        words = _marked(desk, chosen, detail)
    desk.change(
        chosen,
        Op.SET_STATUS,
        lambda library, papers: library.readings.set_status(papers, name, moment),
        words,
        detail=detail,
        then=then,
    )


def _small(status: Status) -> str:
    """Return a status' label as it stands within a sentence."""
    return status.label[:1].lower() + status.label[1:]


def _marked(desk: Desk, papers: Sequence[int], label: str) -> str:
    """Return in words that papers were given a status."""
    counted = plural("{n} paper marked as {status}", "{n} papers marked as {status}", len(papers))
    return deeds.said(desk.library, papers, _("“{paper}” marked as {status}"), counted, status=label)


def status(name: str) -> Callable[[Desk], None]:
    """Return the action that sets this status, and goes on to the next paper where the user wants that."""

    def run(desk: Desk) -> None:
        leaves = desk.view().arg != name
        set_status(desk, name, then=_next_to_decide(desk) if leaves else None)

    return run


def _next_to_decide(desk: Desk) -> int | None:
    """Return the paper to go on to when the selected ones leave a view of a status; None where they are to stay."""
    view, where = desk.view(), desk.settings.get("move_on")
    if view.kind != views.STATUS or where == "never" or not desk.panes.at_papers():
        return None
    if where == "inbox" and desk.library.statuses.get(view.arg).kind != INBOX:
        return None
    return desk.panes.following(desk.selected(), past_dimmed=True)


def start(desk: Desk, papers: Sequence[int]) -> None:
    """Begin to read these papers."""
    set_status(desk, desk.library.statuses.of_kind(READING).id, papers)


def advance(desk: Desk) -> None:
    """Give every selected paper the status that naturally follows its own."""
    moment, view, chosen = dates.now(), desk.view(), desk.selected()
    follows = next_kind(desk.library.statuses.get(view.arg).kind) if view.kind == views.STATUS else None
    then = _next_to_decide(desk) if follows else None
    kinds = {next_kind(kind) for kind in desk.library.ranking_facts.kinds(chosen).values()}
    labels = [_small(desk.library.statuses.of_kind(kind)) for kind in kinds if kind]
    detail = labels[0] if len(labels) == 1 else _("what comes next")
    words = _marked(desk, chosen, detail) if then is not None and len(labels) == 1 else ""
    desk.change(
        chosen,
        Op.SET_STATUS,
        lambda library, papers: readings.advance(library, papers, moment),
        words,
        detail=detail,
        then=then,
    )


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


def set_why(desk: Desk, paper: int, why: str) -> None:
    """Note why a paper was saved; "" takes the note away."""
    desk.attempt(lambda: desk.library.papers.update([paper], Op.EDIT, {"why": why or None}))


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


# The rows of the table of actions, which is read before this module is loaded.
priority_high, priority_medium, priority_low, priority_none = map(priority, (*PRIORITIES, None))
rate_1, rate_2, rate_3, rate_4, rate_5, rate_none = map(rating, (1, 2, 3, 4, 5, None))
