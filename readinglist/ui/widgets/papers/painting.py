"""Which lines of the table are painted anew: those whose paper, words, marks or choice are others than before.

Qt marks everything for painting whenever a list is shown, even where each line on screen stays the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QTableView, QWidget

from readinglist.core.row import Row
from readinglist.ui.look import theme
from readinglist.ui.models.paper_table import PaperTable
from readinglist.ui.widgets.papers.lines import PaperLines

Terms = Mapping[str, tuple[str, ...]]


class Picture(NamedTuple):
    """What is on screen: of each line its paper, whether it is dimmed, chosen, the current one."""

    size: tuple[int, ...]  # of the whole and of its columns
    top: int  # where the first of the lines begins
    lines: list[tuple[int, bool, bool, bool]]


class Painting:
    """Asks for the paints of one view."""

    def __init__(self, view: QTableView, model: PaperTable, lines: PaperLines) -> None:
        self._view, self._model, self._lines = view, model, lines
        self._asked: set[int] = set()  # lines that will be painted in any case
        self.held = False  # nothing is painted at present
        self._all = False  # was asked for meanwhile

    def done(self) -> None:
        """Take over that all that was asked for is painted."""
        self._asked.clear()

    # -- lines ---------------------------------------------------------------------------------------------------

    def line(self, line: int) -> None:
        """Paint a line anew, if it is on screen."""
        self.lines(line, line)

    def lines(self, first: int, last: int) -> None:
        """Paint these lines anew, those of them that are on screen."""
        on_screen = self._on_screen()
        first, last = max(first, on_screen.start), min(last, on_screen.stop - 1, len(self._model.ids) - 1)
        if 0 <= first <= last:
            self._asked.update(range(first, last + 1))
            self._strip(self._view.rowViewportPosition(first), last - first + 1)

    def _strip(self, top: int, lines: int) -> None:
        if not self.held:
            ground = self._view.viewport()
            ground.update(QRect(0, top, ground.width(), theme.now().row_height * lines))

    def all(self) -> None:
        """Paint everything anew."""
        self._asked.update(self._on_screen())
        self._all = self.held
        self._view.viewport().update()

    def _on_screen(self) -> range:
        """Return the numbers of the lines on screen, blank ones below the last included."""
        first = max(0, self._view.rowAt(0))
        return range(first, first + self._view.viewport().height() // theme.now().row_height + 2)

    # -- what differs --------------------------------------------------------------------------------------------

    @contextmanager
    def unpainted(self, *, differs: bool) -> Iterator[None]:
        """Let nothing be painted of what Qt asks for within; then all, or where it `differs` the lines that do."""
        if self.held:
            yield
            return
        self._view.executeDelayedItemsLayout()  # what Qt has still to do is not ours to hold back
        before, grounds = self._picture(), (self._view, self._view.viewport())
        self.held, asked, self._asked = True, self._asked, set()
        # Not `setUpdatesEnabled`, which asks for everything when it is switched on again.
        for ground in grounds:
            ground.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, True)
        try:
            yield
            self._view.executeDelayedItemsLayout()  # else it would come later, and ask for everything
        finally:
            for ground in grounds:
                ground.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, False)
            self._wake_parts()
            self.held = False
        changed, self._asked = self._asked, self._asked | asked
        if differs and not self._all:
            for line in changed:  # they were asked for meanwhile
                self.line(line)
            self._compare(before, self._picture())
        else:
            self.all()
        self._all = False

    def _wake_parts(self) -> None:
        """Let the heads and scroll bars be painted again.

        Qt switches the updates of a part off and on by itself, such as a head's that is laid out or shown anew; within
        a view that is not painted it cannot switch them on, and the part would stay blank for good.
        """
        for part in self._view.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if not part.updatesEnabled():
                part.setUpdatesEnabled(True)

    def _picture(self) -> Picture:
        view, model = self._view, self._model
        shown = self._on_screen()
        ids = model.ids[shown.start : shown.stop]
        chosen, current = view.selectionModel(), view.currentIndex().row()
        lines = [
            (paper, paper in model.lingering, chosen.isSelected(model.index(line, 0)), line == current)
            for line, paper in enumerate(ids, shown.start)
        ]
        top = view.rowViewportPosition(shown.start) if lines else 0
        columns = [view.columnWidth(section) for section in range(len(model.columns))]
        return Picture((view.viewport().width(), view.viewport().height(), *columns), top, lines)

    def _compare(self, before: Picture, after: Picture) -> None:
        """Paint the lines that differ."""
        if before[:2] != after[:2]:
            self.all()
            return
        first, height = self._on_screen().start, theme.now().row_height
        for n in range(max(len(before.lines), len(after.lines))):
            if before.lines[n : n + 1] != after.lines[n : n + 1]:
                self._asked.add(first + n)
                self._strip(after.top + n * height, 1)

    def mark(self, terms: Terms) -> None:
        """Mark these words from now on, by column, and paint the lines anew in which others are marked then."""
        before = self._lines.terms
        if terms == before:
            return
        self._lines.terms = dict(terms)
        for line in self._on_screen():
            if line in self._asked or line >= len(self._model.ids):
                continue
            row = self._model.row(line)
            if row is not None and self._marks(row, before) != self._marks(row, terms):
                self.line(line)

    def _marks(self, row: Row, terms: Terms) -> list[list[tuple[int, int]]]:
        if not terms:
            return [[] for _field in ("title", "authors", "venue")]
        from readinglist.ui.widgets.text.found_words import find  # not needed until something is searched

        fields = ("title", "authors", "venue")
        return [find(self._model.text(row, field), terms.get(field, ())) for field in fields]
