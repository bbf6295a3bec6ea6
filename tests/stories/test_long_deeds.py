"""Changes of very many papers, as users have them: the window lives on, shows how far it is, and lets them cancel."""

from __future__ import annotations

import json
import threading

import pytest
from PySide6.QtWidgets import QApplication, QComboBox

from readinglist.core import views
from readinglist.core.ops import Op
from readinglist.core.views import View
from readinglist.flows import batches
from readinglist.library.change import revert
from readinglist.library.change.steps import Steps
from readinglist.library.library import Library
from readinglist.ui import long_deeds, patience, tasks
from readinglist.ui.actions import marking, queueing, tagging, trashing, undoing
from readinglist.ui.presenters.dialogs.own_statuses import edit_statuses
from tests.library.kit import assert_sound, snapshot
from tests.waiting import HANGS

INBOX, READ = "Inbox", "Read"
ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture(autouse=True)
def _few_are_many(_steady, monkeypatch):
    """Work on real threads, and call ten papers many."""
    monkeypatch.setattr(tasks, "serial", False)
    monkeypatch.setattr(long_deeds, "MANY", 10)
    monkeypatch.setattr(batches, "PART", 4)
    monkeypatch.setattr(revert, "_REPORTED_ROWS", 4)


class Held:
    """A worker that waits behind the first part of what it does until it may go on."""

    def __init__(self, monkeypatch):
        self.there, self.go = threading.Event(), threading.Event()
        self.threads = set()
        settle = Steps.settle

        def waiting(steps):
            settle(steps)
            self.threads.add(threading.current_thread())
            self.there.set()
            assert self.go.wait(HANGS)

        monkeypatch.setattr(Steps, "settle", waiting)


@pytest.fixture
def held(person, monkeypatch):
    one = Held(monkeypatch)
    yield one
    one.go.set()
    assert tasks.wait(HANGS * 1000)
    QApplication.processEvents()


@pytest.fixture
def at_once(monkeypatch):
    """Show the strip without waiting for half a second."""
    monkeypatch.setattr(patience, "STRIP_MS", 0)


@pytest.fixture
def worker(at_once, held, person):
    """Someone who has marked all 22 papers as read, and the worker that is held after four of them."""
    person.before = snapshot(person.library.db)
    person.press("Ctrl+A", "5")
    person.until(held.there.is_set)
    person.until(person.window.strip.isVisible)
    return person


def ended(person):
    person.until(lambda: not person.window.desk.long.running)


def go(person, label):
    person.click_view(label)
    person.until(lambda: person.window.browser.whole)
    person.window.panes.focus("papers")


def note(person, paper, text):
    person.click_paper(paper)
    person.until(lambda: person.window.panes.presenter.shown == [paper])
    person.press("Ctrl+M")
    person.type(text)


def said(person):
    return person.window.toast.label.text()


def test_on_success_all_looks_as_after_a_small_change(person):
    go(person, INBOX)
    person.press("Ctrl+A")
    chosen = person.selected()
    person.press("5")
    person.until(lambda: person.count(READ) == 22)
    ended(person)
    assert person.count(INBOX) == 0
    assert person.selected() == chosen
    person.until(lambda: person.window.table.papers.lingering == set(chosen))  # dimmed where they stood
    assert said(person) == "22 papers marked as read"
    assert person.window.toast.button.isVisible()
    assert [deed.step.count for deed in person.library.deeds(1)] == [22]
    assert not person.window.strip.isVisible()
    person.click(person.window.toast.button)
    person.until(lambda: person.count(INBOX) == 22)
    ended(person)
    person.until(lambda: person.window.table.papers.lingering == set())
    assert person.selected() == chosen
    person.press("Ctrl+Shift+Z")
    person.until(lambda: person.count(READ) == 22)
    ended(person)
    assert_sound(person.library.path)


def test_a_few_papers_change_at_once_and_on_no_worker(person, held):
    person.click_paper(person.ids()[0])
    person.press("5")
    assert person.statuses(person.ids()[:1]) == ["read"]
    person.press("Ctrl+Z")
    assert person.statuses(person.ids()[:1]) == ["inbox"]
    assert not held.threads


def test_what_takes_less_than_half_a_second_shows_no_strip(person):
    shown = []
    person.window.strip.turned.connect(shown.append)
    person.press("Ctrl+A", "5")
    ended(person)
    assert shown == []


def test_the_strip_says_how_far_it_is_and_the_window_reads_on(worker, held):
    strip = worker.window.strip
    assert strip.accessibleName() == "Changing 22 papers…"
    assert strip.button.accessibleName() == "Cancel: Changing 22 papers…"
    assert held.threads
    assert threading.main_thread() not in held.threads
    worker.click_view(READ)
    assert worker.ids() == []  # nothing is there before all is
    worker.click_view("All papers")
    held.go.set()
    ended(worker)
    worker.until(lambda: worker.count(READ) == 22)
    assert not strip.isVisible()


