"""The window's QActions and menu bar, made from the table of actions; an action is run here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from readinglist.core.status import Status
from readinglist.i18n import _
from readinglist.ui.actions import marking
from readinglist.ui.actions.action import LINE, THERE, Action, Need
from readinglist.ui.actions.table import ACTIONS, MENUS, PAPER
from readinglist.ui.desk import Desk
from readinglist.ui.look import glyphs, icons, theme

_NATIVE = QKeySequence.SequenceFormat.NativeText
STATUS = "status:"  # begins the ids of the actions that set one


class Menus(QObject):
    """All actions of the window by id: those of the table, and one a status of the library.

    A QAction's `objectName` is its id and its `data` its keys as people read them.
    """

    def __init__(self, desk: Desk, lists: Iterable[QWidget]) -> None:
        """`lists` are the lists of papers, where `table_keys` work."""
        super().__init__(desk)
        self.desk = desk
        self.lists = list(lists)
        self.rows: dict[str, Action] = {}
        self.actions: dict[str, QAction] = {}
        self.shortcuts: dict[str, list[QShortcut]] = {}
        self._statuses: list[str] = []
        self.bar: list[QMenu] = []  # the menus of the menu bar
        for row in ACTIONS:
            self._make(row)
        self.tint()
        self._fill_bar()

    # -- running -------------------------------------------------------------------------------------------------

    def run(self, name: str) -> None:
        """Carry out an action, if it can be done now; what is being typed is saved first."""
        self.desk.panes.flush()
        if self.actions[name].isEnabled():
            self.rows[name].run(self.desk)

    def allow(self, needs: Sequence[Need], papers: Sequence[int]) -> None:
        """Grey the actions that need what is not there, and no others, of those with one of these `needs`.

        `papers` are the selected ones.
        """
        there = {need: THERE[need](self.desk, papers) for need in needs}
        for name, row in self.rows.items():
            if row.needs in there:
                self.actions[name].setEnabled(there[row.needs])

    # -- making --------------------------------------------------------------------------------------------------

    def _make(self, row: Action) -> None:
        made = QAction(_(row.label), self.desk.window)
        made.setObjectName(row.id)
        made.setShortcuts([QKeySequence(key) for key in row.keys])
        known = dict.fromkeys(QKeySequence(key).toString(_NATIVE) for key in (*row.table_keys, *row.keys))
        made.setData(", ".join(known))
        made.triggered.connect(lambda _checked=False: self.run(row.id))
        self.desk.window.addAction(made)
        self.rows[row.id] = row
        self.actions[row.id] = made
        self.shortcuts[row.id] = []
        for key in row.table_keys:
            for place in self.lists:
                shortcut = QShortcut(QKeySequence(key), place)
                shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
                shortcut.activated.connect(lambda: self.run(row.id))
                self.shortcuts[row.id].append(shortcut)

    def set_statuses(self, statuses: Iterable[Status]) -> None:
        """Make the actions that set a status: its digit in the lists, Alt and the digit everywhere."""
        for name in self._statuses:
            self.desk.window.removeAction(self.actions[name])
            self.actions.pop(name).deleteLater()
            del self.rows[name]
            for shortcut in self.shortcuts.pop(name):
                shortcut.deleteLater()
        self._statuses = []
        for status in statuses:
            label = _("Mark as {status}").format(status=_(status.label))
            keys, table_keys = ((f"Alt+{status.key}",), (str(status.key),)) if status.key else ((), ())
            row = Action(f"{STATUS}{status.id}", marking.status(status.id), label, keys, table_keys, needs="papers")
            self._make(row)
            self._statuses.append(row.id)
            made = self.actions[row.id]
            made.setIcon(glyphs.status_icon(status.sign, theme.now().colour(status.colour)))
            self._papers.insertAction(self._below_statuses, made)
        self.allow(["papers"], self.desk.selected())

    def tint(self) -> None:
        """Take over the colours of the theme."""
        for row in ACTIONS:
            if row.icon:
                self.actions[row.id].setIcon(icons.icon(row.icon))

    # -- menus ---------------------------------------------------------------------------------------------------

    def _fill_bar(self) -> None:
        for menu in MENUS:
            shown = self.desk.window.menuBar().addMenu(_(menu.label))
            self.bar.append(shown)
            if menu is PAPER:
                self._papers, self._below_statuses = shown, shown.addSeparator()
            for row in menu.rows:
                if row is LINE:
                    shown.addSeparator()
                else:
                    shown.addAction(self.actions[row.id])


def popup(menu: QMenu, spot: QPoint) -> None:
    """Show a menu at a place on screen and forget it when it closes."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(spot)
