"""The records of an import in a table, and beneath it what is to be said of the chosen one and its other readings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from readinglist.core.paper import Draft
from readinglist.core.text import beginning
from readinglist.i18n import _, plural
from readinglist.ui.dialogs.base import words
from readinglist.ui.look import theme
from readinglist.ui.models.import_records import LINE, FoundModel, Line
from readinglist.ui.widgets.plain import cut
from readinglist.ui.widgets.record_rows import RecordRows

_RAW = 4000  # characters shown of a record as it stood
_TITLE, _AUTHORS, _FROM = 1, 2, 4


class Records(QWidget):
    """`retry_asked(text)` to mend a record that could not be read; `ticked` when a line is said to be a title.

    `look_up_asked(lines)` to see what services know by such titles.
    """

    retry_asked = Signal(str)
    ticked = Signal()
    look_up_asked = Signal(list)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = FoundModel(self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setAccessibleName(_("Records"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setItemDelegate(RecordRows(self.table))
        self.table.setColumnHidden(_AUTHORS, True)  # they stand below the title
        rows = self.table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.now().px(44))
        head = self.table.horizontalHeader()
        head.hide()
        head.setStretchLastSection(False)
        head.setResizeContentsPrecision(0)  # only what is on screen is measured
        for column in range(self.model.columnCount()):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(_TITLE, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(_FROM, QHeaderView.ResizeMode.Fixed)
        self.table.selectionModel().currentRowChanged.connect(self._picked)
        self.model.ticked.connect(self._ticked)
        self.detail = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.now().px(10))
        layout.addWidget(self.table, 1)
        layout.addLayout(self.detail)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is from takes about a third; the title has the rest."""
        super().resizeEvent(event)
        self.table.setColumnWidth(_FROM, max(theme.now().px(120), self.width() * 30 // 100))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show records; the first with something to choose is picked."""
        self.model.show(lines)
        if lines:
            self.table.selectRow(next((n for n, line in enumerate(self.model.lines) if line.readings or line.asked), 0))

    def show_only_wrong(self, on: bool) -> None:
        """Show only what a person should look at, or everything."""
        self.model.set_only_wrong(on)
        self.table.selectRow(0)
        self._picked()

    def tell(self) -> None:
        """Show the same records with what is known of them now."""
        self.model.told()
        self._picked()

    def drafts(self) -> list[Draft | None]:
        """Return the reading chosen for each record, None for one that cannot be read."""
        return [line.draft for line in self.model.all]

    def _picked(self) -> None:
        while self.detail.count():
            item = self.detail.takeAt(0)
            widget = item.widget() if item else None
            if widget:
                widget.hide()
                widget.deleteLater()
        line = self.table.currentIndex().data(LINE)
        if not isinstance(line, Line):
            return
        if line.reason:
            self.detail.addWidget(words(self, line.reason, "error" if line.wrong else "second"))
        if line.asked:
            self._ask(line)
            return
        for reading in line.readings:
            self.detail.addWidget(self._reading(line, reading))
        if line.wrong and line.raw and not line.readings:
            self._show_raw(line.raw)

    def _ask(self, line: Line) -> None:
        """Offer to take a line that is not recognised for a title, and all of them where there are several."""
        for draft, described in line.offered:
            self.detail.addWidget(self._offer(line, draft, described))
        asked = [one for one in self.model.all if one.asked]
        keep = QPushButton(_("Keep as a title"), self)
        keep.setCheckable(True)
        keep.setChecked(line.ticked and line.draft is line.asked)
        keep.clicked.connect(lambda on: self.model.tick([line], on))
        row = QHBoxLayout()
        if not line.offered:
            search = QPushButton(_("Look it up"), self)
            search.clicked.connect(lambda _on=False: self.look_up_asked.emit([line]))
            row.addWidget(search)
        row.addWidget(keep)
        if len(asked) > 1:
            every = QPushButton(plural("Keep all {n} as titles", "Keep all {n} as titles", len(asked)), self)
            every.setCheckable(True)
            every.setChecked(all(one.ticked for one in asked))
            every.clicked.connect(lambda on: self.model.tick(asked, on))
            row.addWidget(every)
        row.addStretch(1)
        holder = QWidget(self)
        row.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(row)
        self.detail.addWidget(holder)

    def _offer(self, line: Line, draft: Draft, described: str) -> QPushButton:
        button = QPushButton(f"{cut(draft.title, 110)}\n{cut(described, 120)}".replace("&", "&&"), self)
        button.setCheckable(True)
        button.setChecked(draft is line.draft)
        button.setProperty("offer", "true")
        button.clicked.connect(lambda on: self.model.take(line, draft if on else None))
        return button

    def offer(self, line: Line) -> None:
        """Show what is offered for a line, the first of it ready to be taken with Enter."""
        if line in self.model.lines:
            self.table.selectRow(self.model.lines.index(line))
            self._picked()
            QTimer.singleShot(0, self.table, lambda: self.table.scrollTo(self.table.currentIndex()))
            first = self.detail.itemAt(1 if line.reason else 0)
            widget = first.widget() if first else None
            if widget:
                widget.show()  # what is hidden until the next turn cannot have the focus
                widget.setFocus()

    def _ticked(self) -> None:
        self._picked()
        self.table.setFocus()  # the button that was pressed is gone
        self.ticked.emit()

    def _reading(self, line: Line, reading: Draft) -> QPushButton:
        who = reading.authors[0].display if reading.authors else _("no authors")
        button = QPushButton(cut(f"{reading.title}  |  {who}"), self)
        button.setCheckable(True)
        button.setChecked(reading is line.draft)
        button.clicked.connect(lambda _on=False: self._take(line, reading))
        return button

    def _show_raw(self, text: str) -> None:
        raw = QPlainTextEdit(beginning(text, _RAW), self)
        raw.setReadOnly(True)
        raw.setMaximumHeight(90)
        raw.setAccessibleName(_("The record as it stood"))
        self.detail.addWidget(raw)
        again = QPushButton(_("Correct it and try again…"), self)
        again.clicked.connect(lambda _on=False: self.retry_asked.emit(text))
        self.detail.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)

    def _take(self, line: Line, reading: Draft) -> None:
        line.choose(reading)
        place = self.model.lines.index(line)
        self.model.dataChanged.emit(self.model.index(place, 0), self.model.index(place, 4))
        self._picked()
