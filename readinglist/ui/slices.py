"""Building in slices: parts are made one after another, and between them the window takes keys and clicks.

Also which modules are loaded before the panes are made, in an order in which each brings few others along.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

SLICE_SECONDS = 0.004  # after which no other part is begun: with the longest part a slice takes less than 30 ms

# Each name is a part of its own. `tests/stories/test_start.py` counts what each brings along; where one brings too
# much, or making the panes loads anything itself, a name is missing here.
MODULES = (
    "readinglist.core.paper",
    "readinglist.flows.readings",
    "readinglist.ui.actions.marking",
    "readinglist.core.query.tree",
    "readinglist.core.query.parser",
    "readinglist.core.query.language",
    "readinglist.ui.presenters.counts",
    "readinglist.ui.widgets.toast",
    "readinglist.ui.presenters.notices",
    "readinglist.ui.widgets.plain",
    "readinglist.ui.widgets.text.reading_text",
    "readinglist.ui.widgets.detail.abstract",
    "readinglist.ui.widgets.detail.status_control",
    "readinglist.ui.widgets.detail.tag_editor",
    "readinglist.ui.widgets.detail.head",
    "readinglist.ui.widgets.note.text",
    "readinglist.ui.widgets.note.editor",
    "readinglist.ui.widgets.detail.pane",
    "readinglist.library.tables.links",
    "readinglist.ui.presenters.search_scope",
    "readinglist.flows.opening",
    "readinglist.ui.presenters.detail",
    "readinglist.ui.presenters.about_library.notices",
    "readinglist.library.tables.parts.soundness",
    "readinglist.ui.presenters.dialogs.daily_check",
    "readinglist.core.ranking.pace",
    "readinglist.core.ranking.taste",
    "readinglist.core.ranking.score",
    "readinglist.core.ranking.reasons",
    "readinglist.flows.next_up",
    "readinglist.ui.widgets.upnext.cards",
    "readinglist.ui.widgets.upnext.page",
    "readinglist.ui.presenters.middle",
    "readinglist.core.identity.identifiers",
    "readinglist.core.identity.recognise",
    "readinglist.core.identity.match",
    "readinglist.core.names.parse",
    "readinglist.flows.refreshing",
    "readinglist.flows.refreshing.run",
    "readinglist.ui.presenters.dialogs.ask_news",
    "readinglist.ui.presenters.arriving.pending_details",
    "readinglist.ui.widgets.search.completer",
    "readinglist.ui.presenters.search_box",
    "readinglist.ui.actions.opening",
    "readinglist.ui.actions.queueing",
    "readinglist.ui.actions.paper_menus",
    "readinglist.ui.actions.main_menu",
    "readinglist.ui.presenters.note_page",
    "readinglist.flows.next_up.planning",
    "readinglist.ui.connections",
    "readinglist.ui.pane_parts",
    "readinglist.ui.panes",
)


def load(modules: tuple[str, ...] = MODULES) -> Iterator[None]:
    """Load modules, each as a part."""
    for name in modules:
        import_module(name)
        yield


class Slices(QObject):
    """Makes `parts` in slices, from the next turn of the event loop on; `finish` makes the rest at once."""

    def __init__(self, parts: Iterator[object], parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.make_slice)

    def start(self) -> None:
        """Begin with the next turn of the event loop."""
        self._timer.start()

    def make_slice(self) -> None:
        """Make as many parts as the time of a slice allows, one at least."""
        end = time.perf_counter() + SLICE_SECONDS
        while self.make_part():
            if time.perf_counter() >= end:
                self._timer.start()
                return

    def make_part(self) -> bool:
        """Make one part. Returns False where all are made."""
        return next(self._parts, self) is not self

    def make_until(self, holds: Callable[[], bool]) -> None:
        """Make parts until something holds, or all are made."""
        while not holds() and self.make_part():
            pass

    def finish(self) -> None:
        """Make the rest."""
        self._timer.stop()
        while self.make_part():
            pass
