import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QFont, QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from readinglist.ui.look import theme
from readinglist.ui.widgets.note.editor import NoteEditor
from readinglist.ui.widgets.text.text_changes import changes
from tests.growth import assert_linear
from tests.ui.widgets.detail_samples import HOSTILE, keep, settle


def editor(qtbot: QtBot, note: str = "", paper: int = 1) -> NoteEditor:
    box = keep(qtbot, QWidget())
    lines = QVBoxLayout(box)
    lines.addWidget(QLineEdit(box))
    made = NoteEditor(box)
    lines.addWidget(made)
    other = QLineEdit(box)
    other.setObjectName("other")
    lines.addWidget(other)
    made.load(paper, note)
    box.resize(385, 400)
    with qtbot.waitExposed(box):
        box.show()
    box.activateWindow()
    made.text.setFocus()
    settle()
    return made


def end(made: NoteEditor) -> None:
    made.text.moveCursor(QTextCursor.MoveOperation.End)


def test_typing_is_given_out_once_within_a_second(qtbot: QtBot) -> None:
    made = editor(qtbot, "a")
    told: list[tuple[int, str]] = []
    made.edited.connect(lambda *what: told.append(what))
    end(made)
    qtbot.keyClicks(made.text, "bc")
    assert "typing" in made.head.state.text()
    assert told == []
    assert made._timer.isActive()
    assert made._timer.isSingleShot()
    assert 500 < made._timer.interval() < 1000
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(1, "abc")]
    assert "saved" in made.head.state.text()


def test_losing_the_focus_flushing_and_another_paper_give_it_out_at_once(qtbot: QtBot) -> None:
    made = editor(qtbot)
    told: list[tuple[int, str]] = []
    made.edited.connect(lambda *what: told.append(what))
    qtbot.keyClicks(made.text, "x")
    made.window().findChild(QLineEdit, "other").setFocus()
    assert told == [(1, "x")]
    made.text.setFocus()
    qtbot.keyClicks(made.text, "y")
    made.flush()
    assert told[-1] == (1, "yx") or told[-1] == (1, "xy")
    qtbot.keyClicks(made.text, "z")
    made.load(2, "second")
    assert told[-1][0] == 1
    assert "z" in told[-1][1]
    assert made.text.note() == "second"
    made.flush()
    assert len(told) == 3


def test_what_is_typed_survives_news_of_the_same_paper(qtbot: QtBot) -> None:
    made = editor(qtbot, "one two")
    end(made)
    qtbot.keyClicks(made.text, " three")
    made.load(1, "changed elsewhere")
    assert made.text.note() == "one two three"
    assert made.text.textCursor().position() == 13


def test_a_change_elsewhere_arrives_and_the_cursor_stays_at_its_words(qtbot: QtBot) -> None:
    made = editor(qtbot, "first \U0001f600 line\nsecond line")
    cursor = made.text.textCursor()
    cursor.setPosition(len("first xx line\nsec"))
    made.text.setTextCursor(cursor)
    with qtbot.assertNotEmitted(made.edited):
        made.load(1, "a new first \U0001f601\U0001f600 line\nsecond line, longer")
        made.flush()
    assert made.text.note() == "a new first \U0001f601\U0001f600 line\nsecond line, longer"
    after = made.text.toPlainText().encode("utf-16-le")[made.text.textCursor().position() * 2 :].decode("utf-16-le")
    assert after == "ond line, longer"


def test_the_text_is_saved_as_typed(qtbot: QtBot) -> None:
    odd = "# Head\n\n* item  \n\ttab\n```\ncode\n```\n\u00a0nbsp\u2028sep\n" + "\n".join(HOSTILE[:6])
    made = editor(qtbot, odd.replace("\u2028", ""))
    end(made)
    with qtbot.waitSignal(made.edited) as signal:
        qtbot.keyClicks(made.text, "!")
        made.flush()
    assert signal.args[1] == odd.replace("\u2028", "") + "!"


@pytest.mark.parametrize(
    "odd", ["a\u2029b", "a\u2028b", "a\u00a0b\ufffc", "a\r\nb\rc", "a\ufdd0b\x00\x07", "\ufeffx", "\ud800"]
)
def test_odd_characters_are_no_edit_of_the_users(qtbot: QtBot, odd: str) -> None:
    made = editor(qtbot, odd)
    with qtbot.assertNotEmitted(made.edited):
        made.load(1, odd)
        made.load(2, "other")
        made.load(1, odd)
        made.flush()


@pytest.mark.parametrize("note", ["A\u00a0note.\nIts second line.", "word " * 5_000])
def test_what_is_copied_is_what_was_typed(qtbot: QtBot, note: str) -> None:
    made = editor(qtbot, note)
    made.text.selectAll()
    assert made.text.createMimeDataFromSelection().text() == note


@given(st.text("ab\n\U0001f600", max_size=30), st.text("ab\n\U0001f600", max_size=30))
def test_changes_make_the_new_text(old: str, new: str) -> None:
    made = old
    for start, end, words in reversed(changes(old, new)):
        made = made[:start] + words + made[end:]
    assert made == new


