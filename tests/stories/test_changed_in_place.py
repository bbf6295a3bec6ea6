"""Papers changed where they stand, by mouse: a click on a sign opens its small menu, a right click the whole one."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from readinglist.core.fields import COLUMN_BY_NAME


def cell(person, paper, field):
    table = person.window.table
    index = table.papers.index(table.papers.place(paper), person.column(field))
    table.scrollTo(index)
    return table.visualRect(index)


def click(person, paper, field, keys=Qt.KeyboardModifier.NoModifier):
    spot = cell(person, paper, field).center()
    QTest.mouseClick(person.window.table.viewport(), Qt.MouseButton.LeftButton, keys, spot)
    QApplication.processEvents()


def entries(menu):
    return [tuple(action.text().split("\t")) for action in menu.actions() if not action.isSeparator()]


@pytest.fixture
def reader(person):
    person.window.table.set_columns(
        [COLUMN_BY_NAME[name] for name in ("status", "title", "date", "priority", "rating", "due")], {}
    )
    QApplication.processEvents()
    return person


def test_a_click_on_the_status_offers_all_of_them_with_their_keys(reader):
    paper = reader.ids()[2]
    click(reader, paper, "status")
    menu = reader.menu()
    assert entries(menu)[:3] == [("Inbox", "1"), ("To read", "2"), ("Reading", "3")]
    assert menu.activeAction().text().startswith("Inbox")
    reader.choose(menu, "Reading")
    assert reader.statuses([paper]) == ["reading"]
    assert reader.selected() == [paper]


def test_the_small_menu_goes_by_keys(reader):
    paper = reader.ids()[1]
    click(reader, paper, "status")
    reader.menu()
    reader.press("Down", "Down", "Return")
    assert reader.statuses([paper]) == ["reading"]


def test_a_click_on_priority_and_stars_sets_them(reader):
    paper = reader.ids()[3]
    click(reader, paper, "priority")
    menu = reader.menu()
    assert entries(menu)[0] == ("High priority", "Ctrl+Alt+1")
    reader.choose(menu, "High priority")
    click(reader, paper, "rating")
    reader.choose(reader.menu(), "Rate 4 stars")
    found = reader.library.papers.get(paper)
    assert (found.priority, found.rating) == ("high", 4)
    click(reader, paper, "rating")
    assert reader.menu().activeAction().text().startswith("Rate 4 stars")


def test_a_click_on_due_takes_a_day(reader):
    paper = reader.ids()[0]
    click(reader, paper, "due")
    reader.answer("tomorrow")
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)
    assert reader.library.papers.get(paper).due in (tomorrow.isoformat(), datetime.date.today().isoformat())
    click(reader, paper, "due")
    panel = reader.panel()
    assert panel.line.text() == reader.library.papers.get(paper).due
    reader.click(panel.clear)
    assert reader.library.papers.get(paper).due is None


def test_choosing_papers_opens_no_menu(reader):
    first, second = reader.ids()[:2]
    click(reader, first, "title")
    click(reader, second, "status", Qt.KeyboardModifier.ControlModifier)
    assert QApplication.activePopupWidget() is None
    assert reader.selected() == [first, second]


def test_in_the_trash_nothing_is_changed(reader):
    reader.press("Delete")
    reader.click_view("Trash")
    click(reader, reader.ids()[0], "status")
    assert QApplication.activePopupWidget() is None


def test_the_mouse_shows_what_can_be_clicked(reader):
    ground = reader.window.table.viewport()
    QTest.mouseMove(ground, cell(reader, reader.ids()[0], "status").center())
    assert ground.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(ground, cell(reader, reader.ids()[0], "title").center())
    assert ground.cursor().shape() == Qt.CursorShape.ArrowCursor


def keys_of(menu):
    found = {}
    for action in menu.actions():
        if action.menu():
            found |= keys_of(action.menu())
        elif not action.isSeparator():
            label, _tab, key = action.text().partition("\t")
            found[label] = key
    return found


def test_a_right_click_shows_the_key_of_each_entry(reader):
    reader.click_paper(reader.ids()[0])
    spot = cell(reader, reader.ids()[0], "title").center()
    menu = reader.right_click(reader.window.table.viewport(), spot)
    keys = keys_of(menu)
    assert keys["Mark as Read"] == "5"
    assert keys["Open paper"] == "Return"
    assert keys["Snooze for a week"] == "Ctrl+L"
    assert keys["Rate 3 stars"] == "Ctrl+3"
    assert {label for label, key in keys.items() if not key} == {
        *(f"Copy in {style} style" for style in ("APA", "Chicago", "Harvard", "IEEE", "MLA", "Nature")),
        "Copy in the style of a .csl file…",
    }  # which have none
    menu.close()


def test_a_right_click_works_on_queue_and_suggestions(reader):
    first = reader.ids()[0]
    reader.library.queue.add([first])
    reader.press("F2")
    page = reader.window.up_next
    for listing in (page.list, page.suggestions):
        spot = listing.visualRect(listing.model().index(0, 0)).topLeft() + QPoint(60, 8)
        QTest.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        paper = reader.selected()[0]
        assert (paper == first) is (listing is page.list)
        menu = reader.right_click(listing.viewport(), spot)
        labels = set(keys_of(menu))
        assert ("Take out of Up next" in labels) is (listing is page.list)
        assert ("Do not suggest this again" in labels) is (listing is page.suggestions)
        reader.choose(menu, "Mark as To read")
        assert reader.statuses([paper]) == ["to_read"]
