from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from readinglist.ui.widgets.detail.tag_editor import TagEditor
from readinglist.ui.widgets.detail.tag_input import matching
from tests.ui.widgets.detail_samples import keep, settle

KNOWN = [("rl", "teal"), ("représentation", "violet"), ("deep rl", None), ("RLHF", "brown"), ("world", None)]


def editor(qtbot: QtBot, tags: tuple[str, ...] = ("imitation", "rlhf")) -> TagEditor:
    box = keep(qtbot, QWidget())
    made = TagEditor(box)
    made.set_known(KNOWN)
    made.show_tags(dict.fromkeys(tags, 1), 1, {"imitation": "pink"})
    made.setGeometry(0, 0, 300, 60)
    other = QLineEdit(box)
    other.setObjectName("other")
    other.move(0, 250)
    box.resize(320, 300)
    with qtbot.waitExposed(box):
        box.show()
    box.activateWindow()
    settle()
    return made


def test_known_tags_match_without_case_and_accents_best_first() -> None:
    assert [name for name, _colour in matching("RE", KNOWN)] == ["représentation"]
    assert [name for name, _colour in matching("rl", KNOWN)] == ["rl", "RLHF", "deep rl", "world"]
    assert [name for name, _colour in matching("rl", KNOWN, ["rlhf"])] == ["rl", "deep rl", "world"]


def test_enter_comma_and_tab_add(qtbot: QtBot) -> None:
    made = editor(qtbot)
    added: list[str] = []
    made.added.connect(added.extend)
    made.open_input()
    line = made.line()
    qtbot.keyClicks(line, "new one")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClicks(line, "second,")
    qtbot.keyClicks(line, "repr")
    assert line.suggestions() == ["représentation"]
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert added == ["new one", "second", "représentation"]
    assert line.isVisible()
    assert line.text() == ""


def test_enter_takes_what_is_typed_but_in_the_known_spelling_and_down_picks(qtbot: QtBot) -> None:
    made = editor(qtbot, ())
    added: list[str] = []
    made.added.connect(added.extend)
    made.open_input()
    line = made.line()
    qtbot.keyClicks(line, "RL")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClicks(line, "rl")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert added == ["rl", "RLHF"]


def test_a_tag_that_is_there_is_not_added_again_and_pasted_lists_are_split(qtbot: QtBot) -> None:
    made = editor(qtbot)
    added: list[list[str]] = []
    made.added.connect(added.append)
    made.open_input()
    QApplication.clipboard().setText("a; b ,\u00a0c , IMITATION, a")
    made.line().paste()
    assert added == [["a", "b", "c"]]


def test_backspace_goes_to_the_last_chip_and_then_takes_it_off(qtbot: QtBot) -> None:
    made = editor(qtbot)
    made.open_input()
    qtbot.keyClick(made.line(), Qt.Key.Key_Backspace)
    assert made.chips()[-1].hasFocus()
    with qtbot.waitSignal(made.removed) as signal:
        qtbot.keyClick(made.chips()[-1], Qt.Key.Key_Backspace)
    assert signal.args == [["rlhf"]]


def test_the_cross_takes_off_and_the_rest_of_the_chip_does_not(qtbot: QtBot) -> None:
    made = editor(qtbot)
    chip = made.chips()[0]
    with qtbot.assertNotEmitted(made.removed):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    with qtbot.waitSignal(made.removed) as signal:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.cross().center().toPoint())
    assert signal.args == [["imitation"]]


def test_the_focus_stays_among_the_chips_when_one_goes(qtbot: QtBot) -> None:
    made = editor(qtbot, ("a", "b", "c"))
    made.chips()[1].setFocus()
    made.show_tags({"a": 1, "c": 1}, 1, {})
    settle()
    assert made.chips()[1].name == "c"
    assert made.chips()[1].hasFocus()
    made.show_tags({}, 1, {})
    settle()
    assert made.plus().hasFocus()


def test_escape_gives_up_and_leaving_keeps_what_was_typed(qtbot: QtBot) -> None:
    made = editor(qtbot)
    added: list[str] = []
    made.added.connect(added.extend)
    made.open_input()
    qtbot.keyClicks(made.line(), "lost")
    qtbot.keyClick(made.line(), Qt.Key.Key_Escape)
    assert not made.line().isVisible()
    assert made.plus().hasFocus()
    made.open_input()
    qtbot.keyClicks(made.line(), "kept")
    made.window().findChild(QLineEdit, "other").setFocus()
    assert added == ["kept"]
    assert not made.line().isVisible()
    assert made.line().suggestions() == []


def test_a_tag_on_a_part_of_the_papers_can_be_put_on_all(qtbot: QtBot) -> None:
    made = editor(qtbot)
    made.show_tags({"all": 3, "some": 2}, 3, {})
    whole, part = made.chips()
    assert (whole.partial, part.partial) == (False, True)
    assert "2/3" in part.words()
    with qtbot.waitSignal(made.added) as signal:
        qtbot.mouseClick(part, Qt.MouseButton.LeftButton, pos=QPoint(12, 10))
    assert signal.args == [["some"]]


def test_chips_break_into_lines_and_never_stick_out(qtbot: QtBot) -> None:
    made = editor(qtbot, (*(f"tag number {n}" for n in range(12)), "x" * 400))
    assert made.heightForWidth(300) > 3 * made.chips()[0].height()
    assert all(chip.geometry().right() <= 300 for chip in made.chips())
    assert len({chip.y() for chip in made.chips()}) > 3
