"""Papers that may be twice: the groups, one group side by side to choose from, Merge, Not duplicates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from readinglist.i18n import _, plural
from readinglist.ui.dialogs.base import Dialog, primary
from readinglist.ui.look import theme
from readinglist.ui.widgets.plain import cut

STAYS = "keep"  # the line in which the paper that stays is chosen
_LONG = 400  # characters of a value that are shown


class Line(NamedTuple):
    """One field of the papers side by side; where they differ, a click on a value chooses it."""

    field: str
    label: str
    values: Sequence[str]
    chosen: int
    differs: bool


class _SideBySide(QTableWidget):
    """Space and Return choose the cell, and do not press the dialog's button."""

    key_chosen = Signal(int, int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.key_chosen.emit(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)


class DuplicatesDialog(Dialog):
    """One group at a time is shown side by side, and merged or told apart."""

    group_picked = Signal(int)  # its place
    value_chosen = Signal(str, int)  # field, column; `STAYS`: the paper of that column
    merge_asked = Signal()
    apart_asked = Signal()

    def __init__(self, parent: QWidget, *, listed: bool) -> None:
        """`listed`: groups that were found, with a list to go through; else papers that were selected to be merged."""
        super().__init__(parent, _("Find duplicates") if listed else _("Merge papers"), 1000, 660)
        self._make()
        self.list.setVisible(listed)
        self.apart_button.setVisible(listed)

    def _make(self) -> None:
        self.said = self.label()
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Groups of possible duplicates"))
        self.list.setWordWrap(True)
        self.list.currentRowChanged.connect(self.group_picked)
        self._make_table()
        self.split = split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.list)
        split.addWidget(self.table)
        split.setStretchFactor(1, 1)
        split.setSizes([280, 700])
        split.setChildrenCollapsible(False)
        self.hint = self.label(_("Click a value to keep it. What is not kept stays in the paper's details."))
        for widget in (self.said, self.bar):
            self.body.addWidget(widget)
        self.body.addWidget(split, 1)
        self.body.addWidget(self.hint)
        self.body.addStretch()
        self.apart_button = QPushButton(_("Not duplicates"), self)
        self.apart_button.clicked.connect(self.apart_asked)
        self.merge_button = primary(QPushButton(_("Merge"), self))
        self.merge_button.clicked.connect(self.merge_asked)
        self.buttons.addWidget(self.apart_button)
        self.buttons.addWidget(self.merge_button)
        self.finish()

    def _make_table(self) -> None:
        self.table = _SideBySide(self)
        # The height of a line follows from the width of its columns, which is known once they are laid out.
        self._fit_later = QTimer(self, singleShot=True, interval=0)
        self._fit_later.timeout.connect(self.table.resizeRowsToContents)
        self.table.setAccessibleName(_("The papers side by side; press Space to choose a value"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setWordWrap(True)
        self.table.setTabKeyNavigation(False)
        self.table.cellClicked.connect(self._choose)
        self.table.key_chosen.connect(self._choose)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().sectionResized.connect(self._fit_later.start)
        self.table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.table.setShowGrid(False)

    # -- the groups ----------------------------------------------------------------------------------------------

    def looking(self) -> None:
        """Say that groups are looked for; `bar` shows how far that is."""
        self.said.setText(_("Looking for duplicates…"))
        self.bar.show()
        self.enable(False)

    def show_groups(self, names: Sequence[str]) -> None:
        """Show the groups, surest first."""
        self.bar.hide()
        self.list.clear()
        for name in names:
            self.list.addItem(QListWidgetItem(name))
        self._count()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def cross_off(self) -> None:
        """Take the group that is shown off the list, and go on to the next one."""
        place = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.takeItem(place)
        self.list.blockSignals(False)
        if not self.list.count() and not self.list.isVisibleTo(self):
            self.accept()
            return
        self.list.setCurrentRow(min(place, self.list.count() - 1))
        self.group_picked.emit(self.list.currentRow())
        self._count()

    def say(self, words: str) -> None:
        """Say why something could not be done."""
        self.bar.hide()
        self.said.setText(words)
        self.said.show()

    def _count(self) -> None:
        left = self.list.count()
        found = plural("{n} group of possible duplicates.", "{n} groups of possible duplicates.", left)
        self.said.setText(found if left else _("No duplicates found."))
        self.said.setVisible(self.list.isVisibleTo(self) or not left)
        for part in (self.split, self.hint):
            part.setVisible(bool(left))
        if not left:
            self.table.setRowCount(0)
            self.table.setColumnCount(0)
        self.enable(bool(left))

    def enable(self, on: bool) -> None:
        """Let the group that is shown be merged and told apart, or not."""
        self.merge_button.setEnabled(on)
        self.apart_button.setEnabled(on)

    # -- one group -----------------------------------------------------------------------------------------------

    def show_group(self, papers: Sequence[int], stays: int, lines: Sequence[Line]) -> None:
        """Show papers side by side; `stays` is the one that the others become part of."""
        self.enable(True)
        self.table.setColumnCount(len(papers))
        self.table.setRowCount(len(lines) + 1)
        self.table.setHorizontalHeaderLabels([_("Paper {id}").format(id=paper) for paper in papers])
        self.table.setVerticalHeaderLabels([_("Keep"), *(line.label for line in lines)])
        for at, paper in enumerate(papers):
            words = "● " + _("kept") if paper == stays else "○ " + _("merged into it")
            self._cell(0, at, words, STAYS, chosen=paper == stays)
        for row, line in enumerate(lines, 1):
            for at, text in enumerate(line.values):
                marked = ("● " if at == line.chosen else "○ ") if line.differs and text else ""
                chosen = not line.differs or at == line.chosen
                self._cell(row, at, marked + cut(text, _LONG), line.field if line.differs else "", chosen=chosen)
        self._fit_later.start()

    def _cell(self, line: int, column: int, text: str, field: str, *, chosen: bool) -> None:
        item = QTableWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, field)
        item.setToolTip("")
        font = QFont(self.table.font())
        font.setBold(chosen and bool(field))
        item.setFont(font)
        item.setForeground(theme.now().colour("text" if chosen else "second"))
        item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.table.setItem(line, column, item)

    def _choose(self, line: int, column: int) -> None:
        """Let the value of a cell stay, or the paper of a column."""
        item = self.table.item(line, column)
        field = item.data(Qt.ItemDataRole.UserRole) if item is not None and item.text() else ""
        if field:
            self.value_chosen.emit(field, column)
            self.table.setCurrentCell(line, column)
