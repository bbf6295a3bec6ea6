"""Trash, restore, delete for good; undo and redo of everything, by key, by toast, and after a restart."""

from __future__ import annotations

import json

from readinglist.core import contract
from readinglist.flows.deeds import shortened
from readinglist.flows.importing.samples import add_seeds
from readinglist.library.library import Library
from readinglist.ui.dialogs.step_history import History


def snapshot(person):
    """Everything that the contract says of every paper, times of change aside."""
    papers = person.library.papers.many(list(person.library.search.ids()))
    rows = [contract.as_json(paper, complete=True) | {"changed": None} for paper in papers]
    return json.dumps(rows, sort_keys=True)


def test_delete_moves_to_the_trash_with_an_undo_toast_and_no_question(person):
    papers = person.ids()[:2]
    person.press("Shift+Down", "Delete")
    assert len(person.ids()) == 20
    assert not set(papers) & set(person.ids())
    assert person.count("Trash") == 2
    toast = person.window.toast
    assert toast.isVisible()
    assert toast.label.text() == "2 papers deleted"
    person.click(toast.button)
    assert person.ids()[:2] == papers
    assert not toast.isVisible() or "Undone" in toast.label.text()


def test_the_keyboard_stays_in_the_table_after_a_delete(person):
    second = person.ids()[1]
    person.press("Delete")
    assert person.selected() == [second]
    person.press("Delete", "Delete")
    assert len(person.ids()) == 19
    assert person.place() is person.window.table


def test_deleting_everything_and_taking_it_back(person):
    person.press("Ctrl+A", "Delete")
    assert person.library.search.count() == 0
    person.press("Ctrl+Z")
    assert len(person.ids()) == 22


def test_restore_from_the_trash(person):
    paper = person.ids()[0]
    person.press("Delete")
    person.click_view("Trash")
    assert person.ids() == [paper]
    table = person.window.table
    menu = person.right_click(table.viewport(), table.visualRect(table.papers.index(0, 1)).center())
    person.choose(menu, "Restore from the Trash")
    assert person.ids() == []
    person.click_view("All papers")
    assert paper in person.ids()


def test_delete_for_good_and_undo(person):
    paper = person.ids()[0]
    person.library.papers.set_note(paper, "mine")
    person.library.tags.edit([paper], ["rl"], [])
    person.press("Delete")
    person.click_view("Trash")
    person.press("F5", "Shift+Delete")
    assert person.count("Trash") is None
    person.press("Ctrl+Z")
    assert person.library.papers.get(paper).note == "mine"
    assert person.library.papers.get(paper).tags == ["rl"]
    assert person.count("Trash") == 1


def test_shift_delete_in_a_view_of_living_papers_deletes_nothing(person):
    person.press("Shift+Delete")
    assert len(person.ids()) == 22
    assert person.count("Trash") is None


def test_the_trash_is_emptied_and_undone(person):
    person.press("Shift+Down", "Delete")
    sidebar = person.window.sidebar
    index = sidebar.model.index(person.sidebar_labels().index("Trash"))
    sidebar.list.scrollTo(index)
    person.choose(
        person.right_click(sidebar.list.viewport(), sidebar.list.visualRect(index).center()), "Empty the Trash"
    )
    assert person.count("Trash") is None
    person.press("Ctrl+Z")
    assert person.count("Trash") == 2


def test_everything_is_undone_and_done_again_by_keys(person):
    before = snapshot(person)
    person.press("Shift+Down", "3", "Ctrl+Alt+1", "Ctrl+5", "Ctrl+U")
    person.press("Ctrl+T")
    person.type("rl")
    person.press("Return", "Esc", "Esc")
    person.press("Down", "Ctrl+M")
    person.type("a thought")
    person.press("Esc", "Ctrl+D")
    person.type("2026-12-01")
    person.press("Return", "F5")
    person.press("Delete")
    after = snapshot(person)
    steps = 0
    while person.library.undo_name() != "Add 22 sample papers":
        person.press("Ctrl+Z")
        steps += 1
    assert steps == 8
    assert snapshot(person) == before
    for _step in range(steps):
        person.press("Ctrl+Shift+Z")
    assert snapshot(person) == after


def test_undo_works_after_a_restart(person, stand_up):
    paper = person.selected()[0]
    person.press("5", "Ctrl+4")
    again = stand_up(person)
    again.press("Ctrl+Z")
    assert again.library.papers.get(paper).rating is None
    again.press("Ctrl+Z")
    assert again.statuses([paper]) == ["inbox"]
    third = stand_up(again)
    third.press("Ctrl+Y", "Ctrl+Y")
    assert third.library.papers.get(paper).rating == 4


def test_with_nothing_to_undo_there_is_nothing_to_press(newcomer):
    actions = newcomer.window.panes.menus.actions
    assert not actions["undo"].isEnabled()
    assert not actions["redo"].isEnabled()
    newcomer.press("Ctrl+Z")
    assert not newcomer.window.toast.isVisible()


def test_undo_and_redo_can_be_pressed_while_there_is_something(newcomer):
    actions = newcomer.window.panes.menus.actions
    newcomer.window.panes.menus.run("add_samples")
    assert (actions["undo"].isEnabled(), actions["redo"].isEnabled()) == (True, False)
    newcomer.press("Ctrl+Z")
    assert (actions["undo"].isEnabled(), actions["redo"].isEnabled()) == (False, True)
    newcomer.press("Ctrl+Shift+Z")
    assert (actions["undo"].isEnabled(), actions["redo"].isEnabled()) == (True, False)


def test_what_another_program_did_can_be_undone(newcomer):
    with Library.open(newcomer.library.path) as other:
        add_seeds(other)
    newcomer.window.desk.bridge.look()
    assert newcomer.window.panes.menus.actions["undo"].isEnabled()


def test_undo_says_what_it_undid(person):
    person.press("Shift+Down", "5", "Ctrl+Z")
    assert person.window.toast.label.text() == "Undone: Mark 2 papers as read"


def test_the_history_lists_and_takes_back(person):
    person.press("5", "Ctrl+H")
    history = person.dialog(History)
    title = person.library.papers.get(person.selected()[0]).title
    assert history.tree.topLevelItem(0).text(0) == f"Mark “{shortened(title, 44)}” as read"
    assert history.tree.topLevelItem(0).text(2) == "window"
    person.click(history.undo)
    assert person.statuses(person.selected()) == ["inbox"]
    person.press("Esc")
    person.back_at_the_window()
