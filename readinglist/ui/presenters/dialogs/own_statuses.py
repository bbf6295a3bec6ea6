"""Statuses of one's own: read for the dialog and changed there, on a worker what touches many papers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from shiboken6 import isValid

from readinglist.i18n import _
from readinglist.ui import long_deeds
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.statuses import Statuses


def edit_statuses(desk: Desk) -> Statuses:
    """Show the statuses, to add and change."""
    dialog = Statuses(desk.window)
    _Presenter(dialog, desk)
    dialog.open()
    return dialog


class _Presenter(QObject):
    def __init__(self, dialog: Statuses, desk: Desk) -> None:
        super().__init__(dialog)
        self.dialog = dialog
        self.desk = desk
        self.statuses = desk.library.statuses
        self.own = own = desk.library.own_statuses
        dialog.added.connect(self._add)
        dialog.renamed.connect(lambda status, label: self._do(lambda: own.rename(status, label)))
        dialog.recoloured.connect(lambda status, colour: self._do(lambda: own.recolour(status, colour)))
        dialog.reshaped.connect(lambda status, shape: self._do(lambda: own.reshape(status, shape)))
        dialog.key_given.connect(lambda status, key: self._do(lambda: own.set_key(status, key)))
        dialog.moved.connect(lambda status, place: self._do(lambda: own.move(status, place)))
        dialog.deleted.connect(self._delete)
        self._refresh()

    def _refresh(self, chosen: str | None = None) -> None:
        known = self.statuses.all()
        self.dialog.show_statuses(known, self.own.counts([status.id for status in known]), chosen)

    def _do(self, deed: Callable[[], object]) -> None:
        self.dialog.attempt(deed)
        self._refresh()

    def _add(self, label: str, kind: str) -> None:
        self.dialog.attempt(lambda: self.own.add(label, kind))
        self._refresh(next((status.id for status in self.statuses.all() if status.label == label.strip()), None))

    def _delete(self, status: str, to: str) -> None:
        count = self.own.counts([status])[status]
        if count <= long_deeds.MANY:
            self._do(lambda: self.own.delete(status, to))
            return
        doing = _("Deleting {status}…").format(status=self.statuses.get(status).label)
        self.dialog.attempt(
            lambda: self.desk.do_whole(
                count, doing, lambda library: library.own_statuses.delete(status, to), self._deleted
            )
        )

    def _deleted(self) -> None:
        if isValid(self):  # the dialog may have been closed meanwhile
            self._refresh()
