"""The panes of the first picture and their places: sidebar, search and table, room for the detail pane."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from readinglist.library.library import Library
from readinglist.ui.look import theme
from readinglist.ui.models.paper_table import PaperTable
from readinglist.ui.widgets.foot import Foot
from readinglist.ui.widgets.papers.view import PaperView
from readinglist.ui.widgets.search.bar import SearchBar
from readinglist.ui.widgets.sidebar import Sidebar

_SIDEBAR, _DETAIL = 203, 395  # pixels, at normal text size


class Frame(QSplitter):
    """Three panes side by side; the middle one holds the search bar, a stack of pages and the foot."""

    def __init__(self, library: Library, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.sidebar = Sidebar(parent)
        self.model = PaperTable(library.search.rows, library.statuses.all, parent)
        self.table = PaperView(self.model, parent)
        self.search_bar = SearchBar(parent)
        self.place_of_detail = QWidget(parent)
        self.foot = Foot(parent)
        self.pages = QStackedWidget(parent)
        self.pages.addWidget(self.table)
        middle = QWidget(parent)
        self.column = QVBoxLayout(middle)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.search_bar)
        self.column.addWidget(self.pages, 1)
        self.column.addWidget(self.foot)
        for pane in (self.sidebar, middle, self.place_of_detail):
            self.addWidget(pane)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setStretchFactor(1, 1)
        self.sidebar.setMinimumWidth(140)
        middle.setMinimumWidth(320)
        self.place_of_detail.setMinimumWidth(280)

    def put_detail(self, pane: QWidget) -> None:
        """Put the detail pane into the room that is kept for it."""
        pane.setMinimumWidth(self.place_of_detail.minimumWidth())
        sizes = self.sizes() if self.isVisible() else []  # before it is shown it has none
        self.replaceWidget(2, pane)
        self.place_of_detail.deleteLater()
        if sizes:
            self.setSizes(sizes)

    def put_above_foot(self, strip: QWidget) -> None:
        """Put a strip between the pages and the foot."""
        self.column.insertWidget(self.column.indexOf(self.pages) + 1, strip)

    def fit(self, width: int) -> None:
        """Share the window's `width` among the panes as it suits its size."""
        now = theme.now()
        larger = max(0.0, now.scale - 1)  # large text needs a larger share at the sides
        side = min(now.px(_SIDEBAR), max(150, round(width * (0.178 + 0.06 * larger))))
        detail = min(now.px(_DETAIL), max(290, round(width * (0.3 + 0.05 * larger))))
        self.setSizes([side, width - side - detail, detail])
