"""The command palette: every action, found by typing parts of its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from readinglist.core.text import fold
from readinglist.i18n import _
from readinglist.ui.dialogs.base import Dialog
from readinglist.ui.look import theme

_ACTION = Qt.ItemDataRole.UserRole


class Palette(Dialog):
    """A line to type in over the list of actions; Enter does the one that is marked."""

    def __init__(self, parent: QWidget, actions: Sequence[QAction]) -> None:
        """`actions` have an `objectName`, and as `data` their keys as people read them."""
        super().__init__(parent, _("Commands"), 560, 460)
        self.known = {action.objectName(): action for action in actions if action.objectName() != "palette"}
        self.line = QLineEdit(self)
        self.line.setAccessibleName(_("Find a command"))
        self.line.setPlaceholderText(_("Type a part of its name"))
        blank = QPixmap(16, 16)
        blank.fill(Qt.GlobalColor.transparent)
        self._blank = QIcon(blank)  # names stand under each other, with an icon or without
        self.list = QTreeWidget(self)
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setObjectName("palette")
        self.list.setAccessibleName(_("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self.line)
        self.body.addWidget(self.list, 1)
        self.line.textChanged.connect(self._filter)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(self._run)
        self._filter("")
        self.line.setFocus()

    def _filter(self, text: str) -> None:
        self.list.clear()
        ranked = []
        for place, (name, action) in enumerate(self.known.items()):
            score = match(fold(text), fold(label_of(action)))
            if score is not None:
                ranked.append((not action.isEnabled(), score, place, name, action))
        for disabled, _score, _place, name, action in sorted(ranked, key=lambda row: row[:3]):
            item = QTreeWidgetItem(self.list, [label_of(action), str(action.data())])
            item.setIcon(0, action.icon() if not action.icon().isNull() else self._blank)
            item.setForeground(1, theme.now().colour("second"))
            item.setData(0, _ACTION, name)
            if disabled:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._mark(0)

    def _mark(self, row: int) -> None:
        """Mark a row, the nearest one that is there."""
        item = self.list.topLevelItem(max(0, min(self.list.topLevelItemCount() - 1, row)))
        if item is not None:
            self.list.setCurrentItem(item)

    def _run(self, item: QTreeWidgetItem | None, _column: int = 0) -> None:
        if item is None or not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        name = str(item.data(0, _ACTION))
        self.accept()
        self.known[name].trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            if event.key() in step:
                self._mark(self.list.currentIndex().row() + step[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run(self.list.currentItem())
                return True
        return False


def label_of(action: QAction) -> str:
    """Return an action's name without the marks of menus."""
    return action.text().replace("&", "").rstrip("…")


def match(wanted: str, name: str) -> int | None:
    """Return how badly `wanted` fits `name` (0 is best): its words must begin words, or its letters follow in order."""
    if not wanted.strip():
        return 0
    parts = name.split()
    if all(any(part.startswith(word) for part in parts) for word in wanted.split()):
        return 0 if name.startswith(wanted.split()[0]) else 1
    place = 0
    for letter in wanted.replace(" ", ""):
        place = name.find(letter, place) + 1
        if not place:
            return None
    return 2