def test_lists_go_on_and_end(qtbot: QtBot) -> None:
    made = editor(qtbot, "- one")
    end(made)
    qtbot.keyClick(made.text, Qt.Key.Key_Return)
    qtbot.keyClicks(made.text, "two")
    qtbot.keyClick(made.text, Qt.Key.Key_Return)
    qtbot.keyClick(made.text, Qt.Key.Key_Return)
    qtbot.keyClicks(made.text, "after")
    assert made.text.note() == "- one\n- two\nafter"


def test_tab_steps_items_and_leaves_elsewhere(qtbot: QtBot) -> None:
    made = editor(qtbot, "- one")
    end(made)
    qtbot.keyClick(made.text, Qt.Key.Key_Tab)
    assert made.text.note() == "  - one"
    qtbot.keyClick(made.text, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert made.text.note() == "- one"
    assert made.text.hasFocus()
    made.load(2, "prose")
    qtbot.keyClick(made.text, Qt.Key.Key_Tab)
    assert made.text.note() == "prose"
    assert not made.text.hasFocus()


def test_bold_and_italic_by_key(qtbot: QtBot) -> None:
    made = editor(qtbot, "a word here")
    cursor = made.text.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(6, QTextCursor.MoveMode.KeepAnchor)
    made.text.setTextCursor(cursor)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(made.text, Qt.Key.Key_B, control)
    assert made.text.note() == "a **word** here"
    qtbot.keyClick(made.text, Qt.Key.Key_B, control)
    qtbot.keyClick(made.text, Qt.Key.Key_I, control)
    assert made.text.note() == "a *word* here"


def test_escape_saves_and_leaves(qtbot: QtBot) -> None:
    made = editor(qtbot)
    qtbot.keyClicks(made.text, "x")
    with qtbot.waitSignals([made.edited, made.left], order="strict"):
        qtbot.keyClick(made.text, Qt.Key.Key_Escape)


def test_undo_is_the_editors_while_it_has_one_and_else_the_windows(qtbot: QtBot) -> None:
    made = editor(qtbot, "as it was")
    shortcut = QShortcut(QKeySequence.StandardKey.Undo, made.window())
    hits: list[int] = []
    shortcut.activated.connect(lambda: hits.append(1))
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClicks(made.text, "x")
    qtbot.keyClick(made.text, Qt.Key.Key_Z, control)
    assert (made.text.note(), hits) == ("as it was", [])
    qtbot.keyClick(made.text, Qt.Key.Key_Z, control)
    assert hits == [1]


def test_a_note_that_cannot_be_saved_says_so_stays_and_is_tried_again(qtbot: QtBot) -> None:
    made = editor(qtbot)
    qtbot.keyClicks(made.text, "x")
    made.flush()
    made.not_saved(1, "Disk full: your note is kept here.")
    assert made.pending()
    assert "not saved" in made.head.state.text()
    assert made.trouble.isVisible()
    made.load(1, "")
    assert made.text.note() == "x"
    with qtbot.waitSignal(made.edited) as signal:
        made.flush()
    assert signal.args == [1, "x"]
    assert not made.trouble.isVisible()


def test_paste_is_plain_and_files_are_refused(qtbot: QtBot) -> None:
    made = editor(qtbot)
    data = QMimeData()
    data.setHtml("<b>bold</b><img src='file:///etc/passwd'>")
    data.setText("bold")
    QApplication.clipboard().setMimeData(data)
    made.text.paste()
    assert made.text.note() == "bold"
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/a.pdf")])
    assert not made.text.canInsertFromMimeData(files)


def test_markdown_is_styled_without_changing_it(qtbot: QtBot) -> None:
    note = "# Head\n**bold** and *it* `code` [[Link]]\n> quote\n- item"
    made = editor(qtbot, note)
    settle()
    document = made.text.document()

    def look(line: int, at: int):  # type: ignore[no-untyped-def]
        ranges = document.findBlockByNumber(line).layout().formats()
        return next((QTextCharFormat(r.format) for r in ranges if r.start <= at < r.start + r.length), None)

    assert look(0, 3).fontWeight() == QFont.Weight.DemiBold
    assert look(1, 0).foreground().color() == theme.now().colour("third")
    assert look(1, 3).fontWeight() == QFont.Weight.DemiBold
    assert look(1, 14).fontItalic()
    assert look(1, 28).foreground().color() == theme.now().colour("accent")
    assert look(2, 4).fontItalic()
    assert look(3, 0).foreground().color() == theme.now().colour("accent")
    assert look(3, 3) is None
    assert made.text.note() == note


@pytest.mark.parametrize("unit", ["x", "word ", "**a ", "[[", "_a", "汉", "`", "{"])
def test_a_giant_line_does_not_hold_the_window_and_is_kept(qtbot: QtBot, unit: str) -> None:
    made, papers = editor(qtbot), itertools.count(2)

    def edit(size: int) -> None:
        giant = unit * (size // len(unit))
        made.load(next(papers), giant)
        made.grab()
        qtbot.keyClicks(made.text, "!")
        made.flush()  # 20 to 120 ms where nothing else runs; in one piece it takes seconds
        assert made.text.note() == "!" + giant

    assert_linear(edit, 300_000)


def test_a_giant_line_can_be_pasted(qtbot: QtBot) -> None:
    made = editor(qtbot, "before ")
    end(made)
    QApplication.clipboard().setText("z" * 300_000)
    with qtbot.waitSignal(made.edited) as signal:
        made.text.paste()
        made.flush()
    assert signal.args[1] == "before " + "z" * 300_000
