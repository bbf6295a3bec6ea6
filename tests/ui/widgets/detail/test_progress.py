from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from readinglist.core import dates
from readinglist.ui.widgets.detail.progress import ProgressLine, progress_words, share
from tests.ui.widgets.detail_samples import keep, paper


def line(qtbot: QtBot, **fields: object) -> ProgressLine:
    box = keep(qtbot, QWidget())
    made = ProgressLine(box)
    made.show_paper(paper(**fields), "reading")
    other = QLineEdit(box)
    other.setObjectName("other")
    other.move(0, 100)
    made.resize(300, 40)
    box.resize(320, 200)
    with qtbot.waitExposed(box):
        box.show()
    return made


def test_progress_in_words() -> None:
    year = dates.today().year
    begun = paper(started=f"{year}-06-19T12:00:00Z")
    assert progress_words(begun, "reading") == "Page 14 of 23 · started Jun 19"
    assert progress_words(paper(pages=None), "reading") == "Page 14"
    assert progress_words(paper(page=None, pages=1), "to_read") == "1 page"
    assert progress_words(paper(finished="2020-02-03"), "read") == "23 pages · finished Feb 3, 2020"
    assert progress_words(paper(page=None, pages=None, finished="2020-02-03"), "read") == "Finished Feb 3, 2020"
    assert progress_words(paper(page=None, pages=None), "inbox") == ""
    assert share(paper(page=30, pages=23)) == 1.0
    assert share(paper(page=None)) is None


def test_a_click_turns_the_words_into_numbers(qtbot: QtBot) -> None:
    made = line(qtbot)
    qtbot.mouseClick(made.words, Qt.MouseButton.LeftButton)
    assert made.editor.page.hasFocus()
    qtbot.keyClicks(made.editor.page, "20")
    with qtbot.waitSignal(made.chosen) as signal:
        qtbot.keyClick(made.editor.page, Qt.Key.Key_Return)
    assert signal.args == [20, 23]
    assert not made.editing()


def test_pages_can_be_cleared_and_a_page_past_the_end_is_refused(qtbot: QtBot) -> None:
    made = line(qtbot)
    made.edit()
    qtbot.keyClicks(made.editor.page, "99")
    with qtbot.assertNotEmitted(made.chosen):
        qtbot.keyClick(made.editor.page, Qt.Key.Key_Return)
    assert made.editor.wrong.text()
    qtbot.keyClick(made.editor.pages, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(made.editor.pages, Qt.Key.Key_Delete)
    with qtbot.waitSignal(made.chosen) as signal:
        qtbot.keyClick(made.editor.pages, Qt.Key.Key_Return)
    assert signal.args == [99, None]


def test_escape_gives_up_and_leaving_saves(qtbot: QtBot) -> None:
    made = line(qtbot)
    made.edit()
    qtbot.keyClicks(made.editor.page, "3x")
    with qtbot.assertNotEmitted(made.chosen):
        qtbot.keyClick(made.editor.page, Qt.Key.Key_Escape)
    made.edit()
    qtbot.keyClicks(made.editor.page, "3")
    made.editor.pages.setFocus()
    assert made.editing()
    with qtbot.waitSignal(made.chosen) as signal:
        made.window().findChild(QLineEdit, "other").setFocus()
    assert signal.args == [3, 23]


def test_numbers_being_typed_survive_news_of_the_same_paper(qtbot: QtBot) -> None:
    made = line(qtbot)
    made.edit()
    qtbot.keyClicks(made.editor.page, "7")
    made.show_paper(paper(page=15), "reading")
    assert (made.editing(), made.editor.page.text()) == (True, "7")
    made.show_paper(paper(2), "reading")
    assert not made.editing()


def test_without_a_bar_only_the_brief_words_are_shown(qtbot: QtBot) -> None:
    made = line(qtbot, page=None, pages=None)
    assert not made.isVisible()
    assert made.brief.isVisible()
    assert made.brief.words() == "Pages…"
    made.brief.click()
    assert made.isVisible()
    assert made.editor.pages.hasFocus()
