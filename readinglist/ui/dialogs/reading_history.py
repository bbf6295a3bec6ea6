"""The readings of a paper: every pass with its days, depth, pages and time, to see, correct and add to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from readinglist.core import dates, tex
from readinglist.core.paper import Reading
from readinglist.core.status import DEPTHS
from readinglist.i18n import _, mark
from readinglist.ui.dialogs.base import Dialog, primary
from readinglist.ui.widgets.empty_words import EmptyWords

_ENDED = {None: mark("going on"), "finished": mark("finished"), "stopped": mark("stopped")}


class Readings(Dialog):
    """The passes through one paper, oldest first.

    What is asked for is done, and `show_readings` called, before the signal returns; or `wrong` says why not.
    `values` are those of the form that differ.
    """

    again_asked = Signal()
    time_logged = Signal(object)  # values
    read_before = Signal(object)  # values
    corrected = Signal(str, object)  # uid, values
    deleted = Signal(str)  # uid

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, _("Readings"), 680, 440)
        self.readings: list[Reading] = []
        self.body.addWidget(self.label(tex.line(title)))
        self.tree = QTreeWidget(self)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(_("Readings"))
        self.tree.setRootIsDecorated(False)
        heads = [_("Started"), _("Ended"), _("How"), _("Depth"), _("Pages"), _("Minutes")]
        self.tree.setHeaderLabels(heads)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.tree.itemDoubleClicked.connect(lambda *_args: self._edit())
        EmptyWords(
            self.tree,
            _("No reading yet. Setting the paper to Reading or Read begins one; so does “Log time…”.")
            + "\n\n"
            + _("“Read before…” is for what you read before it was here."),
        )
        self.wrong = self.label(role="error")
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(self.wrong)
        self.made = self.deeds(
            (
                ("log", _("Log time…"), self._log),
                ("again", _("Read again"), lambda: self._ask(self.again_asked)),
                ("before", _("Read before…"), self._before),
                ("edit", _("Correct…"), self._edit),
                ("delete", _("Delete"), self._delete),
            )
        )
        self.finish()

    def show_readings(self, readings: Sequence[Reading]) -> None:
        """Show these passes; the last one is marked."""
        self.tree.clear()
        self.readings = list(readings)
        for reading in readings:
            cells = [_day(reading.started), _day(reading.finished), _(_ENDED[reading.ended]), reading.depth or ""]
            cells += [_pages(reading), str(reading.minutes or "")]
            self.tree.setCurrentItem(QTreeWidgetItem(self.tree, cells))
        for name in ("edit", "delete"):
            self.made[name].setEnabled(bool(readings))

    def _ask(self, signal: Any, *values: object) -> bool:
        """Ask for something. Returns whether it was done."""
        self.wrong.setText("")
        signal.emit(*values)
        return not self.wrong.text()

    def _chosen(self) -> Reading | None:
        item = self.tree.currentItem()
        return self.readings[self.tree.indexOfTopLevelItem(item)] if item is not None else None

    def _delete(self) -> None:
        reading = self._chosen()
        if reading is not None:
            self._ask(self.deleted, reading.uid)

    def _edit(self) -> None:
        reading = self._chosen()
        if reading is not None:
            ReadingForm(self, reading, lambda values: self._ask(self.corrected, reading.uid, values)).open()

    def _before(self) -> None:
        blank, only = Reading(ended="finished"), ("finished", "depth")
        ReadingForm(self, blank, lambda values: self._ask(self.read_before, values), only).open()

    def _log(self) -> None:
        only = ("minutes", "to_page")
        ReadingForm(self, Reading(), lambda values: self._ask(self.time_logged, values), only).open()


class ReadingForm(Dialog):
    """The fields of one reading; `save(values)` says whether they were taken."""

    def __init__(
        self,
        parent: QWidget,
        reading: Reading,
        save: Callable[[dict[str, Any]], bool],
        only: tuple[str, ...] = ("started", "finished", "depth", "from_page", "to_page", "minutes"),
    ) -> None:
        super().__init__(parent, _("Reading"), 420, 320)
        self.reading, self.save = reading, save
        form = QFormLayout()
        self.fields: dict[str, QWidget] = {}
        labels = {
            "started": _("Started"), "finished": _("Ended"), "depth": _("Depth"), "from_page": _("From page"),
            "to_page": _("To page"), "minutes": _("Minutes"),
        }  # fmt: skip
        for name in only:
            control = self._control(name, getattr(reading, name))
            control.setAccessibleName(labels[name])
            self.fields[name] = control
            form.addRow(labels[name], control)
        self.body.addLayout(form)
        self.body.addStretch(1)
        button = primary(QPushButton(_("Save"), self))
        button.clicked.connect(self._save)
        self.buttons.addWidget(button)
        self.finish(_("Cancel"))

    def _control(self, name: str, value: Any) -> QWidget:
        if name == "depth":
            choice = QComboBox(self)
            choice.addItem(_("not said"), None)
            for depth in DEPTHS:
                choice.addItem(_(depth), depth)
            choice.setCurrentIndex(DEPTHS.index(value) + 1 if value else 0)
            return choice
        if name in ("started", "finished"):
            line = QLineEdit(value or "", self)
            line.setPlaceholderText(_("2026, 2026-11 or 2026-11-19; empty: not known"))
            return line
        spin = QSpinBox(self)
        spin.setRange(0, 100_000)
        spin.setSpecialValueText(_("not said"))
        spin.setValue(value or 0)
        return spin

    def values(self) -> dict[str, Any]:
        """Return what differs from the reading."""
        found: dict[str, Any] = {}
        for name, control in self.fields.items():
            value: Any = None
            if isinstance(control, QComboBox):
                value = control.currentData()
            elif isinstance(control, QLineEdit):
                value = control.text().strip() or None
            elif isinstance(control, QSpinBox):
                value = control.value() or None
            if value != getattr(self.reading, name):
                found[name] = value
        return found

    def _save(self) -> None:
        if self.save(self.values()):
            self.accept()


def _day(time: str | None) -> str:
    return dates.local_day(time) if time else ""


def _pages(reading: Reading) -> str:
    if reading.to_page is None:
        return ""
    return f"{reading.from_page or 1}–{reading.to_page}"
