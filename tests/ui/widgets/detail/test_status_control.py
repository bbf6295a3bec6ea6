from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from readinglist.core.status import BUILT_IN, Status
from readinglist.ui.widgets.detail.status_control import StatusControl
from tests.ui.widgets.detail_samples import keep, settle


def control(qtbot: QtBot, statuses: tuple[Status, ...] = BUILT_IN, width: int = 343) -> StatusControl:
    box = keep(qtbot, QWidget())
    made = StatusControl(box)
    made.set_statuses(statuses)
    made.resize(width, made.heightForWidth(width))
    made.show_counts({"reading": 1}, 0.6)
    box.resize(width, 200)
    with qtbot.waitExposed(box):
        box.show()
    return made


def test_a_click_asks_for_the_status_and_shows_it_only_when_told(qtbot: QtBot) -> None:
    made = control(qtbot)
    with qtbot.waitSignal(made.chosen) as signal:
        qtbot.mouseClick(made.segments()[4], Qt.MouseButton.LeftButton)
    assert signal.args == ["read"]
    assert made.current() == "reading"
    made.show_counts({"read": 1})
    assert made.current() == "read"


def test_a_click_on_the_current_one_asks_for_nothing(qtbot: QtBot) -> None:
    made = control(qtbot)
    with qtbot.assertNotEmitted(made.chosen):
        qtbot.mouseClick(made.segments()[2], Qt.MouseButton.LeftButton)
    assert made.current() == "reading"


def test_arrows_move_without_choosing_and_space_chooses(qtbot: QtBot) -> None:
    made = control(qtbot)
    made.segments()[2].setFocus()
    with qtbot.assertNotEmitted(made.chosen):
        qtbot.keyClick(made.segments()[2], Qt.Key.Key_Right)
        qtbot.keyClick(made.segments()[3], Qt.Key.Key_Right)
    assert made.segments()[4].hasFocus()
    with qtbot.waitSignal(made.chosen) as signal:
        qtbot.keyClick(made.segments()[4], Qt.Key.Key_Space)
    assert signal.args == ["read"]


def test_digits_choose(qtbot: QtBot) -> None:
    made = control(qtbot)
    with qtbot.waitSignal(made.chosen) as signal:
        qtbot.keyClick(made.segments()[2], Qt.Key.Key_6)
    assert signal.args == ["dropped"]


def test_only_one_segment_is_reached_by_tab(qtbot: QtBot) -> None:
    made = control(qtbot)
    tabs = [s for s in made.segments() if s.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [segment.status.id for segment in tabs] == ["reading"]


def test_names_and_tooltips_carry_label_and_key(qtbot: QtBot) -> None:
    first = control(qtbot).segments()[0]
    assert first.accessibleName() == "Inbox"
    assert "key 1" in first.toolTip()
    assert "Inbox" in first.toolTip()


def test_the_label_of_the_current_one_has_room_and_all_stay_inside(qtbot: QtBot) -> None:
    made = control(qtbot, width=238)
    segments = made.segments()
    assert segments[2].width() >= segments[2].wanted()
    assert segments[-1].geometry().right() <= made.width()
    for left, right in pairwise(segments):
        assert left.geometry().right() < right.geometry().right()


def test_many_custom_statuses_take_more_lines_and_hostile_labels_stay_text(qtbot: QtBot) -> None:
    more = tuple(Status(f"s{n}", f"<img src=x> & {n}" * 3, "paused", "#ff0000") for n in range(14))
    made = control(qtbot, BUILT_IN + more, width=238)
    made.show_counts({"s13": 1})
    settle()
    assert made.heightForWidth(238) > made.heightForWidth(2000)
    assert max(s.geometry().right() for s in made.segments()) <= 238
    assert "<img" not in made.segments()[-1].toolTip()
    assert "&lt;img" in made.segments()[-1].toolTip()


def test_papers_that_differ_show_how_many_stand_where(qtbot: QtBot) -> None:
    made = control(qtbot)
    made.show_counts({"inbox": 3, "read": 2})
    assert made.current() is None
    assert [segment.shown_words() for segment in made.segments()] == ["3", "", "", "", "2", ""]
    with qtbot.waitSignal(made.chosen) as signal:
        qtbot.mouseClick(made.segments()[0], Qt.MouseButton.LeftButton)
    assert signal.args == ["inbox"]


def test_a_screen_reader_hears_a_group_of_radio_buttons_with_the_one_that_is_checked(qtbot: QtBot) -> None:
    made = control(qtbot)
    group = QAccessible.queryAccessibleInterface(made)
    assert (group.role(), group.text(QAccessible.Text.Name)) == (QAccessible.Role.Grouping, "Status")
    faces = [QAccessible.queryAccessibleInterface(segment) for segment in made.segments()]
    assert {face.role() for face in faces} == {QAccessible.Role.RadioButton}
    assert [face.text(QAccessible.Text.Name) for face in faces if face.state().checked] == ["Reading"]
    made.show_counts({"read": 1, "inbox": 2})
    assert not any(face.state().checked for face in faces)
