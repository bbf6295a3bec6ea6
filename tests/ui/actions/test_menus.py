"""Actions in a window without panes: a row makes the menu's entry, its keys and its greying, and runs its deed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QMainWindow
from pytestqt.qtbot import QtBot

from readinglist.core.views import ALL_PAPERS
from readinglist.i18n import mark
from readinglist.library.library import Library
from readinglist.settings import Settings, State
from readinglist.ui.actions import menus
from readinglist.ui.actions.action import Action, Menu
from readinglist.ui.actions.menus import Menus
from readinglist.ui.desk import Desk
from readinglist.ui.dialogs.palette import Palette


class NoPanes:
    """Nothing is selected; what is typed is saved when it is asked for."""

    def __init__(self, log: list[str]) -> None:
        self.log = log

    def selection(self) -> list[int]:
        return []

    def view(self) -> object:
        return ALL_PAPERS

    def flush(self) -> None:
        self.log.append("saved")


class Place:
    """A window with one list and one action more than the program has."""

    def __init__(self, desk: Desk, papers: QListWidget, log: list[str]) -> None:
        self.desk, self.papers, self.log = desk, papers, log
        self.menus = Menus(desk, [papers])
        self.menus.set_statuses(desk.library.statuses.all())
        self.new = self.menus.actions["sing"]


@pytest.fixture
def place(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    log: list[str] = []
    row = Action("sing", lambda _desk: log.append("sung"), mark("Sing"), ("Ctrl+Alt+9",), ("9",), needs="papers")
    monkeypatch.setattr(menus, "ACTIONS", (*menus.ACTIONS, row))
    monkeypatch.setattr(menus, "MENUS", (*menus.MENUS, Menu(mark("&More"), row)))
    window = QMainWindow()
    papers = QListWidget(window)
    window.setCentralWidget(papers)
    qtbot.addWidget(window)
    with Library.open(tmp_path / "library.db", create=True) as library:
        desk = Desk(library, Settings(), State(), window)
        panes: Any = NoPanes(log)
        desk.panes = panes
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        papers.setFocus()
        yield Place(desk, papers, log)
        desk.close()


def test_a_row_is_in_the_menu_bar_and_in_the_palette(place: Place) -> None:
    bar = [action.text() for action in place.desk.window.menuBar().actions()]
    assert bar[-1] == "&More"
    palette = Palette(place.desk.window, place.desk.window.actions())
    names = [palette.list.topLevelItem(line).text(0) for line in range(palette.list.topLevelItemCount())]
    assert "Sing" in names
    assert place.new.data() == "9, Ctrl+Alt+9"
    palette.close()


def test_it_is_done_by_either_key_and_what_is_typed_is_saved_before(place: Place) -> None:
    place.menus.allow(["papers"], [1])
    QTest.keyClick(place.papers, Qt.Key.Key_9)
    assert place.log == ["saved", "sung"]
    QTest.keyClick(place.papers, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert place.log == ["saved", "sung"] * 2


def test_it_is_not_done_while_what_it_needs_is_not_there(place: Place) -> None:
    place.menus.allow(["papers"], [])
    assert not place.new.isEnabled()
    QTest.keyClick(place.papers, Qt.Key.Key_9)
    place.menus.run("sing")
    place.new.trigger()
    assert "sung" not in place.log


def test_only_the_needs_that_are_asked_about_are_looked_at(place: Place) -> None:
    place.menus.allow(["papers"], [1])
    place.menus.allow(["undo", "redo"], [])
    assert place.new.isEnabled()
    assert not place.menus.actions["undo"].isEnabled()
    assert place.menus.actions["find"].isEnabled()


def test_statuses_come_and_go_with_the_library(place: Place) -> None:
    assert "status:paused" in place.menus.actions
    place.menus.set_statuses(place.desk.library.statuses.all()[:2])
    kept = [name for name in place.menus.actions if name.startswith("status:")]
    assert kept == ["status:inbox", "status:to_read"]
    assert not place.menus.actions["status:inbox"].isEnabled()  # nothing is selected


def test_an_action_that_is_not_there_is_a_bug(place: Place) -> None:
    with pytest.raises(KeyError):
        place.menus.run("dance")
