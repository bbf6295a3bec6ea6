"""Empty places: every one says why it is empty and what to do next, and its buttons do it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton


def page(person):
    return person.window.pages.currentWidget()


def buttons(person):
    return [button for button in page(person).findChildren(QPushButton) if button.isVisible()]


@pytest.mark.parametrize(
    ("view", "heading"), [("Reading", "No papers in Reading"), ("Trash", "The Trash is empty"), ("Recently read", "")]
)
def test_an_empty_view_says_so(person, view, heading):
    person.click_view(view)
    assert page(person) is person.window.empty
    assert heading in person.window.empty.heading.text()
    assert person.window.empty.heading.text()
    assert person.window.panes.presenter.shown == []


def test_its_button_leads_on(person):
    person.click_view("Dropped")
    person.click(buttons(person)[0])
    assert len(person.ids()) == 22


def test_keys_for_papers_do_nothing_where_there_are_none(person):
    person.click_view("Dropped")
    person.press("F5", "5", "Delete", "Return", "Alt+5", "Ctrl+U", "Ctrl+M", "Ctrl+T")
    assert set(person.statuses(list(person.library.search.ids()))) == {"inbox"}
    assert person.library.undo_name() == "Add 22 sample papers"


def test_the_last_paper_of_a_view_stays_dimmed_and_the_next_look_is_empty(person):
    paper = person.ids()[0]
    person.library.readings.set_status([paper], "reading")
    person.click_view("Reading")
    person.press("F5", "5")
    assert person.ids() == [paper]
    person.click_view("Reading")
    assert page(person) is person.window.empty


def test_a_view_fills_while_one_looks_at_it(person):
    person.click_view("Reading")
    person.library.readings.set_status([1], "reading")
    assert page(person) is person.window.table
    assert person.ids() == [1]
