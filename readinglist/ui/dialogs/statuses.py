"""Statuses of one's own: add, rename, recolour, reorder, delete with a place for their papers; each is a step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from readinglist.core import errors
from readinglist.core.status import BUILT_IN, KINDS, SHAPES, Status
from readinglist.i18n import _, mark
from readinglist.ui.dialogs.base import Dialog
from readinglist.ui.look import glyphs, theme
from readinglist.ui.widgets.panel import Panel, ask_line
from readinglist.ui.widgets.spot import Spot

_ID = Qt.ItemDataRole.UserRole
SHAPE_NAMES = {
    "": mark("As its kind"), "square": mark("Square"), "diamond": mark("Diamond"), "triangle": mark("Triangle"),
    "wedge": mark("Wedge"), "star": mark("Star"), "heart": mark("Heart"), "flag": mark("Flag"),
    "hexagon": mark("Hexagon"), "cross": mark("Cross"), "plus": mark("Plus"), "moon": mark("Moon"),
    "bolt": mark("Bolt"),
}  # fmt: skip
_OWN_KINDS = {status.id for status in BUILT_IN}


class Statuses(Dialog):
    """The list of statuses in their order, and what can be done with the marked one."""

    added = Signal(str, str)  # label, kind
    renamed = Signal(str, str)  # id, label
    recoloured = Signal(str, str)  # id, colour
    reshaped = Signal(str, str)  # id, one of SHAPES or "" for the sign of its kind
    key_given = Signal(str, object)  # id, digit or None
    moved = Signal(str, int)  # id, place among those of its kind, from 1
    deleted = Signal(str, str)  # id, id of the status that its papers get

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _("Statuses"), 740, 520)
        self.known: list[Status] = []
        self.body.addWidget(
            self.label(_("A status of your own behaves like its kind. Renaming one carries its papers along."))
        )
        self.tree = QTreeWidget(self)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(_("Statuses"))
        self.tree.setRootIsDecorated(False)
        self.tree.setHeaderLabels([_("Status"), _("Kind"), _("Key"), _("Papers")])
        self.tree.header().setStretchLastSection(False)
        for column in range(4):
            resizing = QHeaderView.ResizeMode.ResizeToContents if column else QHeaderView.ResizeMode.Stretch
            self.tree.header().setSectionResizeMode(column, resizing)
        self.tree.currentItemChanged.connect(self._picked)
        self.tree.itemDoubleClicked.connect(lambda *_args: self._rename())
        self.wrong = self.label(role="error")
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(self.wrong)
        self.made = self.deeds(
            (
                ("add", _("Add…"), self._add),
                ("rename", _("Rename…"), self._rename),
                ("colour", _("Colour…"), self._colour),
                ("shape", _("Shape…"), self._shape),
                ("key", _("Key…"), self._key),
                ("up", _("Up"), lambda: self._move(-1)),
                ("down", _("Down"), lambda: self._move(1)),
                ("delete", _("Delete…"), self._delete),
            )
        )
        self.finish()

    def show_statuses(self, known: Sequence[Status], counts: Mapping[str, int], chosen: str | None = None) -> None:
        """Show the statuses with their numbers of papers; the one with id `chosen` is marked, or the one that was."""
        current = chosen or self.chosen_id()
        self.known = list(known)
        self.tree.clear()
        for status in known:
            kind = _(next(built.label for built in BUILT_IN if built.id == status.kind))
            item = QTreeWidgetItem(self.tree, [_(status.label), kind, str(status.key or ""), f"{counts[status.id]:,}"])
            item.setIcon(0, glyphs.status_icon(status.sign, theme.now().colour(status.colour)))
            item.setData(0, _ID, status.id)
            if status.id == current:
                self.tree.setCurrentItem(item)
        if self.tree.currentItem() is None:
            first = self.tree.topLevelItem(0)
            if first is not None:
                self.tree.setCurrentItem(first)

    def chosen_id(self) -> str | None:
        """Return the marked status' id, or None."""
        item = self.tree.currentItem()
        return str(item.data(0, _ID)) if item is not None else None

    def chosen(self) -> Status | None:
        """Return the marked status, or None."""
        found = self.chosen_id()
        return next((status for status in self.known if status.id == found), None)

    def _picked(self) -> None:
        status = self.chosen()
        self.made["delete"].setEnabled(status is not None and status.id not in _OWN_KINDS)

    # -- deeds ---------------------------------------------------------------------------------------------------

    def _add(self) -> None:
        panel = Panel(Spot(self.made["add"]), _("Add a status"))
        name = QLineEdit(panel)
        name.setAccessibleName(_("Name"))
        name.setPlaceholderText(_("Name"))
        kinds = _choices(panel, _("It behaves like"), BUILT_IN, 1)
        panel.body.addWidget(name)
        panel.hint(kinds.accessibleName())
        panel.body.addWidget(kinds)
        panel.finish(_("Add"), lambda: self._say(self.added, name.text(), KINDS[kinds.currentIndex()]))
        panel.ask(name)

    def _say(self, said: SignalInstance, *what: object) -> None:
        """Say what was asked for in a panel. Raises Refused, for the panel to show, where that is not done."""
        self.wrong.setText("")
        said.emit(*what)
        if self.wrong.text():
            refused = errors.Refused(self.wrong.text())
            self.wrong.setText("")
            raise refused

    def _line(self) -> Spot:
        """Return where the marked status is."""
        return Spot(self.tree.viewport(), self.tree.visualRect(self.tree.currentIndex()))

    def _rename(self) -> None:
        status = self.chosen()
        if status is None:
            return
        give = partial(self._say, self.renamed, status.id)
        ask_line(self._line(), _("Rename status"), _(status.label), _("Rename"), give)

    def _colour(self) -> None:
        status = self.chosen()
        if status is None:
            return
        menu = QMenu(self)
        for name in (*theme.TAG_COLOURS, "grey"):
            action = menu.addAction(glyphs.dot_icon(theme.now().colour(name)), name.capitalize())
            action.triggered.connect(lambda _on=False, name=name: self.recoloured.emit(status.id, name))
        self._pop_up(menu, "colour")

    def _shape(self) -> None:
        status = self.chosen()
        if status is None:
            return
        menu = QMenu(self)
        shade = theme.now().colour(status.colour)
        for sign, shape in ((status.kind, ""), *((shape, shape) for shape in SHAPES)):
            action = menu.addAction(glyphs.status_icon(sign, shade), _(SHAPE_NAMES[shape]))
            action.setData(shape)
            action.setCheckable(True)
            action.setChecked(shape == status.shape)
            action.triggered.connect(lambda _on=False, shape=shape: self.reshaped.emit(status.id, shape))
        self._pop_up(menu, "shape")

    def _pop_up(self, menu: QMenu, name: str) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self.made[name]
        menu.popup(button.mapToGlobal(button.rect().topLeft()))

    def _key(self) -> None:
        status = self.chosen()
        if status is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        owners = {one.key: _(one.label) for one in self.known if one.key}
        for key in (None, *range(1, 10)):
            words = _("No key") if key is None else str(key)
            action = menu.addAction(f"{words}   {owners[key]}" if key in owners else words)
            action.setCheckable(True)
            action.setChecked(key == status.key)
            action.triggered.connect(lambda _on=False, key=key: self.key_given.emit(status.id, key))
        button = self.made["key"]
        menu.popup(button.mapToGlobal(button.rect().topLeft()))

    def _move(self, by: int) -> None:
        status = self.chosen()
        if status is None:
            return
        peers = [one.id for one in self.known if one.kind == status.kind]
        place = peers.index(status.id) + 1 + by
        if 1 <= place <= len(peers):
            self.moved.emit(status.id, place)

    def _delete(self) -> None:
        status = self.chosen()
        if status is None:
            return
        others = [one for one in self.known if one.id != status.id]
        first = next((n for n, one in enumerate(others) if one.kind == status.kind), 0)
        panel = Panel(self._line(), _("Delete {status}").format(status=status.label))
        panel.hint(_("Its papers become"))
        to = _choices(panel, _("Its papers become"), others, first)
        panel.body.addWidget(to)
        panel.finish(_("Delete"), lambda: self._say(self.deleted, status.id, others[to.currentIndex()].id))
        panel.ask(to)


def _choices(parent: QWidget, name: str, statuses: Sequence[Status], first: int) -> QComboBox:
    made = QComboBox(parent)
    made.setAccessibleName(name)
    for status in statuses:
        made.addItem(glyphs.status_icon(status.sign, theme.now().colour(status.colour)), _(status.label))
    made.setCurrentIndex(first)
    return made
