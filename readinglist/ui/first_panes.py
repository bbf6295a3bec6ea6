"""What the desk has for panes right after the first picture: the table with its keys, until all panes are made.

Keys that mark papers work at once, and a click on a view shows its papers. Whatever needs a pane that is not made yet
is kept and done when it is there, in the order in which it came.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, SignalInstance

from readinglist.core import views
from readinglist.core.events import Changed
from readinglist.core.views import View
from readinglist.ui.actions.menus import STATUS, Menus
from readinglist.ui.desk import Desk
from readinglist.ui.frame import Frame
from readinglist.ui.presenters.browser import Browser

# The actions that need no more than the table.
_AT_ONCE = (STATUS, "advance_status", "priority_", "rate_")


class FirstPanes(QObject):
    """The verbs that need no more than the table; any other has `finish()` make all panes and asks them."""

    def __init__(self, desk: Desk, frame: Frame, browser: Browser, finish: Callable[[], None]) -> None:
        super().__init__(desk)
        desk.panes = self  # what is not here, `__getattr__` finds
        self.desk = desk
        self.table = frame.table
        self._frame = frame
        self.browser = browser
        self.menus = Menus(desk, [self.table], whole=False)
        self.menus.later = self._later
        self._finish = finish
        self._kept: list[Callable[[], object]] = []
        self._connected: list[tuple[SignalInstance, Callable[..., object]]] = []
        self._connect(frame)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        self._finish()
        return getattr(self.desk.panes, name)

    def _connect(self, frame: Frame) -> None:
        table, sidebar, search = frame.table, frame.sidebar, frame.search_bar
        self._join(table.selected, self._selected)
        self._join(self.desk.bridge.changed, self._heard)
        self._join(sidebar.chosen, self._chosen)
        self._join(sidebar.left, self._left)
        for signal in (
            sidebar.dropped, sidebar.also_asked, sidebar.menu_asked,
            search.typed, search.left, search.add_asked, search.save_asked, search.menu_asked,
            table.opened, table.peeked, table.typed, table.cell_clicked, table.header.menu_asked,
            table.customContextMenuRequested,
        ):  # fmt: skip
            self._join(signal, lambda *given, signal=signal: self._kept.append(lambda: signal.emit(*given)))

    def _join(self, signal: SignalInstance, deed: Callable[..., object]) -> None:
        signal.connect(deed)
        self._connected.append((signal, deed))

    def _later(self, action: str) -> bool:
        """Keep an action that needs all panes, or comes after one. Returns False for those that can be done now."""
        if action.startswith(_AT_ONCE) and not self._kept:
            return False
        self._kept.append(lambda: self.menus.run(action))
        return True

    def _chosen(self, view: View) -> None:
        """Show the papers of a view that is a mere list; others are kept."""
        if self._kept or view.kind in (*views.QUEUES, views.SEARCH, views.STATISTICS):
            self._kept.append(lambda: self._frame.sidebar.chosen.emit(view))
        else:
            self.browser.show(view)

    def _left(self) -> None:
        """The sidebar gives the keys to the papers."""
        if self._kept:
            self._kept.append(self._frame.sidebar.left.emit)
        else:
            self.table.setFocus()

    def start(self, view: View) -> None:
        """Show the view with its first paper selected, and give it the keys. Of what is shown already, only that."""
        if self.browser.ids:
            self.browser.select_first()
        else:
            self.browser.show(view)
        self.table.setFocus()
        self.menus.allow(["undo", "redo"], [])

    def list_whole(self) -> None:
        """Ask for the whole list, of which the first rows are shown; what has left it stays, dimmed."""
        self.browser.refresh(lingering=frozenset(self.table.papers.lingering))

    def hand_over(self) -> None:
        """All panes are made and connected: do what was kept for them."""
        for signal, deed in self._connected:
            signal.disconnect(deed)
        self.menus.later = lambda _action: False
        for deed in self._kept:
            deed()
        self._kept.clear()

    # -- what the desk asks of panes -----------------------------------------------------------------------------

    def view(self) -> View:
        """Return the view on screen."""
        return self.browser.view

    def selection(self) -> list[int]:
        """Return the selected papers of the table."""
        return self.table.selected_ids()

    def select(self, papers: list[int]) -> None:
        """Select these papers."""
        self.table.select_ids(papers, scroll=True)

    def following(self, papers: Sequence[int], *, past_dimmed: bool = False) -> int | None:
        """Return the paper below these in the table, else the one above."""
        return self.browser.following(papers, past_dimmed=past_dimmed)

    def at_papers(self) -> bool:
        """Return whether the table has the keys."""
        return self.desk.window.focusWidget() is self.table

    def queued(self) -> frozenset[int]:
        """Return no papers: what is queued is not known yet."""
        return frozenset()

    def flush(self) -> None:
        """Nothing is typed yet."""

    def _selected(self, papers: list[int]) -> None:
        self.menus.allow(["papers", "trash"], papers)

    def _heard(self, changed: Changed) -> None:
        self.browser.heard(changed)
        self.menus.allow(["undo", "redo"], [])
