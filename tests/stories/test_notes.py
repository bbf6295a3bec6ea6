"""The note: saved within a second, on leaving, on every change of view and at the end; typing is one step to undo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from readinglist.core import errors
from readinglist.library.tables.papers import Papers


def note(person, paper):
    return person.library.papers.note(paper)


def text(person):
    return person.window.detail.note.text.note()


def write(person, words):
    """Go to the note of the selected paper and type; returns the paper."""
    paper = person.selected()[0]
    person.press("Ctrl+M")
    person.type(words)
    return paper


def test_a_note_is_saved_within_a_second_of_the_last_key(person):
    paper = write(person, "nice idea")
    person.until(lambda: note(person, paper) == "nice idea")
    assert person.window.detail.note._timer.interval() < 1000
    assert not person.window.detail.note.pending()


def test_escape_saves_and_goes_back_to_the_table(person):
    paper = write(person, "nice idea")
    person.press("Esc")
    assert note(person, paper) == "nice idea"
    assert person.place() is person.window.table


def test_going_elsewhere_saves(person):
    first, second = person.ids()[:2]
    write(person, "one")
    person.click_paper(second)
    assert note(person, first) == "one"
    assert text(person) == ""
    write(person, "two")
    person.click_view("Inbox")
    assert note(person, second) == "two"
    person.click_paper(first)
    assert text(person) == "one"


def test_a_search_saves(person):
    paper = write(person, "one")
    person.press("Ctrl+F")
    assert note(person, paper) == "one"


def test_leaving_the_program_for_another_saves(person):
    paper = write(person, "one")
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert note(person, paper) == "one"


def test_quitting_saves_and_it_is_there_tomorrow(person, stand_up):
    paper = write(person, "half a sent")
    again = stand_up(person)
    assert note(again, paper) == "half a sent"
    again.click_paper(paper)
    assert text(again) == "half a sent"


def test_what_was_typed_in_one_go_is_one_step(person):
    paper = write(person, "first words")
    person.window.detail.flush()
    person.type(" and more")
    person.press("Esc")
    assert note(person, paper) == "first words and more"
    person.press("Ctrl+Z")
    assert note(person, paper) == ""
    assert text(person) == ""
    person.press("Ctrl+Y")
    assert text(person) == "first words and more"


def test_undo_while_typing_is_the_editors_own(person):
    paper = write(person, "abc")
    person.press("Ctrl+Z")
    assert text(person) == ""
    assert person.library.undo_name() == "Add 22 sample papers"
    person.press("Ctrl+Shift+Z", "Esc")
    assert note(person, paper) == "abc"


def test_undo_in_a_note_without_typing_is_the_librarys(person):
    paper = person.selected()[0]
    person.press("5", "Ctrl+M", "Ctrl+Z")
    assert person.statuses([paper]) == ["inbox"]


def test_the_mark_of_a_note_shows_in_the_table(person):
    paper = write(person, "x")
    person.press("Esc")
    model = person.window.table.papers
    assert model.row(model.place(paper)).has_note


def test_several_selected_papers_have_no_note_to_type_in(person):
    paper = write(person, "kept")
    person.press("Esc", "Shift+Down")
    assert note(person, paper) == "kept"
    assert not person.window.detail.note.isVisible()
    person.press("Up")
    assert person.window.detail.note.isVisible()


def test_what_cannot_be_saved_is_said_kept_and_saved_later(person, monkeypatch):
    first, second = person.ids()[:2]
    full = errors.DiskFull("The disk is full.", safe="Your note is still here.")

    def refuse(*_args, **_words):
        raise full

    with monkeypatch.context() as broken:
        broken.setattr(Papers, "set_note", refuse)
        write(person, "precious")
        person.window.detail.flush()
        assert "The disk is full." in person.window.toast.label.text()
        assert "disk is full" in person.window.detail.note.trouble.text()
        person.press("Esc")
        person.click_paper(second)
        assert note(person, first) == ""
    person.click_paper(first)
    assert text(person) == "precious"
    person.window.detail.flush()
    assert note(person, first) == "precious"


def test_a_window_does_not_close_over_a_note_that_cannot_be_saved(person, monkeypatch):
    def refuse(*_args, **_words):
        raise errors.DiskFull("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(Papers, "set_note", refuse)
        paper = write(person, "precious")
        person.window.close()
        assert person.window.isVisible()
        assert "The disk is full." in person.window.toast.label.text()
    person.window.close()
    assert not person.window.isVisible()
    assert note(person, paper) == "precious"


def test_the_focus_leaving_the_note_saves(person):
    paper = write(person, "one")
    person.window.search_bar.box.setFocus()
    QApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
    assert note(person, paper) == "one"


RENDERED = "# Claim\n\nIt **works**: $x_i^2$, see [[Policy Distillation]] and [this](https://example.org/x).\n"


def press_link(person, words):
    view = person.window.detail.note.view
    cursor = view.document().find(words)
    cursor.setPosition(cursor.selectionStart() + 1)
    person.click(view.viewport(), view.cursorRect(cursor).center())


def test_a_note_is_seen_rendered_and_its_links_lead_on(person, opened):
    paper = person.selected()[0]
    person.library.papers.set_note(paper, RENDERED)
    note = person.window.detail.note
    person.press("Ctrl+Shift+V")
    assert note.rendered()
    assert note.view.toPlainText().startswith("Claim\nIt works: xi2, see Policy Distillation")
    press_link(person, "this")
    assert opened == ["https://example.org/x"]
    press_link(person, "Distillation")
    assert person.library.papers.get(person.selected()[0]).title == "Policy Distillation"


def test_rendered_is_remembered_an_empty_note_is_ready_to_type_in_and_writing_shows_the_source(person, stand_up):
    first, second = person.ids()[:2]
    person.library.papers.set_note(first, RENDERED)
    person.click(person.window.detail.note.head.rendered)
    assert person.window.detail.note.rendered()
    person.click_paper(second)
    assert not person.window.detail.note.rendered()
    person.click_paper(first)
    assert person.window.detail.note.rendered()
    again = stand_up(person)
    again.click_paper(first)
    assert again.window.detail.note.rendered()
    again.press("Ctrl+M", "Ctrl+End")
    again.type("More.")
    again.press("Esc")
    assert note(again, first) == RENDERED + "More."


def test_what_another_program_writes_shows_in_the_rendered_note(person):
    paper = person.selected()[0]
    person.library.papers.set_note(paper, "one")
    person.press("Ctrl+Shift+V")
    person.library.papers.set_note(paper, "*two*")
    assert person.window.detail.note.view.toPlainText() == "two"


def test_a_note_is_written_on_a_page_of_its_own_and_escape_comes_back(person):
    paper = person.selected()[0]
    person.press("F11")
    field = person.window.detail.note.text
    assert person.place() is field
    assert field.width() > person.window.detail.width()
    assert person.window.pages.isAncestorOf(field)
    person.type("A long thought.")
    person.until(lambda: note(person, paper) == "A long thought.")
    assert person.window.pages.isAncestorOf(field)
    person.press("Alt+3")
    assert person.statuses([paper]) == ["reading"]
    person.type(" More.")
    person.press("Esc")
    assert note(person, paper) == "A long thought. More."
    assert person.place() is person.window.table
    assert person.selected() == [paper]
    assert person.window.detail.isAncestorOf(field)
    person.press("Ctrl+M")
    assert person.place() is field


def test_the_page_of_a_note_closes_for_whatever_else_is_asked_for(person):
    first, second = person.ids()[:2]
    field = person.window.detail.note.text
    for leave in (
        lambda: person.press("F11"),
        lambda: person.click_view("Inbox"),
        lambda: person.window.panes.show_paper(second),
        lambda: (person.press("Ctrl+F"), person.type("deep")),
    ):
        person.window.panes.select([first])
        person.press("F11")
        assert person.window.pages.isAncestorOf(field)
        leave()
        assert person.window.detail.isAncestorOf(field)
        assert field.isVisible()
        person.press("F3")
    person.window.panes.select([first])
    person.click(person.window.detail.note.head.page)
    assert person.window.pages.isAncestorOf(field)
    person.window.close()
    assert person.window.detail.isAncestorOf(field) or not person.window.isVisible()


def test_a_long_note_in_a_small_window_leaves_the_abstract_in_sight(person):
    paper = next(n for n in person.ids() if person.library.papers.get(n).title.startswith("Imitating"))
    person.library.papers.set_note(paper, "A line of the note.\n" * 30)
    person.window.resize(1000, 640)
    person.click_paper(paper)
    detail = person.window.detail
    bar = detail._scroll.verticalScrollBar()
    person.until(lambda: detail.note.paper() == paper and detail.note.height() > 120)
    for _turn in range(4):
        QApplication.processEvents()
    text = detail.head.sections.text
    assert text.visibleRegion().boundingRect().height() >= 2 * text.line_step()
    assert bar.maximum() == 0, "all else is in sight without a scroll bar"
    assert detail.head.title.height() >= detail.head.title.heightForWidth(detail.head.title.width())
