"""What is read next and why, what was read: suggestions, the weekly review, a pick at random, statistics, details."""

from __future__ import annotations

import csv
import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QPushButton

from readinglist.flows.next_up import Suggester
from readinglist.ui.dialogs.details import Details
from readinglist.ui.dialogs.review import Review
from readinglist.ui.dialogs.why import Why


def suggestions(person) -> list[int]:
    """Return what is suggested, as the page shows it."""
    return [card.paper for card in person.window.up_next.suggestions.cards.cards]


@pytest.fixture
def reader(person):
    """Someone with two papers in Up next, looking at it."""
    person.library.queue.add(person.ids()[:2])
    person.press("F2", "F5")
    return person


def pick_suggestion(person, place: int = 0) -> int:
    listing = person.window.up_next.suggestions
    person.click(listing.viewport(), listing.visualRect(listing.cards.index(place)).center())
    return suggestions(person)[place]


# -- suggestions -----------------------------------------------------------------------------------------------------


def test_as_many_papers_as_fit_are_suggested_with_reasons_and_a_click_shows_one(reader):
    found = suggestions(reader)
    room = reader.window.up_next.room
    assert len(found) == room.fitting > 3
    assert set(found).isdisjoint(reader.library.queue.ids())
    assert all(card.reasons for card in reader.window.up_next.suggestions.cards.cards)
    paper = pick_suggestion(reader, 1)
    assert reader.selected() == [paper]
    assert reader.window.panes.presenter.shown == [paper]


@pytest.mark.parametrize("key", ["Ctrl+L", "Ctrl+J", "Ctrl+Shift+J"])
def test_a_suggestion_put_off_makes_room_for_another_and_undo_brings_it_back(reader, key):
    paper = pick_suggestion(reader)
    room = len(suggestions(reader))
    reader.press(key)
    if key == "Ctrl+J":  # skipped for now: it stands behind all others
        assert Suggester(reader.library).suggestions(30)[-1].paper.id == paper
    assert paper not in suggestions(reader)
    assert len(suggestions(reader)) == room
    assert reader.window.toast.button.isVisible()
    reader.click(reader.window.toast.button)
    assert reader.library.papers.get(paper).snoozed_until is None
    assert paper in suggestions(reader)


def test_snoozing_says_until_when(reader):
    paper = pick_suggestion(reader)
    reader.press("Ctrl+L")
    day = dt.date.today() + dt.timedelta(days=7)
    assert reader.library.papers.get(paper).snoozed_until == day.isoformat()
    assert str(day.day) in reader.window.toast.label.text()


def test_a_suggestion_is_taken_as_the_next_to_read(reader):
    paper = pick_suggestion(reader)
    reader.press("Ctrl+Shift+U")
    assert reader.library.queue.ids()[0] == paper
    assert paper not in suggestions(reader)


def test_why_these_tells_every_score_and_unfolds_the_chosen_one(reader):
    paper = pick_suggestion(reader)
    reader.press("Ctrl+Shift+W")
    dialog = reader.dialog(Why)
    tops = [dialog.tree.topLevelItem(n) for n in range(dialog.tree.topLevelItemCount())]
    assert len(tops) == len(reader.window.panes.next.found)
    (unfolded,) = [top for top in tops if top.isExpanded()]
    title = reader.library.papers.get(paper).title
    assert unfolded.text(0)[:20] == title[:20]
    terms = [unfolded.child(n) for n in range(unfolded.childCount())]
    assert terms[-1].text(0) == "Time"
    assert terms[-1].text(1).endswith("min")
    summed = sum(float(term.text(1)) for term in terms[:-1])
    assert abs(summed - float(unfolded.text(1))) <= 0.01 * len(terms)
    reader.press("Esc")
    reader.back_at_the_window()


def test_why_from_another_view_goes_to_up_next_first(person):
    person.press("Ctrl+Shift+W")
    assert person.window.pages.currentWidget() is person.window.up_next


def test_a_pick_at_random_is_shown_and_is_another_the_next_time(person):
    picked = []
    for _turn in range(5):
        person.press("Ctrl+R")
        picked += person.selected()
    assert len(set(picked)) == 5
    assert picked[-1:] == person.window.panes.presenter.shown


def test_nothing_to_pick_is_said_in_words(newcomer):
    newcomer.press("Ctrl+R")
    assert "No paper is waiting" in newcomer.window.toast.label.text()


# -- the weekly review -----------------------------------------------------------------------------------------------


def answer(person, dialog, paper, word):
    person.click(next(b for b in dialog.rows[paper].findChildren(QPushButton) if b.text() == word))


def test_the_weekly_review_is_gone_through(person):
    person.window.panes.menus.actions["weekly_review"].trigger()
    dialog = person.dialog(Review)
    papers = list(dialog.rows)
    assert len(papers) == 5
    for paper, word in zip(papers, ("Keep", "Snooze", "Let go", "Keep", "Keep"), strict=True):
        answer(person, dialog, paper, word)
    assert not dialog.rows
    assert "Nothing is left" in dialog.words.text()
    dialog.reject()
    person.back_at_the_window()
    assert person.statuses(papers) == ["inbox", "inbox", "dropped", "inbox", "inbox"]
    assert person.library.papers.get(papers[1]).snoozed_until
    person.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert person.statuses(papers) == ["inbox"] * 5


