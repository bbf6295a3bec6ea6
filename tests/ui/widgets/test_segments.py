"""A few choices, one taken: by mouse, by arrow keys, and as radio buttons to a screen reader."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from readinglist.ui.widgets.segments import Segments


def made(qtbot: QtBot) -> Segments:
    found = Segments(["Any", "15 min", "45 min"], "I have")
    qtbot.addWidget(found)
    with qtbot.waitExposed(found):
        found.show()
    return found


def test_a_click_takes_and_says_so_once(qtbot: QtBot) -> None:
    segments = made(qtbot)
    said: list[int] = []
    segments.chosen.connect(said.append)
    for _time in range(2):
        qtbot.mouseClick(segments.choices[2], Qt.MouseButton.LeftButton)
    assert (segments.place, said) == (2, [2])


def test_arrows_take_the_neighbour_and_stop_at_the_ends(qtbot: QtBot) -> None:
    segments = made(qtbot)
    segments.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(segments.focusWidget() or segments.choices[segments.place], key)
    assert segments.place == 2


def test_a_label_behind_the_last_comes_and_goes(qtbot: QtBot) -> None:
    segments = made(qtbot)
    segments.set_label(3, "20 min")
    segments.choose(3)
    assert segments.labels == ["Any", "15 min", "45 min", "20 min"]
    segments.set_label(3, "")
    assert segments.labels == ["Any", "15 min", "45 min"]
    assert segments.place == 2


def test_a_screen_reader_hears_radio_buttons_and_which_is_taken(qtbot: QtBot) -> None:
    segments = made(qtbot)
    segments.choose(1)
    group = QAccessible.queryAccessibleInterface(segments)
    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "I have"
    faces = [QAccessible.queryAccessibleInterface(choice) for choice in segments.choices]
    assert [face.role() for face in faces] == [QAccessible.Role.RadioButton] * 3
    assert [face.text(QAccessible.Text.Name) for face in faces] == ["Any", "15 min", "45 min"]
    assert [bool(face.state().checked) for face in faces] == [False, True, False]
