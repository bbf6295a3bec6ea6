"""The passes through a paper: read for the dialog; begun, logged, corrected and deleted there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from readinglist.flows import readings
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.reading_history import Readings

Values = dict[str, Any]


def show_readings(desk: Desk, paper: int) -> Readings:
    """Show every pass through a paper. Raises NoPaper."""
    dialog = Readings(desk.window, desk.library.papers.get(paper).title)
    _Presenter(dialog, desk, paper)
    dialog.open()
    return dialog


class _Presenter(QObject):
    def __init__(self, dialog: Readings, desk: Desk, paper: int) -> None:
        super().__init__(dialog)
        self.dialog = dialog
        self.library = desk.library
        self.paper = paper
        dialog.again_asked.connect(self._again)
        dialog.time_logged.connect(self._log)
        dialog.read_before.connect(self._read_before)
        dialog.corrected.connect(self._correct)
        dialog.deleted.connect(self._delete)
        self._refresh()

    def _refresh(self) -> None:
        self.dialog.show_readings(self.library.readings.of(self.paper))

    def _do(self, deed: Callable[[], object]) -> None:
        if self.dialog.attempt(deed):
            self._refresh()

    def _again(self) -> None:
        self._do(lambda: readings.again(self.library, [self.paper]))

    def _log(self, values: Values) -> None:
        minutes, page = values.get("minutes"), values.get("to_page")
        self._do(lambda: readings.log_time(self.library, self.paper, minutes=minutes, page=page))

    def _read_before(self, values: Values) -> None:
        finished, depth = values.get("finished"), values.get("depth")
        self._do(lambda: readings.read_before(self.library, [self.paper], finished, depth))

    def _correct(self, uid: str, values: Values) -> None:
        self._do(lambda: readings.edit(self.library, uid, values))

    def _delete(self, uid: str) -> None:
        self._do(lambda: readings.remove(self.library, uid))
