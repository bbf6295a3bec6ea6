"""Papers that may be twice: the groups, one group side by side to choose from, Merge, Not duplicates.

Leaves finding to `flows.finding_duplicates`, which runs on a worker, and merging to `flows.merging`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
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

from readinglist.core import errors
from readinglist.core.identity.pairs import Group
from readinglist.flows import finding_duplicates, merging
from readinglist.flows.merging import Preview
from readinglist.i18n import _, plural
from readinglist.library.library import Library
from readinglist.ui import tasks
from readinglist.ui.dialogs.base import Dialog, primary
from readinglist.ui.look import theme

_STAYS = "keep"  # the row in which the paper that stays is chosen
_LONG = 400  # characters of a value that are shown


class _SideBySide(QTableWidget):
    """Space and Return choose the cell, and do not press the dialog's button."""

    key_chosen = Signal(int, int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.key_chosen.emit(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)


class DuplicatesDialog(Dialog):
    """`papers` given, those are shown side by side at once; else the whole library is looked over."""

    def __init__(self, parent: QWidget, library: Library, papers: Sequence[int] = ()) -> None:
        super().__init__(parent, _("Merge papers") if papers else _("Find duplicates"), 1000, 660)
        self.library = library
        self.groups: list[Group] = []
        self.plan: Preview | None = None
        self.keep: int | None = None
        self.choices: dict[str, int] = {}
        self.cancelled = threading.Event()
        self.finished.connect(lambda _result: self.cancelled.set())
        self._make()
        if papers:
            self._show_groups([Group(list(papers))])
            self.list.hide()
            self.apart_button.hide()
        else:
            self._look()

    def _make(self) -> None:
        self.said = self.label()
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.hide()
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Groups of possible duplicates"))
        self.list.setWordWrap(True)
        self.list.currentRowChanged.connect(self._picked)
        self.table = _SideBySide(self)
        self.table.setAccessibleName(_("The papers side by side; press Space to choose a value"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setWordWrap(True)
        self.table.setTabKeyNavigation(False)
        self.table.cellClicked.connect(self._choose)
        self.table.key_chosen.connect(self._choose)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        split = QSplitter(Qt.Orientation.Horizontal, self)
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
        self.apart_button = QPushButton(_("Not duplicates"), self)
        self.apart_button.clicked.connect(self._tell_apart)
        self.merge_button = primary(QPushButton(_("Merge"), self))
        self.merge_button.clicked.connect(self._merge)
        self.buttons.addWidget(self.apart_button)
        self.buttons.addWidget(self.merge_button)
        self.finish()

    # -- looking -------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        self.said.setText(_("Looking the library over…"))
        self.bar.show()
        self._enable(False)

        def work(report: Callable[[int, int], None]) -> list[Group]:
            with self.library.another(readonly=True) as own:
                return finding_duplicates.find(
                    own, progress=lambda part: report(round(part * 100), 100), cancelled=self.cancelled.is_set
                )

        tasks.run(
            work,
            done=self._show_groups,
            failed=self._failed,
            progress=lambda done, _all: self.bar.setValue(done),
            owner=self,
            label="duplicates",
        )

    def _show_groups(self, groups: list[Group]) -> None:
        self.bar.hide()
        self.groups = groups
        self.list.clear()
        for group in groups:
            title = next((paper.title for paper in self.library.papers.many(group.papers[:1])), "")
            item = QListWidgetItem(
                f"{title}\n{group.score:.0%}: {'; '.join(group.reasons)}" if group.reasons else title
            )
            self.list.addItem(item)
        self._count()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _count(self) -> None:
        left = len(self.groups)
        found = plural("{n} group of possible duplicates.", "{n} groups of possible duplicates.", left)
        self.said.setText(found if left else _("No duplicates found."))
        self.said.setVisible(self.list.isVisibleTo(self) or not left)
        if not left:
            self.table.setRowCount(0)
            self.table.setColumnCount(0)
        self._enable(bool(left))

    def _enable(self, on: bool) -> None:
        self.merge_button.setEnabled(on)
        self.apart_button.setEnabled(on)

    # -- one group -----------------------------------------------------------------------------------------------

    def _picked(self, place: int) -> None:
        self.keep, self.choices = None, {}
        if 0 <= place < len(self.groups):
            self._show_group()

    def _show_group(self) -> None:
        group = self.groups[self.list.currentRow()]
        try:
            self.plan = merging.preview(self.library, group.papers, self.keep, self.choices)
        except errors.Refused as problem:  # merged or deleted meanwhile, here or elsewhere
            self.plan = None
            self.said.setText(str(problem))
            self._enable(False)
            return
        self._enable(True)
        plan = self.plan
        rows = [row for row in plan.rows if any(row.shown)]
        self.table.setColumnCount(len(plan.papers))
        self.table.setRowCount(len(rows) + 1)
        self.table.setHorizontalHeaderLabels([_("Paper {id}").format(id=paper.id) for paper in plan.papers])
        self.table.setVerticalHeaderLabels([_("Stays"), *(row.label for row in rows)])
        for at, paper in enumerate(plan.papers):
            stays = paper.id == plan.keep
            self._cell(0, at, "● " + _("stays") if stays else "○ " + _("becomes part of it"), _STAYS, chosen=stays)
        for line, row in enumerate(rows, 1):
            for at, text in enumerate(row.shown):
                marked = ("● " if at == row.chosen else "○ ") if row.differs and text else ""
                chosen = not row.differs or at == row.chosen
                self._cell(line, at, marked + text[:_LONG], row.field if row.differs else "", chosen=chosen)

    def _cell(self, line: int, column: int, text: str, field: str, *, chosen: bool) -> None:
        item = QTableWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, field)
        item.setToolTip("")
        font = QFont(self.table.font())
        font.setBold(chosen and bool(field))
        item.setFont(font)
        item.setForeground(theme.now().colour("text" if chosen else "third"))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.table.setItem(line, column, item)

    def _choose(self, line: int, column: int) -> None:
        """Let the value of a cell stay, or the paper of a column."""
        item = self.table.item(line, column)
        if item is None or self.plan is None or not item.text() or not item.data(Qt.ItemDataRole.UserRole):
            return
        field = item.data(Qt.ItemDataRole.UserRole)
        paper = self.plan.papers[column].id
        if field == _STAYS:
            self.keep = paper
        else:
            self.choices[field] = paper
        self._show_group()
        self.table.setCurrentCell(line, column)

    # -- deciding ------------------------------------------------------------------------------------------------

    def _merge(self) -> None:
        if self.plan is not None:
            papers = [paper.id for paper in self.plan.papers]
            self._decide(lambda: merging.merge(self.library, papers, self.keep, self.choices))

    def _tell_apart(self) -> None:
        papers = self.groups[self.list.currentRow()].papers
        self._decide(lambda: finding_duplicates.tell_apart(self.library, papers))

    def _decide(self, deed: Callable[[], object]) -> None:
        """Do something with the group that is shown, and go on to the next one."""
        try:
            deed()
        except errors.Refused as problem:
            self.said.setText(str(problem))
            self.said.show()
            return
        place = self.list.currentRow()
        del self.groups[place]
        self.list.blockSignals(True)
        self.list.takeItem(place)
        self.list.blockSignals(False)
        if not self.groups and not self.list.isVisibleTo(self):
            self.accept()
            return
        self.list.setCurrentRow(min(place, len(self.groups) - 1))
        self._picked(self.list.currentRow())
        self._count()

    def _failed(self, problem: BaseException) -> None:
        self.bar.hide()
        if isinstance(problem, errors.Cancelled):
            return
        if not isinstance(problem, errors.Refused):
            raise problem
        self.said.setText(str(problem))
