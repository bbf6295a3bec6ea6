"""The table of papers: keys, mouse, header, selection kept by paper; leaves what a key means to the window."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolTip, QWidget

from readinglist.core import tex
from readinglist.core.field import Field
from readinglist.i18n import _
from readinglist.ui import patience
from readinglist.ui.look import theme
from readinglist.ui.models.paper_table import Index, PaperTable
from readinglist.ui.widgets.dragging import drag_papers
from readinglist.ui.widgets.papers.header import Header
from readinglist.ui.widgets.papers.lines import PaperLines
from readinglist.ui.widgets.papers.painting import Painting
from readinglist.ui.widgets.papers.room import ColumnRoom
from readinglist.ui.widgets.papers.row_height import RowHeight
from readinglist.ui.widgets.papers.spots import Spots
from readinglist.ui.widgets.plain import as_plain
from readinglist.ui.widgets.spoken import tell_current

_APART = 4  # so many places are painted one by one, more as one


class PaperView(QTableView):
    """The table. Selection and the current line are kept by paper when the order changes under them."""

    selected = Signal(object)  # a list, which Qt would copy
    opened = Signal(int)
    peeked = Signal(int)
    typed = Signal(str)
    layout_changed = Signal()
    cell_clicked = Signal(str, QRect)  # a field that is changed in its place, and where on screen its cell is
    add_asked = Signal(str)

    def __init__(self, model: PaperTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False  # Qt asks before the constructor is done
        self._placed = False
        self._pressed: tuple[int, str] | None = None
        self._pointing = False
        self._own_viewport()
        self.papers = model
        self.setObjectName("table")
        self.setAccessibleName(_("Papers"))
        self.lines = PaperLines(self)
        self.painting = Painting(self, model, self.lines)
        self.spots = Spots(self, model, self.lines)
        self.setModel(model)
        self.header = Header(self)
        self.setHorizontalHeader(self.header)
        self.header.sectionResized.connect(self._resized)
        self.header.sectionMoved.connect(self._moved)
        self.header.sectionHandleDoubleClicked.connect(self._fit_to_content)
        self.row_height = RowHeight(self)
        self.room = ColumnRoom(self, model, self.header, self.lines)
        self._behave()
        self.doubleClicked.connect(lambda index: self.opened.emit(self.papers.ids[index.row()]))
        self._search = ""
        self._forget_search = QTimer(self, singleShot=True, interval=patience.TYPE_AHEAD_MS)
        self._forget_search.timeout.connect(lambda: setattr(self, "_search", ""))
        self.apply_theme()
        self.set_layout_state({})

    def _behave(self) -> None:
        """Choose among the ways in which a table of Qt can behave."""
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the columns share what there is
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # hits that come and go move no column
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda _low, high: bar.setEnabled(high > 0))

    def _own_viewport(self) -> None:
        """Give the view a viewport made here: to wrap Qt's own, PySide6 first learns every kind of widget there is."""
        viewport = QWidget(self)
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
        self.setViewport(viewport)

    # -- columns -------------------------------------------------------------------------------------------------

    def set_columns(self, columns: Sequence[Field], widths: dict[str, int]) -> None:
        """Show these columns, `widths` (pixels at normal text size) being those that the user drew."""
        self.room.chosen = True
        self._lay_out(lambda: self.room.show(columns, widths))

    def layout_state(self) -> dict[str, Any]:
        """Return the columns in their order on screen and their widths, for `set_layout_state`."""
        return self.room.state()

    def set_layout_state(self, state: dict[str, Any]) -> None:
        """Bring back what `layout_state` gave; unknown columns are left out."""
        self._lay_out(lambda: self.room.bring_back(state))

    def _lay_out(self, deed: Callable[[], None]) -> None:
        chosen, current = self.selected_ids(), self.current_id()
        deed()
        self._settle()
        self.select_ids(chosen, current)

    def _settle(self) -> None:
        """Let columns that have nothing to say of the papers on screen give up their room, once there is a screen."""
        if self.isVisible():
            self.room.settle()
        else:
            self.room.settled = False
            self.room.fit()

    def make_room(self) -> None:
        """Give columns their room back that have something to say by now."""
        if self.isVisible():
            self.room.make_room()

    def fit(self) -> None:
        """Share the width among the columns."""
        self.room.fit()

    def _resized(self, section: int, old: int, new: int) -> None:
        if self.room.drawn(section, old, new):
            self.layout_changed.emit()

    def _fit_to_content(self, section: int) -> None:
        self.room.fit_to_content(section)
        self.layout_changed.emit()

    def _moved(self, *_places: int) -> None:
        self.room.chosen = True
        self.layout_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.row_height.suit_width():
            self.row_height.take_over()
            self._settle()
        self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        region = event.region()
        areas: Iterable[QRect] = region if region.rectCount() <= _APART else (event.rect(),)  # type: ignore[assignment]
        for area in areas:
            self.lines.paint(painter, area)
        painter.end()
        self.painting.done()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and not self._placed:
            self._placed = True
            self.verticalScrollBar().setValue(0)  # what was chosen before there was any room was scrolled to its top
            self.scrollTo(self.currentIndex())
        if not self.room.settled:
            self.room.settle()

    def apply_theme(self) -> None:
        """Take over text size and density."""
        self.row_height.suit_width()
        self.row_height.take_over()
        self.header.setFixedHeight(theme.now().px(32))
        self._settle()
        self.viewport().update()

    # -- papers --------------------------------------------------------------------------------------------------

    def show_ids(self, ids: array[int], lingering: Iterable[int] = (), *, keep: bool = True) -> None:
        """Show these papers; with `keep` what was selected, current and at the top stays so, by paper."""
        if keep and ids == self.papers.ids and frozenset(lingering) == self.papers.lingering:
            return  # they are here: what was changed in them is painted because of `forget`
        with self.painting.unpainted(differs=keep):
            self._show(ids, lingering, keep=keep)

    def _show(self, ids: array[int], lingering: Iterable[int], *, keep: bool) -> None:
        chosen, current = (self.selected_ids(), self.current_id()) if keep else ([], None)
        top = self.papers.ids[self.rowAt(0)] if keep and self.rowAt(0) >= 0 else None
        offset = self.rowViewportPosition(self.rowAt(0)) if top is not None else 0
        old_line = self.currentIndex().row()
        self._quiet = True
        self.papers.show(ids, lingering)
        self._quiet = False
        self._scroll_back(top, offset)
        if not keep or not self.room.settled:
            self._settle()
        if keep and current is not None and self.papers.place(current) is None and ids:
            chosen = self.papers.among(chosen)
            if not chosen:  # the current paper is gone: its neighbour takes over, so that the keyboard stays here
                current = ids[max(0, min(old_line, len(ids) - 1))]
                chosen = [current]
        self.select_ids(chosen, current)

    def _scroll_back(self, top: int | None, offset: int) -> None:
        line = self.papers.place(top) if top is not None else None
        bar = self.verticalScrollBar()
        bar.setValue(line * theme.now().row_height - offset if line is not None else 0)

    def selected_ids(self) -> list[int]:
        """Return the selected papers, from top to bottom."""
        chosen: list[int] = []
        for top, end in self._selected_lines():
            chosen += self.papers.ids[top:end].tolist()
        return chosen

    def selected_count(self) -> int:
        """Return how many papers are selected."""
        return sum(end - top for top, end in self._selected_lines())

    def _selected_lines(self) -> list[tuple[int, int]]:
        """Return the selected lines as ranges that do not meet, from top to bottom."""
        ranges: list[tuple[int, int]] = []
        for top, end in sorted((part.top(), part.bottom() + 1) for part in self.selectionModel().selection().toList()):
            if ranges and top <= ranges[-1][1]:
                ranges[-1] = (ranges[-1][0], max(end, ranges[-1][1]))
            else:
                ranges.append((top, end))
        return [(top, min(end, len(self.papers.ids))) for top, end in ranges if top < len(self.papers.ids)]

    def current_id(self) -> int | None:
        """Return the current paper, or None."""
        line = self.currentIndex().row()
        return self.papers.ids[line] if 0 <= line < len(self.papers.ids) else None

    def select_ids(self, papers: Sequence[int], current: int | None = None, *, scroll: bool = False) -> None:
        """Select these papers (those that are here) and make `current`, or the first of them, the current one."""
        with self.painting.unpainted(differs=True):
            self._select(papers, current, scroll=scroll)
        self.selected.emit(self.selected_ids())

    def _select(self, papers: Sequence[int], current: int | None, *, scroll: bool) -> None:
        ranges = self.papers.ranges(papers)
        picked, last = QItemSelection(), len(self.papers.columns) - 1
        for top, end in ranges:
            picked.select(self.papers.index(top, 0), self.papers.index(end - 1, last))
        model = self.selectionModel()
        self._quiet = True
        here = self.papers.place(current) if current is not None else (ranges[0][0] if ranges else None)
        if here is not None:
            model.setCurrentIndex(self.papers.index(here, self._title()), QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False
        if scroll and here is not None:
            self.scrollTo(self.papers.index(here, 0))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._quiet:
            self.selected.emit(self.selected_ids())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        for index in (current, previous):  # Qt thinks of the cell alone
            if not self.painting.held:
                self.painting.line(index.row())

    def dataChanged(self, top: Index, bottom: Index, roles: Sequence[int] = ()) -> None:
        """Paint the lines that have changed; Qt would paint all that are on screen."""
        with self.painting.unpainted(differs=True):
            super().dataChanged(top, bottom, roles)
        self.painting.lines(top.row(), bottom.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._focused(super().focusInEvent, event)
        tell_current(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._focused(super().focusOutEvent, event)

    def _focused(self, take: Callable[[QFocusEvent], None], event: QFocusEvent) -> None:
        """Take over that the keys come or go: it shows in one line, and Qt would paint all."""
        with self.painting.unpainted(differs=True):
            take(event)
        self.painting.line(self.currentIndex().row())

    # -- keys and mouse ------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Within type-ahead a space is a part of the title, not the key that peeks."""
        asked = event.type() == QEvent.Type.ShortcutOverride and bool(self._search)
        if asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space and not event.modifiers():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, current = event.key(), self.current_id()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current is not None:
            self.opened.emit(current)
        elif plain and key == Qt.Key.Key_Space and current is not None and not self._search:
            self.peeked.emit(current)
        elif key == Qt.Key.Key_Home and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.papers.ids:
            self.select_ids([self.papers.ids[0]], scroll=True)
        elif key == Qt.Key.Key_End and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.papers.ids:
            self.select_ids([self.papers.ids[-1]], scroll=True)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters typed one after another jump to the next title that begins with them."""
        if not search.strip() and not self._search:
            return
        self._search += search
        self._forget_search.start()
        self.typed.emit(self._search)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the selected papers."""
        chosen, row = self.selected_ids(), self.papers.row(self.currentIndex().row())
        if chosen:
            drag_papers(self, chosen, tex.line(row.title) if row is not None else "", actions)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        self._pressed = self.spots.changeable(event.position().toPoint()) if plain else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a status, a priority, stars or a day asks for what they can be changed to."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        spot = event.position().toPoint()
        if pressed is None or self.spots.changeable(spot) != pressed:
            return
        line, field = pressed
        if self.selected_ids() == [self.papers.ids[line]]:
            cell = self.visualRect(self.indexAt(spot))
            self.cell_clicked.emit(field, QRect(self.viewport().mapToGlobal(cell.topLeft()), cell.size()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Words that are cut are said whole by a tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.spots.cut_words(event.pos())
            if words:
                QToolTip.showText(event.globalPos(), as_plain(words), self.viewport())
                return True
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        spot = event.position().toPoint()
        self._hover(self.rowAt(spot.y()))
        pointing = self.spots.changeable(spot) is not None
        if pointing != self._pointing:
            self._pointing = pointing
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)  # type: ignore[arg-type]  # the stubs ask for a QEvent
        self._hover(-1)

    def _hover(self, line: int) -> None:
        if line == self.lines.hovered:
            return
        before, self.lines.hovered = self.lines.hovered, line
        self.painting.line(before)
        self.painting.line(line)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Left and right stay on the line: the table is moved through by papers, not by cells."""
        if action in (QAbstractItemView.CursorAction.MoveLeft, QAbstractItemView.CursorAction.MoveRight):
            return self.currentIndex()
        index = super().moveCursor(action, modifiers)
        return self.papers.index(index.row(), self._title()) if index.isValid() else index

    def _title(self) -> int:
        """Return the column whose cells say the whole line to a screen reader, which hears the current cell."""
        return next((place for place, field in enumerate(self.papers.columns) if field.name == "title"), 0)
