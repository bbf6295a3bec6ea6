"""Statuses of one's own: add, rename, recolour, reorder, delete with a place for their papers; each is a step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHeaderView,
    QInputDialog,
    QLineEdit,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from shiboken6 import isValid

from readinglist.core import errors
from readinglist.core.status import BUILT_IN, KINDS, Status
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.ui import long_deeds
from readinglist.ui.dialogs.base import Dialog
from readinglist.ui.look import glyphs, theme

_ID = Qt.ItemDataRole.UserRole
_OWN_KINDS = {status.id for status in BUILT_IN}


Whole = Callable[[int, str, Callable[[Library], object], Callable[[], object]], None]


class Statuses(Dialog):
    """The list of statuses in their order, and what can be done with the marked one."""

    def __init__(self, parent: QWidget, library: Library, whole: Whole | None = None) -> None:
        """`whole(count, words, deed, done)` does what touches many papers where the window need not wait for it."""
        super().__init__(parent, _("Statuses"), 620, 520)
        self.library = library
        self.whole = whole
        self.body.addWidget(
            self.label(_("A status of your own behaves like its kind. Renaming one carries its papers along."))
        )
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(_("Statuses"))
        self.tree.setRootIsDecorated(False)
        self.tree.setHeaderLabels([_("Status"), _("Kind"), _("Key"), _("Papers")])
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
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
                ("key", _("Key…"), self._key),
                ("up", _("Up"), lambda: self._move(-1)),
                ("down", _("Down"), lambda: self._move(1)),
                ("delete", _("Delete…"), self._delete),
            )
        )
        self.finish()
        self.refresh()

    def refresh(self, chosen: str | None = None) -> None:
        """Read the statuses again; `chosen` is marked, or the one that was."""
        current = chosen or self.chosen_id()
        known = self.library.statuses.all()
        counts = self.library.own_statuses.counts([status.id for status in known])
        self.tree.clear()
        for status in known:
            kind = _(next(built.label for built in BUILT_IN if built.id == status.kind))
            item = QTreeWidgetItem(self.tree, [_(status.label), kind, str(status.key or ""), f"{counts[status.id]:,}"])
            item.setIcon(0, glyphs.status_icon(status.kind, theme.now().colour(status.colour)))
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
        return next((status for status in self.library.statuses.all() if status.id == found), None)

    def _picked(self) -> None:
        status = self.chosen()
        self.made["delete"].setEnabled(status is not None and status.id not in _OWN_KINDS)

    def _attempt(self, deed: Callable[[], object], chosen: str | None = None) -> None:
        self.wrong.setText("")
        try:
            deed()
        except errors.Refused as problem:
            self.wrong.setText(str(problem))
        self.refresh(chosen)

    # -- deeds ---------------------------------------------------------------------------------------------------

    def _add(self) -> None:
        label, good = QInputDialog.getText(self, _("Add a status"), _("Name:"))
        if not good:
            return
        names = [_(status.label) for status in BUILT_IN]
        kind, good = QInputDialog.getItem(self, _("Add a status"), _("It behaves like:"), names, 1, False)
        if good:
            self.add(label, KINDS[names.index(kind)])

    def add(self, label: str, kind: str) -> None:
        """Add a status and mark it."""
        self._attempt(lambda: self.library.own_statuses.add(label, kind))
        self.refresh(next((s.id for s in self.library.statuses.all() if s.label == label.strip()), None))

    def _rename(self) -> None:
        status = self.chosen()
        if status is None:
            return
        label, good = QInputDialog.getText(self, _("Rename"), _("Name:"), QLineEdit.EchoMode.Normal, _(status.label))
        if good:
            self._attempt(lambda: self.library.own_statuses.rename(status.id, label))

    def _colour(self) -> None:
        status = self.chosen()
        if status is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in (*theme.TAG_COLOURS, "grey"):
            action = menu.addAction(glyphs.dot_icon(theme.now().colour(name)), name.capitalize())
            action.triggered.connect(
                lambda _on=False, name=name: self._attempt(lambda: self.library.own_statuses.recolour(status.id, name))
            )
        button = self.made["colour"]
        menu.popup(button.mapToGlobal(button.rect().topLeft()))

    def _key(self) -> None:
        status = self.chosen()
        if status is None:
            return
        choices = [_("none"), *map(str, range(1, 10))]
        key, good = QInputDialog.getItem(self, _("Key"), _("Digit that sets it:"), choices, status.key or 0, False)
        if good:
            digit = int(key) if key.isdigit() else None
            self._attempt(lambda: self.library.own_statuses.set_key(status.id, digit))

    def _move(self, by: int) -> None:
        status = self.chosen()
        if status is None:
            return
        peers = [one.id for one in self.library.statuses.all() if one.kind == status.kind]
        place = peers.index(status.id) + 1 + by
        if 1 <= place <= len(peers):
            self._attempt(lambda: self.library.own_statuses.move(status.id, place))

    def _delete(self) -> None:
        status = self.chosen()
        if status is None:
            return
        others = [one for one in self.library.statuses.all() if one.id != status.id]
        names = [_(one.label) for one in others]
        first = next((n for n, one in enumerate(others) if one.kind == status.kind), 0)
        name, good = QInputDialog.getItem(
            self, _("Delete {status}").format(status=status.label), _("Its papers become:"), names, first, False
        )
        if not good:
            return
        to = others[names.index(name)].id
        count = self.library.own_statuses.counts([status.id])[status.id]
        if self.whole is not None and count > long_deeds.MANY:
            doing = _("Deleting {status}…").format(status=status.label)
            self.whole(count, doing, lambda library: library.own_statuses.delete(status.id, to), self._deleted)
        else:
            self._attempt(lambda: self.library.own_statuses.delete(status.id, to))

    def _deleted(self) -> None:
        if isValid(self):  # it may have been closed meanwhile
            self.refresh()
