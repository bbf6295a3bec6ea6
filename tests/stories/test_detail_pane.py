"""The detail pane while one goes from paper to paper, and with very many of them selected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from readinglist.core.paper import Draft
from readinglist.ui import tasks


class Made(QObject):
    """Counts the widgets that are made in the pane."""

    def __init__(self, pane):
        super().__init__()
        self.pane, self.widgets = pane, 0

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.ChildAdded and event.child().isWidgetType():
            self.widgets += watched is self.pane or self.pane.isAncestorOf(watched)
        return False


@pytest.fixture
def made(person):
    """Counts what is made in the pane of the window."""
    counter = Made(person.window.detail)
    app = QApplication.instance()
    app.installEventFilter(counter)
    yield counter
    app.removeEventFilter(counter)


def test_no_widget_is_made_from_paper_to_paper(person, made):
    papers = person.ids()
    for at, paper in enumerate(papers):
        tags = [f"tag {n}" for n in range(at % 5)]
        person.library.tags.edit([paper], add=tags, remove=[])
        person.library.papers.update([paper], "edit", {"doi": f"10.1000/{at}" if at % 2 else None})
    person.press("Home", *["Down"] * 9)  # has been where there are most tags and links
    made.widgets = 0
    person.press(*["Down"] * 10, *["Up"] * 15)
    assert made.widgets == 0
    chips = person.window.detail.head.tags.chips()
    assert [chip.name for chip in chips] == person.library.papers.get(person.selected()[0]).tags


def test_a_chip_that_is_used_again_takes_off_the_tag_it_shows(person):
    first, second = person.ids()[:2]
    person.library.tags.edit([first], add=["one", "two"], remove=[])
    person.library.tags.edit([second], add=["three"], remove=[])
    person.click_paper(first)
    person.click_paper(second)
    chip = person.window.detail.head.tags.chips()[0]
    person.click(chip, chip.cross().center().toPoint())
    assert person.library.papers.get(second).tags == []
    assert person.library.papers.get(first).tags == ["one", "two"]


def test_the_note_stands_still_from_paper_to_paper_and_from_tab_to_tab(person):
    pane, tops = person.window.detail, set()
    for _paper in person.ids():
        for tab in range(pane.head.sections.tabs.count()):
            person.click(pane.head.sections.tabs, pane.head.sections.tabs.tabRect(tab).center())
            tops.add(pane.note.mapTo(pane, pane.note.rect().topLeft()).y())
        person.window.panes.focus("papers")
        person.press("Down")
    assert len(tops) == 1
    assert pane._scroll.verticalScrollBar().maximum() == 0


def test_with_very_many_selected_the_figures_are_of_all_of_them(newcomer):
    library = newcomer.library
    library.papers.add_many([Draft(title=f"Paper {n}", tags=["late"] if n < 5 else []) for n in range(400)])
    newcomer.press("F3")
    library.readings.set_status(newcomer.ids()[-7:], "read")
    newcomer.press("Ctrl+A")
    head = newcomer.window.detail.head
    assert head.title.toPlainText() == "400 papers selected"
    assert {segment.status.id: segment.count for segment in head.status.segments() if segment.count} == {
        "inbox": 393,
        "read": 7,
    }
    assert [(chip.name, chip.having, chip.total) for chip in head.tags.chips()] == [("late", 5, 400)]
    assert head.source.isHidden()
    assert head.sections.tabs.tabText(0) == "First 100 selected"
    library.readings.set_status(newcomer.ids()[:3], "paused")
    assert sum(segment.count for segment in head.status.segments()) == 400


def test_until_all_are_counted_the_figures_say_of_how_many(newcomer, monkeypatch):
    newcomer.library.papers.add_many([Draft(title=f"Paper {n}") for n in range(400)])
    newcomer.press("F3")
    head = newcomer.window.detail.head
    monkeypatch.setattr(tasks, "serial", False)
    newcomer.press("Ctrl+A")
    newcomer.until(lambda: head.title.toPlainText() == "400 papers selected")
    newcomer.until(head.source.isHidden)
    assert newcomer.window.detail.head.status.segments()[0].shown_words()
    assert tasks.wait(10_000)
