"""The sidebar unfolds as many tags as fit, Up next keeps its titles, and places without anything say so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication

from readinglist.core.ops import Op
from readinglist.ui.dialogs.reading_history import Readings
from readinglist.ui.look import theme
from readinglist.ui.widgets.empty_words import EmptyWords
from readinglist.ui.widgets.upnext.cards import Lines

LONG = "Imitating Language via Scalable Inverse Reinforcement Learning, with More Words than a Line"


def turn(person, *size):
    person.window.resize(*size)
    for _turn in range(4):
        QApplication.processEvents()


def tags(person):
    return [entry.label for entry in person.window.sidebar.model.entries if entry.view and entry.view.kind == "tag"]


@pytest.mark.parametrize("count", [20, 60])
def test_tags_are_unfolded_as_far_as_there_is_room(person, count):
    person.library.tags.edit(person.ids()[:1], [f"tag {n:02}" for n in range(count)])
    turn(person, 1440, 860)
    few = tags(person)
    assert 8 <= len(few) < 20
    assert f"{count - len(few)} more…" in person.sidebar_labels()
    turn(person, 2560, 1440)
    bar = person.window.sidebar.list.verticalScrollBar()
    assert bar.maximum() == 0
    assert set(few) < set(tags(person))
    if count == 20:
        assert len(tags(person)) == 20
        assert not {"Show fewer", "0 more…"} & set(person.sidebar_labels())
    else:
        assert 20 < len(tags(person)) < 60
        room = person.window.sidebar.list.viewport().height()
        last = person.window.sidebar.list.visualRect(
            person.window.sidebar.model.index(len(person.sidebar_labels()) - 1)
        )
        assert room - last.bottom() < 2 * theme.now().px(31)
    turn(person, 1440, 860)
    assert tags(person) == few


@pytest.mark.parametrize("size", [(1000, 640), (1440, 860), (2560, 1440)])
def test_the_paper_to_continue_has_its_title_whole(person, size):
    paper = person.ids()[0]
    person.library.papers.update([paper], Op.EDIT, {"title": LONG})
    person.library.papers.update([paper], Op.SET_PROGRESS, {"page": 3, "pages": 20})
    person.library.readings.set_status([paper], "reading")
    person.press("F2")
    turn(person, *size)
    card = person.window.up_next.reading.card
    lines = list(card.title._lines(theme.font(1.0, bold=True)))
    assert lines[-1][1] == len(LONG)
    assert card.title.height() == card.title.sizeHint().height()
    assert card.rect().contains(card.words.geometry())
    one = card.height()
    person.library.papers.update([paper], Op.EDIT, {"title": "Short"})
    turn(person, *size)
    assert (card.height() < one) == (len(lines) > 1)  # no line is kept for words that are not there


def test_text_in_few_lines_needs_no_more_than_it_has(qtbot):
    lines = Lines(3, None, sparing=True)
    qtbot.addWidget(lines)
    lines.resize(200, 10)
    for text, count in (("Short", 1), (LONG, 3), ("", 1)):
        lines.set_text(text)
        assert lines.sizeHint().height() == count * lines.fontMetrics().lineSpacing(), text


def enter(person, data):
    keys, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    event = QDragEnterEvent(QPoint(600, 400), Qt.DropAction.CopyAction, data, button, keys)
    QApplication.sendEvent(person.window, event)


@pytest.mark.parametrize("look", ["theme_light", "theme_dark"])
def test_what_a_drop_does_is_said_while_files_are_dragged_over_the_window(person, look):
    person.window.panes.menus.actions[look].trigger()
    before = person.window.grab().toImage()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/nowhere/a.pdf"), QUrl.fromLocalFile("/nowhere/b.bib")])
    enter(person, data)
    mark = person.window._drop_mark()
    assert mark.isVisible()
    assert mark.geometry() == person.window.frame.geometry()
    assert mark.words == "from 2 files · you see them before they are saved"
    shown = mark.grab().toImage()
    assert theme.now().colour("accent").name() in {shown.pixelColor(300, y).name() for y in range(20)}
    QApplication.sendEvent(person.window, QDragLeaveEvent())
    assert not mark.isVisible()
    assert person.window.grab().toImage() == before
    text = QMimeData()
    text.setText("10.1038/nature14539")
    enter(person, text)
    assert mark.words == "from what it says · you see them before they are saved"
    QApplication.sendEvent(person.window, QDragLeaveEvent())


def test_a_paper_without_readings_says_how_to_have_one(person):
    person.press("Ctrl+Shift+R")
    dialog = person.dialog(Readings)
    words = dialog.tree.findChild(EmptyWords)
    assert words.isVisible()
    assert "Log time…" in words.text()
    assert words.width() >= dialog.tree.viewport().width() - 2
    dialog.again_asked.emit()
    assert not words.isVisible()
    dialog.deleted.emit(dialog.readings[0].uid)
    assert words.isVisible()
    dialog.reject()
    person.back_at_the_window()
