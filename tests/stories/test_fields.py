"""Priority, rating, due date and progress: by key, by mouse, for one paper and for many."""

from __future__ import annotations

import datetime as dt


def papers(person):
    return [person.library.papers.get(paper) for paper in person.selected()]


def test_priority_and_rating_by_key_for_many(person):
    person.press("Shift+Down", "Ctrl+Alt+1", "Ctrl+4")
    assert [(paper.priority, paper.rating) for paper in papers(person)] == [("high", 4)] * 2
    person.press("Ctrl+Alt+0", "Ctrl+6")
    assert [(paper.priority, paper.rating) for paper in papers(person)] == [(None, None)] * 2
    person.press("Ctrl+Z", "Ctrl+Z")
    assert [(paper.priority, paper.rating) for paper in papers(person)] == [("high", 4)] * 2


def test_a_click_on_a_star_rates(person):
    from PySide6.QtCore import QPoint

    rating = person.window.detail.head.rating
    person.click(rating, QPoint(3, rating.height() // 2))
    assert papers(person)[0].rating == 1


def test_the_rating_by_arrow_keys(person):
    person.window.detail.head.rating.setFocus()
    person.press("Right", "Right", "Right")
    assert papers(person)[0].rating == 3


def test_a_due_date_is_typed(person):
    person.press("Ctrl+D")
    person.type("2026-12-24")
    person.press("Return")
    assert papers(person)[0].due == "2026-12-24"


def test_a_due_date_in_words_for_many(person):
    person.press("Shift+Down", "Ctrl+D")
    person.type("+3d")
    person.press("Return")
    day = (dt.date.today() + dt.timedelta(days=3)).isoformat()
    assert [paper.due for paper in papers(person)] == [day, day]


def test_a_due_date_that_is_none_is_said_to_be(person):
    person.press("Ctrl+D")
    panel = person.window.detail.head.due.panel()
    person.type("someday")
    assert "Not understood" in panel.answer.text()
    person.press("Return")
    assert papers(person)[0].due is None
    person.press("Esc")
    assert person.window.detail.head.due.panel() is None


def test_progress_shows_in_the_table(person):
    paper = person.selected()[0]
    person.window.panes.presenter.pane.progress_chosen.emit(7, 14)
    person.press("Ctrl+Shift+C")
    person.choose(person.menu(), "Progress")
    assert person.cells("progress")[0] == "50 %"
    assert person.library.papers.get(paper).page == 7


def test_editing_many_leaves_the_rest_as_it_was(person):
    first, second, third = person.ids()[:3]
    person.library.papers.update([first], "edit", {"priority": "low"})
    person.press("Shift+Down", "Ctrl+Alt+2")
    assert [person.library.papers.get(paper).priority for paper in (first, second, third)] == ["medium", "medium", None]
    assert person.library.undo_name() == "Set priority of 2 papers to medium"
