"""Keeps the sidebar's counts: asked of the library on a worker, and only after something was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from readinglist.ui.desk import Desk
from readinglist.ui.presenters import sidebar_entries
from readinglist.ui.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from readinglist.library.library import Library
    from readinglist.ui.models.sidebar_lines import Entry

Lines = tuple[list["Entry"], str]


class Counting(QObject):
    """One count at a time; what changes while it runs is counted once more at its end."""

    def __init__(self, sidebar: Sidebar, desk: Desk) -> None:
        super().__init__(desk)
        self.sidebar = sidebar
        self.desk = desk
        self.reader = desk.reader("counts")

    def refresh(self, *, all_tags: bool) -> None:
        """Count anew and show it."""
        self.reader.ask(lambda own: self._lines(own, all_tags), self._show, late=True)

    def _lines(self, library: Library, all_tags: bool) -> Lines:
        return sidebar_entries.entries(library, all_tags=all_tags), sidebar_entries.foot(library)

    def _show(self, lines: Lines) -> None:
        self.sidebar.show_entries(lines[0], self.desk.view(), lines[1])
