"""The panes of the first picture and their places: sidebar, search and table, room for the detail pane."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from readinglist.library.library import Library
from readinglist.ui.look import theme
from readinglist.ui.models.paper_table import PaperTable
from readinglist.ui.widgets.foot import Foot
from readinglist.ui.widgets.papers.view import PaperView
from readinglist.ui.widgets.search.bar import SearchBar
from readinglist.ui.widgets.sidebar import Sidebar

# Pixels, at normal text size: as they are in a usual window, in a very wide one, and what the table has first.
_SIDEBAR, _DETAIL = 203, 395
_WIDE_SIDEBAR, _WIDE_DETAIL = 240, 540
_MIDDLE = 560
_LEAST_SIDEBAR, _LEAST_DETAIL = 140, 280


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
        self._drawn: tuple[int, int] | None = None  # by the user: sidebar and detail pane
        self.splitterMoved.connect(self._moved)
        self.setStretchFactor(1, 1)
        self.sidebar.setMinimumWidth(_LEAST_SIDEBAR)
        middle.setMinimumWidth(320)
        self.place_of_detail.setMinimumWidth(_LEAST_DETAIL)

    def put_detail(self, pane: QWidget) -> None:
        """Put the detail pane into the room that is kept for it."""
        pane.setMinimumWidth(self.place_of_detail.minimumWidth())
        sizes = self.sizes() if self.isVisible() else []  # before it is shown it has none
        self.replaceWidget(2, pane)
        self.place_of_detail.deleteLater()
        if sizes:
            super().setSizes(sizes)

    def put_above_foot(self, strip: QWidget) -> None:
        """Put a strip between the pages and the foot."""
        self.column.insertWidget(self.column.indexOf(self.pages) + 1, strip)

    # -- widths --------------------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Share the width among the panes as it suits the window's size, whatever was drawn."""
        self._drawn = None
        self.share()

    def setSizes(self, sizes: Sequence[int]) -> None:
        """Give the panes these widths; while the window is too narrow for them the detail pane gives way first."""
        self._drawn = (sizes[0], sizes[2])
        self.share()

    def drawn(self) -> list[int] | None:
        """Return the widths that the user gave the panes, for `setSizes`; None where they suit the window's size."""
        if self._drawn is None:
            return None
        side, detail = self._drawn
        return [side, self.width() - side - detail, detail]

    def share(self) -> None:
        """Share the width anew: the table keeps a good width until the detail pane and the sidebar have given way."""
        width, panes = self.width(), [pane for place in range(3) if (pane := self.widget(place)) is not None]
        side, detail = self._drawn or self._suiting(width)
        shown = [not pane.isHidden() for pane in panes]
        px = theme.now().px
        missing = min(px(_MIDDLE), width * 56 // 100) - (width - side * shown[0] - detail * shown[2])
        if shown[2]:
            least = max(panes[2].minimumWidth(), min(px(_LEAST_DETAIL), width * 28 // 100))
            given = max(0, min(missing, detail - least))
            detail, missing = detail - given, missing - given
        if shown[0]:
            least = max(panes[0].minimumWidth(), min(px(_LEAST_SIDEBAR), width // 5))
            side -= max(0, min(missing, side - least))
        super().setSizes([side, max(1, width - side * shown[0] - detail * shown[2]), detail])

    @staticmethod
    def _suiting(width: int) -> tuple[int, int]:
        """Return the widths of sidebar and detail pane that suit a window."""
        now = theme.now()
        larger = max(0.0, now.scale - 1)  # large text needs a larger share at the sides
        side = min(now.px(_SIDEBAR), max(150, round(width * (0.178 + 0.06 * larger))))
        detail = min(now.px(_DETAIL), max(290, round(width * (0.3 + 0.05 * larger))))
        return max(side, min(now.px(_WIDE_SIDEBAR), width // 10)), max(detail, min(now.px(_WIDE_DETAIL), width // 5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share()

    def _moved(self, _at: int, _handle: int) -> None:
        sizes, before = self.sizes(), self._drawn or self._suiting(self.width())
        self._drawn = (sizes[0] or before[0], sizes[2] or before[1])  # a pane that is hidden keeps what it had
