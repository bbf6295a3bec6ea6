"""Window and command line on one library: each sees the other's changes soon, and nobody loses anything."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import Qt

from readinglist.library.library import Library
from readinglist.ui import one_window
from readinglist.ui.patience import POLL_MS
from tests.second_start import answered
from tests.waiting import HANGS


@pytest.fixture
def terminal(person):
    """Another connection to the same library, as a command has one."""
    with Library.open(person.library.path, origin="cli") as other:
        yield other


def cli(person, *words):
    """Run a real command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "readinglist", "--library", str(person.library.path), *words],
        capture_output=True,
        text=True,
        env=os.environ,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_news_is_looked_for_often_enough():
    assert POLL_MS <= 1000


def test_a_command_in_a_terminal_shows(person):
    paper = person.ids()[4]
    cli(person, "set", str(paper), "--status", "read", "--tag", "+terminal")
    person.until(lambda: person.count("Read") == 1)
    assert "terminal" in person.sidebar_labels()


def test_the_window_s_changes_show_in_the_terminal(person):
    paper = person.selected()[0]
    person.press("3")
    assert '"status": "reading"' in cli(person, "show", str(paper), "--json")
    cli(person, "undo")
    person.until(lambda: person.statuses([paper]) == ["inbox"])


def test_selection_scroll_and_focus_stay_when_others_write(person, terminal):
    person.press("End", "Shift+Up")
    chosen = person.selected()
    bar = person.window.table.verticalScrollBar()
    at = bar.value()
    terminal.readings.set_status(person.ids()[:5], "read")
    terminal.papers.update([person.ids()[2]], "edit", {"title": "A New Title"})
    person.until(lambda: "A New Title" in person.cells())
    assert person.selected() == chosen
    assert bar.value() == at > 0
    assert person.place() is person.window.table


def test_a_note_being_typed_is_left_alone(person, terminal):
    paper = person.selected()[0]
    person.press("Ctrl+M")
    person.type("I think th")
    terminal.papers.update([paper], "edit", {"title": "Another Title"})
    person.until(lambda: person.window.detail.head.title.toPlainText() == "Another Title")
    person.type("at it is good")
    assert person.window.detail.note.text.note() == "I think that it is good"
    assert person.window.detail.note.text.textCursor().atEnd()
    person.press("Esc")
    assert terminal.papers.note(paper) == "I think that it is good"


def test_two_writers_of_one_note_lose_nothing(person, terminal):
    paper = person.selected()[0]
    terminal.papers.set_note(paper, "Old.\n")
    person.until(lambda: person.window.detail.note.text.note() == "Old.\n")
    person.press("Ctrl+M", "Ctrl+Home")
    person.type("Mine. ")
    terminal.papers.set_note(paper, "Old.\n\nTheirs.\n")
    person.press("Esc")
    note = person.library.papers.note(paper)
    assert "Mine. Old." in note
    assert "Theirs." in note
    assert person.window.detail.note.text.note() == note


def test_a_paper_deleted_elsewhere_leaves_and_its_neighbour_takes_over(person, terminal):
    first, second = person.ids()[:2]
    terminal.papers.trash([first])
    person.until(lambda: person.ids()[0] == second)
    assert person.selected() == [second]
    assert person.window.panes.presenter.shown == [second]


def test_a_note_of_a_paper_deleted_for_good_elsewhere_is_said_to_be_lost(person, terminal):
    paper = person.selected()[0]
    person.press("Ctrl+M")
    person.type("too late")
    terminal.papers.trash([paper])
    terminal.papers.delete([paper])
    person.press("Esc")
    assert "no paper" in person.window.toast.label.text()
    person.press("5")


def test_others_papers_appear_in_place_and_do_not_linger(person, terminal):
    person.click_view("Inbox")
    paper = person.ids()[3]
    terminal.readings.set_status([paper], "read")
    person.until(lambda: paper not in person.ids())
    model = person.window.table.papers
    assert not model.lingering.intersection(model.ids)


def test_undo_takes_back_what_the_terminal_did(person, terminal):
    terminal.readings.set_status(person.ids(), "dropped")
    person.until(lambda: person.count("Dropped") == 22)
    person.press("Ctrl+Z")
    assert person.count("Dropped") == 0


def test_a_busy_library_is_waited_for(person, terminal):
    """Another process holds the file for a moment: the key's deed is done all the same."""
    papers = person.selected()
    begun, asked = threading.Event(), threading.Event()

    def hold():
        with Library.open(person.library.path, origin="cli") as own, own.step("edit"):
            begun.set()
            assert asked.wait(HANGS)

    other = threading.Thread(target=hold)
    other.start()
    assert begun.wait(HANGS)
    person.library.db.set_trace_callback(lambda words: asked.set() if words.startswith("BEGIN") else None)
    person.press("5")
    person.library.db.set_trace_callback(None)
    other.join()
    assert person.statuses(papers) == ["read"]


def test_a_library_kept_busy_is_said_in_words_and_nothing_changes(person, terminal):
    papers = person.selected()
    person.library.db.execute("PRAGMA busy_timeout = 50")
    with terminal.step("edit"):
        person.press("5")
        said = person.window.toast.label.text()
    assert said
    assert "locked" not in said.lower()
    assert "sqlite" not in said.lower()
    assert person.statuses(papers) == ["inbox"]
    person.press("5")
    assert person.statuses(papers) == ["read"]


def test_a_second_window_raises_the_first(person):
    key = one_window.key_of(person.library.path)
    server = one_window.Server(key, person.window)
    try:
        person.window.setWindowState(Qt.WindowState.WindowMinimized)
        assert answered(key, person.until)
        person.until(lambda: not person.window.isMinimized())
    finally:
        server.server.close()
    assert not one_window.raise_other(key)
