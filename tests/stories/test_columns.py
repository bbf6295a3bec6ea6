"""Columns: chosen at the head, moved and resized with the mouse, remembered for each view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from readinglist.core import dates
from readinglist.core.fields import COLUMNS
from readinglist.core.ops import Op
from readinglist.ui.look import theme


def shown(person):
    header, columns = person.window.table.header, person.window.table.papers.columns
    order = [header.logicalIndex(place) for place in range(header.count())]
    return [columns[section].name for section in order if not header.isSectionHidden(section)]


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
    person.choose(person.right_click(person.window.table.header.viewport(), person.head("title")), "Reset the columns")
    assert shown(person) == ["status", "title", "authors", "date", "subject", "tags", "priority"]


def test_the_panes_keep_their_sizes(person, stand_up):
    splitter = person.window.frame
    splitter.setSizes([260, 700, 480])
    sizes = splitter.sizes()
    assert stand_up(person).window.frame.sizes() == sizes


# -- room ----------------------------------------------------------------------------------------------


def test_columns_without_content_on_screen_leave_their_room_to_the_title(person):
    slim = theme.now().px(22)
    assert width(person, "tags") == width(person, "priority") == slim
    header = person.window.table.header
    assert width(person, "title") >= header.length() - 40 - width(person, "authors") - width(person, "date") - 120
    person.press("Ctrl+Alt+1")  # a priority
    assert width(person, "priority") > slim
    assert width(person, "tags") == slim
    person.library.tags.edit([person.ids()[3]], add=["a tag"])
    assert width(person, "tags") > 2 * slim


def test_no_column_moves_while_scrolling_and_while_hits_come(person):
    for paper in person.ids()[:20]:
        person.library.papers.update([paper], Op.SET_PRIORITY, {"priority": "low"})
    person.library.tags.edit([person.ids()[-1]], add=["rare"])
    person.click_view("Inbox")
    person.window.resize(1440, 500)
    QApplication.processEvents()
    person.click_view("All papers")
    before = [person.window.table.columnWidth(n) for n in range(len(person.window.table.papers.columns))]
    assert width(person, "tags") == theme.now().px(22)
    person.press("End")
    QApplication.processEvents()
    assert [person.window.table.columnWidth(n) for n in range(len(before))] == before
    person.press("Ctrl+F")
    for letter in "tag:rare":
        person.type(letter)
        assert [person.window.table.columnWidth(n) for n in range(len(before))] == before
    assert len(person.ids()) == 1
    person.press("Escape")
    person.click_head("tags")  # sorted by it, its papers are asked for
    person.click_head("tags")
    assert width(person, "tags") > theme.now().px(22)


def test_one_column_more_leaves_the_title_its_room(person):
    person.library.papers.update(person.ids(), Op.EDIT, {"venue": "Journal of Things that Take Room"})
    for label in ("Venue", "Rating", "Due"):
        person.choose(person.right_click(person.window.table.header.viewport(), person.head("title")), label)
    assert width(person, "venue") >= 80
    assert width(person, "title") >= 240
    assert person.window.table.header.length() == person.window.table.viewport().width()


def edges(person):
    """Every column with one behind it, in their order on screen."""
    return list(zip(shown(person), shown(person)[1:], strict=False))


def edge(person, field):
    return person.head(field) + QPoint(width(person, field) - width(person, field) // 2 - 1, 0)


def test_every_edge_is_drawn_from_its_neighbour(person, stand_up):
    person.window.resize(1700, 860)
    QApplication.processEvents()
    for left, right in edges(person):
        before = {name: width(person, name) for name in shown(person)}
        by = 20 if before[right] >= 60 else -20 if before[left] >= 60 else 0
        drag(person, edge(person, left), edge(person, left) + QPoint(by, 0))
        after = {name: width(person, name) for name in shown(person)}
        assert after[left] == before[left] + by, (left, right)
        assert after[right] == before[right] - by
        others = [name for name in before if name not in (left, right)]
        assert [after[name] for name in others] == [before[name] for name in others]
    title = width(person, "title")
    again = stand_up(person)
    again.window.resize(1700, 860)
    QApplication.processEvents()
    assert width(again, "title") == title


def test_the_edge_of_the_title_can_be_drawn(person):
    title, authors = width(person, "title"), width(person, "authors")
    drag(person, edge(person, "title"), edge(person, "title") - QPoint(90, 0))
    assert (width(person, "title"), width(person, "authors")) == (title - 90, authors + 90)
    drag(person, edge(person, "title"), edge(person, "title") + QPoint(150, 0))
    assert (width(person, "title"), width(person, "authors")) == (title + 60, authors - 60)


def test_a_double_click_on_an_edge_fits(person):
    ground = person.window.table.header.viewport()
    QTest.mouseDClick(ground, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, edge(person, "authors"))
    lines = person.window.table.lines
    rows = [person.window.table.papers.row(line) for line in range(15)]
    needed = max(lines.needed(row, "authors", person.window.table.papers) for row in rows)
    assert width(person, "authors") >= min(needed, person.window.table.viewport().width() // 2)
    wide = width(person, "authors")
    QTest.mouseDClick(ground, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, edge(person, "title"))
    assert width(person, "authors") < wide  # the title takes what it needs


def test_a_narrow_window_narrows_the_detail_pane_before_the_table(person):
    person.window.resize(1000, 640)
    QApplication.processEvents()
    _side, middle, detail = person.window.frame.sizes()
    assert detail == 280
    assert middle >= 540
    table = person.window.table
    assert table.header.length() == table.viewport().width()
    assert not table.horizontalScrollBar().isVisible()
    assert table.horizontalScrollBar().maximum() == 0
    person.window.resize(1440, 860)
    QApplication.processEvents()
    assert person.window.frame.sizes()[2] == 395  # it gave way for the time being only


def test_a_narrow_window_has_no_sideways_scrolling_with_every_column(person):
    person.window.table.set_columns(COLUMNS, {"authors": 400, "venue": 300})
    for wide in (1000, 760):
        person.window.resize(wide, 640)
        QApplication.processEvents()
        table = person.window.table
        assert table.header.length() == table.viewport().width()
        assert table.horizontalScrollBar().maximum() == 0


def test_a_very_wide_window_shows_authors_whole_and_the_venue(person):
    person.library.papers.update(person.ids(), Op.EDIT, {"venue": "Journal of Things"})
    person.window.resize(2560, 1440)
    QApplication.processEvents()
    person.click_view("Inbox")
    assert "venue" in shown(person)
    lines, model = person.window.table.lines, person.window.table.papers
    for name in ("authors", "venue"):
        assert width(person, name) >= max(lines.needed(model.row(n), name, model) for n in range(22))
    assert width(person, "title") >= 760
    person.window.resize(1440, 860)
    QApplication.processEvents()
    assert "venue" not in shown(person)
    assert width(person, "title") >= 400


def test_a_column_that_nobody_chose_can_be_taken_away_for_good(person, stand_up):
    person.library.papers.update(person.ids(), Op.EDIT, {"venue": "Journal of Things"})
    person.window.resize(2560, 1440)
    QApplication.processEvents()
    person.click_view("Inbox")
    person.choose(person.right_click(person.window.table.header.viewport(), person.head("title")), "Venue")
    assert "venue" not in shown(person)
    again = stand_up(person)
    again.window.resize(2560, 1440)
    QApplication.processEvents()
    again.click_view("Inbox")
    assert "venue" not in shown(again)


# -- two lines ----------------------------------------------------------------------------------------------


def test_rows_of_two_lines_are_chosen_in_menu_and_palette_and_stay(person, stand_up):
    one = person.window.table.rowHeight(0)
    person.window.panes.menus.run("density_two_lines")
    assert person.window.table.rowHeight(0) > one
    assert "authors" not in shown(person)  # they stand below the title
    title = width(person, "title")
    person.window.panes.menus.run("density_wrapped")
    assert "authors" in shown(person)
    assert width(person, "title") < title
    assert stand_up(person).window.table.rowHeight(0) > one


def test_a_title_that_is_cut_is_said_whole_under_the_mouse(person, monkeypatch):
    said = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, _widget: said.append(words))
    titles = person.cells("title")
    cut = max(range(10), key=lambda line: len(titles[line]))
    whole = min(range(10), key=lambda line: len(titles[line]))
    person.library.papers.update([person.ids()[cut]], Op.EDIT, {"title": "<b>Long</b> & " + titles[cut]})
    table = person.window.table
    for line in (cut, whole):
        spot = table.visualRect(table.papers.index(line, person.column("title"))).center()
        event = QHelpEvent(QEvent.Type.ToolTip, spot, table.viewport().mapToGlobal(spot))
        QApplication.sendEvent(table.viewport(), event)
    assert len(said) == 1
    assert said[0].startswith("<span>&lt;b&gt;Long")


@pytest.mark.parametrize("size", [(1000, 640), (1440, 860)])
def test_large_text_leaves_sidebar_and_pane_their_room(person, size):
    person.window.desk.set("text_size", 150)
    person.window.resize(*size)
    QApplication.processEvents()
    side, middle, detail = person.window.frame.sizes()
    assert side >= theme.now().px(170)
    assert person.window.detail.isVisible() == (size[0] > 1000)  # else it has folded away
    assert detail >= theme.now().px(280) * person.window.detail.isVisible()
    assert middle >= size[0] // 2
    assert width(person, "title") >= theme.now().px(100)
    person.window.desk.set("text_size", 100)


def test_the_menu_of_the_head_sorts_by_what_has_no_head(person):
    person.window.desk.set("density", "two_lines")
    for label in ("Authors", "Pages"):
        menu = person.right_click(person.window.table.header.viewport(), person.head("title"))
        person.choose(menu, "Sort by", label)
        assert person.window.browser.sort[0].field == label.lower()
    person.window.desk.set("density", "comfortable")


def test_no_month_makes_a_date_too_long_for_its_column(person):
    paper = person.ids()[0]
    person.window.resize(1440, 700)
    for month in range(1, 13):
        person.library.papers.update([paper], Op.EDIT, {"date": f"2028-{month:02}-28"})
        QApplication.processEvents()
        shown = dates.shown(f"2028-{month:02}-28")
        face = person.window.table.lines.normal
        assert face.cut(shown, width(person, "date") - theme.now().px(14)) == shown
