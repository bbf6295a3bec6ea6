"""The list of keys, menu by menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from readinglist.core.text import fold
from readinglist.i18n import _
from readinglist.ui.dialogs.base import Dialog
from readinglist.ui.dialogs.palette import label_of


class Shortcuts(Dialog):
    """Every action that has keys, by menu, with a line to find one."""

    def __init__(self, parent: QWidget, menus: Sequence[tuple[str, Sequence[QAction]]]) -> None:
        """`menus` are labels with the actions below them, whose `data` are their keys as people read them."""
        super().__init__(parent, _("Keyboard shortcuts"), 620, 640)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(_("Find an action or a key"))
        self.line.setAccessibleName(_("Find an action or a key"))
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(_("Keyboard shortcuts"))
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(12)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setStretchLastSection(False)
        for label, actions in menus:
            top = QTreeWidgetItem(self.tree, [label.replace("&", "").upper()])
            top.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for action in actions:
                if action.data():
                    QTreeWidgetItem(top, [label_of(action), str(action.data())])
        self.tree.expandAll()
        self.body.addWidget(self.line)
        self.body.addWidget(self.tree, 1)
        self.line.textChanged.connect(self._filter)
        self.finish()
        self.line.setFocus()

    def _filter(self, text: str) -> None:
        wanted = fold(text).strip()
        for place in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(place)
            if top is None:
                continue
            shown = 0
            for line in range(top.childCount()):
                item = top.child(line)
                if item is None:
                    continue
                hit = wanted in fold(item.text(0)) or wanted in fold(item.text(1))
                item.setHidden(not hit)
                shown += hit
            top.setHidden(not shown)
