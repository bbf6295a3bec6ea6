"""Keeps the sidebar's counts: asked of the library on a worker, and only after something was changed.

Leaves what the lines are to `sidebar_entries` and painting them to the widget.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from readinglist.core import errors
from readinglist.library.find.counts import Counts
from readinglist.ui import tasks
from readinglist.ui.presenters import sidebar_entries

if TYPE_CHECKING:
    from readinglist.library.library import Library
    from readinglist.ui.models.sidebar_lines import Entry
    from readinglist.ui.window import Window

Lines = tuple[list["Entry"], str]


class Counting(QObject):
    """One count at a time; what changes while it runs is counted once more at its end."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.w = window
        self._own: Library | None = None
        self._counts: Counts | None = None  # of `_own`, or of the window's library where there is no worker
        self._using = threading.Lock()
        self._running = False
        self._again = False

    def refresh(self, *, all_tags: bool) -> None:
        """Count anew and show it."""
        if tasks.serial:
            self._show(self._lines(self.w.library, all_tags))
            return
        if self._running:
            self._again = True
            return
        self._running = True

        def work(_report: object) -> Lines:
            with self._using:
                if self._own is None:
                    self._own = self.w.library.another(readonly=True)
                self._own.forget()
                return self._lines(self._own, all_tags)

        def done(lines: Lines) -> None:
            self._show(lines)
            self._end(all_tags)

        def failed(problem: BaseException) -> None:
            self._end(all_tags)
            if not isinstance(problem, errors.Refused):
                raise problem

        tasks.run(work, done=done, failed=failed, owner=self, label="counts")

    def _lines(self, library: Library, all_tags: bool) -> Lines:
        if self._counts is None or self._counts.library is not library:
            self._counts = Counts(library)
        return sidebar_entries.entries(self._counts, all_tags=all_tags), sidebar_entries.foot(library)

    def _show(self, lines: Lines) -> None:
        self.w.sidebar.show_entries(lines[0], self.w.browser.view, lines[1])

    def _end(self, all_tags: bool) -> None:
        self._running = False
        if self._again:
            self._again = False
            self.refresh(all_tags=all_tags)

    def close(self) -> None:
        """Close the worker's connection."""
        with self._using:
            if self._own is not None:
                self._own.close()
                self._own = self._counts = None
