"""How high the rows of the table are: as the density says, which may go by how wide the table is."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QTableView

from readinglist.ui.look import theme

NARROW = 980  # pixels at the normal text size: below it titles and authors have no room beside each other


class RowHeight:
    """The height of one table's rows."""

    def __init__(self, view: QTableView) -> None:
        self._view = view
        self._high = 0
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def suit_width(self) -> bool:
        """Have rows of two lines where the table is narrow, if the density goes by that. Returns whether that is new.

        It goes by the width alone, never by what is listed: rows of one view are as high as those of the next.
        """
        return theme.set_narrow(self._view.viewport().width() < theme.now().px(NARROW))

    def take_over(self) -> None:
        """Give the rows their height; the paper at the top stays there, and the current one on screen if it was."""
        view, rows, high = self._view, self._view.verticalHeader(), theme.now().row_height
        if high == self._high:
            return
        self._high = high
        top, current = max(0, view.rowAt(0)), view.currentIndex()
        seen = current.isValid() and view.viewport().rect().intersects(view.visualRect(current))
        rows.setMinimumSectionSize(1)  # else Qt makes every row as high by itself, 70 ms at 10,000
        rows.setDefaultSectionSize(high)
        rows.setMinimumSectionSize(high)
        view.verticalScrollBar().setSingleStep(high)
        view.updateGeometries()  # the bar is to know how far it reaches by now
        view.verticalScrollBar().setValue(top * high)
        if seen:
            view.scrollTo(current)
