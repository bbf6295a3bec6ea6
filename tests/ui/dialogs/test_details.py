"""The form of a paper's bibliographic fields."""

import pytest
from PySide6.QtWidgets import QWidget

from readinglist.core.paper import Draft, Person
from readinglist.ui.dialogs.details import Details
from readinglist.ui.presenters.dialogs.paper_details import edit_details
from tests.ui.conftest import kept


@pytest.fixture
def form(desk, library):
    number = library.papers.add(
        Draft(
            title="Attention",
            authors=[Person(family="Vaswani", given="Ashish"), Person(literal="Google Brain")],
            authors_complete=False,
        )
    )
    return kept(edit_details(desk, number))


def test_nothing_changed_is_no_step(form, library):
    form.save_button.click()
    assert form.result() == form.DialogCode.Accepted
    assert library.undo_name() == "Add 1 paper"


def test_only_what_was_changed_is_stored_and_undone_at_once(form, library):
    form.lines["title"].setText("Attention Is All You Need")
    form.lines["doi"].setText("https://doi.org/10.48550/arXiv.1706.03762")
    form.authors.setPlainText("Ashish Vaswani\n{Google Brain}\nShazeer, Noam")
    form.save_button.click()
    paper = library.papers.get(form.paper.id)
    assert paper.title == "Attention Is All You Need"
    assert paper.doi == "10.48550/arXiv.1706.03762"
    assert paper.authors == [
        Person(family="Vaswani", given="Ashish"),
        Person(literal="Google Brain"),
        Person(family="Shazeer", given="Noam"),
    ]
    assert not paper.authors_complete
    library.undo()
    assert library.papers.get(form.paper.id).title == "Attention"


@pytest.mark.parametrize(("name", "text"), [("doi", "not a doi"), ("arxiv", "hello"), ("date", "yesterday")])
def test_a_value_that_does_not_fit_is_said_and_nothing_is_stored(form, library, name, text):
    form.lines[name].setText(text)
    form.save_button.click()
    assert text in form.wrong.text()
    assert library.papers.get(form.paper.id).title == "Attention"
    assert library.undo_name() == "Add 1 paper"


def test_an_odd_identifier_that_came_with_the_paper_is_no_reason_to_refuse_the_rest(qtbot, library):
    number = library.papers.add(Draft(title="Odd", doi="doi-to-come"))
    paper = library.papers.get(number)
    paper.doi = "doi-to-come"  # as an older library may have it
    window = QWidget()
    qtbot.addWidget(window)
    form, saved = kept(Details(window, paper)), []
    form.saved.connect(saved.append)
    form.lines["venue"].setText("Nature")
    form.save_button.click()
    assert saved == [{"venue": "Nature"}]
    assert form.result() == form.DialogCode.Accepted


def test_what_cannot_be_stored_keeps_the_form_open(form):
    form.saved.connect(lambda _values: form.wrong.setText("The disk is full."))
    form.lines["venue"].setText("Nature")
    form.save_button.click()
    assert form.isVisible()


def test_the_plain_fields_of_the_table_are_lines_of_the_form(form, library):
    form.lines["why"].setText("Ada, for the talk")
    form.lines["language"].setText("en-GB")
    assert form.lines["why"].accessibleName() == "Why saved"
    form.save_button.click()
    paper = library.papers.get(form.paper.id)
    assert (paper.why, paper.language) == ("Ada, for the talk", "en-GB")
