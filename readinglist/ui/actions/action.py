"""What a row of the table of actions says, and when an action can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from readinglist.core import views
from readinglist.ui.desk import Desk

Need = Literal["nothing", "papers", "trash", "queued", "undo", "redo", "search", "arrival"]


class Action(NamedTuple):
    """One deed: `run(desk)` does it. `keys` work everywhere, `table_keys` while the list of papers has the focus.

    It is greyed, and does nothing, while what it `needs` is not there.
    """

    id: str
    run: Callable[[Desk], object]
    label: str
    keys: tuple[str, ...] = ()
    table_keys: tuple[str, ...] = ()
    needs: Need = "nothing"
    icon: str = ""


LINE = None  # between two groups of a menu


class Menu:
    """A menu of the window's bar: its label, and its actions with lines between them."""

    def __init__(self, label: str, *rows: Action | None) -> None:
        self.label = label
        self.rows = rows
        self.actions = [row for row in rows if row is not LINE]


# Whether there is what an action needs; `papers` are the selected ones.
THERE: dict[Need, Callable[[Desk, Sequence[int]], bool]] = {
    "nothing": lambda desk, papers: True,
    "papers": lambda desk, papers: bool(papers),
    "trash": lambda desk, papers: bool(papers) and desk.view().kind == views.TRASH,
    "queued": lambda desk, papers: not desk.panes.queued().isdisjoint(papers),
    "undo": lambda desk, papers: desk.library.undo_name() is not None,
    "redo": lambda desk, papers: desk.library.redo_name() is not None,
    "search": lambda desk, papers: bool(desk.panes.search_text()),
    "arrival": lambda desk, papers: desk.view().kind == views.ARRIVALS,
}
