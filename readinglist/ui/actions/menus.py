"""Makes Qt actions, the menu bar and the context menus from the table of actions; leaves the deeds to who connects."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from readinglist.core.status import Status
from readinglist.i18n import _
from readinglist.ui.actions import table
from readinglist.ui.actions.table import ACTIONS, STATUS_PREFIX, Action
from readinglist.ui.look import glyphs, icons, theme

Do = Callable[[str], None]


class Menus(QObject):
    """All QActions of the window by id; statuses under `status:<id>`. `do(id)` is called when one is triggered."""

    def __init__(self, window: QWidget, lists: Iterable[QWidget], do: Do) -> None:
        super().__init__(window)
        self.window = window
        self.lists = list(lists)
        self.do = do
        self.actions: dict[str, QAction] = {}
        self.shortcuts: dict[str, list[QShortcut]] = {}
        for action in ACTIONS:
            self._make(action.id, _(action.label), action.keys, action.table_keys)
        self.tint()

    def _make(self, name: str, label: str, keys: Iterable[str], table_keys: Iterable[str]) -> None:
        made = QAction(label, self.window)
        made.setObjectName(name)
        made.setShortcuts([QKeySequence(key) for key in keys])
        made.triggered.connect(lambda _checked=False, name=name: self.do(name))
        self.window.addAction(made)
        self.actions[name] = made
        self.shortcuts[name] = []
        for key in table_keys:
            for place in self.lists:
                shortcut = QShortcut(QKeySequence(key), place)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(lambda name=name: self._from_list(name))
                self.shortcuts[name].append(shortcut)

    def _from_list(self, name: str) -> None:
        if self.actions[name].isEnabled():
            self.do(name)

    def set_statuses(self, statuses: Iterable[Status]) -> None:
        """Make the actions that set a status: its digit in the lists, Alt and the digit everywhere."""
        for name in [name for name in self.actions if name.startswith(STATUS_PREFIX)]:
            self.window.removeAction(self.actions[name])
            self.actions.pop(name).deleteLater()
            for shortcut in self.shortcuts.pop(name):
                shortcut.deleteLater()
        for status in statuses:
            name = f"{STATUS_PREFIX}{status.id}"
            keys = (f"Alt+{status.key}",) if status.key else ()
            label = _("Mark as {status}").format(status=_(status.label))
            self._make(name, label, keys, (str(status.key),) if status.key else ())
            self.actions[name].setIcon(glyphs.status_icon(status.kind, theme.now().colour(status.colour)))

    def tint(self) -> None:
        """Take over the colours of the theme."""
        for action in ACTIONS:
            if action.icon:
                self.actions[action.id].setIcon(icons.icon(action.icon))

    def enable(self, name: str, on: bool) -> None:
        """Allow an action or not."""
        self.actions[name].setEnabled(on)

    def enable_for(self, some: bool, *, trash: bool) -> None:
        """Allow what works on papers where some are selected, and what works on the Trash where they lie in it."""
        for action in ACTIONS:
            if action.needs == "papers":
                self.enable(action.id, some)
            elif action.needs == "trash":
                self.enable(action.id, some and trash)
        for name in self.actions:
            if name.startswith(STATUS_PREFIX):
                self.enable(name, some)

    def fill(self, bar: QMenuBar) -> None:
        """Put every action into the menu bar, by menu and group."""
        bar.clear()
        for name, label in table.MENUS.items():
            menu = bar.addMenu(_(label))
            self._fill(menu, [action for action in ACTIONS if action.menu == name], statuses=name == table.PAPER)

    def _fill(self, menu: QMenu, rows: list[Action], *, statuses: bool) -> None:
        group = 0
        if statuses:
            self.add_statuses(menu)
            menu.addSeparator()
        for action in rows:
            if action.group != group:
                menu.addSeparator()
                group = action.group
            menu.addAction(self.actions[action.id])

    def add_statuses(self, menu: QMenu) -> None:
        """Put the statuses into a menu."""
        for name, action in self.actions.items():
            if name.startswith(STATUS_PREFIX):
                menu.addAction(action)

    def paper_menu(self, trash: bool, queued: bool) -> QMenu:
        """Return the context menu of the selected papers."""
        menu = QMenu(self.window)
        if trash:
            names = ["restore", "delete_for_good"]
        else:
            self.add_statuses(menu)
            menu.addSeparator()
            names = ["open_paper", "peek", "edit_details", "-", "queue_first", "queue_add"]
            names += ["queue_remove"] if queued else []
            names += ["snooze"]
            names += ["-", "edit_tags", "edit_note", "edit_due"]
        for name in names:
            if name == "-":
                menu.addSeparator()
            else:
                menu.addAction(self.actions[name])
        if not trash:
            self._submenu(menu, _("Priority"), "priority_")
            self._submenu(menu, _("Rating"), "rate_")
            menu.addSeparator()
            for name in ("copy_papers", "export_papers", "trash"):
                menu.addAction(self.actions[name])
        return menu

    def _submenu(self, menu: QMenu, label: str, prefix: str) -> None:
        inner = menu.addMenu(label)
        for name, action in self.actions.items():
            if name.startswith(prefix):
                inner.addAction(action)


def popup(menu: QMenu, spot: QPoint) -> None:
    """Show a menu and forget it when it closes."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(spot)
