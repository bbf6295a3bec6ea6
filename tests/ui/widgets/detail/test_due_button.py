import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from readinglist.core import dates
from readinglist.ui.widgets.detail.due_button import DueButton
from tests.ui.widgets.detail_samples import keep


def due(qtbot: QtBot, day: str | None = None) -> DueButton:
    box = keep(qtbot, QWidget())
    made = DueButton(box)
    made.show_due(day)
    box.resize(300, 200)
    with qtbot.waitExposed(box):
        box.show()
    return made


def test_a_day_is_typed_and_previewed(qtbot: QtBot) -> None:
    button = due(qtbot)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    panel = button.panel()
    qtbot.keyClicks(panel.line, "+3d")
    expected = (dates.today() + dt.timedelta(days=3)).isoformat()
    assert panel.answer.text() == dates.long_day(expected)
    with qtbot.waitSignal(button.chosen) as signal:
        qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert signal.args == [expected]
    assert button.panel() is None


def test_what_is_not_understood_keeps_the_panel_and_says_so(qtbot: QtBot) -> None:
    button = due(qtbot)
    button.open_panel()
    panel = button.panel()
    qtbot.keyClicks(panel.line, "someday")
    with qtbot.assertNotEmitted(button.chosen):
        qtbot.keyClick(panel.line, Qt.Key.Key_Return)
    assert "Not understood" in panel.answer.text()
    assert button.panel() is panel
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert button.panel() is None


def test_a_due_date_can_be_cleared(qtbot: QtBot) -> None:
    button = due(qtbot, "2026-12-01")
    button.open_panel()
    with qtbot.waitSignal(button.chosen) as signal:
        qtbot.mouseClick(button.panel().clear, Qt.MouseButton.LeftButton)
    assert signal.args == [None]


def test_days_that_differ_can_be_cleared_together(qtbot: QtBot) -> None:
    button = due(qtbot)
    button.show_due(None, varies=True)
    button.open_panel()
    with qtbot.waitSignal(button.chosen) as signal:
        qtbot.mouseClick(button.panel().clear, Qt.MouseButton.LeftButton)
    assert signal.args == [None]


def test_the_same_day_again_says_nothing(qtbot: QtBot) -> None:
    button = due(qtbot, "2026-12-01")
    button.open_panel()
    with qtbot.assertNotEmitted(button.chosen):
        qtbot.keyClick(button.panel().line, Qt.Key.Key_Return)


def test_overdue_is_red(qtbot: QtBot) -> None:
    button = due(qtbot, (dates.today() - dt.timedelta(days=1)).isoformat())
    assert button.look() == "alarm"
    button.show_due(None, varies=True)
    assert (button.words(), button.look()) == ("Due dates differ", "faint")
