"""Papers in a format: shown for the dialog, copied, or written to a file on a worker, whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from readinglist.flows import exporting
from readinglist.formats import registry
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.export import ExportDialog
from readinglist.ui.worker import Reader

_PREVIEW = 3  # papers shown before saving


def show_export(desk: Desk, selected: Sequence[int], listed: Sequence[int]) -> ExportDialog:
    """Ask how to export the selected papers or, where none are, those that are listed; one or the other has some."""
    dialog = ExportDialog(desk.window, registry.writing(), len(selected), len(listed))
    _Presenter(dialog, desk, selected, listed)
    dialog.open()
    return dialog


class _Presenter(QObject):
    def __init__(self, dialog: ExportDialog, desk: Desk, selected: Sequence[int], listed: Sequence[int]) -> None:
        super().__init__(dialog)
        self.dialog = dialog
        self.library = desk.library
        self.selected = selected
        self.listed = listed
        self.reader = Reader(desk.library, self, "export")
        dialog.chosen.connect(self._preview)
        dialog.copy_asked.connect(self._copy)
        dialog.save_asked.connect(self._write)
        dialog.finished.connect(lambda _result: self.reader.close(wait=False))
        self._preview()

    def _papers(self) -> Sequence[int]:
        return self.listed if self.dialog.all_listed() else self.selected

    def _text(self, papers: Sequence[int]) -> str:
        complete = self.dialog.complete.isChecked()
        return "".join(exporting.pieces(self.library, papers, self.dialog.row(), complete=complete))

    def _preview(self) -> None:
        papers = self._papers()
        text = self._text(papers[:_PREVIEW])
        self.dialog.show_preview(text + "\n…" if len(papers) > _PREVIEW else text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text(self._papers()))
        self.dialog.say(_("Copied."))

    def _write(self, target: Path) -> None:
        papers, row, complete = self._papers(), self.dialog.row(), self.dialog.complete.isChecked()

        def write(own: Library) -> None:
            exporting.to_file(target, exporting.pieces(own, papers, row, complete=complete))

        self.reader.ask(write, lambda _none: self.dialog.accept(), lambda problem: self.dialog.say(str(problem)))