def test_an_empty_library_has_nothing_to_review(newcomer):
    newcomer.window.panes.menus.actions["weekly_review"].trigger()
    dialog = newcomer.dialog(Review)
    assert "Nothing is left" in dialog.words.text()
    dialog.reject()


# -- details ---------------------------------------------------------------------------------------------------------


def test_details_are_corrected_by_keyboard_and_seen_everywhere(person):
    paper = person.selected()[0]
    person.press("Ctrl+Shift+E")
    dialog = person.dialog(Details)
    dialog.lines["title"].setFocus()
    person.press("Ctrl+A")
    person.type("A better title")
    dialog.lines["venue"].setFocus()
    person.type("Nature")
    person.press("Return")
    person.back_at_the_window()
    found = person.library.papers.get(paper)
    assert (found.title, found.venue) == ("A better title", "Nature")
    assert "A better title" in person.cells()
    assert person.window.detail.head.title.toPlainText() == "A better title"
    person.press("Ctrl+Z")
    assert "A better title" not in person.cells()


def test_what_is_wrong_stays_in_the_form_and_escape_changes_nothing(person):
    paper = person.selected()[0]
    before = person.library.papers.get(paper)
    person.press("Ctrl+Shift+E")
    dialog = person.dialog(Details)
    dialog.lines["date"].setFocus()
    person.press("Ctrl+A")
    person.type("some day")
    person.press("Return")
    assert "some day" in dialog.wrong.text()
    assert dialog.isVisible()
    person.press("Esc")
    person.back_at_the_window()
    assert person.library.papers.get(paper) == before


def test_a_field_that_was_not_touched_is_not_rewritten(person):
    """Text fields show some characters otherwise than they are; only what the user changed is stored."""
    paper = person.selected()[0]
    abstract = "One\u00a0two\nthree "
    person.library.papers.update([paper], "edit", {"abstract": abstract})
    person.press("Ctrl+Shift+E")
    dialog = person.dialog(Details)
    dialog.lines["venue"].setFocus()
    person.type("Nature")
    person.press("Return")
    person.back_at_the_window()
    found = person.library.papers.get(paper)
    assert (found.venue, found.abstract) == ("Nature", abstract)


# -- statistics ------------------------------------------------------------------------------------------------------


@pytest.fixture
def veteran(person):
    """Someone who has read three papers."""
    person.library.tags.edit(person.ids()[:3], ["rl"], [])
    person.library.readings.set_status(person.ids()[:3], "read")
    person.press("F8")
    return person


def test_statistics_are_a_view_and_follow_what_is_done(veteran):
    page = veteran.window.panes.middle.stats.page
    assert veteran.window.pages.currentWidget() is page
    assert ("papers read", "3") in page.figures
    with veteran.library.another() as other:
        other.readings.set_status([veteran.library.search.ids()[5]], "read")
    veteran.window.desk.bridge.look()
    assert ("papers read", "4") in page.figures
    veteran.press("Ctrl+Z")
    assert ("papers read", "3") in page.figures


def test_every_chart_has_its_table_for_those_who_do_not_see_it(veteran):
    for panel in (*veteran.window.panes.middle.stats.page.wide, *veteran.window.panes.middle.stats.page.panels):
        assert panel.view.accessibleName() == panel.chart.title
        panel.switch.setFocus()
        veteran.press("Space")
        assert panel.table.isVisible()
        assert panel.table.rowCount() == sum(1 for point in panel.chart.points if point[1])
        veteran.press("Space")
        assert panel.view.isVisible()


def test_a_search_leaves_statistics_for_the_list_and_back(veteran):
    veteran.press("Ctrl+F")
    veteran.type("gemini")
    assert veteran.window.pages.currentWidget() is veteran.window.table
    veteran.press("Ctrl+A", "Delete")
    assert veteran.window.pages.currentWidget() is veteran.window.panes.middle.stats.page


@pytest.mark.parametrize("kind", ["csv", "png", "svg"])
def test_statistics_are_exported(veteran, tmp_path, monkeypatch, kind):
    target = tmp_path / f"mine.{kind}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    page = veteran.window.panes.middle.stats.page
    veteran.click(next(b for b in page.findChildren(QPushButton) if b.text() == kind.upper()))
    if kind == "csv":
        rows = list(csv.reader(target.read_text(encoding="utf-8").splitlines()))
        assert ["rl", "3"] in [row[:2] for row in rows]
    elif kind == "svg":
        assert "<svg" in target.read_text(encoding="utf-8")
    else:
        picture = QImage(str(target))
        assert picture.width() == 1800
        assert len({picture.pixel(x, y) for x in range(0, 1800, 40) for y in range(0, picture.height(), 20)}) > 2


@pytest.mark.parametrize("kind", ["csv", "png", "svg"])
def test_an_export_of_statistics_that_cannot_be_written_is_said(veteran, tmp_path, monkeypatch, kind):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path), ""))
    page = veteran.window.panes.middle.stats.page
    veteran.click(next(b for b in page.findChildren(QPushButton) if b.text() == kind.upper()))
    assert "written" in veteran.window.toast.label.text()


def test_an_empty_library_has_statistics_without_charts(newcomer):
    newcomer.press("F8")
    page = newcomer.window.panes.middle.stats.page
    assert ("papers read", "0") in page.figures
    assert page.panels == []
    assert page.findChild(QPushButton, options=Qt.FindChildOption.FindChildrenRecursively)
