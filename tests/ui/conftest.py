"""A desk over a library of its own, in front of a window that shows nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from readinglist.library.library import Library
from readinglist.settings import Settings, State
from readinglist.ui import tasks
from readinglist.ui.desk import Desk, Panes


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    with Library.open(tmp_path / "library.db", create=True) as made:
        yield made


@pytest.fixture
def desk(library: Library, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk for presenters that ask nothing of the window's panes. What is asked for is done at once."""
    monkeypatch.setattr(tasks, "serial", True)
    window = QWidget()
    window.resize(1000, 700)
    qtbot.addWidget(window)
    settings, state = Settings(tmp_path / "settings.json"), State(tmp_path / "state.json")
    made = Desk(library, settings, state, cast(Panes, None), window)
    yield made
    made.close()


def kept(dialog: QDialog) -> QDialog:
    """Let a dialog be looked at after it was closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    return dialog
