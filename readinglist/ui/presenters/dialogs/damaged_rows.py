"""Looks the library over on a worker and shows what is damaged; the user's decision about a row is carried out here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from readinglist.core import errors
from readinglist.flows import soundness
from readinglist.i18n import _
from readinglist.library.check import Findings, check
from readinglist.ui import tasks
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.damage import Damage


def show_damage(desk: Desk) -> None:
    """Check the library, and show what is wrong."""
    dialog = Damage(desk.window)
    _Presenter(dialog, desk)
    dialog.open()


class _Presenter(QObject):
    def __init__(self, dialog: Damage, desk: Desk) -> None:
        super().__init__(dialog)
        self.dialog = dialog
        self.desk = desk
        dialog.kept.connect(lambda name: self._decide(keep=name))
        dialog.restored.connect(lambda name: self._decide(older=name))
        dialog.copy_asked.connect(self._from_copy)
        self._look()

    def _look(self) -> None:
        tasks.run(self._work, done=self._found, failed=self._failed, owner=self, label="check")

    def _work(self, _report: tasks.Report) -> tuple[Findings, list[tuple[str, str]]]:
        """On the worker."""
        with self.desk.library.another() as own:
            found = check(own)
            rows = own.soundness.all() if found.rows else []
            return found, [(f"{row.table}:{row.key_text}", soundness.in_words(own, row)) for row in rows]

    def _found(self, result: tuple[Findings, list[tuple[str, str]]]) -> None:
        found, rows = result
        others = [line for line in (*found.damage, *found.index) if line not in found.about_rows]
        self.dialog.show_rows(rows, others, found.papers)

    def _failed(self, problem: BaseException) -> None:
        if not isinstance(problem, errors.Refused):
            raise problem
        self.dialog.wrong.setText(str(problem))

    def _decide(self, *, keep: str = "", older: str = "", copy: Path | None = None) -> None:
        kept, restored = [keep] if keep else [], [older] if older else []
        if self.dialog.attempt(lambda: soundness.decide(self.desk.library, kept, restored, copy)):
            self._look()

    def _from_copy(self, name: str) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self.dialog, _("A copy of the library"), str(self.desk.library.path.parent), _("Libraries") + " (*.db)"
        )
        if path:
            self._decide(older=name, copy=Path(path))
