"""The sidebar: views with counts, painted as one list, and a line of the reader's own figures at its foot."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QVBoxLayout,
    QWidget,
)

from readinglist.core.views import TAG, View
from readinglist.i18n import _
from readinglist.ui.look import theme
from readinglist.ui.models.sidebar_lines import ENTRY, LINE, Entry, SidebarModel
from readinglist.ui.widgets.spot import Spot
from readinglist.ui.widgets.tag_filter import TagFilter
from readinglist.ui.widgets.view_list import Painter, ViewList


class Sidebar(QWidget):
    """The list of views. `chosen(view)`, `fold_asked(group)`, `menu_asked(view, spot)`, `dropped(view, papers)`.

    `left()` when the papers should have the keys: after a click on a view, Enter or Escape.
    """

    chosen = Signal(object)
    left = Signal()
    fold_asked = Signal(str)
    branch_asked = Signal(str, bool)
    also_asked = Signal(object)
    filtered = Signal(str)
    menu_asked = Signal(object, QPoint)
    dropped = Signal(object, list)
    room_changed = Signal()  # there is room for more lines, or for fewer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebarGround")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = SidebarModel(self)
        self.model.dropped.connect(self.dropped)
        self.list = ViewList(self)
        self.list.setObjectName("sidebar")
        self.list.setAccessibleName(_("Views"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(Painter(self.list))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.list.setAcceptDrops(True)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.list.setDropIndicatorShown(False)  # the painter shows it
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.list.clicked.connect(self._clicked)
        self.list.left.connect(self.left)
        self._make_tags()
        self.foot = QLabel(self)
        self.foot.setObjectName("sidebarFoot")
        self.foot.setTextFormat(Qt.TextFormat.PlainText)
        self.foot.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.filter)
        layout.addWidget(self.foot)
        self.list.setViewportMargins(0, theme.now().px(12), 0, theme.now().px(8))
        self._quiet = False
        self._lines = 0
        self._view: View | None = None

    def _make_tags(self) -> None:
        self.list.branch_asked.connect(self.branch_asked)
        self.list.also_asked.connect(self.also_asked)
        self.filter = TagFilter(self)
        self.filter.textChanged.connect(self.filtered)
        self.filter.left.connect(self.left)
        self.filter.taken.connect(self._first_tag)

    def _too_long(self, foot: str) -> bool:
        room = self.width() - theme.now().px(2 * 18)
        return self.foot.fontMetrics().horizontalAdvance(foot) > room

    def room(self) -> int:
        """Return the pixels at the normal text size that there are for lines."""
        return int(self.list.viewport().height() / theme.now().scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._lines != (lines := self.height() // theme.now().px(LINE)):
            self._lines = lines
            self.room_changed.emit()

    def show_entries(self, entries: list[Entry], view: View, foot: str, tags: int = 0) -> None:
        """Show these lines with `view` as the chosen one, and the line at the foot.

        `tags` is how many there are to filter, 0 for so few that it is not worth it.
        """
        self._quiet = True
        at, bar = self.list.verticalScrollBar().value(), self.list.verticalScrollBar()
        self.list.arrows.clear()
        self.model.show(entries)
        self.select(view)
        bar.setValue(at)
        self.filter.offer(tags)
        self.foot.setText(foot.replace(" · ", "\n") if self._too_long(foot) else foot)
        self._quiet = False

    def select(self, view: View) -> None:
        """Mark `view` as the chosen one without saying so."""
        quiet, self._quiet = self._quiet, True
        self._view = view
        line = self.model.line(view)
        if line is None:
            self.list.clearSelection()
        else:
            self.list.setCurrentIndex(self.model.index(line))
        self._quiet = quiet

    def mark(self, also: frozenset[View]) -> None:
        """Mark the tags that are asked for beside the chosen view."""
        if also != self.list.also:
            self.list.also = also
            self.list.viewport().update()

    def _first_tag(self) -> None:
        """Go to the first tag that the filter leaves."""
        tag = next((e.view for e in self.model.entries if e.view is not None and e.view.kind == TAG), None)
        if tag is not None:
            self.select(tag)
            self.chosen.emit(tag)
            self.left.emit()

    def spot(self, view: View) -> Spot | None:
        """Return where the line of a view is, scrolled to; None where it is not to be seen."""
        line = self.model.line(view)
        if line is None or not self.list.isVisible():
            return None
        index = self.model.index(line)
        self.list.scrollTo(index)
        return Spot(self.list.viewport(), self.list.visualRect(index).adjusted(theme.now().px(30), 0, 0, 0))

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if self._quiet or not isinstance(entry, Entry) or entry.view is None:
            return
        self._view = entry.view
        self.chosen.emit(entry.view)

    def _clicked(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            return
        if entry.fold:
            self.fold_asked.emit(entry.fold)
        elif entry.view is not None:
            if entry.view == self._view:
                self.chosen.emit(entry.view)  # the view one is in: back to its whole list
            self.left.emit()

    def _menu(self, spot: QPoint) -> None:
        entry = self.list.indexAt(spot).data(ENTRY)
        if isinstance(entry, Entry) and entry.view is not None:
            self.menu_asked.emit(entry.view, self.list.viewport().mapToGlobal(spot))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the list is nothing."""
        event.accept()
