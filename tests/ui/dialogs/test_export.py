"""The export dialog offers whatever the table of formats can write."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from readinglist.core.paper import Draft
from readinglist.library.library import Library
from readinglist.ui.dialogs.export import ExportDialog
from tests.formats import throwaway


def test_the_window_offers_it_for_export(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    throwaway.install(monkeypatch)
    with Library.open(tmp_path / "library.db", create=True) as library:
        number = library.papers.add(Draft(title="Tides", date="1999"))
        parent = QWidget()
        qtbot.addWidget(parent)
        dialog = ExportDialog(parent, library, [number])
        dialog.format.setCurrentIndex(dialog.format.findData("throwaway"))
        assert dialog.format.currentText() == "Throw-away list"
        assert dialog.preview.toPlainText() == "THROWAWAY\nTides; 1999\n"