def test_escape_in_the_strip_cancels_and_leaves_the_library_as_it_was(worker, held):
    worker.window.table.setFocus()
    worker.press("Tab")
    assert QApplication.focusWidget() is worker.window.strip.button
    worker.press("Esc")
    assert worker.window.table.hasFocus()
    held.go.set()
    ended(worker)
    assert said(worker) == "Cancelled. Nothing was changed."
    assert snapshot(worker.library.db) == worker.before
    assert worker.library.deeds(1)[0].step.op == Op.SEEDS
    assert_sound(worker.library.path)
    worker.press("5")  # what is selected is still selected, and can be changed
    worker.until(lambda: worker.count(READ) == 22)
    ended(worker)


def test_cancelling_interrupts_even_one_endless_statement(person, at_once, monkeypatch):
    before, there = snapshot(person.library.db), threading.Event()

    def endless(steps):
        there.set()
        steps.db.execute(ENDLESS).fetchone()

    monkeypatch.setattr(Steps, "settle", endless)
    person.press("Ctrl+A", "5")
    person.until(there.is_set)
    person.until(person.window.strip.isVisible)
    person.click(person.window.strip.button)
    ended(person)
    assert said(person) == "Cancelled. Nothing was changed."
    assert snapshot(person.library.db) == before
    assert_sound(person.library.path)


def test_undo_of_many_changes_can_be_cancelled_too(person, at_once, held):
    held.go.set()
    person.press("Ctrl+A", "5")
    ended(person)
    before = snapshot(person.library.db)
    held.there.clear()
    held.go.clear()
    person.press("Ctrl+Z")
    person.until(held.there.is_set)
    person.until(person.window.strip.isVisible)
    assert person.window.strip.accessibleName() == "Undoing: Mark 22 papers as read"
    person.click(person.window.strip.button)
    held.go.set()
    ended(person)
    assert snapshot(person.library.db) == before
    assert person.library.undo_name() == "Mark 22 papers as read"
    assert_sound(person.library.path)


def test_a_second_change_meanwhile_is_refused_in_words_and_at_once(worker, held):
    worker.press("6")
    assert said(worker).startswith("Something longer is still being done")
    worker.press("Ctrl+Z")
    assert said(worker).startswith("Something longer is still being done")
    worker.click_paper(worker.ids()[0])
    worker.press("6")
    assert said(worker).startswith("Something longer is still being done")
    held.go.set()
    ended(worker)
    assert set(worker.statuses(worker.ids())) == {"read"}
    worker.press("6")
    assert worker.statuses(worker.selected()) == ["dropped"]


@pytest.mark.parametrize("cancelled", [False, True])
def test_a_note_typed_meanwhile_is_kept_and_saved_at_the_end(worker, held, cancelled):
    first, second = worker.ids()[:2]
    note(worker, first, "kept")
    worker.window.detail.flush()
    pane = worker.window.detail.note
    assert "saved after it" in pane.trouble.text()
    assert not worker.window.toast.isVisible()  # nothing is wrong
    note(worker, second, "this one too")
    if cancelled:
        worker.click(worker.window.strip.button)
    held.go.set()
    ended(worker)
    assert worker.library.papers.note(first) == "kept"
    assert worker.library.papers.note(second) == "this one too"
    assert pane.trouble.text() == ""
    assert set(worker.statuses([first, second])) == {"inbox" if cancelled else "read"}


def test_the_window_closes_when_it_is_done(worker, held):
    note(worker, worker.ids()[0], "typed before I left")
    papers = worker.ids()
    for _impatient in range(2):
        worker.window.close()
        assert worker.window.isVisible()
    assert worker.window.strip.accessibleName() == "The window closes when this is done: Changing 22 papers…"
    held.go.set()
    worker.until(lambda: not worker.window.isVisible())
    assert set(worker.statuses(papers)) == {"read"}
    assert worker.library.papers.note(papers[0]) == "typed before I left"


def test_the_window_closes_after_a_cancel_as_well(worker, held):
    worker.window.close()
    worker.click(worker.window.strip.button)
    held.go.set()
    worker.until(lambda: not worker.window.isVisible())
    assert snapshot(worker.library.db) == worker.before
    assert_sound(worker.library.path)


def test_the_window_stays_where_it_could_not_be_done(person, monkeypatch):
    another = Library.another
    monkeypatch.setattr(Library, "another", lambda self, **wish: impatient(another(self, **wish)))
    with Library.open(person.library.path, origin="cli") as other, other.step("edit"):
        person.press("Ctrl+A", "5")
        person.window.close()
        ended(person)
        QApplication.processEvents()
    assert person.window.isVisible()
    assert "Another program is writing" in said(person)


def impatient(library):
    library.db.execute("PRAGMA busy_timeout = 50")
    return library


