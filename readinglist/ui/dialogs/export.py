"""How to export papers: format, for citing or complete, preview, file or clipboard."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from readinglist.formats.registry import Format
from readinglist.i18n import _, plural
from readinglist.ui.dialogs.base import Dialog, primary
from readinglist.ui.widgets.segments import Segments

FIRST = "bibtex"  # what most people want of a reference


class ExportDialog(Dialog):
    """`chosen` whenever papers, format or how much of them were, `copy_asked`, `save_asked(path)`."""

    chosen = Signal()
    copy_asked = Signal()
    save_asked = Signal(object)

    def __init__(self, parent: QWidget, formats: Sequence[Format], selected: int, listed: int) -> None:
        """`selected` and `listed` say how many papers those are; where both are some, a switch chooses between them."""
        super().__init__(parent, "", 680, 540)
        self.formats = list(formats)
        self.counts = (selected, listed)
        labels = (_("Selected: {n}").format(n=f"{selected:,}"), _("All listed: {n}").format(n=f"{listed:,}"))
        self.which = Segments(labels, _("Which papers"), self)
        self.which.choose(0 if selected else 1)
        self.which.setVisible(bool(selected) and bool(listed))
        self.which.chosen.connect(self._which_chosen)
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
        self.body.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        line = QHBoxLayout()
        line.addWidget(self.format)
        line.addWidget(self.complete)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self.preview, 1)
        self.body.addWidget(self.said)
        self.copy_button = QPushButton(_("Copy"), self)
        self.copy_button.clicked.connect(self.copy_asked)
        self.save_button = primary(QPushButton(_("Save…"), self))
        self.save_button.clicked.connect(self._save)
        self.buttons.addWidget(self.copy_button)
        self.buttons.addWidget(self.save_button)
        self.finish(_("Cancel"))
        self.format.currentIndexChanged.connect(self.chosen)
        self.complete.toggled.connect(self.chosen)
        self._which_chosen()
        self.format.setFocus()

    def all_listed(self) -> bool:
        """True where all that is listed is to be exported, not only what is selected."""
        return self.which.place == 1

    def _which_chosen(self) -> None:
        title = plural("Export {n} paper", "Export {n} papers", self.counts[self.which.place])
        self.heading.setText(title)
        self.setWindowTitle(title)
        self.chosen.emit()

    def row(self) -> Format:
        """Return the chosen format."""
        return self.formats[self.format.currentIndex()]

    def show_preview(self, text: str) -> None:
        """Show how the file begins."""
        self.preview.setPlainText(text)

    def say(self, words: str) -> None:
        """Say what was done, or why not; another attempt can be made."""
        self.said.setText(words)
        self.save_button.setEnabled(True)

    def _save(self) -> None:
        row = self.row()
        name, _kind = QFileDialog.getSaveFileName(self, _("Export"), f"papers{row.suffixes[0]}")
        if name:
            self.write(Path(name))

    def write(self, target: Path) -> None:
        """Ask for the file to be written."""
        self.save_button.setEnabled(False)
        self.save_asked.emit(target)
