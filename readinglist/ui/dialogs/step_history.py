"""What was done to the library, newest first, by whom and when; and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from readinglist.i18n import _
from readinglist.ui.dialogs.base import Dialog


class Line(NamedTuple):
    """A step in words."""

    what: str
    when: str
    where: str
    undone: bool


class History(Dialog):
    """The steps. `undo_asked` for the newest one that still stands, `redo_asked` for what was taken back last."""

    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _("History"), 640, 560)
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(_("History"))
        self.tree.setRootIsDecorated(False)
        self.tree.setHeaderLabels([_("What"), _("When"), _("Where")])
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self.tree.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.wrong = self.label(role="error")
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(self.wrong)
        self.undo = QPushButton(_("Undo the last step"), self)
        self.redo = QPushButton(_("Redo"), self)
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        self.buttons.addWidget(self.undo)
        self.buttons.addWidget(self.redo)
        self.finish()

    def show_steps(self, lines: Sequence[Line], *, undo: bool, redo: bool) -> None:
        """Show the steps; `undo` and `redo` say whether there is anything to take back or do again."""
        self.tree.clear()
        for line in lines:
            words = line.what + "  " + _("(taken back)") if line.undone else line.what
            item = QTreeWidgetItem(self.tree, [words, line.when, line.where])
            item.setDisabled(line.undone)
        self.undo.setEnabled(undo)
        self.redo.setEnabled(redo)
