"""The list of keys, made from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from readinglist.core.text import fold
from readinglist.i18n import _
from readinglist.ui.actions.keys import keys_of
from readinglist.ui.actions.menus import Menus
from readinglist.ui.actions.table import ACTIONS, MENUS, PAPER, STATUS_PREFIX
from readinglist.ui.dialogs.base import Dialog
from readinglist.ui.dialogs.palette import label_of


class Shortcuts(Dialog):
    """Every action that has keys, by menu, with a line to find one."""

    def __init__(self, parent: QWidget, menus: Menus) -> None:
        super().__init__(parent, _("Keyboard shortcuts"), 620, 640)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(_("Find a deed or a key"))
        self.line.setAccessibleName(_("Find a deed or a key"))
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(_("Keyboard shortcuts"))
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(12)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setStretchLastSection(False)
        for menu, label in MENUS.items():
            top = QTreeWidgetItem(self.tree, [_(label).replace("&", "").upper()])
            top.setFlags(Qt.ItemFlag.ItemIsEnabled)
            names = [action.id for action in ACTIONS if action.menu == menu]
            if menu == PAPER:
                names = [name for name in menus.actions if name.startswith(STATUS_PREFIX)] + names
            for name in names:
                keys = keys_of(menus, name)
                if keys:
                    QTreeWidgetItem(top, [label_of(menus.actions[name]), keys])
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
