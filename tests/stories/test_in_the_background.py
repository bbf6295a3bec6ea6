"""Long deeds on a worker, as users have them: the window stays alive, shows progress, and survives being closed."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QTimer

from readinglist import paths
from readinglist.core import views
from readinglist.library.library import Library
from readinglist.ui import long_deeds, tasks
from readinglist.ui.dialogs.add import AddDialog
from tests.waiting import HANGS


@pytest.fixture(autouse=True)
def _really(_steady, monkeypatch):
    """Work on real threads."""
    monkeypatch.setattr(tasks, "serial", False)


def many(count):
    return json.dumps([{"title": f"Paper {n} of many", "type": "article-journal"} for n in range(count)])


def add(person, text):
    person.press("Ctrl+N")
    dialog = person.dialog(AddDialog)
    dialog.box.setPlainText(text)
    person.until(dialog.add_button.isEnabled)
    return dialog


def test_papers_are_looked_at_and_added_on_a_worker(newcomer):
    dialog = add(newcomer, paths.shipped("seeds/listing.txt").read_text(encoding="utf-8"))
    newcomer.click(dialog.add_button)
    newcomer.until(lambda: len(newcomer.ids()) == 22)
    newcomer.back_at_the_window()


def test_an_import_that_is_stopped_leaves_nothing(newcomer, monkeypatch):
    dialog = add(newcomer, many(3000))
    seen = []

    def stop(now, _of):
        seen.append(now)
        dialog.stop_asked.emit()

    monkeypatch.setattr(dialog, "show_progress", stop)
    newcomer.click(dialog.add_button)
    newcomer.back_at_the_window()
    assert tasks.wait(HANGS * 1000)
    newcomer.library.poll()
    assert newcomer.library.search.count() == 0
    assert seen


def test_what_is_typed_while_it_looks_is_looked_at_too(newcomer):
    newcomer.press("Ctrl+N")
    dialog = newcomer.dialog(AddDialog)
    dialog.box.setPlainText(many(500))
    dialog.box.setPlainText("Only This One")
    newcomer.until(lambda: [line.title for line in dialog.model.lines] == ["Only This One"])
    dialog.reject()


def test_a_dialog_closed_while_it_looks_is_gone_for_good(newcomer):
    newcomer.press("Ctrl+N")
    dialog = newcomer.dialog(AddDialog)
    dialog.box.setPlainText(many(1500))
    newcomer.until(lambda: not dialog._timer.isActive())
    dialog.reject()
    newcomer.back_at_the_window()
    assert tasks.wait(HANGS * 1000)
    newcomer.press("F3")


def test_a_bulk_change_runs_on_a_worker_and_the_window_stays_alive(person, monkeypatch):
    monkeypatch.setattr(long_deeds, "MANY", 10)
    beats = []
    pulse = QTimer(person.window, interval=0)
    pulse.timeout.connect(lambda: beats.append(1))
    pulse.start()
    person.press("Ctrl+A", "5")
    person.until(lambda: person.count("Read") == 22)
    pulse.stop()
    assert beats
    person.until(lambda: "22 papers" in person.window.toast.label.text())
    person.press("Ctrl+Z")
    person.until(lambda: person.count("Inbox") == 22)


def test_a_bulk_change_that_is_refused_is_said_in_words(person, monkeypatch):
    monkeypatch.setattr(long_deeds, "MANY", 10)
    with Library.open(person.library.path, origin="cli") as other, other.step("edit"):
        another = type(person.library).another
        monkeypatch.setattr(type(person.library), "another", lambda self, **w: impatient(another(self, **w)))
        person.press("Ctrl+A", "5")
        person.until(lambda: "Another program is writing" in person.window.toast.label.text())
    assert set(person.statuses(person.ids())) == {"inbox"}


def impatient(library):
    library.db.execute("PRAGMA busy_timeout = 50")
    return library


def test_up_next_answers_and_a_quick_change_of_views_does_no_harm(person):
    person.library.queue.add(person.ids()[:3])
    for _turn in range(4):
        person.press("F2", "F3")
    person.press("F2")
    assert tasks.wait(HANGS * 1000)
    person.until(lambda: person.window.panes.next.found)
    assert person.window.browser.view.kind == views.UP_NEXT


def test_the_window_is_closed_while_a_worker_works(person, monkeypatch):
    monkeypatch.setattr(long_deeds, "MANY", 10)
    papers = person.ids()
    person.press("Ctrl+A", "5")
    person.window.close()
    person.until(lambda: not person.window.isVisible())
    assert set(person.statuses(papers)) == {"read"}


def test_links_are_read_on_a_worker_and_shown_when_they_are_known(person):
    one, other = person.ids()[2:4]
    title = person.library.papers.get(other).title
    person.library.papers.set_note(one, f"see [[{title}]]")
    person.until(person.window.panes.presenter.links.links.near)
    person.click_paper(one)
    person.until(lambda: person.window.panes.presenter.shown == [one])
    sections = person.window.detail.head.sections
    person.until(lambda: sections._linked == [other])
    person.window.panes.presenter.links.links._seen = None  # as after a large import
    person.click_paper(other)
    person.until(lambda: person.window.panes.presenter.shown == [other])
    person.until(lambda: sections._linked == [one])
