from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from readinglist.ui.widgets.detail.priority_rating import VARIES, PriorityButton, StarRating
from tests.ui.widgets.detail_samples import keep, settle


def shown(qtbot: QtBot, kind: type) -> object:
    box = keep(qtbot, QWidget())
    made = kind(box)
    box.resize(300, 200)
    made.resize(120, 22)
    with qtbot.waitExposed(box):
        box.show()
    return made


def test_the_priority_is_chosen_from_a_menu_by_keys(qtbot: QtBot) -> None:
    button = shown(qtbot, PriorityButton)
    button.show_priority("high")
    assert (button.words(), button.look()) == ("High priority", "alarm")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    menu = button.menu_open()
    assert [action.isChecked() for action in menu.actions()] == [True, False, False, False]
    with qtbot.waitSignal(button.chosen) as signal:
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert signal.args == ["medium"]
    assert button.menu_open() is None


def test_choosing_what_is_set_says_nothing_and_different_papers_can_be_set_to_none(qtbot: QtBot) -> None:
    button = shown(qtbot, PriorityButton)
    button.show_priority("low")
    button.open_menu()
    with qtbot.assertNotEmitted(button.chosen):
        button.menu_open().actions()[2].trigger()
    button.show_priority(VARIES)
    button.open_menu()
    with qtbot.waitSignal(button.chosen) as signal:
        button.menu_open().actions()[3].trigger()
    assert signal.args == [None]


def stars(qtbot: QtBot, rating: int | None) -> StarRating:
    made = shown(qtbot, StarRating)
    made.show_rating(rating)
    made.resize(made.sizeHint())
    return made


def test_a_click_sets_and_the_same_star_clears(qtbot: QtBot) -> None:
    made = stars(qtbot, None)
    fourth = QPoint(made.sizeHint().width() * 7 // 10, 10)
    with qtbot.waitSignal(made.chosen) as signal:
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=fourth)
    assert signal.args == [4]
    made.show_rating(4)
    with qtbot.waitSignal(made.chosen) as signal:
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=fourth)
    assert signal.args == [None]


def test_keys_rate(qtbot: QtBot) -> None:
    made = stars(qtbot, 3)
    told: list[int | None] = []
    made.chosen.connect(told.append)
    for key in (Qt.Key.Key_5, Qt.Key.Key_0, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Delete, Qt.Key.Key_3):
        qtbot.keyClick(made, key)
    assert told == [5, 0, 4, 2, None]


def test_no_star_at_all_differs_from_not_rated(qtbot: QtBot) -> None:
    assert "not rated" in stars(qtbot, None).accessibleName()
    assert "0 stars" in stars(qtbot, 0).accessibleName()
    made = stars(qtbot, 4)
    assert "4 stars" in made.accessibleName()
    plain = made.grab().toImage()
    made.show_rating(2)
    assert made.grab().toImage() != plain


def test_papers_that_differ_can_all_be_cleared(qtbot: QtBot) -> None:
    made = stars(qtbot, None)
    made.show_rating(None, varies=True)
    settle()
    with qtbot.waitSignal(made.chosen) as signal:
        qtbot.keyClick(made, Qt.Key.Key_Delete)
    assert signal.args == [None]


def test_stars_are_a_slider_that_a_screen_reader_reads_and_sets(qtbot: QtBot) -> None:
    made = stars(qtbot, 4)
    face = QAccessible.queryAccessibleInterface(made)
    assert face.role() == QAccessible.Role.Slider
    value = face.valueInterface()
    assert [value.minimumValue(), value.currentValue(), value.maximumValue()] == [0, 4, 5]
    with qtbot.waitSignal(made.chosen) as signal:
        value.setCurrentValue(2)
    assert signal.args == [2]


def test_showing_a_rating_asks_for_nothing(qtbot: QtBot) -> None:
    made = stars(qtbot, 4)
    with qtbot.assertNotEmitted(made.chosen):
        for rating in (None, 0, 5):
            made.show_rating(rating)
        qtbot.mouseRelease(made, Qt.MouseButton.LeftButton)
