"""The dialogs about one's reading: statuses of one's own, the weekly review, the readings of a paper."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from readinglist.core.paper import Draft
from readinglist.ui.dialogs.reading_history import ReadingForm
from readinglist.ui.presenters.dialogs.own_statuses import edit_statuses
from readinglist.ui.presenters.dialogs.paper_readings import show_readings
from readinglist.ui.presenters.dialogs.weekly_review import show_review
from tests.ui.conftest import kept


@pytest.fixture(autouse=True)
def _waiting(library):
    """Seven papers that wait."""
    for day in range(1, 8):
        library.papers.add(Draft(title=f"Paper {day}", status="to_read", added=f"2024-01-0{day}T10:00:00Z"))


def press(row: QWidget, label: str) -> None:
    next(button for button in row.findChildren(QPushButton) if button.text() == label).click()


def test_a_status_is_added_moved_and_deleted(library, desk):
    dialog = kept(edit_statuses(desk))
    dialog.added.emit("To skim", "to_read")
    assert dialog.chosen().label == "To skim"
    assert [s.label for s in library.statuses.all()][1:3] == ["To read", "To skim"]
    assert dialog.made["delete"].isEnabled()
    dialog.made["up"].click()
    assert [s.label for s in library.statuses.all()][1:3] == ["To skim", "To read"]
    library.undo()
    library.undo()
    assert "To skim" not in [s.label for s in library.statuses.all()]


def test_a_built_in_status_cannot_be_deleted_and_a_doubled_name_is_refused_in_words(library, desk):
    dialog = kept(edit_statuses(desk))
    assert dialog.chosen().id == "inbox"
    assert not dialog.made["delete"].isEnabled()
    dialog.added.emit("Reading", "to_read")
    assert "Reading" in dialog.wrong.text()
    assert len(library.statuses.all()) == 6


def test_the_review_offers_the_five_that_have_waited_longest(library, desk):
    dialog = kept(show_review(desk))
    ids = list(dialog.rows)
    assert [library.papers.get(paper).title for paper in ids] == [f"Paper {n}" for n in range(1, 6)]
    press(dialog.rows[ids[0]], "Let go")
    press(dialog.rows[ids[1]], "Snooze")
    press(dialog.rows[ids[2]], "Keep")
    assert library.papers.get(ids[0]).status == "dropped"
    assert library.papers.get(ids[1]).snoozed_until
    assert library.papers.get(ids[2]).status == "to_read"
    assert list(dialog.rows) == ids[3:]
    again = kept(show_review(desk))
    assert set(ids[:3]).isdisjoint(again.rows)
    library.undo()
    library.undo()
    library.undo()
    assert library.papers.get(ids[0]).status == "to_read"


def test_a_reading_is_logged_corrected_and_deleted(library, desk):
    paper = 1
    library.readings.set_status([paper], "reading", "2026-01-02T10:00:00Z")
    dialog = kept(show_readings(desk, paper))
    assert dialog.tree.topLevelItemCount() == 1
    assert dialog.tree.topLevelItem(0).text(2) == "going on"
    form = kept(ReadingForm(desk.window, library.readings.of(paper)[0], bool))
    form.fields["minutes"].setValue(45)
    form.fields["depth"].setCurrentIndex(3)
    assert form.values() == {"minutes": 45, "depth": "studied"}
    dialog.made["delete"].click()
    assert library.readings.of(paper) == []
    assert dialog.tree.topLevelItemCount() == 0
    library.undo()
    assert len(library.readings.of(paper)) == 1


def test_reading_again_begins_a_second_pass(library, desk):
    library.readings.set_status([1], "read", "2025-01-02T10:00:00Z")
    dialog = kept(show_readings(desk, 1))
    dialog.made["again"].click()
    assert [reading.ended for reading in library.readings.of(1)] == ["finished", None]
    assert library.papers.get(1).status == "reading"


def test_a_date_that_is_none_is_said(library, desk):
    library.readings.set_status([1], "read", "2025-01-02T10:00:00Z")
    dialog = kept(show_readings(desk, 1))
    reading = library.readings.of(1)[0]
    dialog.corrected.emit(reading.uid, {"finished": "yesterday"})
    assert "yesterday" in dialog.wrong.text()
