"""Why the window does not open, in words, and what can be done: there is no window yet that could say it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QPlainTextEdit

from readinglist.core.errors import Refused
from readinglist.i18n import _
from readinglist.ui.dialogs.base import Dialog


class Refusal(Dialog):
    """What stopped, what is safe, what to do."""

    def __init__(self, problem: Refused) -> None:
        super().__init__(None, _("Reading List does not open"), 480, 200)
        self.body.addWidget(self.label(problem.what, "plain"))
        for words in (problem.safe, problem.do):
            if words:
                self.body.addWidget(self.label(words))
        self.body.addStretch(1)
        self.finish().setFocus()


class Recovery(Dialog):
    """Lists backups, newest first. Only one whose differences are shown can be restored; nothing is by itself."""

    compare_asked = Signal(int)  # the place of the backup in the list
    restore_asked = Signal(int)
    look_asked = Signal(int)  # -1: at what can be read of the library itself
    copy_asked = Signal()

    def __init__(self, problem: Refused, readable: str, backups: Sequence[str]) -> None:
        """`readable` says what can be read of the file; `backups` are their lines."""
        super().__init__(None, _("The library does not open"), 640, 520)
        self.body.addWidget(self.label(problem.what, "plain"))
        for words in (problem.safe, readable):
            if words:
                self.body.addWidget(self.label(words))
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Backups"))
        self.list.addItems(list(backups))
        self.body.addWidget(self.list, 2)
        self.told = QPlainTextEdit(self)
        self.told.setReadOnly(True)
        self.told.setAccessibleName(_("What is different"))
        self.told.setPlainText(_("Compare shows what would come back, and what would go.") if backups else "")
        self.body.addWidget(self.told, 2)
        self.wrong = self.label(role="error")
        self.body.addWidget(self.wrong)
        self.made = self.deeds((
            ("compare", _("Compare"), lambda: self.compare_asked.emit(self.list.currentRow())),
            ("restore", _("Restore"), lambda: self.restore_asked.emit(self.list.currentRow())),
            ("look", _("Open read-only"), lambda: self.look_asked.emit(self.list.currentRow())),
            ("copy", _("Save a copy…"), self.copy_asked.emit),
        ))  # fmt: skip
        self.finish()
        self._compared = -1
        self.list.currentRowChanged.connect(lambda _row: self._allow())
        if backups:
            self.list.setCurrentRow(0)
        self._allow()

    def show_differences(self, place: int, words: str) -> None:
        """Show what is different in the backup at this place of the list; it can be restored then."""
        self._compared = place
        self.told.setPlainText(words)
        self._allow()

    def _allow(self) -> None:
        place = self.list.currentRow()
        self.made["compare"].setEnabled(place >= 0)
        self.made["restore"].setEnabled(place >= 0 and place == self._compared)
