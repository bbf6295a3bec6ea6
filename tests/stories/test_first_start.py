"""The first start: an empty library says what to do, and a click brings the sample papers."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from readinglist.ui.dialogs.add import AddDialog


def buttons(person):
    return {button.text(): button for button in person.window.empty.findChildren(QPushButton)}


def test_an_empty_library_offers_the_samples_and_a_click_adds_them(newcomer):
    assert newcomer.window.pages.currentWidget() is newcomer.window.empty
    newcomer.click(buttons(newcomer)["Add the sample papers"])
    assert len(newcomer.cells()) == 22
    assert newcomer.window.pages.currentWidget() is newcomer.window.table
    assert newcomer.count("All papers") == newcomer.count("Inbox") == 22


def test_the_samples_are_one_step_and_undo_takes_them_back(newcomer):
    newcomer.click(buttons(newcomer)["Add the sample papers"])
    newcomer.click(newcomer.window.toast.button)
    assert newcomer.library.search.count() == 0
    assert newcomer.window.pages.currentWidget() is newcomer.window.empty


def test_the_keyboard_alone_gets_to_the_samples(newcomer):
    wanted = buttons(newcomer)["Add the sample papers"]
    for _turn in range(30):
        if newcomer.place() is wanted:
            break
        newcomer.press("Tab")
    assert newcomer.place() is wanted
    newcomer.press("Space")
    assert len(newcomer.cells()) == 22


def test_the_first_paper_stands_ready_after_the_samples_came(newcomer):
    newcomer.click(buttons(newcomer)["Add the sample papers"])
    assert newcomer.selected() == newcomer.ids()[:1]
    newcomer.press("2")
    assert newcomer.statuses(newcomer.selected()) == ["to_read"]


def test_adding_is_offered_too(newcomer):
    newcomer.click(buttons(newcomer)["Add paper…"])
    newcomer.dialog(AddDialog).reject()


def test_the_keys_go_to_the_papers_once_there_are_some(newcomer):
    window = newcomer.window
    buttons(newcomer)["Add the sample papers"].setFocus()
    newcomer.click(buttons(newcomer)["Add the sample papers"])
    assert newcomer.place() is window.table
    newcomer.press("Down")
    assert newcomer.selected() == newcomer.ids()[1:2]
    newcomer.press("Ctrl+A", "Delete")
    assert not window.sidebar.isAncestorOf(newcomer.place())
    newcomer.press("Ctrl+Z")
    assert len(newcomer.ids()) == 22
