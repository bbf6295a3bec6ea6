"""Add and import: one box for anything, a preview before saving, progress, and a report after.

Leaves reading and storing to `flows.importing`, which runs on a worker with a connection of its own.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from readinglist.core import errors
from readinglist.core.errors import Problem
from readinglist.core.paper import Draft
from readinglist.flows import adding, importing
from readinglist.flows.importing import DOUBTFUL, NEW, Found, tag_mapping
from readinglist.flows.importing.inputs import Input, Sources
from readinglist.flows.importing.report import REJECTED, Report
from readinglist.flows.importing.tag_mapping import TagUse
from readinglist.i18n import _, plural
from readinglist.library.library import Library
from readinglist.ui import tasks
from readinglist.ui.dialogs.base import Dialog, primary
from readinglist.ui.models.import_records import LINE, FoundModel, Line, choose, line_of, line_of_record

PREVIEW = 2000  # records looked at before saving; a longer file is counted only while it is stored
_PAINTED = 40  # milliseconds after which the dialog shows that it stores
_TYPING = 250  # milliseconds after the last key
_SHORT = 8  # lines up to which unrecognised text is taken for titles and identifiers, one a line

Item = Draft | Problem


class AddDialog(Dialog):
    """`text` or `files` are looked at at once. `storing(True)` when records begin to be stored, False at the end."""

    storing = Signal(bool)

    def __init__(self, parent: QWidget, library: Library, *, text: str = "", files: Sequence[str] = ()) -> None:
        super().__init__(parent, _("Add papers"), 860, 620)
        self.library = library
        self.files = [Path(name) for name in files]
        self.cancelled = threading.Event()
        self.whole = True
        self._asked = 0
        self.tags: list[TagUse] = []
        self.mapping: dict[str, str] = {}
        self._make()
        self.box.setPlainText(text)
        if files:
            self.box.setPlainText("\n".join(files))
            self.box.setReadOnly(True)
        self._timer.start(0)
        self.box.setFocus()

    def _make(self) -> None:
        self.box = QPlainTextEdit(self)
        self.box.setAccessibleName(_("What to add"))
        self.box.setPlaceholderText(
            _("Paste anything: arXiv ids, DOIs, titles, BibTeX, RIS, CSL-JSON, a paper listing. Or drop files here.")
        )
        self.box.setTabChangesFocus(True)
        self.box.setMaximumHeight(120)
        self.said = self.label()
        self._make_table()
        self.detail = QVBoxLayout()
        self.only = QCheckBox(_("Only what needs a look"), self)
        self.only.toggled.connect(self._filter)
        self.only.hide()
        self.map_button = QPushButton(self)
        self.map_button.clicked.connect(self._map_tags)
        self.map_button.hide()
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.hide()
        line = QHBoxLayout()
        line.addWidget(self.said, 1)
        line.addWidget(self.map_button)
        line.addWidget(self.only)
        self.body.addWidget(self.box)
        self.body.addLayout(line)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(self.detail)
        self.body.addWidget(self.bar)
        self._make_buttons()
        self._timer = QTimer(self, singleShot=True, interval=_TYPING)
        self._timer.timeout.connect(self._look)
        self.box.textChanged.connect(self._timer.start)

    def _make_table(self) -> None:
        self.model = FoundModel(self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setAccessibleName(_("Records"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(False)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate((150, 0, 190, 100, 90)):
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().currentRowChanged.connect(self._picked)

    def _make_buttons(self) -> None:
        self.choose_button = QPushButton(_("Choose files…"), self)
        self.choose_button.clicked.connect(self._choose)
        self.copy_button = QPushButton(_("Copy report"), self)
        self.copy_button.clicked.connect(self._copy)
        self.copy_button.hide()
        self.add_button = primary(QPushButton(_("Add"), self))
        self.add_button.clicked.connect(self._add)
        self.buttons.insertWidget(0, self.choose_button)
        self.buttons.insertWidget(1, self.copy_button)
        self.buttons.addWidget(self.add_button)
        self.close_button = self.finish(_("Cancel"))

    # -- looking -------------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        names, _kind = QFileDialog.getOpenFileNames(self, _("Import files"))
        if names:
            self.files = [Path(name) for name in names]
            self.box.setPlainText("\n".join(names))
            self.box.setReadOnly(True)

    def items(self) -> Iterator[Item]:
        """Yield the records of what was given; read anew at every call. Raises Refused."""
        if self.files:
            with Sources([Input(path.name, path) for path in self.files]) as sources:
                yield from sources.records()
            return
        yield from typed(self.box.toPlainText())

    def _look(self) -> None:
        self._asked += 1
        tally = tag_mapping.Tally()
        asked, given = self._asked, self._snapshot(tally)
        self.add_button.setEnabled(False)
        if not self.box.toPlainText().strip():
            self.map_button.hide()
            self.model.show([])
            self.said.setText("")
            return

        self.said.setText(_("Looking…"))

        def work(_report: object) -> tuple[list[Found], bool]:
            with self.library.another() as own:
                found = importing.preview(own, given())
                shown = list(islice(found, PREVIEW))
                return shown, next(found, None) is None

        def done(result: tuple[list[Found], bool]) -> None:
            if asked == self._asked:
                self._show(*result)
                self._offer_mapping(tally.tags(self.library))

        tasks.run(work, done=done, failed=self._failed, owner=self, label="preview")

    def _offer_mapping(self, tags: list[TagUse]) -> None:
        """Offer to take tags as statuses where some look like it, or some are already taken so."""
        self.tags = tags
        like = [use for use in tags if use.status]
        if self.mapping:
            words = plural("{n} tag is a status…", "{n} tags are statuses…", len(self.mapping))
        else:
            words = plural("{n} tag looks like a status…", "{n} tags look like statuses…", len(like))
        self.map_button.setText(words)
        self.map_button.setVisible(bool(like or self.mapping))

    def _map_tags(self) -> None:
        from readinglist.ui.dialogs.map_tags import MapTagsDialog

        chosen = self.mapping or {use.tag: use.status for use in self.tags if use.status}
        MapTagsDialog(
            self, [(use.tag, use.count) for use in self.tags], self.library.statuses.all(), chosen, self._take_mapping
        ).open()

    def _take_mapping(self, mapping: dict[str, str]) -> None:
        self.mapping = mapping
        self._look()

    def _snapshot(self, tally: tag_mapping.Tally | None = None) -> Callable[[], Iterator[Item]]:
        """Return a way to read the records that asks no widget, for a worker; `tally` counts their tags."""
        files, text = list(self.files), self.box.toPlainText()
        lookup = tag_mapping.by_table(self.mapping) if self.mapping else None
        statuses = self.library.statuses.all()

        def records() -> Iterator[Item]:
            if files:
                with Sources([Input(path.name, path) for path in files]) as sources:
                    yield from sources.records()
            else:
                yield from typed(text)

        def read() -> Iterator[Item]:
            items = tally.watch(records()) if tally else records()
            yield from tag_mapping.mapped(items, lookup, statuses) if lookup else items

        return read

    def _show(self, found: list[Found], whole: bool) -> None:
        self.whole = whole
        lines = [line_of(one) for one in found]
        self.model.show(lines)
        new = sum(one.verdict in (NEW, DOUBTFUL) for one in found)
        known = sum(one.verdict == importing.KNOWN for one in found)
        wrong = sum(one.verdict == importing.UNREADABLE for one in found)
        doubtful = sum(one.verdict == DOUBTFUL for one in found)
        said = [plural("{n} new paper.", "{n} new papers.", new)]
        if known:
            said.append(plural("{n} already in your library.", "{n} already in your library.", known))
        if doubtful:
            said.append(plural("{n} is a guess: please check it.", "{n} are guesses: please check them.", doubtful))
        if wrong:
            said.append(plural("{n} cannot be read.", "{n} cannot be read.", wrong))
        if not whole:
            said.append(_("These are the first {n}; all will be added.").format(n=f"{PREVIEW:,}"))
        self.said.setText(" ".join(said))
        self.only.setVisible(any(line.wrong for line in lines) and len(lines) > 1)
        self.add_button.setEnabled(bool(new or known))
        self.add_button.setText(plural("Add {n} paper", "Add {n} papers", new) if new and whole else _("Add"))
        if lines:
            first = next((n for n, line in enumerate(self.model.lines) if line.readings), 0)
            self.table.selectRow(first)

    def _filter(self, on: bool) -> None:
        self.model.set_only_wrong(on)
        self.table.selectRow(0)
        self._picked()

    def _picked(self) -> None:
        """Show beneath what is to be said of the record, and its other readings to choose from."""
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
            self.detail.addWidget(self.label(line.reason, "error" if line.wrong else "second"))
        for reading in line.readings:
            who = reading.authors[0].display if reading.authors else _("no authors")
            button = QPushButton(f"{reading.title}  |  {who}", self)
            button.setCheckable(True)
            button.setChecked(reading is line.draft)
            button.clicked.connect(lambda _on=False, line=line, reading=reading: self._take(line, reading))
            self.detail.addWidget(button)
        if line.wrong and line.raw and not line.readings:
            raw = QPlainTextEdit(line.raw[:4000], self)
            raw.setReadOnly(True)
            raw.setMaximumHeight(90)
            raw.setAccessibleName(_("The record as it stood"))
            self.detail.addWidget(raw)
            again = QPushButton(_("Mend it and try again…"), self)
            again.clicked.connect(lambda _on=False, text=line.raw: self._retry(text))
            self.detail.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)

    def _retry(self, text: str) -> None:
        """Open a box of its own with a record that could not be read, to mend and add it."""
        AddDialog(self, self.library, text=text).open()

    def _take(self, line: Line, reading: Draft) -> None:
        choose(line, reading)
        place = self.model.lines.index(line)
        self.model.dataChanged.emit(self.model.index(place, 0), self.model.index(place, 4))
        self._picked()

    # -- storing -------------------------------------------------------------------------------------------------

    def _add(self) -> None:
        read = self._snapshot()
        chosen = [line.draft for line in self.model.all]
        self._busy(True)
        self.storing.emit(True)

        def items() -> Iterator[Item]:
            for place, item in enumerate(read()):
                draft = chosen[place] if place < len(chosen) else None
                yield replace(draft, doubt=None, alternatives=[]) if draft and isinstance(item, Draft) else item

        def work(report: Callable[[int, int], None]) -> tuple[Report, str, int]:
            with self.library.another() as own:
                found = importing.commit(
                    own, items(), progress=lambda n, _share: report(n, len(chosen)), cancelled=self.cancelled.is_set
                )
            return found, found.sentence(), found.count(REJECTED)  # here: each goes through all records

        def begin() -> None:
            tasks.run(work, done=self._added, failed=self._failed, progress=self._progress, owner=self, label="import")

        if tasks.serial:
            begin()
        else:
            QTimer.singleShot(_PAINTED, self, begin)  # beside a worker painting takes several times as long

    def _busy(self, on: bool) -> None:
        self.bar.setVisible(on)
        self.bar.setRange(0, len(self.model.all) if self.whole else 0)
        for widget in (self.add_button, self.choose_button, self.box):
            widget.setEnabled(not on)

    def _progress(self, count: int, _all: int) -> None:
        self.bar.setValue(min(count, self.bar.maximum()))
        self.said.setText(plural("{n} record read…", "{n} records read…", count))

    def _added(self, found: tuple[Report, str, int]) -> None:
        report, sentence, rejected = found
        self._busy(False)
        self.storing.emit(False)
        self.library.poll()
        self.report = report
        self.said.setText(sentence)
        if not rejected:
            self.accept()
            return
        lines = [line_of_record(record) for record in report.records]
        for line, before in zip(lines, self.model.all, strict=False):
            line.authors, line.date = before.authors, before.date
        self.model.show(lines)
        self.only.setVisible(True)
        self.only.setChecked(True)
        self._filter(True)
        self.copy_button.show()
        self.box.hide()
        self.map_button.hide()
        self.add_button.hide()
        self.choose_button.hide()
        self.close_button.setText(_("Close"))

    def _copy(self) -> None:
        lines = [f"{line.place}\t{line.verdict}\t{line.title}\t{line.reason}\n{line.raw}" for line in self.model.lines]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _failed(self, problem: BaseException) -> None:
        self._busy(False)
        self.storing.emit(False)
        if isinstance(problem, errors.Cancelled):
            super().reject()
        elif isinstance(problem, errors.Refused):
            self.said.setText(str(problem))
        else:
            raise problem

    def reject(self) -> None:
        """Escape or Cancel: while records are being stored, stop that and take it back; else close."""
        if self.bar.isVisible():
            self.cancelled.set()
            self.said.setText(_("Stopping; what was added is taken back…"))
            return
        super().reject()


def typed(text: str) -> Iterator[Item]:
    """Yield the records of typed or pasted text: of a format if it is in one, else a paper a line."""
    with Sources([Input(_("pasted text"), text)]) as sources:
        if sources.list[0].format is not None:
            yield from sources.records()
            return
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) > _SHORT or max((len(line) for line in lines), default=0) > 400:
            yield from sources.records()
            return
    for number, line in enumerate(lines, 1):
        draft = adding.read(line)
        draft.place = _("line {n}").format(n=number)
        yield draft
