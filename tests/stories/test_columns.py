"""Columns: chosen at the head, moved and resized with the mouse, remembered for each view."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest


def shown(person):
    header, columns = person.window.table.header, person.window.table.papers.columns
    return [columns[header.logicalIndex(place)].name for place in range(header.count())]


def width(person, field):
    return person.window.table.header.sectionSize(person.column(field))


def drag(person, start: QPoint, end: QPoint):
    ground = person.window.table.header.viewport()
    QTest.mousePress(ground, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for part in range(1, 11):
        QTest.mouseMove(ground, start + (end - start) * part / 10)
    QTest.mouseRelease(ground, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def move(person, field, onto):
    drag(person, person.head(field), person.head(onto) - QPoint(width(person, onto) // 2 - 4, 0))


def test_the_menu_of_the_head_shows_and_hides_columns(person, stand_up):
    person.choose(person.right_click(person.window.table.header.viewport(), person.head("title")), "Year")
    assert shown(person) == ["status", "title", "authors", "date", "subject", "tags", "priority", "year"]
    assert person.cells("year")[0] == "2025"
    person.choose(person.right_click(person.window.table.header.viewport(), person.head("title")), "Subject")
    again = stand_up(person)
    assert shown(again) == ["status", "title", "authors", "date", "tags", "priority", "year"]


def test_the_title_cannot_be_hidden(person):
    menu = person.right_click(person.window.table.header.viewport(), person.head("title"))
    assert not next(action for action in menu.actions() if action.text() == "Title").isEnabled()
    menu.close()


def test_the_chooser_opens_by_key(person):
    person.press("Ctrl+Shift+C")
    person.choose(person.menu(), "DOI")
    assert "doi" in shown(person)


def test_a_column_is_moved_and_stays_there(person, stand_up):
    move(person, "date", "authors")
    assert shown(person)[:4] == ["status", "title", "date", "authors"]
    again = stand_up(person)
    assert shown(again)[:4] == ["status", "title", "date", "authors"]


def test_moving_a_column_leaves_the_other_views_alone(person):
    move(person, "date", "authors")
    person.click_view("Inbox")
    assert shown(person)[:4] == ["status", "title", "authors", "date"]
    person.click_view("All papers")
    assert shown(person)[:4] == ["status", "title", "date", "authors"]
    person.click_view("Inbox")
    assert shown(person)[:4] == ["status", "title", "authors", "date"]


def test_a_width_is_remembered(person, stand_up):
    before = width(person, "authors")
    edge = person.head("authors") + QPoint(before // 2 - 1, 0)
    drag(person, edge, edge + QPoint(40, 0))
    wider = width(person, "authors")
    assert wider > before
    again = stand_up(person)
    assert width(again, "authors") == wider
    again.click_view("Inbox")
    assert width(again, "authors") == before


def test_the_columns_go_back_to_how_they_were_at_first(person):
    person.choose(person.right_click(person.window.table.header.viewport(), person.head("title")), "Venue")
    move(person, "date", "title")
    person.choose(person.right_click(person.window.table.header.viewport(), person.head("title")), "As at first")
    assert shown(person) == ["status", "title", "authors", "date", "subject", "tags", "priority"]


def test_the_panes_keep_their_sizes(person, stand_up):
    splitter = person.window.frame
    splitter.setSizes([260, 700, 480])
    sizes = splitter.sizes()
    assert stand_up(person).window.frame.sizes() == sizes
