"""The start in two steps: the first rows are painted before the rest of the window is made, and nothing is missing."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from readinglist.core.views import View
from readinglist.settings import Settings, State
from readinglist.ui import slices
from readinglist.ui.slices import Slices
from readinglist.ui.window import Window

# What the first picture needs none of; each costs milliseconds of a start.
NOT_AT_FIRST = (
    "hashlib PySide6.QtNetwork readinglist.core.query.language readinglist.core.query.tree "
    "readinglist.core.paper readinglist.library.tables.papers readinglist.ui.actions.table "
    "readinglist.ui.actions.menus readinglist.ui.desk readinglist.ui.widgets.detail.pane readinglist.flows sqlite_utils"
).split()


def first_look(library, qtbot, **state) -> Window:
    remembered = State()
    for key, value in state.items():
        remembered.set(key, value)
    window = Window(library, Settings(), remembered, in_steps=True)
    qtbot.addWidget(window)
    return window


def test_the_first_rows_come_first_and_the_rest_after_the_paint(seeded, qtbot):
    window = first_look(seeded, qtbot)
    assert not window.finished
    assert len(window.browser.ids) == 22
    assert [entry.count for entry in window.sidebar.model.entries if entry.view] == [None] * 9
    assert not hasattr(window, "detail")
    window.show()
    qtbot.waitUntil(lambda: window.finished)
    assert window.table.selected_ids() == [window.browser.ids[0]]
    assert window.detail.isVisible()
    assert not isValid(window.frame.place_of_detail)
    assert next(e.count for e in window.sidebar.model.entries if e.view == View()) == 22
    window.close()


def test_a_view_without_rows_is_whole_at_once(library, qtbot):
    window = first_look(library, qtbot)
    assert window.finished
    window.show()
    assert window.pages.currentWidget() is window.empty
    window.close()


def test_the_last_view_is_the_first_look(seeded, qtbot):
    window = first_look(seeded, qtbot, view="status:inbox")
    assert not window.finished
    assert window.browser.view == View("status", "inbox")
    window.show()
    qtbot.waitUntil(lambda: window.finished)
    assert window.browser.view == View("status", "inbox")
    window.close()


def test_a_window_closed_before_its_first_paint_closes_well(seeded, qtbot):
    window = first_look(seeded, qtbot)
    window.close()
    assert window.state.get("view") == "all"


def test_the_first_picture_waits_for_nothing_it_does_not_show(seeded, user_folder):
    code = """
import os, sys
from readinglist import app
from readinglist.ui.widgets.papers.view import PaperView
paint = PaperView.paintEvent
def painted(self, event):
    paint(self, event)
    print("\\n".join(sys.modules))
    sys.stdout.flush()
    os._exit(0)
PaperView.paintEvent = painted
app.main([])
"""
    environment = os.environ | {"READINGLIST_LIBRARY": str(seeded.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    loaded = set(done.stdout.split())
    assert "readinglist.ui.window" in loaded
    assert sorted(loaded & set(NOT_AT_FIRST)) == []


def test_the_keys_go_to_the_papers_from_the_start(seeded, qtbot):
    window = first_look(seeded, qtbot)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.finished)
    assert window.focusWidget() is window.table
    window.close()


def test_in_an_empty_library_they_go_to_the_first_button(library, qtbot):
    window = first_look(library, qtbot)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.focusWidget().text() == "Add the sample papers"
    window.close()


# -- in slices -------------------------------------------------------------------------------------------------------

# What a part may bring along: some 1 ms a module and a tenth of that a widget. Who needs more makes two parts of it, or
# names a module in `slices.MODULES`.
MOST_MODULES, MOST_WIDGETS = 12, 90
# Before keys do what they are for.
ACTING_PARTS, ACTING_MODULES = 5, 20
_COUNTED = """
import json, os, sys
from readinglist import app
from readinglist.ui import slices
from readinglist.ui.widgets.papers.view import PaperView
from PySide6.QtWidgets import QApplication
def counted(self):
    parts, more = [], True
    while more:
        modules, widgets = set(sys.modules), len(QApplication.allWidgets())
        more = self.make_part()
        loaded = sorted(set(sys.modules) - modules)
        parts.append((loaded, len(QApplication.allWidgets()) - widgets, self.parent().acting))
    print(json.dumps(parts))
    sys.stdout.flush()
    os._exit(0)
