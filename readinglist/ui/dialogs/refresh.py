"""What services say differently of papers: a list of them, one side by side to choose from, Take over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListWidget,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from readinglist.i18n import _
from readinglist.ui.dialogs.base import Dialog, primary
from readinglist.ui.look import theme
from readinglist.ui.widgets.plain import cut

OURS, THEIRS = 0, 1  # columns
_LONG = 400  # characters of a value that are shown


class Line(NamedTuple):
    """One field of a paper: what stands in the library, what the service says, and which of them is chosen."""

    field: str
    label: str
    ours: str
    theirs: str
    chosen: int


class _SideBySide(QTableWidget):
    """Space and Return choose the cell, and do not press the dialog's button."""

    key_chosen = Signal(int, int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.key_chosen.emit(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)


class RefreshDialog(Dialog):
    """Told what was found; `value_chosen(field, column)`, `all_chosen(column)` for the paper that is shown."""

    paper_picked = Signal(int)  # its place in the list
    value_chosen = Signal(str, int)
    all_chosen = Signal(int)
    stop_asked = Signal()
    go_on_asked = Signal()
    anew_asked = Signal()
    take_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _("Refresh details"), 1000, 660)
        self.said = self.label()
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Papers that services say something else of"))
        self.list.setWordWrap(True)
        self.list.currentRowChanged.connect(self.paper_picked)
        self._make_table()
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.list)
        split.addWidget(self.table)
        split.setStretchFactor(1, 1)
        split.setSizes([300, 680])
        split.setHandleWidth(theme.now().px(8))
        split.setChildrenCollapsible(False)
        self.hint = self.label(
            _("Click a value, or press Space on it, to choose it. Nothing is changed until you say so.")
        )
        for widget in (self.said, self.bar):
            self.body.addWidget(widget)
        self.body.addWidget(split, 1)
        self.body.addWidget(self.hint)
        self._make_buttons()

    def _make_buttons(self) -> None:
        made = self.deeds([
            ("stop", _("Stop"), self.stop_asked.emit),
            ("go_on", _("Go on"), self.go_on_asked.emit),
            ("anew", _("Begin anew"), self.anew_asked.emit),
            ("theirs", _("All of theirs"), lambda: self.all_chosen.emit(THEIRS)),
            ("ours", _("All of mine"), lambda: self.all_chosen.emit(OURS)),
        ])  # fmt: skip
        self.stop, self.go_on, self.anew = made["stop"], made["go_on"], made["anew"]
        self.theirs, self.ours = made["theirs"], made["ours"]
        self.take_button = primary(QPushButton(_("Take over"), self))
        self.take_button.clicked.connect(self.take_asked)
        self.buttons.addWidget(self.take_button)
        self.finish()

    def _make_table(self) -> None:
        self.table = _SideBySide(self)
        self._fit_later = QTimer(self, singleShot=True, interval=0)
        self._fit_later.timeout.connect(self._fit_rows)
        self.table.setAccessibleName(_("Both values of each field; press Space to choose one"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setWordWrap(True)
        self.table.setTabKeyNavigation(False)
        self.table.setColumnCount(2)
        self.table.cellClicked.connect(self._choose)
        self.table.key_chosen.connect(self._choose)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().sectionResized.connect(self._fit_later.start)
        self.table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.table.setShowGrid(False)

    def _fit_rows(self) -> None:
        """Give each row the height of its longer text; Qt's own way forgets the padding of the style sheet."""
        px, table = theme.now().px, self.table
        for row in range(table.rowCount()):
            height = px(32)
            for column in (OURS, THEIRS):
                item = table.item(row, column)
                if item is not None:
                    room = QRect(0, 0, max(px(40), table.columnWidth(column) - px(20)), 100_000)
                    words = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
                    box = QFontMetrics(item.font()).boundingRect(room, int(words), item.text())
                    height = max(height, box.height() + px(14))
            table.setRowHeight(row, height)

    # -- how far it is -------------------------------------------------------------------------------------------

    def show_progress(self, words: str, now: int, whole: int, *, running: bool) -> None:
        """Say how far asking is; what can be done about it follows from that."""
        self.said.setText(words)
        self.bar.setRange(0, max(1, whole))
        self.bar.setValue(now)
        self.bar.setVisible(now < whole)
        self.stop.setVisible(running)
        self.go_on.setVisible(not running and now < whole)
        self.anew.setVisible(not running and now < whole)

    def show_chosen(self, words: str, count: int) -> None:
        """Say on the button what would be taken over, of so many papers."""
        self.take_button.setText(words)
        self.take_button.setEnabled(bool(count))

    # -- the papers ----------------------------------------------------------------------------------------------

    def add_papers(self, names: Sequence[str]) -> None:
        """Put papers at the end of the list."""
        first = not self.list.count()
        self.list.addItems(list(names))
        if first and names:
            self.list.setCurrentRow(0)
            self.list.setFocus()

    def name_paper(self, place: int, name: str) -> None:
        """Say something else of a paper of the list."""
        item = self.list.item(place)
        if item is not None:
            item.setText(name)

    def clear(self) -> None:
        """Show no paper."""
        self.list.clear()
        self.show_paper("", [])

    def show_paper(self, service: str, lines: Sequence[Line]) -> None:
        """Show a paper's fields side by side."""
        self.table.setHorizontalHeaderLabels([_("In your library"), service or _("The service")])
        self.table.setRowCount(len(lines))
        self.table.setVerticalHeaderLabels([line.label for line in lines])
        for row, line in enumerate(lines):
            for column, text in enumerate((line.ours, line.theirs)):
                self._cell(row, column, text, line.field, chosen=column == line.chosen)
        for button in (self.theirs, self.ours):
            button.setEnabled(bool(lines))
        self._fit_later.start()

    def _cell(self, row: int, column: int, text: str, field: str, *, chosen: bool) -> None:
        item = QTableWidgetItem(("● " if chosen else "○ ") + cut(text, _LONG))
        item.setData(Qt.ItemDataRole.UserRole, field)
        font = QFont(self.table.font())
        font.setBold(chosen)
        item.setFont(font)
        item.setForeground(theme.now().colour("text" if chosen else "second"))
        item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.table.setItem(row, column, item)

    def _choose(self, row: int, column: int) -> None:
        item = self.table.item(row, column)
        if item is not None:
            self.value_chosen.emit(item.data(Qt.ItemDataRole.UserRole), column)
            self.table.setCurrentCell(row, column)
