"""Text of every size: what is changed while the program runs changes everything, and nothing stands over anything."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QRadioButton, QTextEdit, QWidget

from readinglist.core.ops import Op
from readinglist.ui.look import theme
from readinglist.ui.widgets.flow import Row
from readinglist.ui.widgets.upnext.row_deeds import RowDeeds

WORDS = (QAbstractButton, QLabel, QTextEdit)


@pytest.fixture
def large(person, qapp):
    """Someone who makes the text twice as large, in a small window."""
    person.window.resize(1000, 640)
    person.press(*["Ctrl++"] * 10)
    assert theme.now().scale == 2
    person.window.frame.fit()
    for _turn in range(4):
        QApplication.processEvents()
    yield person
    theme.apply(qapp, dark=False)


def place(widget: QWidget, window: QWidget) -> QRect:
    """Where what is to be seen of a widget is in the window."""
    seen = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, seen.topLeft()), seen.size())


def overlapping(around: QWidget) -> list[str]:
    """Name the words in `around` that stand over each other."""
    shown = [one for one in around.findChildren(QWidget) if isinstance(one, WORDS) and one.isVisible()]
    shown = [one for one in shown if not one.visibleRegion().isEmpty() and one.width() > 1]
    return [
        f"{type(a).__name__} {a.accessibleName()} / {type(b).__name__} {b.accessibleName()}"
        for a, b in combinations(shown, 2)
        if not a.isAncestorOf(b) and not b.isAncestorOf(a) and place(a, around).intersects(place(b, around))
    ]


@pytest.mark.parametrize("view", ["F2", "F3", "F8"])
def test_at_twice_the_size_in_a_small_window_nothing_overlaps(large, view):
    large.press(view)
    for _turn in range(4):
        QApplication.processEvents()
    window = large.window
    assert window.height() <= 640
    for pane in (window.detail, window.pages.currentWidget()):
        if pane.isVisible():
            assert overlapping(pane) == []
    assert window.detail.head.width() <= window.detail._scroll.viewport().width()
    for row in window.findChildren(Row):
        assert not row.isVisible() or row.height() >= row.heightForWidth(row.width())


def test_the_choices_of_time_and_the_sidebar_are_readable_at_twice_the_size(large):
    large.press("F2")
    QApplication.processEvents()
    choices = [one for one in large.window.up_next.time.findChildren(QRadioButton) if one.isVisible()]
    assert len(choices) == 4
    for one, other in combinations(choices, 2):
        assert not one.geometry().intersects(other.geometry())


def test_labels_of_the_sidebar_have_room_and_a_count_never_stands_on_them(large):
    sidebar = large.window.sidebar.list
    room = sidebar.viewport().width() - theme.now().px(2 * 10 + 34)
    assert room >= QFontMetrics(theme.font()).horizontalAdvance("Up…")


def test_every_word_of_the_pane_follows_a_change_of_the_text_size(person):
    paper = person.selected()[0]
    person.library.tags.edit([paper], add=["a tag"], remove=[])
    head, note = person.window.detail.head, person.window.detail.note
    parts = {
        "title": lambda: head.title.document().defaultFont().pointSizeF(),
        "authors": lambda: head.authors.names.font().pointSizeF(),
        "source": lambda: head.source.font().pointSizeF(),
        "abstract": lambda: head.sections.text.document().defaultFont().pointSizeF(),
        "tabs": lambda: head.sections.tabs.tabSizeHint(0).height(),
        "status": lambda: head.status.segments()[0].sizeHint().height(),
        "chip": head.tags.chips()[0].height,
        "priority": lambda: head.priority.sizeHint().height(),
        "stars": lambda: head.rating.sizeHint().height(),
        "due": lambda: head.due.sizeHint().height(),
        "note": lambda: note.text.font().pointSizeF(),
        "note heading": lambda: note.head.heading.font().pointSizeF(),
        "note state": lambda: note.head.state.font().pointSizeF(),
        "note buttons": lambda: note.head.rendered.sizeHint().width(),
    }
    before = {name: measure() for name, measure in parts.items()}
    person.press(*["Ctrl++"] * 5)
    QApplication.processEvents()
    after = {name: measure() for name, measure in parts.items()}
    assert [name for name in parts if after[name] < 1.2 * before[name]] == []
    person.press("Ctrl+0")
    QApplication.processEvents()
    assert {name: measure() for name, measure in parts.items()} == before


def test_statistics_have_the_pane_s_room_and_give_it_back(person):
    person.press("F8")
    assert person.window.detail.isHidden()
    assert person.window.pages.width() > 1440 * 0.6 * person.window.width() / 1440
    person.press("F3")
    assert person.window.detail.isVisible()
    person.press("F10", "F8", "F3")
    assert person.window.detail.isHidden()
    person.press("F10")
    assert person.window.detail.isVisible()


def test_the_statistics_say_that_they_count(person, monkeypatch):
    page_words = []
    person.press("F8")
    page = person.window.pages.currentWidget()
    assert page.state.isHidden()
    shown = page.show_figures
    monkeypatch.setattr(page, "show_figures", lambda *given: page_words.append(page.state.text()) or shown(*given))
    person.press("F3", "F8")
    assert set(page_words) == {"Counting…"}
    assert page.state.isHidden()


def test_words_that_came_while_the_pane_was_empty_are_whole(person):
    paper = next(n for n in person.ids() if person.library.papers.get(n).title.startswith("RecurrentGemma"))
    person.library.papers.update([paper], Op.SET_PROGRESS, {"pages": 119})
    brief = person.window.detail.head.progress.brief
    narrow = brief.sizeHint().width()
    person.press("Ctrl+F")
    person.type("nothinghasthis")
    person.until(lambda: not brief.isVisible())
    person.press("Ctrl+A")
    person.type("recurrentgemma")
    person.until(lambda: brief.isVisible() and person.selected() == [paper])
    QApplication.processEvents()
    assert brief.sizeHint().width() > narrow
    assert brief.width() >= brief.sizeHint().width()


def test_the_reader_s_figures_break_between_each_other(person):
    person.press("5")
    foot = person.window.sidebar.foot
    person.until(lambda: foot.text().replace("\n", " · ") == "1 read this month · 1 in all")
    for line in foot.text().split("\n"):
        assert foot.fontMetrics().horizontalAdvance(line) <= foot.contentsRect().width()


def test_a_column_without_room_for_words_gives_it_to_the_title(large):
    table = large.window.table
    header, columns = table.header, table.papers.columns
    shown = {c.name: header.sectionSize(n) for n, c in enumerate(columns) if not header.isSectionHidden(n)}
    assert shown.keys() >= {"status", "title", "tags", "priority"}
    for field in ("authors", "venue", "date", "subject"):
        assert shown.get(field, 1000) >= theme.now().px(44), field
    assert shown["title"] >= theme.now().px(120)
    large.press("Ctrl+0")
    large.window.resize(1900, 860)
    QApplication.processEvents()
    assert not any(header.isSectionHidden(n) for n, c in enumerate(columns) if c.name in ("authors", "date", "subject"))


def test_buttons_over_a_row_leave_its_title_room(large):
    large.library.queue.add(large.ids()[:2])
    large.press("F2", "F9")
    QApplication.processEvents()
    rows = large.window.up_next.list
    deeds = rows.findChild(RowDeeds)
    deeds._enter(rows.model().index(0, rows.modelColumn()))
    seen = [button.isVisible() for button in deeds.buttons.values()]
    assert seen[0]
    assert not all(seen)
    large.press("Ctrl+0")
    large.window.resize(1440, 860)
    QApplication.processEvents()
    deeds._enter(rows.model().index(0, rows.modelColumn()))
    assert all(button.isVisible() for button in deeds.buttons.values())
    assert deeds.x() >= theme.now().px(62 + 100)