slices.Slices.make_slice = counted
app.main([])
"""


def test_no_part_brings_much_and_what_keys_need_comes_first(seeded, user_folder):
    environment = os.environ | {"READINGLIST_LIBRARY": str(seeded.path)}
    done = subprocess.run([sys.executable, "-c", _COUNTED], capture_output=True, text=True, env=environment, check=True)
    parts = json.loads(done.stdout.splitlines()[-1])
    assert [modules for modules, _widgets, _acting in parts if len(modules) > MOST_MODULES] == []
    assert max(widgets for _modules, widgets, _acting in parts) <= MOST_WIDGETS
    first = next(place for place, (_modules, _widgets, acting) in enumerate(parts) if acting)
    assert first < ACTING_PARTS
    assert sum(len(modules) for modules, _widgets, _acting in parts[: first + 1]) <= ACTING_MODULES


@pytest.fixture
def early(seeded, qtbot, monkeypatch):
    """A window whose first picture is painted and of which nothing more is made."""
    monkeypatch.setattr(Slices, "start", lambda _slices: None)
    window = first_look(seeded, qtbot)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QApplication.processEvents()
    assert not window.acting
    yield window
    window.close()


def test_the_first_key_does_what_it_is_for_before_the_panes_are_made(early):
    paper, other = early.browser.ids[:2]
    window = early
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_5)
    assert window.acting
    assert not window.finished
    assert window.library.papers.get(paper).status == "read"
    assert window.table.papers.row(0).status == "read"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.library.papers.get(other).rating == 1
    assert not window.finished
    window.finish()
    assert window.table.selected_ids() == [other]
    assert window.panes.presenter.shown == [other]


def test_in_the_inbox_an_early_digit_goes_on_too(seeded, qtbot, monkeypatch):
    monkeypatch.setattr(Slices, "start", lambda _slices: None)
    window = first_look(seeded, qtbot, view="status:inbox")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    papers = list(window.browser.ids)
    QTest.keyClick(window, Qt.Key.Key_2)
    QTest.keyClick(window.table, Qt.Key.Key_3)
    assert [window.library.papers.get(paper).status for paper in papers[:3]] == ["to_read", "reading", "inbox"]
    assert list(window.browser.ids) == papers
    assert not window.finished
    window.close()


def test_what_needs_a_pane_is_kept_until_it_is_there(early):
    window = early
    window.slices.make_until(lambda: window.acting)
    click_line(window, "Inbox")
    QTest.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert not window.finished
    window.finish()
    assert window.browser.view == View("status", "inbox")
    assert window.focusWidget() is window.detail.note.text


def click_line(window, label):
    listing, entries = window.sidebar.list, window.sidebar.model.entries
    index = window.sidebar.model.index(next(n for n, entry in enumerate(entries) if entry.label == label))
    QTest.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=listing.visualRect(index).center())


def test_an_early_click_on_a_view_shows_it_and_a_digit_then_marks_its_paper(early):
    window = early
    window.library.readings.set_status([window.browser.ids[0]], "read")  # in All papers another one stands first
    window.slices.make_until(lambda: window.acting)
    click_line(window, "Inbox")
    assert window.browser.view == View("status", "inbox")
    first, second = window.browser.ids[:2]
    assert window.table.selected_ids() == [first]
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_5)
    assert window.library.papers.get(first).status == "read"
    assert not window.finished
    window.finish()
    assert window.browser.view == View("status", "inbox")
    assert window.table.selected_ids() == [second]
    assert window.panes.presenter.shown == [second]


def test_a_digit_that_comes_after_what_is_kept_waits_for_it(early):
    window = early
    window.slices.make_until(lambda: window.acting)
    first = window.browser.ids[0]
    click_line(window, "Up next")
    QTest.keyClick(window.table, Qt.Key.Key_5)
    assert window.library.papers.get(first).status == "inbox"  # it was meant for a paper of Up next
    window.finish()
    assert window.library.papers.get(first).status == "inbox"


def test_an_early_search_finds(early):
    window = early
    window.slices.make_until(lambda: window.acting)
    window.search_bar.box.setFocus()
    QTest.keyClicks(window.search_bar.box, "tempering")
    window.finish()
    assert [window.library.papers.get(paper).title for paper in window.browser.ids] == ["Deep Tempering"]
    assert window.focusWidget() is window.search_bar.box


def test_a_question_that_needs_all_panes_makes_them(early):
    window = early
    window.slices.make_until(lambda: window.acting)
    assert window.desk.panes is window.first
    window.desk.go(View("status", "read"))
    assert window.finished
    assert window.desk.panes is window.panes
    assert window.browser.view == View("status", "read")


def test_a_slice_ends_after_its_time_and_the_event_loop_has_its_turn_between(qtbot, monkeypatch):
    clock = iter(range(100))
    monkeypatch.setattr(slices, "SLICE_SECONDS", 2.5)
    monkeypatch.setattr(slices.time, "perf_counter", lambda: float(next(clock)))
    made: list[str] = []
    parent = QObject()
    building = Slices((made.append(f"part {n}") for n in range(7)), parent)
    QTimer.singleShot(0, lambda: None)
    building.make_slice()
    assert made == ["part 0", "part 1", "part 2"]
    qtbot.waitUntil(lambda: len(made) == 7)
    assert not building.make_part()
    building.finish()
    assert len(made) == 7
