"""The system asks the window to end: what is typed is saved, what had been begun is taken back, and it ends at once."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from readinglist.core import errors
from readinglist.flows import batches, importing
from readinglist.library.change.steps import Steps
from readinglist.library.tables.papers import Papers
from readinglist.ui import long_deeds, tasks
from readinglist.ui.dialogs.add import AddDialog
from readinglist.ui.ending import Ending
from tests.library.kit import snapshot
from tests.waiting import HANGS

ROOT = Path(__file__).parents[2]
BIB = "".join(f"@article{{k{n}, title={{Brought in {n}}}}}\n" for n in range(60))


@pytest.fixture
def asked(person):
    """Ask the window to end, as the system does, and wait until it is gone. Returns what the process would end with."""
    made = Ending(person.window)

    def ask(kind):
        os.kill(os.getpid(), kind)
        person.until(lambda: not person.window.isVisible())
        return made.code

    yield ask
    made.stop()


@pytest.fixture
def workers(monkeypatch):
    """Work on real threads, and call ten papers many; each waits behind its first part until it may go on."""
    monkeypatch.setattr(tasks, "serial", False)
    monkeypatch.setattr(long_deeds, "MANY", 10)
    monkeypatch.setattr(batches, "PART", 4)
    monkeypatch.setattr(importing, "BATCH", 10)
    held = Held()
    for name in ("settle", "commit_part"):
        monkeypatch.setattr(Steps, name, held.behind(getattr(Steps, name)))
    monkeypatch.setattr(Steps, "released", held.before(Steps.released))
    yield held
    held.go.set()
    assert tasks.wait(HANGS * 1000)
    QApplication.processEvents()


class Held:
    def __init__(self):
        self.there, self.go = threading.Event(), threading.Event()

    def wait(self):
        self.there.set()
        assert self.go.wait(HANGS)

    def behind(self, deed):
        def held(*given):
            deed(*given)
            self.wait()

        return held

    def before(self, entered):
        @contextlib.contextmanager
        def held(*given):
            with entered(*given):
                yield
            self.wait()

        return held


@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_what_is_typed_is_saved(person, asked, kind):
    paper = person.selected()[0]
    person.press("Ctrl+M")
    person.type("a moment ago")
    assert person.library.papers.note(paper) == ""
    assert asked(kind) == 128 + kind
    assert person.library.papers.note(paper) == "a moment ago"


def test_a_dialog_that_is_open_does_not_keep_it(person, asked):
    person.press("Ctrl+N")
    person.dialog(AddDialog)
    assert asked(signal.SIGTERM) == 128 + signal.SIGTERM
    assert QApplication.activeModalWidget() is None


def test_a_note_that_cannot_be_saved_does_not_keep_it(person, asked, monkeypatch):
    def full(*_given, **_named):
        raise errors.DiskFull("The disk is full.")

    person.press("Ctrl+M")
    person.type("lost")
    monkeypatch.setattr(Papers, "set_note", full)
    assert asked(signal.SIGTERM) == 128 + signal.SIGTERM


def test_an_import_is_taken_back(person, asked, workers):
    before = snapshot(person.library.db)
    person.press("Ctrl+N")
    dialog = person.dialog(AddDialog)
    dialog.box.setPlainText(BIB)
    person.until(dialog.add_button.isEnabled)
    person.click(dialog.add_button)
    person.until(workers.there.is_set)
    assert person.library.history()[0].stack == "open"
    dialog.stop_asked.connect(workers.go.set)
    asked(signal.SIGTERM)
    assert tasks.wait(HANGS * 1000)
    assert snapshot(person.library.db) == before
    assert person.library.unfinished() is None


def test_a_long_deed_is_taken_back_and_the_note_that_waited_for_it_is_saved(person, asked, workers):
    before = person.statuses(person.ids())
    paper = person.selected()[0]
    person.press("Ctrl+A")
    person.press("6")
    person.until(workers.there.is_set)
    person.click_paper(paper)
    person.until(lambda: person.window.panes.presenter.shown == [paper])
    person.press("Ctrl+M")
    person.type("beside it")
    person.window.desk.long.stopping.connect(workers.go.set)
    papers = person.ids()
    asked(signal.SIGHUP)
    assert tasks.wait(HANGS * 1000)
    assert person.statuses(papers) == before
    assert person.library.papers.note(paper) == "beside it"


# A window in a process of its own, whose worker does not come back.
_STUCK = """
import os, signal, sys, time
from PySide6.QtCore import QTimer
from readinglist import app
from readinglist.ui import ending, tasks
ending.PATIENCE = 0.1
def end():
    tasks.run(lambda report: time.sleep(600), done=print, failed=print)
    os.kill(os.getpid(), signal.SIGTERM)
made = ending.Ending.__init__
def listening(self, window):
    made(self, window)
    QTimer.singleShot(0, end)
ending.Ending.__init__ = listening
sys.exit(app.main(["--library", sys.argv[1]]))
"""


def test_a_worker_that_does_not_come_back_keeps_nobody(seeded_file, tmp_path):
    path = shutil.copy(seeded_file, tmp_path)
    command = [sys.executable, "-c", _STUCK, path]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=HANGS, check=False)
    assert (ran.returncode, ran.stderr) == (128 + signal.SIGTERM, "")
