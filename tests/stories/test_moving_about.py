"""Getting about: type-ahead, opening, peeking, copying, the views by key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from readinglist.core import views
from readinglist.ui.dialogs.peek import Peek


def title(person):
    return person.library.papers.get(person.selected()[0]).title


def test_letters_jump_to_the_next_title_that_begins_so(person):
    person.type("p")
    assert title(person) == "Progressive Neural Networks"
    person.window.table._forget_search.timeout.emit()  # a second has passed
    person.type("p")
    assert title(person) == "Policy Distillation"
    person.window.table._forget_search.timeout.emit()
    person.type("gri")
    assert title(person).startswith("Griffin")


def test_a_space_within_type_ahead_is_part_of_the_title(person):
    person.type("deep te")
    assert title(person) == "Deep Tempering"
    assert not person.window.findChildren(Peek)


def test_letters_that_fit_nothing_leave_the_selection(person):
    before = person.selected()
    person.type("qx")
    assert person.selected() == before


def test_enter_opens_the_paper_where_it_is(person, opened):
    paper = person.selected()[0]
    person.library.papers.update([paper], "edit", {"arxiv": "1706.03762"})
    person.press("Return")
    assert opened == ["https://arxiv.org/abs/1706.03762"]
    person.library.papers.update([paper], "edit", {"url": "https://example.org/a"})
    person.press("Ctrl+Return")
    assert opened[1:] == ["https://example.org/a"]


def test_a_paper_with_nowhere_to_go_leads_to_its_note(person, opened):
    person.press("Return")
    assert opened == []
    assert "no link" in person.window.toast.label.text()
    assert person.place() is person.window.detail.note.text


def test_a_double_click_opens(person, opened):
    paper = person.ids()[2]
    person.library.papers.update([paper], "edit", {"doi": "10.1000/182"})
    table = person.window.table
    spot = table.visualRect(table.papers.index(2, 1)).center()
    person.click(table.viewport(), spot)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert opened == ["https://doi.org/10.1000/182"]


def test_a_link_that_is_none_of_ours_is_not_opened(person, opened):
    person.library.papers.update(person.selected(), "edit", {"url": "file:///etc/passwd"})
    person.press("Return")
    assert opened == []


def test_space_peeks_and_closes_again(person):
    paper = person.library.papers.get(person.selected()[0])
    person.press("Space")
    peek = person.dialog(Peek)
    assert paper.abstract.split(".")[0] in peek.abstract.text.toPlainText().replace("\n", " ")
    person.press("Space")
    person.back_at_the_window()
    assert person.place() is person.window.table
    person.press("Space")
    person.dialog(Peek)
    person.press("Esc")
    person.back_at_the_window()


def test_copying_gives_a_reference_a_line(person):
    person.press("Ctrl+A", "Ctrl+C")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 22
    assert lines[0].endswith(f"{person.library.papers.get(person.ids()[0]).title}.")


def test_home_and_end_go_to_the_ends(person):
    person.press("End")
    assert person.selected() == person.ids()[-1:]
    person.press("Home")
    assert person.selected() == person.ids()[:1]
    person.press("Down", "Shift+Down", "Shift+Down")
    assert person.selected() == person.ids()[1:4]


def test_views_by_key(person):
    person.press("F2")
    assert person.window.browser.view.kind == views.UP_NEXT
    person.press("F3")
    assert person.window.browser.view == views.ALL_PAPERS
    person.press("Ctrl+PgDown")
    assert person.window.browser.view == views.View(views.STATUS, "inbox")
    person.press("Ctrl+PgUp")
    assert person.window.browser.view == views.ALL_PAPERS


def test_the_sidebar_by_arrow_keys(person):
    person.press("F4")
    person.press("Down")
    assert person.window.browser.view == views.View(views.STATUS, "inbox")
    assert person.place() is person.window.sidebar.list
    person.press("Up", "Up")
    assert person.window.browser.view.kind == views.UP_NEXT
    person.press("F5")
    assert person.window.pages.currentWidget().isAncestorOf(person.place())


def test_the_panes_go_and_come_back(person, stand_up):
    person.press("F9")
    assert not person.window.sidebar.isVisible()
    person.press("F10")
    assert not person.window.detail.isVisible()
    again = stand_up(person)
    assert not again.window.sidebar.isVisible()
    assert not again.window.detail.isVisible()
    again.press("Ctrl+M")
    assert again.window.detail.isVisible()
    assert again.place() is again.window.detail.note.text
    again.press("F9")
    assert again.window.sidebar.isVisible()


def test_the_view_is_where_one_left_it(person, stand_up):
    person.click_view("Inbox")
    assert stand_up(person).window.browser.view == views.View(views.STATUS, "inbox")
