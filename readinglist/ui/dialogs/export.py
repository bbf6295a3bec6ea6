"""How to export papers: format, for citing or complete, preview, file or clipboard; leaves text to the flows."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from readinglist.core import errors
from readinglist.flows import exporting
from readinglist.formats import registry
from readinglist.formats.registry import Format
from readinglist.i18n import _, plural
from readinglist.library.library import Library
from readinglist.ui import tasks
from readinglist.ui.dialogs.base import Dialog, primary

FIRST = "bibtex"  # what most people want of a reference
_PREVIEW = 3  # papers shown before saving


class ExportDialog(Dialog):
    """Exports `papers` (ids), in their order."""

    def __init__(self, parent: QWidget, library: Library, papers: list[int]) -> None:
        super().__init__(parent, plural("Export {n} paper", "Export {n} papers", len(papers)), 680, 540)
        self.library = library
        self.papers = papers
        self.formats = registry.writing()
        self.format = QComboBox(self)
        self.format.setAccessibleName(_("Format"))
        for row in self.formats:
            self.format.addItem(_(row.label), row.id)
        self.format.setCurrentIndex(next((n for n, row in enumerate(self.formats) if row.id == FIRST), 0))
        self.complete = QCheckBox(_("Complete: with status, notes, tags and readings"), self)
        self.preview = QPlainTextEdit(self)
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(_("Preview"))
        self.said = self.label()
        line = QHBoxLayout()
        line.addWidget(self.format)
        line.addWidget(self.complete)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self.preview, 1)
        self.body.addWidget(self.said)
        self.copy_button = QPushButton(_("Copy"), self)
        self.copy_button.clicked.connect(self._copy)
        self.save_button = primary(QPushButton(_("Save…"), self))
        self.save_button.clicked.connect(self._save)
        self.buttons.addWidget(self.copy_button)
        self.buttons.addWidget(self.save_button)
        self.finish(_("Cancel"))
        self.format.currentIndexChanged.connect(self._look)
        self.complete.toggled.connect(self._look)
        for button in (self.copy_button, self.save_button):
            button.setEnabled(bool(papers))
        self._look()

    def row(self) -> Format:
        """Return the chosen format."""
        return self.formats[self.format.currentIndex()]

    def text(self, library: Library, papers: list[int]) -> str:
        """Return the papers in the chosen format."""
        pieces = exporting.pieces(library, papers, self.row(), complete=self.complete.isChecked())
        return "".join(pieces)

    def _look(self) -> None:
        text = self.text(self.library, list(islice(self.papers, _PREVIEW)))
        if len(self.papers) > _PREVIEW:
            text += "\n…"
        self.preview.setPlainText(text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text(self.library, self.papers))
        self.said.setText(_("Copied."))

    def _save(self) -> None:
        row = self.row()
        name, _kind = QFileDialog.getSaveFileName(self, _("Export"), f"papers{row.suffixes[0]}")
        if name:
            self.write(Path(name))

    def write(self, target: Path) -> None:
        """Write the file on a worker, whole or not at all."""
        row, complete = self.row(), self.complete.isChecked()
        self.save_button.setEnabled(False)

        def work(_report: object) -> None:
            with self.library.another(readonly=True) as own:
                exporting.to_file(target, exporting.pieces(own, self.papers, row, complete=complete))

        def failed(problem: BaseException) -> None:
            self.save_button.setEnabled(True)
            if not isinstance(problem, errors.Refused):
                raise problem
            self.said.setText(str(problem))

        tasks.run(work, done=lambda _result: self.accept(), failed=failed, owner=self, label="export")
