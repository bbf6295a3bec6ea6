"""The sidebar unfolds as many tags as fit, Up next keeps its titles, and places without anything say so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent
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


def drag(person, data, spot):
    """Drag something over the window, to a spot of it."""
    keys, button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    for kind in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(person.window, kind(spot, Qt.DropAction.CopyAction, data, button, keys))


def files(*names):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(f"/nowhere/{name}") for name in names])
    return data


@pytest.mark.parametrize("look", ["theme_light", "theme_dark"])
def test_what_a_drop_does_is_said_while_files_are_dragged_over_the_window(person, look):
    person.window.panes.menus.actions[look].trigger()
    before = person.window.grab().toImage()
    beside = QPoint(60, 300)
    drag(person, files("a.pdf", "b.bib"), beside)
    mark = person.window._drop_mark()
    assert mark.isVisible()
    assert mark.geometry() == person.window.frame.geometry()
    assert (mark.head, mark.words) == ("Drop to add papers", "from 2 files · you see them before they are saved")
    shown = mark.grab().toImage()
    assert theme.now().colour("accent").name() in {shown.pixelColor(300, y).name() for y in range(20)}
    QApplication.sendEvent(person.window, QDragLeaveEvent())
    assert not mark.isVisible()
    assert person.window.grab().toImage() == before
    text = QMimeData()
    text.setText("10.1038/nature14539")
    drag(person, text, beside)
    assert mark.words == "from what it says · you see them before they are saved"
    QApplication.sendEvent(person.window, QDragLeaveEvent())


def test_the_paper_that_a_file_would_be_attached_to_is_named_and_ringed(person):
    table = person.window.table
    row = table.visualRect(table.papers.index(3, person.column("title")))
    spot = table.viewport().mapTo(person.window, row.center())
    drag(person, files("a.pdf"), spot)
    mark = person.window._drop_mark()
    assert mark.head == f"Drop to attach to “{person.cells()[3]}”"
    assert mark._row.top() == table.viewport().mapTo(person.window.frame, row.topLeft()).y()
    drag(person, files("refs.bib"), spot)  # a list of papers is brought in wherever it is dropped
    assert mark.head == "Drop to add papers"
    assert mark._row.isEmpty()
    drag(person, files("a.pdf"), QPoint(60, 300))
    assert (mark.head, mark.words) == ("Drop to add papers", "from 1 file · on a paper it attaches to it")
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


def test_the_foot_ends_with_an_ellipsis_where_it_has_no_room(person):
    foot = person.window.frame.foot
    foot.left.setText("many words about what is in progress " * 5)
    turn(person, 1000, 640)
    assert foot.left.geometry().right() < foot.right.geometry().left()
    assert foot.right.width() >= foot.right.sizeHint().width()
    assert person.window.width() == 1000


def test_suggestions_without_room_leave_no_head_behind(person, qapp):
    person.library.queue.add(person.ids()[:5])
    person.press("F2")
    page = person.window.up_next
    whole = page.room.size()
    assert page.below.isVisible()
    page.room.resize(whole.width(), theme.now().px(110))
    assert not page.below.isVisible()
    assert page.list.height() > theme.now().px(46)
    page.room.resize(whole)
    assert page.below.isVisible()
