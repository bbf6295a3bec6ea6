"""Add and import: one box for anything, a preview before saving, progress, and a report after."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from readinglist.core.status import Status
from readinglist.i18n import _, plural
from readinglist.ui import patience
from readinglist.ui.dialogs.base import Dialog, primary
from readinglist.ui.dialogs.records import Records
from readinglist.ui.look import glyphs, theme
from readinglist.ui.models.import_records import Line
from readinglist.ui.widgets.detail.tag_editor import TagEditor
from readinglist.ui.widgets.spoken import tell
from readinglist.ui.widgets.text.plain_box import PlainBox

_PLAIN, _KEYPAD = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
_SHORT = 4_000  # characters that are read at each key
_AT_ONCE = 5  # titles that one Enter looks up: arXiv answers once in three seconds


class _Box(PlainBox):
    """What to add: Enter adds it, Shift+Enter begins a new line."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in (_PLAIN, _KEYPAD):
            self.entered.emit()
            return
        super().keyPressEvent(event)


class _Tags(TagEditor):
    """The tags that all get; Escape in the line leaves the line, not the dialog."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.names: list[str] = []
        self._colours: dict[str, str | None] = {}
        self.added.connect(lambda names: self._show([*self.names, *names]))
        self.removed.connect(lambda names: self._show([name for name in self.names if name not in names]))

    def offer(self, known: Sequence[tuple[str, str | None]]) -> None:
        """Offer the tags of the library, each with its colour."""
        self._colours = dict(known)
        self.set_known(known)

    def _show(self, names: Sequence[str]) -> None:
        self.names = list(dict.fromkeys(names))
        self.show_tags(dict.fromkeys(self.names, 1), 1, self._colours)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)


class AddDialog(Dialog):
    """What is to be added is typed or pasted, or comes from files."""

    changed = Signal()  # something else is to be added
    settled = Signal()  # and typing has paused
    look_up_asked = Signal(list)  # the lines whose titles are to be looked up
    map_asked = Signal()
    add_asked = Signal()
    stop_asked = Signal()  # while records are stored
    retry_asked = Signal(str)
    ticked = Signal()  # a line that is not recognised is said to be a title, or not
    storing = Signal(bool)  # True when records begin to be stored, False at the end

    def __init__(self, parent: QWidget, *, text: str = "", files: Sequence[str] = ()) -> None:
        super().__init__(parent, _("Add papers"), 860, 620)
        self.files: list[Path] = []
        self._read = False  # what stands in the box was handed on to be read
        self._looking = False
        self._entered = False  # Enter was pressed before that was done
        self._make()
        self.box.setPlainText(text)
        self._take_files(files)
        self._read = False  # nobody listens yet
        self._timer.start(0)
        self.box.setFocus()

    def _make(self) -> None:
        self.box = _Box("", self)
        self.box.setAccessibleName(_("What to add"))
        self.box.setPlaceholderText(
            _("Paste anything, mixed: ids, addresses, BibTeX, RIS, CSL-JSON, a paper listing. Or drop PDFs.")
        )
        self.box.setTabChangesFocus(True)
        self.box.setMaximumHeight(120)
        self.box.entered.connect(self._enter)
        self.said = self.label()
        self.all_told = self.label(_("Everything accounted for ✓"))
        self.all_told.setWordWrap(False)
        self.all_told.hide()
        self.records = Records(self)
        self.records.look_up_asked.connect(self.look_up_asked)
        self.records.retry_asked.connect(self.retry_asked)
        self.records.ticked.connect(self.ticked)
        self.model = self.records.model
        self.only = QCheckBox(_("Only what needs a look"), self)
        self.only.toggled.connect(self.records.show_only_wrong)
        self.only.hide()
        self.map_button = QPushButton(self)
        self.map_button.clicked.connect(self.map_asked)
        self.map_button.hide()
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.hide()
        self._lay_out()
        self._make_buttons()
        self._timer = QTimer(self, singleShot=True, interval=patience.TYPING_MS)
        self._timer.timeout.connect(self._paused)
        self.box.textChanged.connect(self._typed)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.said, 1)
        line.addWidget(self.map_button)
        line.addWidget(self.only)
        line.addWidget(self.all_told)
        self.body.addWidget(self.box)
        self.body.addLayout(line)
        self.body.addWidget(self.records, 1)
        self.body.addWidget(self.bar)
        self.body.addLayout(self._said_of_all())

    def _typed(self) -> None:
        """What is short is read at each key; what is long, when typing pauses."""
        self._read, self._entered = self.box.document().characterCount() <= _SHORT, False
        self._timer.start()
        if self._read:
            self.changed.emit()

    def _paused(self) -> None:
        if not self._read:
            self._read = True
            self.changed.emit()
        self.settled.emit()

    def _enter(self) -> None:
        """Enter in the box: add what there is; where there are only titles, look them up; wait until it was read."""
        asked = [line for line in self.model.all if line.asked and not line.ticked]
        if self.add_button.isEnabled():
            self.add_button.click()
        elif self._looking or not self._read:
            self._entered = True
        elif any(not line.offered for line in asked):
            self.look_up_asked.emit([line for line in asked if not line.offered][:_AT_ONCE])
        elif asked:
            self.records.offer(asked[0])

    def _said_of_all(self) -> QHBoxLayout:
        """Return a line with what can be said of all that is added: its status, tags, and why."""
        self.status = QComboBox(self)
        self.status.setAccessibleName(_("Status"))
        self.why = QLineEdit(self)
        self.why.setAccessibleName(_("Why saved"))
        self.why.setPlaceholderText(_("Why? From whom, for what (one line, optional)"))
        self.why.setMaxLength(500)
        self.tags = _Tags(self)
        line = QHBoxLayout()
        line.addWidget(self.label(_("Status")))
        line.addWidget(self.status)
        line.addWidget(self.tags, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.why, 2)
        return line

    def offer_statuses(self, statuses: Sequence[Status], usual: str) -> None:
        """Offer the status that new papers get; `usual` is the id of the one that they get by themselves."""
        for status in statuses:
            icon = glyphs.status_icon(status.sign, theme.now().colour(status.colour))
            self.status.addItem(icon, _(status.label), status.id)
        self._usual = max(0, self.status.findData(usual))
        self.status.setCurrentIndex(self._usual)

    def chosen_status(self) -> str | None:
        """Return the id of the status that was chosen, None where it is the usual one."""
        return None if self.status.currentIndex() == self._usual else str(self.status.currentData())

    def _make_buttons(self) -> None:
        self.choose_button = QPushButton(_("Choose files…"), self)
        self.choose_button.clicked.connect(self._choose)
        self.copy_button = QPushButton(_("Copy report"), self)
        self.copy_button.clicked.connect(self._copy)
        self.copy_button.hide()
        self.add_button = primary(QPushButton(_("Add"), self))
        self.add_button.clicked.connect(self.add_asked)
        self.buttons.insertWidget(0, self.choose_button)
        self.buttons.insertWidget(1, self.copy_button)
        self.buttons.addWidget(self.add_button)
        self.close_button = self.finish(_("Cancel"))

    def _choose(self) -> None:
        names, _kind = QFileDialog.getOpenFileNames(self, _("Import files"))
        self._take_files(names)

    def _take_files(self, names: Sequence[str]) -> None:
        if names:
            self.files = [Path(name) for name in names]
            self.box.setPlainText("\n".join(names))
            self.box.setReadOnly(True)

    # -- before saving -------------------------------------------------------------------------------------------

    def typing(self) -> bool:
        """Return whether a key was pressed just now."""
        return self._timer.isActive()

    def looks(self) -> bool:
        """Return whether what was given is still being read."""
        return self._looking

    def looking(self) -> None:
        """Say that what was given is looked at; nothing can be added before that is done."""
        self._looking = True
        self.add_button.setEnabled(False)
        self.said.setText(_("Looking…"))

    def show_reading(self, count: int, number: int) -> None:
        """Show how many of so many files are read."""
        if self._looking and count <= number:
            self.said.setText(_("Reading {n} of {all}…").format(n=count, all=number))

    def say(self, words: str) -> None:
        """Say why what was given cannot be read."""
        self._looking = False
        self._say(words)

    def _say(self, words: str) -> None:
        self.said.setText(words)
        tell(self.box, words)

    def show_nothing(self) -> None:
        """Nothing is given."""
        self._looking = False
        self.all_told.hide()
        self.add_button.setEnabled(False)
        self.said.setText("")
        self.map_button.hide()
        self.records.show_lines([])

    def show_found(self, lines: Sequence[Line]) -> None:
        """Show what was found."""
        self.only.setVisible(any(line.wrong for line in lines) and len(lines) > 1)
        self.records.show_lines(lines)

    def say_found(self, words: str, add: str, *, some: bool) -> None:
        """Say what was found; `add` stands on the button, which can be pressed where there are `some` to add."""
        self._say(words)
        self._looking = False
        self.all_told.setVisible(bool(self.model.all))
        self.add_button.setEnabled(some)
        self.add_button.setText(add)
        if self._entered:
            self._entered = False
            self._enter()

    def offer_mapping(self, words: str) -> None:
        """Offer to take tags as statuses; with "" there is nothing to offer."""
        self.map_button.setText(words)
        self.map_button.setVisible(bool(words))

    # -- saving --------------------------------------------------------------------------------------------------

    def begin_storing(self, count: int) -> None:
        """Show that `count` records are stored (0: nobody knows how many); nothing can be changed meanwhile."""
        self._busy(True)
        self.bar.setRange(0, count)
        self.storing.emit(True)

    def show_progress(self, count: int, _all: int) -> None:
        """Show how many records are done."""
        self.bar.setValue(min(count, self.bar.maximum()))
        self.said.setText(plural("{n} record read…", "{n} records read…", count))

    def end_storing(self, words: str) -> None:
        """Say what came of it; another attempt can be made."""
        self._busy(False)
        self.storing.emit(False)
        self._say(words)

    def _busy(self, on: bool) -> None:
        self.bar.setVisible(on)
        for widget in (self.add_button, self.choose_button, self.box, self.status, self.tags, self.why):
            widget.setEnabled(not on)

    def reject(self) -> None:
        """Escape or Cancel: while records are being stored, stop that and take it back; else close."""
        if self.bar.isVisible():
            self.stop_asked.emit()
            self.said.setText(_("Stopping; what was added is taken back…"))
            return
        super().reject()

    # -- the report ----------------------------------------------------------------------------------------------

    def show_report(self, lines: Sequence[Line]) -> None:
        """Show what became of each record, those first that could not be added."""
        self.model.show(lines)
        self.only.show()
        self.only.setChecked(True)
        self.records.show_only_wrong(True)
        self.copy_button.show()
        for widget in (
            self.box, self.map_button, self.add_button, self.choose_button, self.status, self.tags, self.why,
        ):  # fmt: skip
            widget.hide()
        self.close_button.setText(_("Close"))

    def _copy(self) -> None:
        lines = [f"{line.place}\t{line.verdict}\t{line.title}\t{line.reason}\n{line.raw}" for line in self.model.lines]
        QGuiApplication.clipboard().setText("\n".join(lines))
