"""A desk over a library of its own, in front of a window that shows nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMainWindow
from pytestqt.qtbot import QtBot

from readinglist.core import views
from readinglist.core.views import View
from readinglist.library.library import Library
from readinglist.settings import Settings, State
from readinglist.ui import tasks
from readinglist.ui.desk import Desk, Panes


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    with Library.open(tmp_path / "library.db", create=True) as made:
        yield made


class FakePanes:
    """Panes that show nothing, and remember what they were asked to show."""

    def __init__(self) -> None:
        self.shown: list[int] = []

    def view(self) -> View:
        """All papers are always on screen."""
        return views.ALL_PAPERS

    def reveal(self, papers: Sequence[int]) -> None:
        """Remember the papers."""
        self.shown += papers

    def show_paper(self, paper: int) -> None:
        """Remember the paper."""
        self.shown.append(paper)


@pytest.fixture
def desk(library: Library, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk in front of panes that show nothing. What is asked for is done at once."""
    monkeypatch.setattr(tasks, "serial", True)
    window = QMainWindow()
    window.resize(1000, 700)
    qtbot.addWidget(window)
    settings, state = Settings(tmp_path / "settings.json"), State(tmp_path / "state.json")
    made = Desk(library, settings, state, window)
    made.panes = cast(Panes, FakePanes())
    yield made
    made.close()
    assert tasks.wait()


def kept(dialog: QDialog) -> QDialog:
    """Let a dialog be looked at after it was closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    return dialog
