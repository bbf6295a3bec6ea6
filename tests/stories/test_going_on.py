"""Going on: after a status in the Inbox, and after delete, snooze and skip, the next paper is selected."""

from __future__ import annotations

from array import array

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from readinglist.ui import tasks
from readinglist.ui.dialogs.preferences import Preferences
from readinglist.ui.presenters.middle import neighbour

CTRL = Qt.KeyboardModifier.ControlModifier


def dimmed(person) -> list[int]:
    return [paper for paper in person.ids() if paper in person.window.table.papers.lingering]


def test_an_inbox_is_gone_through_by_digits_alone(person):
    person.click_view("Inbox")
    papers = person.ids()
    person.press("2", "5", "6", ".", "3")
    assert person.statuses(papers[:5]) == ["to_read", "read", "dropped", "to_read", "reading"]
    assert person.ids() == papers
    assert dimmed(person) == papers[:5]
    assert person.selected() == papers[5:6]
    assert person.window.panes.presenter.shown == papers[5:6]


def test_several_at_once_are_left_for_the_one_below_and_dimmed_ones_are_passed_over(person):
    person.click_view("Inbox")
    papers = person.ids()
    person.click_paper(papers[3])
    person.press("5")
    person.click_paper(papers[0])
    person.click_paper(papers[2], CTRL)
    person.press("5")
    assert person.selected() == papers[4:5]


def test_from_the_last_one_it_goes_up_and_at_the_very_end_it_stays(person):
    person.click_view("Inbox")
    papers = person.ids()
    person.press("End", "5")
    assert person.selected() == papers[-2:-1]
    person.press("Ctrl+A", "5")
    assert person.selected() == papers


def test_the_status_it_has_already_moves_nothing(person):
    person.click_view("Inbox")
    before = person.selected()
    person.press("1")
    assert person.selected() == before


def test_elsewhere_a_digit_stays_and_so_it_does_while_a_note_is_typed(person):
    before = person.selected()
    person.press("5")
    assert person.selected() == before
    person.click_view("Inbox")
    before = person.selected()
    person.press("Ctrl+M")
    person.type("good")
    person.press("Alt+5")
    assert person.selected() == before
    person.type(" one")
    assert person.window.detail.note.text.note() == "good one"


@pytest.mark.parametrize(("choice", "inbox", "read"), [("Never", 0, 0), ("In every status view", 1, 1)])
def test_where_it_goes_on_is_chosen_in_the_preferences(person, choice, inbox, read):
    person.library.readings.set_status(person.ids()[:4], "read")
    person.press("Ctrl+,")
    dialog = person.dialog(Preferences)
    box = dialog.controls["move_on"]
    assert isinstance(box, QComboBox)
    assert [box.itemText(n) for n in range(box.count())] == ["In the Inbox", "In every status view", "Never"]
    box.setCurrentText(choice)
    dialog.reject()
    person.back_at_the_window()
    for view, by in (("Inbox", inbox), ("Read", read)):
        person.click_view(view)
        papers = person.ids()
        person.press("3")
        assert person.selected() == papers[by : by + 1]


@pytest.mark.parametrize("lines", [(0,), (4,), (3, 4, 5), (2, 6)])
def test_after_a_deletion_the_next_paper_is_selected(person, lines):
    papers = person.ids()
    person.click_paper(papers[lines[0]])
    for line in lines[1:]:
        person.click_paper(papers[line], CTRL)
    person.press("Delete")
    assert person.selected() == [papers[lines[-1] + 1]]
    person.press("Delete")
    assert person.selected() == [papers[lines[-1] + 2]]


def test_after_the_last_one_was_deleted_it_is_the_one_above(person):
    papers = person.ids()
    person.press("End", "Delete")
    assert person.selected() == papers[-2:-1]


def test_in_the_trash_too(person):
    person.press("Shift+Down", "Shift+Down", "Delete")
    person.click_view("Trash")
    papers = person.ids()
    person.press("Shift+Delete")
    assert person.selected() == papers[1:2]


@pytest.mark.parametrize("key", ["Ctrl+L", "Ctrl+J", "Ctrl+Shift+J"])
def test_after_snooze_and_skip_too(person, key):
    papers = person.ids()
    person.press("Down", key)
    assert person.selected() == papers[2:3]
    person.press(key)
    assert person.selected() == papers[3:4]


@pytest.mark.parametrize("key", ["Ctrl+L", "Ctrl+J", "Ctrl+Shift+J", "Delete"])
def test_among_the_suggestions_and_in_the_queue_too(person, key):
    person.press("F2")
    suggested = [card.paper for card in person.window.up_next.suggestions.cards.cards]
    person.window.up_next.suggestions.setFocus()
    person.window.up_next.suggestions.setCurrentIndex(person.window.up_next.suggestions.cards.index(0))
    assert person.selected() == suggested[:1]
    person.press(key)
    assert person.selected() == suggested[1:2]
    person.library.queue.add(person.library.search.ids()[:4].tolist())
    person.press("F5")
    queue = person.ids()
    person.window.up_next.list.select_ids(queue[1:2])
    person.press(key)
    assert person.selected() == queue[2:3]


def test_what_is_dragged_to_the_trash_leaves_the_selection(person):
    papers = person.ids()
    person.drag_to_view(papers[5:6], "Read")
    person.click_paper(papers[1])
    person.press("Delete")
    before = person.selected()
    person.drag_to_view(papers[7:8], "Trash")
    assert person.selected() == before


def test_the_neighbour_is_below_else_above():
    listed = array("q", [5, 3, 8, 1])
    assert neighbour(listed, [5]) == 3
    assert neighbour(listed, [5, 3]) == 8
    assert neighbour(listed, [5, 8]) == 1
    assert neighbour(listed, [1]) == 8
    assert neighbour(listed, [3, 1]) == 5
    assert neighbour(listed, [5], frozenset({3})) == 8
    assert neighbour(listed, [5, 3, 8, 1]) is None


def test_what_left_the_inbox_stays_while_its_list_is_asked_for_on_a_worker(person, monkeypatch):
    monkeypatch.setattr(tasks, "serial", False)  # as at a desk: going on needs the list before the worker has it
    person.click_view("Inbox")
    person.until(lambda: person.window.browser.whole)
    papers = person.ids()
    person.press("2", "5", "6")
    person.until(lambda: person.window.browser.whole)
    assert person.ids() == papers
    assert dimmed(person) == papers[:3]
    assert person.selected() == papers[3:4]
