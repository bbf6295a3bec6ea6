"""Statuses: digits for many, Alt and digits anywhere, `.`, the context menu, the control, dragging, and dimming."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from readinglist.core import views

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
STATUSES = ("inbox", "to_read", "reading", "paused", "read", "dropped")


def pick(person, *lines):
    papers = [person.ids()[line] for line in lines]
    person.click_paper(papers[0])
    for paper in papers[1:]:
        person.click_paper(paper, CTRL)
    assert person.selected() == papers
    return papers


@pytest.mark.parametrize("digit", range(1, 7))
def test_a_digit_sets_the_status_of_all_selected_papers(person, digit):
    papers = pick(person, 0, 2, 5)
    person.press("2", str(digit))
    assert person.statuses(papers) == [STATUSES[digit - 1]] * 3
    assert person.selected() == papers


def test_the_counts_of_the_sidebar_follow(person):
    pick(person, 0, 1)
    person.press("5")
    assert (person.count("Read"), person.count("Inbox"), person.count("All papers")) == (2, 20, 22)


def test_alt_and_a_digit_work_while_typing_a_note(person):
    papers = pick(person, 3)
    person.press("Ctrl+M")
    person.type("good so far")
    person.press("Alt+3")
    assert person.statuses(papers) == ["reading"]
    assert person.library.papers.note(papers[0]) == "good so far"
    person.type(", really")
    assert person.window.detail.note.text.note() == "good so far, really"


def test_a_digit_in_the_search_box_is_only_a_digit(person):
    papers = pick(person, 0)
    person.press("Ctrl+F")
    person.type("2016")
    assert person.window.search_bar.box.text() == "2016"
    assert person.statuses(papers) == ["inbox"]


def test_the_full_stop_advances_each_paper_on_its_own_way(person):
    papers = pick(person, 0, 1, 2)
    person.library.readings.set_status([papers[1]], "to_read")
    person.library.readings.set_status([papers[2]], "reading")
    person.press(".")
    assert person.statuses(papers) == ["to_read", "reading", "read"]
    person.press(".")
    assert person.statuses(papers) == ["reading", "read", "read"]
    person.press("Ctrl+Z")
    assert person.statuses(papers) == ["to_read", "reading", "read"]


def test_the_context_menu_sets_status_priority_and_rating(person):
    papers = pick(person, 1, 2)
    table = person.window.table
    spot = table.visualRect(table.currentIndex()).center()
    person.choose(person.right_click(table.viewport(), spot), "Mark as Paused")
    person.choose(person.right_click(table.viewport(), spot), "Priority", "High priority")
    person.choose(person.right_click(table.viewport(), spot), "Rating", "Rate 4 stars")
    for paper in map(person.library.papers.get, papers):
        assert (paper.status, paper.priority, paper.rating) == ("paused", "high", 4)


def test_a_right_click_beside_the_selection_takes_the_paper_under_the_mouse(person):
    pick(person, 0)
    other = person.ids()[4]
    table = person.window.table
    spot = QPoint(200, table.rowViewportPosition(4) + 5)
    person.choose(person.right_click(table.viewport(), spot), "Mark as Read")
    assert person.statuses([other]) == ["read"]
    assert person.statuses(person.ids()[:1]) == ["inbox"]


def test_the_status_control_sets_it(person):
    papers = pick(person, 0)
    control = person.window.detail.head.status
    person.click(next(segment for segment in control.segments() if segment.status.id == "reading"))
    assert person.statuses(papers) == ["reading"]
    assert control.current() == "reading"


def test_papers_are_dragged_onto_statuses_tags_queue_and_trash(person):
    papers = person.ids()[:3]
    person.library.tags.edit(person.ids()[-1:], ["rl"], [])
    person.drag_to_view(papers, "Reading")
    assert person.statuses(papers) == ["reading"] * 3
    person.drag_to_view(papers, "rl")
    assert [person.library.papers.get(paper).tags for paper in papers] == [["rl"]] * 3
    person.drag_to_view(papers, "Up next")
    assert person.library.queue.ids() == papers
    person.drag_to_view(papers[:1], "Trash")
    assert person.count("Trash") == 1
    person.drag_to_view(papers[1:], "All papers")
    assert person.statuses(papers[1:]) == ["reading"] * 2


def test_what_left_the_view_stays_dimmed_until_the_view_changes(person):
    person.click_view("Inbox")
    before = person.ids()
    papers = pick(person, 2, 3)
    person.press("5")
    assert person.ids() == before
    model = person.window.table.papers
    assert [model.ids[line] in model.lingering for line in range(5)] == [False, False, True, True, False]
    assert person.selected() == before[4:5]
    assert person.count("Inbox") == 20
    pick(person, 2, 3)
    person.press("1")
    assert model.ids[2] not in model.lingering
    person.press("5")
    person.click_view("Read")
    assert set(person.ids()) == set(papers)
    person.click_view("Inbox")
    assert not set(person.ids()) & set(papers)


def test_a_dimmed_paper_goes_when_one_asks_for_the_view_again(person):
    person.click_view("Inbox")
    papers = pick(person, 0)
    person.press("5")
    person.click_view("Inbox")
    assert person.window.browser.view == views.View(views.STATUS, "inbox")
    assert papers[0] not in person.ids()


def test_undo_brings_a_dimmed_paper_back_to_life(person):
    person.click_view("Inbox")
    pick(person, 1)
    person.press("5", "Ctrl+Z")
    assert person.window.table.papers.lingering.isdisjoint(person.window.table.papers.ids[:5])
    assert person.count("Inbox") == 22


def test_the_detail_pane_follows_from_up_next_back_to_the_table(person):
    papers = person.ids()
    person.library.queue.add(papers[5:6])
    person.press("F2")
    assert person.window.detail.head.title.toPlainText() == person.library.papers.get(papers[5]).title
    person.press("F3")
    chosen = person.selected()
    assert person.window.panes.presenter.shown == chosen


def test_the_menu_of_papers_has_the_statuses_also_after_one_was_added(person):
    person.library.own_statuses.add("Teaching", "read")
    menu = next(menu for menu in person.window.menuBar().findChildren(QMenu) if menu.title() == "&Paper")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    labels = [action.text() for action in menu.actions()]
    assert labels[:5] == [f"Mark as {name}" for name in ("Inbox", "To read", "Reading", "Paused", "Read")]
    assert "Mark as Teaching" in labels
    assert len(labels) == len(set(labels) - {""}) + labels.count("")
