"""What the mouse finds at a spot of the table: a field that is changed in its place, words that are cut."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QTableView

from readinglist.ui.models.paper_table import PaperTable
from readinglist.ui.widgets.papers.lines import PaperLines

CHANGED_IN_PLACE = frozenset({"status", "priority", "rating", "due"})
_SIGNS = frozenset({"status", "priority", "progress", "rating"})  # nothing of them is ever cut


class Spots:
    """Asks one view, whose spots are those of its viewport."""

    def __init__(self, view: QTableView, model: PaperTable, lines: PaperLines) -> None:
        self._view, self._model, self._lines = view, model, lines

    def _cell(self, spot: QPoint) -> tuple[int, int, str] | None:
        index = self._view.indexAt(spot)
        if not index.isValid():
            return None
        return index.row(), index.column(), self._model.columns[index.column()].name

    def changeable(self, spot: QPoint) -> tuple[int, str] | None:
        """Return the line and the field at a spot if the field is changed in its place."""
        cell = self._cell(spot)
        return (cell[0], cell[2]) if cell and cell[2] in CHANGED_IN_PLACE else None

    def cut_words(self, spot: QPoint) -> str:
        """Return the words at a spot that are longer than their cell, "" where all is to be seen."""
        cell = self._cell(spot)
        row = self._model.row(cell[0]) if cell else None
        if cell is None or row is None or cell[2] in _SIGNS:
            return ""
        return self._lines.left_out(row, cell[2], self._view.columnWidth(cell[1]), self._model)
