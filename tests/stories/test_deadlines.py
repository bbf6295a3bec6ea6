"""Due dates of tags, and the calendar file, from the window."""

from PySide6.QtWidgets import QFileDialog

from readinglist.flows.next_up import planning
from readinglist.ui.actions import tagging


def test_a_tag_gets_a_due_date_and_the_calendar_has_it(person, monkeypatch, tmp_path):
    window, library = person.window, person.library
    library.tags.edit([3], ["club"])
    tagging.set_due(window.desk, "club")
    person.answer("2030-12-14")
    assert [(one.paper.id, one.deadline.tag) for one in planning.due(library)] == [(3, "club")]
    target = tmp_path / "dates.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    window.panes.menus.run("export_calendar")
    text = target.read_text(encoding="utf-8")
    assert "BEGIN:VCALENDAR" in text
    assert "20301214" in text
    person.press("Ctrl+Z")
    assert planning.due(library) == []


def test_a_day_that_is_none_is_said_in_words(person):
    window, library = person.window, person.library
    library.tags.edit([3], ["club"])
    tagging.set_due(window.desk, "club")
    person.answer("someday")
    assert "Not understood" in person.panel().answer.text()
    person.press("Esc")
    assert planning.due(library) == []
