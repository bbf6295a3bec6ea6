"""What was done to the library, newest first, by whom and when; and the way back."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QPushButton, QTreeWidget, QTreeWidgetItem, QWidget

from readinglist.core import dates, errors
from readinglist.core.ops import describe
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.ui.dialogs.base import Dialog

SHOWN = 500


class History(Dialog):
    """The steps; Undo takes back the newest one that still stands."""

    def __init__(self, parent: QWidget, library: Library) -> None:
        super().__init__(parent, _("History"), 640, 560)
        self.library = library
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
        self.undo.clicked.connect(lambda: self._revert(library.undo))
        self.redo.clicked.connect(lambda: self._revert(library.redo))
        self.buttons.addWidget(self.undo)
        self.buttons.addWidget(self.redo)
        self.finish()
        self.refresh()

    def refresh(self) -> None:
        """Read the steps again."""
        self.tree.clear()
        for deed in self.library.deeds(SHOWN):
            step = deed.step
            words = describe(step.op, step.count, step.detail)
            if deed.undone:
                words += "  " + _("(taken back)")
            where = {"window": _("window"), "cli": _("command line")}.get(step.origin, step.origin)
            item = QTreeWidgetItem(self.tree, [words, dates.local_time(step.at), where])
            item.setDisabled(deed.undone)
        self.undo.setEnabled(self.library.undo_name() is not None)
        self.redo.setEnabled(self.library.redo_name() is not None)

    def _revert(self, deed: object) -> None:
        try:
            deed()  # type: ignore[operator]  # undo or redo of the library
        except errors.Refused as problem:
            self.wrong.setText(str(problem))
        self.refresh()
