"""The panes of the first picture and their places: sidebar, search and table, room for the detail pane."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
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
_LEAST_SIDEBAR, _LEAST_DETAIL = 170, 280
_LEAST_BESIDE_DETAIL, _LEAST_BESIDE_SIDEBAR = 456, 410  # that the middle has; where it has not, that pane folds away
_HANDED = 140, 320, 280  # pixels, whatever the text size: a window can be made as small as its panes together

Pane = Literal["sidebar", "detail"]


class Frame(QSplitter):
    """Three panes side by side; the middle one holds the search bar, a stack of pages and the foot.

    Where there is no room for all of them, as with very large text, the detail pane folds away, then the sidebar; the
    search bar shows the way back. `folds(pane)` before one is hidden, while it may still have the keys.
    """

    folds = Signal(QWidget)

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
        self._wanted: dict[Pane, bool] = {"sidebar": True, "detail": True}
        self._asked: Pane | None = None  # the one that is shown although there is hardly room for it
        self._whole = False  # the page in the middle has the detail pane's room
        self.splitterMoved.connect(self._moved)
        self.setStretchFactor(1, 1)
        for pane, least in zip((self.sidebar, middle, self.place_of_detail), _HANDED, strict=True):
            pane.setMinimumWidth(least)

    def put_detail(self, pane: QWidget) -> None:
        """Put the detail pane into the room that is kept for it."""
        pane.setMinimumWidth(self.place_of_detail.minimumWidth())
        sizes = self.sizes() if self.isVisible() else []  # before it is shown it has none
        self.replaceWidget(2, pane)
        self.place_of_detail.deleteLater()
        if sizes:
            super().setSizes(sizes)
        self.share()

    def put_above_foot(self, strip: QWidget) -> None:
        """Put a strip between the pages and the foot."""
        self.column.insertWidget(self.column.indexOf(self.pages) + 1, strip)

    # -- which ---------------------------------------------------------------------------------------------------

    def want(self, pane: Pane, shown: bool) -> None:
        """Show a pane from now on wherever there is room for it, or nowhere."""
        self._wanted[pane] = shown
        self.share()

    def ask_for(self, pane: Pane | None) -> None:
        """Show a pane although there is hardly room for it, in the place of the other; None: what has room again."""
        self._asked = pane
        self.share()

    def asked_for(self) -> Pane | None:
        """Return the pane that is shown although there is hardly room for it."""
        return self._asked

    def give_whole(self, whole: bool) -> None:
        """Give the page in the middle the detail pane's room, or take it back."""
        if whole != self._whole:
            self._whole = whole
            self.share()

    def _fitting(self) -> dict[Pane, bool]:
        """Return which panes there is room for, among those that are wanted."""
        width, px = self.width(), theme.now().px
        side, detail = self._wanted["sidebar"], self._wanted["detail"] and not self._whole
        beside = width - px(_LEAST_DETAIL) - px(_LEAST_BESIDE_DETAIL)
        all_fit = beside >= px(_LEAST_SIDEBAR) * side
        if all_fit:
            self._asked = None
        elif self._asked is not None:
            return {"sidebar": side and self._asked == "sidebar", "detail": detail and self._asked == "detail"}
        return {
            "sidebar": side and width >= px(_LEAST_SIDEBAR) + px(_LEAST_BESIDE_SIDEBAR),
            "detail": detail and all_fit,
        }

    def _fold(self) -> None:
        """Show the panes that are wanted and have room, and in the search bar the way back to the others."""
        seen = self._fitting()
        for place, shown in ((0, seen["sidebar"]), (2, seen["detail"])):
            pane = self.widget(place)
            if pane is not None and pane.isHidden() == shown:
                if not shown:
                    self.folds.emit(pane)
                pane.setVisible(shown)
        self.search_bar.offer_panes(sidebar=not seen["sidebar"], detail=not seen["detail"] and not self._whole)

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
        self._fold()
        width, px = self.width(), theme.now().px
        side, detail = self._drawn or self._suiting(width)
        least_side, least_detail = self._least(width)
        side, detail = max(side, least_side), max(detail, least_detail)
        panes = [pane for place in range(3) if (pane := self.widget(place)) is not None]
        shown = [not pane.isHidden() for pane in panes]
        missing = px(_MIDDLE) - (width - side * shown[0] - detail * shown[2])
        if shown[2]:
            given = max(0, min(missing, detail - least_detail))
            detail, missing = detail - given, missing - given
        if shown[0]:
            side -= max(0, min(missing, side - least_side))
        super().setSizes([side, max(1, width - side * shown[0] - detail * shown[2]), detail])

    @staticmethod
    def _least(width: int) -> tuple[int, int]:
        """Return as narrow as sidebar and detail pane may become: below that words would be broken."""
        px = theme.now().px
        return (
            max(_HANDED[0], min(px(_LEAST_SIDEBAR), width * 2 // 5)),
            max(_HANDED[2], min(px(_LEAST_DETAIL), width * 56 // 100)),
        )

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
        least = self._least(self.width())
        if self._drawn[0] < least[0] or self._drawn[1] < least[1]:
            self.share()
