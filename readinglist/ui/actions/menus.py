"""The window's QActions and menu bar, made from the table of actions; an action is run here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from readinglist.core.status import Status
from readinglist.i18n import _
from readinglist.ui.actions.action import LINE, THERE, Action, Need
from readinglist.ui.actions.later import LazyModule
from readinglist.ui.actions.table import ACTIONS, MENUS, PAPER
from readinglist.ui.desk import Desk
from readinglist.ui.look import glyphs, icons, theme

_NATIVE = QKeySequence.SequenceFormat.NativeText
_MARKING = LazyModule("readinglist.ui.actions.marking")
_ICONS_AT_ONCE = 10
STATUS = "status:"  # begins the ids of the actions that set one


class Menus(QObject):
    """All actions of the window by id: those of the table, and one a status of the library.

    A QAction's `objectName` is its id and its `data` its keys as people read them.
    """

    def __init__(self, desk: Desk, lists: Iterable[QWidget], *, whole: bool = True) -> None:
        """`lists` are the lists of papers, where `table_keys` work.

        Not `whole`, there are only the keys; `tint` and `fill_bar` make what is to be seen.
        """
        super().__init__(desk)
        self.desk = desk
        self.lists = list(lists)
        self.rows: dict[str, Action] = {}
        self.actions: dict[str, QAction] = {}
        self.shortcuts: dict[str, list[QShortcut]] = {}
        self._statuses: dict[str, Status] = {}
        self._tinted = False
        self.later: Callable[[str], bool] = lambda _name: False  # whether an action was kept for a later time
        self.bar: list[QMenu] = []  # the menus of the menu bar
        for row in ACTIONS:
            self._make(row)
        self.set_statuses(desk.library.statuses.all())
        if whole:
            self.tint()
            self.fill_bar()

    # -- running -------------------------------------------------------------------------------------------------

    def run(self, name: str) -> None:
        """Carry out an action, if it can be done now; what is being typed is saved first."""
        if self.later(name):
            return
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
        for place in self.lists:
            self._add_shortcuts(row, place)

    def _add_shortcuts(self, row: Action, place: QWidget) -> None:
        for key in row.table_keys:
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
        self._statuses = {f"{STATUS}{status.id}": status for status in statuses}
        for name, status in self._statuses.items():
            label = _("Mark as {status}").format(status=_(status.label))
            keys, table_keys = ((f"Alt+{status.key}",), (str(status.key),)) if status.key else ((), ())
            self._make(Action(name, SetStatus(status.id), label, keys, table_keys, needs="papers"))
        if self._tinted:
            self._tint_statuses()
        if self.bar:
            self._show_statuses()
        self.allow(["papers"], self.desk.selected())

    def add_list(self, place: QWidget) -> None:
        """Let `table_keys` work in another list of papers too."""
        self.lists.append(place)
        for row in self.rows.values():
            self._add_shortcuts(row, place)

    def tint(self) -> None:
        """Take over the colours of the theme."""
        for _part in self.tint_parts():
            pass

    def tint_parts(self) -> Iterator[None]:
        """Take over the colours of the theme, some icons at a time: each is drawn in five sizes."""
        self._tinted = True
        self._tint_statuses()
        for place, row in enumerate(row for row in ACTIONS if row.icon):
            if not place % _ICONS_AT_ONCE:
                yield
            self.actions[row.id].setIcon(icons.icon(row.icon))

    def _tint_statuses(self) -> None:
        for name, status in self._statuses.items():
            self.actions[name].setIcon(glyphs.status_icon(status.sign, theme.now().colour(status.colour)))

    # -- menus ---------------------------------------------------------------------------------------------------

    def fill_bar(self) -> None:
        """Fill the menu bar."""
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
        self._show_statuses()

    def _show_statuses(self) -> None:
        for name in self._statuses:
            self._papers.insertAction(self._below_statuses, self.actions[name])


class SetStatus:
    """The deed that sets the status of that id; what it does is loaded when it is done."""

    def __init__(self, status: str) -> None:
        self.status = status

    def __call__(self, desk: Desk) -> object:
        return _MARKING.status(self.status)(desk)


def popup(menu: QMenu, spot: QPoint) -> None:
    """Show a menu at a place on screen and forget it when it closes."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(spot)
