"""Where there is no room for all panes they fold away by themselves, with a way back to be seen, and break no word."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication

from readinglist.ui.look import theme


@pytest.fixture
def resizer(person, qapp):
    """Someone who changes the size of the window and of the text."""
    yield person
    theme.apply(qapp, dark=False)


def turn(person, size, percent):
    if person.window.settings.get("text_size") != percent:
        person.window.desk.set("text_size", percent)
    person.window.resize(*size)
    for _turn in range(3):
        QApplication.processEvents()


def panes(person):
    """Which panes are to be seen, and which the search bar offers."""
    window, bar = person.window, person.window.search_bar
    offered = [tool is not None and tool.isVisible() for tool in (bar.sidebar, bar.detail)]
    return [window.sidebar.isVisible(), window.detail.isVisible()], offered


def broken(text):
    """The words of a text on screen that go on in another line without a mark that parts them."""
    found = []
    block = text.document().begin()
    while block.isValid():
        layout, words = block.layout(), block.text()
        for number in range(1, layout.lineCount()):
            at = layout.lineAt(number).textStart()
            if re.match(r"\w\w", words[at - 1 : at + 1]):
                found.append(words[max(0, at - 10) : at + 10])
        block = block.next()
    return found


@pytest.mark.parametrize(
    ("size", "percent", "seen"),
    [
        ((1000, 640), 100, [True, True]),
        ((1000, 640), 150, [True, False]),
        ((1000, 640), 200, [False, False]),
        ((1440, 860), 150, [True, True]),
        ((1440, 860), 200, [True, False]),
        ((820, 600), 100, [True, False]),
    ],
)
def test_panes_without_room_fold_away_and_come_back_with_it(resizer, size, percent, seen):
    turn(resizer, size, percent)
    assert panes(resizer) == (seen, [not shown for shown in seen])
    if seen[1]:
        head = resizer.window.detail.head
        assert broken(head.title) + broken(head.sections.text) == []
        assert head.status.height() < theme.now().px(40)  # one line
    turn(resizer, (1440, 860), 100)
    assert panes(resizer) == ([True, True], [False, False])
    assert resizer.window.settings.get("sidebar_visible")
    assert resizer.window.settings.get("detail_visible")


def test_a_folded_pane_is_asked_for_and_goes_again(resizer):
    turn(resizer, (1000, 640), 200)
    bar = resizer.window.search_bar
    resizer.click(bar.detail)
    assert panes(resizer) == ([False, True], [True, False])
    head = resizer.window.detail.head
    assert broken(head.title) + broken(head.sections.text) == []
    resizer.click(bar.sidebar)
    assert panes(resizer) == ([True, False], [False, True])
    sidebar = resizer.window.sidebar.list
    assert sidebar.viewport().width() >= theme.now().px(160)
    resizer.press("F9")
    assert panes(resizer) == ([False, False], [True, True])
    resizer.press("F10")
    assert panes(resizer)[0] == [False, True]
    resizer.press("F10")
    assert panes(resizer)[0] == [False, False]
    resizer.press("F4")
    assert panes(resizer)[0] == [True, False]
    assert sidebar.hasFocus()


def test_a_key_for_the_note_shows_the_folded_pane(resizer):
    turn(resizer, (1000, 640), 150)
    resizer.press("Ctrl+M")
    assert panes(resizer)[0] == [False, True]
    resizer.type("seen")
    assert resizer.window.detail.note.text.toPlainText() == "seen"


def test_what_is_typed_is_kept_when_its_pane_folds_and_the_papers_get_the_keys(resizer):
    paper = resizer.selected()[0]
    resizer.press("Ctrl+M")
    resizer.type("half a th")
    resizer.press(*["Ctrl++"] * 10)
    assert panes(resizer)[0][1] is False
    assert resizer.library.papers.get(paper).note == "half a th"
    assert resizer.window.table.hasFocus()


def test_hidden_panes_have_a_way_back_to_be_seen(resizer, stand_up):
    resizer.press("F9", "F10")
    assert panes(resizer) == ([False, False], [True, True])
    again = stand_up(resizer)
    assert panes(again) == ([False, False], [True, True])
    again.click(again.window.search_bar.sidebar)
    again.click(again.window.search_bar.detail)
    assert panes(again) == ([True, True], [False, False])
    again.press("F8")  # the statistics use the pane's room: there is nothing to bring back
    assert panes(again) == ([True, False], [False, False])


def test_no_edge_is_drawn_so_far_that_words_break(resizer):
    frame = resizer.window.frame
    turn(resizer, (1440, 860), 150)
    frame.moveSplitter(40, 1)
    frame.moveSplitter(1400, 2)
    side, _middle, detail = frame.sizes()
    assert side >= theme.now().px(170)
    assert detail >= theme.now().px(280)


def test_a_pane_that_becomes_narrow_keeps_no_line_for_what_it_does_not_show(resizer):
    resizer.press("Ctrl+M")
    resizer.type("x")
    resizer.press("Escape")
    turn(resizer, (1440, 860), 100)
    turn(resizer, (1000, 640), 100)
    head, text = resizer.window.detail.note.head, resizer.window.detail.note.text
    assert head.height() <= theme.now().px(30)
    resizer.press("Ctrl+Shift+V", "Ctrl+Shift+V", "Ctrl+Shift+V")
    assert all(button.width() >= button.sizeHint().width() for button in head.buttons())
    resizer.press("Ctrl+Shift+V")
    assert text.y() - head.geometry().bottom() <= theme.now().px(12)
