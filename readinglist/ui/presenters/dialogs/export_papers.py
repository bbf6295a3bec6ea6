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


def show_export(desk: Desk, papers: Sequence[int]) -> ExportDialog:
    """Ask how to export papers, in their order."""
    dialog = ExportDialog(desk.window, registry.writing(), len(papers))
    _Presenter(dialog, desk, papers)
    dialog.open()
    return dialog


class _Presenter(QObject):
    def __init__(self, dialog: ExportDialog, desk: Desk, papers: Sequence[int]) -> None:
        super().__init__(dialog)
        self.dialog = dialog
        self.library = desk.library
        self.papers = papers
        self.reader = Reader(desk.library, self, "export")
        dialog.chosen.connect(self._preview)
        dialog.copy_asked.connect(self._copy)
        dialog.save_asked.connect(self._write)
        dialog.finished.connect(lambda _result: self.reader.close(wait=False))
        self._preview()

    def _text(self, papers: Sequence[int]) -> str:
        complete = self.dialog.complete.isChecked()
        return "".join(exporting.pieces(self.library, papers, self.dialog.row(), complete=complete))

    def _preview(self) -> None:
        text = self._text(self.papers[:_PREVIEW])
        self.dialog.show_preview(text + "\n…" if len(self.papers) > _PREVIEW else text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text(self.papers))
        self.dialog.say(_("Copied."))

    def _write(self, target: Path) -> None:
        row, complete = self.dialog.row(), self.dialog.complete.isChecked()

        def write(own: Library) -> None:
            exporting.to_file(target, exporting.pieces(own, self.papers, row, complete=complete))

        self.reader.ask(write, lambda _none: self.dialog.accept(), lambda problem: self.dialog.say(str(problem)))
