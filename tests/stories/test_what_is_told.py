"""What who does not see the window is told: what was done, what a search finds, which line is marked."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from readinglist.ui.dialogs.add import AddDialog
from readinglist.ui.dialogs.palette import Palette


@pytest.fixture
def told(monkeypatch):
    """What a screen reader hears."""
    heard = []

    def update(event):
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    return heard


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("5", "Mark 1 paper as read"),
        (".", "Mark 1 paper as to read"),
        ("Ctrl+Alt+1", "Set priority of 1 paper to high"),
        ("Ctrl+4", "Rate 1 paper 4"),
    ],
)
def test_what_one_sees_in_the_row_is_told_without_a_line_over_the_foot(person, told, key, words):
    person.press(key)
    assert told == [words]
    assert not person.window.toast.isVisible()


def test_what_a_search_finds_is_told_once_one_has_stopped_typing(person, told):
    scope = person.window.panes.scope
    person.press("Ctrl+F")
    person.type("reinforcment")
    scope._quiet.timeout.emit()
    assert told[-1].startswith("No paper matches. ")
    assert "reinforcement" in told[-1]
    person.press("Ctrl+A")
    person.type("gemini")
    scope._quiet.timeout.emit()
    assert told[-1] == f"{len(person.ids())} papers found"
    person.type(" rating:nine")
    assert told[-1] == person.window.search_bar.wrong.text() != ""


def test_the_line_that_is_marked_in_the_palette_is_told(person, told):
    person.press("Ctrl+K")
    palette = person.dialog(Palette)
    person.type("stati")
    assert told[-1] == "Go to statistics, F8, 1 of 3"
    person.press("Down")
    assert told[-1].startswith(palette.list.currentItem().text(0))
    assert told[-1].endswith(f", 2 of {palette.list.topLevelItemCount()}")
    person.press("Escape")


def test_what_the_box_for_adding_finds_is_told(person, told):
    person.press("Ctrl+N")
    dialog = person.dialog(AddDialog)
    person.type("10.1000/xyz")
    person.until(lambda: dialog.model.rowCount() == 1 and not dialog._timer.isActive())
    assert told[-1] == dialog.said.text() == "1 recognised · 1 new paper"
    person.press("Escape")


def test_papers_in_progress_are_named_whole(person):
    papers = person.ids()[:3]
    person.library.readings.set_status(papers, "reading")
    person.press("F2")
    names = [button for button in person.window.up_next.reading.names if button.isVisible()]
    titles = {person.library.papers.get(paper).title for paper in papers}
    assert names
    assert {button.accessibleName() for button in names} <= titles