def test_news_of_other_programs_are_heard_before_and_after(person, at_once, held):
    first = person.ids()[0]
    with Library.open(person.library.path, origin="cli") as other:
        other.papers.update([first], Op.EDIT, {"title": "Written elsewhere"})
        person.press("Ctrl+A", "5")
        held.go.set()
        ended(person)
        person.until(lambda: "Written elsewhere" in person.cells())
        other.papers.update([first], Op.EDIT, {"title": "And again"})
    person.until(lambda: "And again" in person.cells())
    assert person.count(READ) == 22


DEEDS = {
    "5": "Mark 22 papers as read",
    ".": "Mark 22 papers as to read",
    "Ctrl+U": "Queue 22 papers",
    "Ctrl+Shift+U": "Move 22 papers in Up next",
    "Ctrl+L": "Snooze 22 papers",
    "Delete": "Delete 22 papers",
}


@pytest.mark.parametrize("key", DEEDS)
def test_every_deed_is_one_step_that_undo_takes_back(person, key):
    before = snapshot(person.library.db)
    person.press("Ctrl+A", key)
    ended(person)
    assert person.library.undo_name() == DEEDS[key]
    after = snapshot(person.library.db)
    assert after != before
    person.press("Ctrl+Z")
    ended(person)
    assert json.loads(snapshot(person.library.db)) == json.loads(before)
    person.press("Ctrl+Shift+Z")
    ended(person)
    assert snapshot(person.library.db) == after
    assert_sound(person.library.path)


def test_many_papers_are_tagged_rated_and_deleted_for_good(person):
    desk, whole = person.window.desk, snapshot(person.library.db)
    deeds = [
        lambda: tagging.edit_tags(desk, add=["many"]),
        lambda: tagging.edit_tags(desk, add=["more"], remove=["many"]),
        lambda: marking.set_rating(desk, 4),
        lambda: marking.set_priority(desk, "high"),
        lambda: marking.set_due(desk, "2030-01-02"),
        lambda: marking.set_progress(desk, 3, 9),
        lambda: queueing.add(desk),
        lambda: queueing.remove(desk),
        lambda: queueing.skip(desk),
        lambda: queueing.reject(desk),
        lambda: trashing.trash(desk),
    ]
    person.press("Ctrl+A")
    for deed in deeds:
        deed()
        ended(person)
    assert len(person.library.deeds(30)) == len(deeds) + 1
    go(person, "Trash")
    person.press("Ctrl+A")
    trashing.restore(desk)
    ended(person)
    trashing.delete_for_good(desk)  # they are back in the library
    ended(person)
    assert person.library.search.count() == 22
    person.library.undo()
    go(person, "Trash")
    person.press("Ctrl+A")
    trashing.delete_for_good(desk)
    ended(person)
    assert person.library.search.existing(range(100)) == []
    assert [deed.step.op for deed in person.library.deeds(1)] == [Op.DELETE]
    for _deed in range(len(deeds) + 1):
        undoing.undo(desk)
        ended(person)
    assert snapshot(person.library.db) == whole
    assert_sound(person.library.path)


def tagged(person, *names):
    papers = person.ids()
    for name in names:
        person.library.tags.edit(papers, [name])
    return papers


def test_a_tag_of_many_papers_is_deleted_on_the_worker(person, held):
    tagged(person, "wide")
    before = snapshot(person.library.db)
    held.go.set()
    tagging.delete(person.window.desk, person.library.tags.by_name("wide").id, "wide")
    assert person.window.desk.long.running
    ended(person)
    assert person.library.tags.by_name("wide") is None
    assert said(person) == "Tag wide deleted"
    person.library.undo()
    assert snapshot(person.library.db) == before


def test_a_tag_of_many_papers_becomes_another_on_the_worker(person, held, monkeypatch):
    papers = tagged(person, "wide", "broad")
    held.go.set()
    tagging.rename(person.window.desk, person.library.tags.by_name("wide").id, "wide")
    person.answer("broad")
    assert person.window.desk.long.running
    ended(person)
    assert person.library.tags.by_name("wide") is None
    assert set(person.library.tags.names_of(papers)) == set(papers)
    assert person.window.browser.view == View(views.TAG, "broad")


def test_a_status_of_many_papers_is_deleted_on_the_worker(person, held, monkeypatch):
    own = person.library.own_statuses.add("To skim", "to_read")
    papers = person.ids()
    person.library.readings.set_status(papers, own.id)
    dialog = edit_statuses(person.window.desk)
    known = person.library.statuses.all()
    dialog.show_statuses(known, person.library.own_statuses.counts([status.id for status in known]), own.id)
    held.go.set()
    person.until(dialog.isActiveWindow)
    person.click(dialog.made["delete"])
    panel = person.panel()
    panel.findChild(QComboBox).setCurrentText("Read")
    person.press("Return")
    assert person.window.desk.long.running
    ended(person)
    assert set(person.statuses(papers)) == {"read"}
    assert "To skim" not in [status.label for status in person.library.statuses.all()]
    assert dialog.tree.topLevelItemCount() == 6
    dialog.reject()
