"""Rows of the library that something else has changed, and what is right: as they stand, or what they held before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from readinglist.i18n import _, plural
from readinglist.ui.dialogs.base import Dialog


class Damage(Dialog):
    """One line a damaged row. What is asked for is done before the signal returns, or `wrong` says why not."""

    kept = Signal(str)  # the row's name, as `paper:12`
    restored = Signal(str)
    copy_asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _("Check of the library"), 640, 420)
        self.said = self.label(_("Looking…"))
        self.rows = QListWidget(self)
        self.rows.setAccessibleName(_("Damaged rows"))
        self.wrong = self.label(role="error")
        for part in (self.said, self.rows, self.wrong):
            self.body.addWidget(part, 1 if part is self.rows else 0)
        self.made = self.deeds(
            (
                ("keep", _("Right as it stands"), lambda: self._ask(self.kept)),
                ("older", _("What it held before"), lambda: self._ask(self.restored)),
                ("copy", _("From a copy…"), lambda: self._ask(self.copy_asked)),
            )
        )
        self.finish()
        self._names: list[str] = []
        self._allow()

    def show_rows(self, rows: Sequence[tuple[str, str]], others: Sequence[str], papers: int) -> None:
        """Show damaged rows (name, words), and in words what else is wrong, in a library of so many papers."""
        self.rows.clear()
        self._names = [name for name, _words in rows]
        for _name, words in rows:
            self.rows.addItem(QListWidgetItem(words))
        if rows:
            self.rows.setCurrentRow(0)
        lines = list(others)
        if rows:
            lines.insert(0, _("Something else than Reading List has changed these. Until you decide they stay marked."))
        sound = plural("{n} paper, all sound.", "{n} papers, all sound.", papers)
        self.said.setText("\n".join(lines) or sound)
        self._allow()

    def _allow(self) -> None:
        for button in self.made.values():
            button.setEnabled(bool(self._names))

    def _ask(self, signal: SignalInstance) -> None:
        self.wrong.setText("")
        place = self.rows.currentRow()
        if 0 <= place < len(self._names):
            signal.emit(self._names[place])
